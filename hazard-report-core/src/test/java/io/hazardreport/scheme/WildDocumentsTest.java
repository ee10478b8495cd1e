package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.reward.Trial;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a document is spoilt, in several places at once and by values nobody thinks of, reading it ends in problems with
 * code, exact path and a sentence in both languages, never in anything else.
 */
class WildDocumentsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode SCHEME = Judge.resource("/scheme/every-key.json");
    private static final JsonNode CASES = Judge.resource("/scheme/every-key-cases.json");
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|\\.?([^.\\[]+)");
    private static final RewardRule RULE = RewardRule.read(SCHEME.get("reward").toString());

    private static final List<JsonNode> WILD = wild();

    private static List<JsonNode> wild() {
        List<JsonNode> wild = new ArrayList<>();
        for (String number : List.of("1e400", "1e-400", "-1", "0", "-0.0", "0.001", "101", "1E+999999999")) {
            wild.add(DecimalNode.valueOf(new BigDecimal(number)));
        }
        wild.add(DecimalNode.valueOf(new BigDecimal("9".repeat(400))));
        for (String text : List.of(
                "",
                " ",
                "-5",
                "-5%",
                "5%%",
                "101%",
                "9999.9999%",
                "1e400",
                "1e5",
                "0.00",
                "999999999999.99",
                "9999999999999",
                "１００",
                "0000-00-00",
                "9999-12-31",
                "2024-02-30",
                "a|b",
                "a.b",
                "EARLIER",
                "later",
                "?",
                "{value}",
                "\u0000",
                "隐患",
                "\uD83D\uDE00",
                "x".repeat(20_000))) {
            wild.add(NODES.textNode(text));
        }
        JsonNode nested = NODES.objectNode();
        JsonNode lists = NODES.arrayNode();
        for (int i = 0; i < 300; i++) {
            nested = NODES.objectNode().set("cash", nested);
            lists = NODES.arrayNode().add(lists);
        }
        wild.addAll(List.of(
                nested,
                lists,
                NODES.nullNode(),
                NODES.booleanNode(false),
                NODES.objectNode(),
                NODES.arrayNode(),
                NODES.objectNode().put("", 1),
                NODES.objectNode().put("unheard-of", "x"),
                NODES.arrayNode().addNull().addNull(),
                NODES.arrayNode().add("A").add("A")));
        return wild;
    }

    /** @param place where, counted over all places */
    record Change(int place, int value, int how) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 100_000);
        return Combinators.combine(number, number, Arbitraries.integers().between(0, 5))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static JsonNode changed(JsonNode document, List<Change> changes) {
        JsonNode copy = document.deepCopy();
        changes.forEach(change -> change(copy, change));
        return copy;
    }

    private static void change(JsonNode document, Change change) {
        List<JsonNode> holders = new ArrayList<>();
        collect(document, holders);
        JsonNode holder = holders.get(change.place() % holders.size());
        JsonNode value = WILD.get(change.value() % WILD.size()).deepCopy();
        int at = change.value() % Math.max(1, holder.size());
        if (holder instanceof ArrayNode array && !array.isEmpty()) {
            switch (change.how()) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, array.get(at).deepCopy());
                default -> array.set(at, value);
            }
        } else if (holder instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            switch (change.how()) {
                case 0 -> object.remove(names.get(at));
                case 1 -> object.set("unheard-of", value);
                default -> object.set(names.get(at), value);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode() && !node.isEmpty()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private static void told(JsonNode document, Function<String, List<Problem>> reader) {
        String json = document.toString();
        for (Problem problem : reader.apply(json)) {
            told(problem);
            for (String path : problem.path().split(", ")) {
                assertThat(isThere(document, path))
                        .as(problem.code() + " " + path)
                        .isTrue();
            }
        }
    }

    private static void told(Problem problem) {
        assertThat(problem.code()).matches("[a-z]+\\.[a-zA-Z_-]+");
        Text text = problem.text();
        assertThat(text.zh()).containsPattern("\\p{IsHan}");
        assertThat(text.en()).isNotBlank().isNotEqualTo(text.zh());
    }

    /** Each step leads somewhere, but into what is missing; what stands in a list is there. */
    private static boolean isThere(JsonNode document, String path) {
        JsonNode at = document;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String index = steps.group(1);
            if (index != null && !(at.isArray() && at.has(Integer.parseInt(index)))) {
                return false;
            }
            String name = steps.group(2);
            if (index == null && !at.has(name)) {
                return true;
            }
            at = index != null ? at.get(Integer.parseInt(index)) : at.get(name);
        }
        return true;
    }

    private static List<Problem> scheme(String json) {
        ReadScheme read = SchemeReader.read(json);
        return all(read);
    }

    private static List<Problem> reward(String json) {
        return all(SchemeReader.checkReward(json));
    }

    private static List<Problem> all(ReadScheme read) {
        List<Problem> all = new ArrayList<>(read.errors());
        all.addAll(read.warnings());
        return all;
    }

    private static List<Problem> cases(String json) {
        try {
            TrialReader.read(json, RULE);
            return List.of();
        } catch (InvalidInputException invalid) {
            return invalid.problems();
        }
    }

    @Property(tries = 300)
    void aSchedule(@ForAll("changes") List<Change> changes) {
        told(changed(SCHEME.get("reward"), changes), WildDocumentsTest::reward);
    }

    /** What the check lets through can be figured, or says by code why not. */
    @Property(tries = 300)
    void aCaseOfASchedule(@ForAll("changes") List<Change> ofRule, @ForAll("changes") List<Change> ofCases) {
        RewardRule rule = RULE;
        String changed = changed(SCHEME.get("reward"), ofRule.subList(0, 1)).toString();
        if (SchemeReader.checkReward(changed).errors().isEmpty()) {
            rule = RewardRule.read(changed);
        }
        for (JsonNode document : List.of(CASES, changed(CASES, ofCases.subList(0, 1)))) {
            try {
                Trial.run(rule.schedule(), rule.eligibility(), TrialReader.read(document.toString(), rule))
                        .forEach(result -> result.problems().forEach(WildDocumentsTest::told));
            } catch (InvalidInputException invalid) {
                invalid.problems().forEach(WildDocumentsTest::told);
            }
        }
    }

    @Property(tries = 100)
    void aScheme(@ForAll("changes") List<Change> changes) {
        told(changed(SCHEME, changes), WildDocumentsTest::scheme);
    }

    @Property(tries = 200)
    void cases(@ForAll("changes") List<Change> changes) {
        told(changed(CASES, changes), WildDocumentsTest::cases);
    }

    @Property(tries = 40)
    void aDocumentThatBreaksOff(@ForAll("changes") List<Change> changes) {
        String json = SCHEME.toString();
        String broken = json.substring(0, changes.get(0).place() % json.length());
        for (List<Problem> problems : List.of(scheme(broken), reward(broken), cases(broken))) {
            assertThat(problems).singleElement().satisfies(problem -> {
                told(problem);
                assertThat(problem.code()).isEqualTo("scheme.not-json");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[null]",
                "1",
                "\"x\"",
                "true",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "\uFEFF{}",
                "NaN"
            })
    void whatIsNoDocumentAtAll(String json) {
        for (List<Problem> problems : List.of(scheme(json), reward(json), cases(json))) {
            assertThat(problems).isNotEmpty().allSatisfy(WildDocumentsTest::told);
        }
    }

    @Test
    void aDocumentDeeperThanAnybodyReads() {
        String deep = "{\"groups\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String digits = "{\"groups\":" + "9".repeat(100_000) + "}";
        for (String json : List.of(deep, digits)) {
            for (List<Problem> problems : List.of(scheme(json), reward(json), cases(json))) {
                assertThat(problems).singleElement().satisfies(problem -> {
                    told(problem);
                    assertThat(problem.code()).isEqualTo("scheme.not-json");
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "\"-1\"",
                "1e400",
                "\"1e400\"",
                "1.001",
                "null",
                "true",
                "[]",
                "{}",
                "\"\"",
                "\"x\"",
                "0",
                "[\"1\"]"
            })
    void theThirdThingGivenIsNamedByItsPlace(String cash) {
        String json = "{\"groups\":[{\"code\":\"g\",\"combine\":\"SUM\",\"rules\":[{\"code\":\"r\",\"zh\":\"甲\","
                + "\"en\":\"a\",\"then\":[{\"cash\":\"1\"},{\"points\":\"1\"},{\"cash\":" + cash + "}]}]}]}";
        List<Problem> errors = SchemeReader.checkReward(json).errors();
        assertThat(errors)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.path()).isEqualTo("groups[0].rules[0].then[2].cash"));
    }
}
