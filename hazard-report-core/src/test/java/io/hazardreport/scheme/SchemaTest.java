package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hazardreport.base.Problem;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.MajorHazardTable;
import io.hazardreport.channel.ChannelType;
import io.hazardreport.deadline.Roll;
import io.hazardreport.loop.Role;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.report.Separation;
import io.hazardreport.report.TalkRule;
import io.hazardreport.reward.CapScope;
import io.hazardreport.reward.Combine;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactTypes;
import io.hazardreport.reward.Otherwise;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.reward.Remainder;
import io.hazardreport.reward.Route;
import io.hazardreport.reward.Separate;
import io.hazardreport.reward.Sharing;
import io.hazardreport.reward.Together;
import io.hazardreport.scheme.Judge.Kind;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Treatment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas say what the code says, and say it to people. */
class SchemaTest {

    private static final JsonNode SCHEME = Judge.tree(SchemeReader.jsonSchema());
    private static final JsonNode REWARD = Judge.tree(RewardRule.jsonSchema());
    private static final JsonNode CASES = Judge.tree(TrialReader.jsonSchema());

    private static final Map<String, FactType> FACTS = FactTypes.standard(List.of(), List.of());

    static Stream<Path> rewardRules() {
        String folder = Objects.requireNonNull(SchemaTest.class.getResource("/reward-rules"))
                .getPath();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rewardRules")
    void everyRewardRuleInUseAndItsCasesFit(Path file) throws IOException {
        JsonNode document = Judge.tree(Files.readString(file));
        JsonNode rule = document.get("rule");
        assertThat(Kind.REWARD.ofShape(rule)).isEmpty();
        assertThat(Kind.REWARD.ofShape(rule.get("reward"))).isEmpty();
        document.get("tests")
                .forEach(test ->
                        assertThat(Kind.CASES.ofShape(test.get("cases"))).isEmpty());
    }

    @Test
    void aScheduleByItselfIsAPartOfTheSchemaOfSchemes() {
        assertThat(SCHEME.at("/properties/reward/$ref").asText()).isEqualTo("#/$defs/reward");
        assertThat(REWARD.at("/else/$ref").asText()).isEqualTo("scheme.schema.json#/$defs/reward");
    }

    @Test
    void theSchemasAreOfTheDraftTheyName() {
        for (JsonNode schema : List.of(SCHEME, REWARD, CASES)) {
            assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(Judge.ofSchema(schema)).isEmpty();
        }
        ObjectNode wrong = SCHEME.deepCopy();
        wrong.put("required", "version");
        assertThat(Judge.ofSchema(wrong)).isNotEmpty();
    }

    private static List<String> codes(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** Where each closed list of codes stands, and the code that reads it. */
    private static Map<String, List<String>> closedLists() {
        Map<String, List<String>> lists = new TreeMap<>();
        lists.put("/properties/industry/enum", MajorHazardTable.industries());
        lists.put("/properties/return/properties/roll/enum", codes(Roll.class));
        lists.put("/properties/talkBeforeConclusion/enum", codes(TalkRule.class));
        lists.put("/properties/smallUnit/properties/waive/items/enum", codes(Separation.class));
        lists.put("/properties/payment/properties/dispatched/enum", codes(Route.class));
        lists.put("/$defs/role/enum", codes(Role.class));
        lists.put("/$defs/tier/properties/grade/enum", codes(LegalGrade.class));
        lists.put("/$defs/eligibility/properties/employments/items/enum", codes(Employment.class));
        lists.put("/$defs/eligibility/properties/jobRoles/items/enum", codes(JobRole.class));
        lists.put("/$defs/eligibility/properties/safetyStaff/enum", codes(Treatment.class));
        lists.put("/$defs/eligibility/properties/ownDuty/enum", codes(Treatment.class));
        String desk = "/properties/desks/items/properties";
        lists.put(desk + "/grades/items/enum", codes(LegalGrade.class));
        lists.put(desk + "/role/enum", List.of(Role.RECEIVER.name(), Role.UNION.name()));
        lists.put(desk + "/channels/items/properties/type/enum", codes(ChannelType.class));
        lists.put("/properties/return/properties/roll/enum", codes(Roll.class));
        lists.put("/$defs/honour/properties/of/enum", codes(HonourRule.Of.class));
        lists.put("/$defs/honour/properties/quota/properties/rounding/enum", List.of("DOWN", "HALF_UP", "UP"));
        lists.put("/$defs/sharing/enum", codes(Sharing.class));
        lists.put("/$defs/reward/properties/separate/enum", codes(Separate.class));
        lists.put("/$defs/reward/properties/remainder/enum", codes(Remainder.class));
        lists.put("/$defs/group/properties/combine/enum", codes(Combine.class));
        lists.put("/$defs/group/properties/otherwise/enum", codes(Otherwise.class));
        lists.put("/$defs/together/properties/combine/enum", codes(Together.Choice.class));
        lists.put("/$defs/cap/properties/per/enum", codes(CapScope.class));
        lists.put("/$defs/pointsRule/properties/window/enum", codes(PointsRule.Window.class));
        lists.put("/$defs/amountFigured/properties/order/enum", codes(AmountReader.Order.class));
        lists.put("/$defs/pointsFigured/properties/order/enum", codes(AmountReader.Order.class));
        List<String> modes = AmountReader.MODES.stream().map(Enum::name).toList();
        lists.put("/$defs/rounding/properties/mode/enum", modes);
        lists.put("/$defs/wholeRounding/properties/mode/enum", modes);
        lists.put("/$defs/factDeclaration/properties/type/enum", declaredTypes());
        lists.put("/$defs/yesNo/items/enum", List.of("true", "false", "true", "false"));
        lists.put("/$defs/yesNo/properties/not/items/enum", List.of("true", "false", "true", "false"));
        FACTS.forEach((name, type) -> {
            if (isClosed(type)) {
                List<String> values = ((FactType.OneOf) type).values();
                lists.put("/$defs/tests/properties/" + name + "/items/enum", values);
                lists.put("/$defs/tests/properties/" + name + "/properties/not/items/enum", values);
            }
        });
        return lists;
    }

    private static boolean isClosed(FactType type) {
        return type instanceof FactType.OneOf oneOf
                && !oneOf.isFlag()
                && oneOf.values().stream().noneMatch(String::isEmpty)
                && !oneOf.values().isEmpty();
    }

    /** What the reader itself says is allowed. */
    private static List<String> declaredTypes() {
        ObjectNode wrong =
                Judge.resource("/scheme/every-key.json").get("reward").deepCopy();
        ((ObjectNode) wrong.at("/facts/area")).put("type", "colour");
        return Kind.REWARD.ofReader(wrong.toString()).stream()
                .filter(problem -> problem.path().equals("facts.area.type"))
                .map(Problem::allowed)
                .flatMap(allowed -> Stream.of(allowed.split(" \\| ")))
                .toList();
    }

    private static Map<String, List<String>> enums(JsonNode schema) {
        Map<String, List<String>> found = new TreeMap<>();
        walk(schema, "", (pointer, node) -> {
            if (pointer.endsWith("/enum")) {
                List<String> values = new ArrayList<>();
                node.forEach(value -> values.add(value.asText()));
                found.put(pointer, values);
            }
        });
        return found;
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        node.properties().forEach(field -> walk(field.getValue(), pointer + "/" + field.getKey(), visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, visitor);
        }
    }

    @Test
    void everyClosedListIsTheCodes() {
        assertThat(enums(SCHEME)).isEqualTo(closedLists());
        assertThat(enums(REWARD)).isEmpty();
        Map<String, List<String>> ofCases = new TreeMap<>();
        ofCases.put("/$defs/reporter/properties/circumstances/items/enum", codes(Circumstance.class));
        FACTS.forEach((name, type) -> {
            List<String> unknown = List.of("", "null");
            if (isClosed(type)) {
                ofCases.put(
                        "/$defs/facts/properties/" + name + "/enum",
                        Stream.concat(((FactType.OneOf) type).values().stream(), unknown.stream())
                                .toList());
            } else if (type instanceof FactType.OneOf oneOf && oneOf.isFlag()) {
                ofCases.put(
                        "/$defs/facts/properties/" + name + "/enum",
                        List.of("true", "false", "true", "false", "", "null"));
            }
        });
        assertThat(enums(CASES)).isEqualTo(ofCases);
    }

    @Test
    void theStandardFactsAreTheCodes() {
        assertThat(names(SCHEME.at("/$defs/tests/properties"))).isEqualTo(new TreeSet<>(FACTS.keySet()));
        assertThat(names(CASES.at("/$defs/facts/properties"))).isEqualTo(new TreeSet<>(FACTS.keySet()));
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theTimeLimitsAreTheCodes() {
        Map<String, String> expected = new TreeMap<>();
        LimitsReader.CODES.forEach(code -> LimitsReader.keys(code)
                .forEach(each -> expected.put(
                        each, LimitsReader.MAY_ROLL.contains(code) ? "#/$defs/limit" : "#/$defs/protectingLimit")));
        expected.put("claim", "#/$defs/limit");
        Map<String, String> found = new TreeMap<>();
        SCHEME.at("/$defs/limits/properties")
                .properties()
                .forEach(limit ->
                        found.put(limit.getKey(), limit.getValue().get("$ref").asText()));
        assertThat(found).isEqualTo(expected);
        List<String> required = new ArrayList<>();
        SCHEME.at("/$defs/limits/required").forEach(code -> required.add(code.asText()));
        assertThat(required).isEqualTo(LimitsReader.CODES);
    }

    @Test
    void thePatternsAreTheCodes() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("/$defs/money", Form.MONEY.pattern());
        patterns.put("/$defs/positiveMoney", "(?=.*[1-9])" + Form.MONEY.pattern());
        patterns.put("/$defs/whole", Form.WHOLE.pattern());
        patterns.put("/$defs/positiveWhole", "(?=.*[1-9])" + Form.WHOLE.pattern());
        patterns.put("/$defs/signed", Form.SIGNED.pattern());
        patterns.put("/$defs/percent", "(?=.*[1-9])" + Form.PERCENT.pattern());
        patterns.put("/$defs/date", Form.DAY.pattern());
        patterns.put("/$defs/days", Form.DAYS.pattern());
        patterns.put("/$defs/limit", Form.LIMIT.pattern());
        patterns.put("/$defs/protectingLimit", Form.LIMIT.pattern().replace("(\\s*(forward|顺延))?", ""));
        patterns.put("/properties/payment/properties/taxPercent", Form.TAX.pattern());
        patterns.put("/properties/reminders/properties/dangerEvery", Form.CALL.pattern());
        patterns.forEach((pointer, pattern) ->
                assertThat(SCHEME.at(pointer).get("pattern").asText()).isEqualTo("^" + pattern + "$"));
        JsonNode reporter = CASES.at("/$defs/reporter/properties");
        assertThat(reporter.at("/weight/pattern").asText()).isEqualTo("^" + Form.WEIGHT.pattern() + "$");
        assertThat(reporter.at("/registeredAt/pattern").asText()).isEqualTo("^" + Form.INSTANT.pattern() + "$");
        for (String shared : List.of("/$defs/money", "/$defs/whole")) {
            assertThat(CASES.at(shared)).isEqualTo(SCHEME.at(shared));
        }
    }

    @Test
    void whatStandsBesideARewardRuleInASchemeIsNoFault() {
        TreeSet<String> keys = new TreeSet<>(SchemeReader.KEYS);
        keys.add("$schema");
        assertThat(names(SCHEME.get("properties"))).isEqualTo(keys);
        assertThat(names(REWARD.at("/then/properties"))).isEqualTo(keys);
    }

    /** The reader tells every key it asks for when there is one it does not know. */
    @Test
    void theSchemasKnowEveryKeyTheReadersAskFor() {
        Map<String, List<String>> missing = new TreeMap<>();
        int[] asked = new int[1];
        Map.of(
                        Kind.SCHEME, Judge.resource("/scheme/every-key.json"),
                        Kind.CASES, Judge.resource("/scheme/every-key-cases.json"))
                .forEach((kind, document) -> objects(document, object -> {
                    object.put("zzz", 1);
                    List<String> keys = kind.ofReader(document.toString()).stream()
                            .filter(problem -> problem.code().equals("scheme.unknown-field"))
                            .flatMap(problem -> Stream.of(problem.allowed().split(", ")))
                            .filter(key -> !object.has(key))
                            .toList();
                    object.remove("zzz");
                    for (String key : keys) {
                        asked[0]++;
                        object.put(key, 1);
                        List<String> unknown = kind.ofShape(document).stream()
                                .filter(error -> error.startsWith("additionalProperties"))
                                .toList();
                        if (!unknown.isEmpty()) {
                            missing.put(key, unknown);
                        }
                        object.remove(key);
                    }
                }));
        // "all but" is asked for before it is known that a standard fact is a quantity, which has no such test
        assertThat(missing).containsOnlyKeys("not");
        assertThat(asked[0]).isGreaterThan(100);
    }

    private static void objects(JsonNode node, Consumer<ObjectNode> taker) {
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        if (node instanceof ObjectNode object) {
            taker.accept(object);
        }
        children.forEach(child -> objects(child, taker));
    }

    @Test
    void theDocumentsWithEveryKeyHaveEveryKey() {
        TreeSet<String> there = new TreeSet<>();
        for (String file : List.of("/scheme/every-key.json", "/scheme/every-key-cases.json")) {
            walk(Judge.resource(file), "", (pointer, node) -> there.addAll(names(node)));
        }
        TreeSet<String> absent = new TreeSet<>();
        for (JsonNode schema : List.of(SCHEME, CASES)) {
            walk(schema, "", (pointer, node) -> {
                if (pointer.endsWith("/properties") && !pointer.matches("/\\$defs/(tests|facts)/properties")) {
                    absent.addAll(names(node));
                }
            });
        }
        absent.removeAll(there);
        assertThat(absent).isEmpty();
    }

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2}");

    /** So that an editor shows help in both languages wherever the cursor is. */
    @Test
    void everyKeyIsExplainedInBothLanguages() {
        List<String> mute = new ArrayList<>();
        for (JsonNode schema : List.of(SCHEME, CASES)) {
            walk(schema, "", (pointer, node) -> {
                if (node.path("properties").isObject() && node.has("patternProperties")) {
                    node.get("properties").properties().forEach(key -> {
                        String title = key.getValue().path("title").asText();
                        JsonNode named = schema.at(
                                key.getValue().path("$ref").asText("#").substring(1));
                        String text = title.isEmpty() ? named.path("title").asText() : title;
                        if (!CHINESE.matcher(text).find()
                                || !ENGLISH.matcher(text).find()) {
                            mute.add(pointer + "/" + key.getKey());
                        }
                    });
                }
            });
        }
        assertThat(mute).isEmpty();
        assertThat(SCHEME.get("description").asText()).matches("(?s).*\\p{IsHan}.*[A-Za-z]{2}.*");
    }
}
