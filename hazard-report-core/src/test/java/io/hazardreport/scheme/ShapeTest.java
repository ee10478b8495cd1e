package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hazardreport.base.Problem;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactTypes;
import io.hazardreport.scheme.Judge.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A JSON Schema accepts what its reader accepts, and nothing else, in thousands of documents that differ in one place. */
class ShapeTest {

    /** All that a reader refuses although its shape is right: what hangs on something said elsewhere. */
    private enum Beyond {
        A_DAY_NO_CALENDAR_HAS(
                "scheme.unreadable (validFrom|majorHazards\\[\\d+].inForceFrom|calendar\\.\\d{4}\\.(off|workdays)\\[\\d+]|.*(registeredAt|rules\\[\\d+]\\.(from|until)|facts\\.due\\.(min|max)|when\\.(due|submittedOn)\\.(from|above|below|to)))"),
        A_ZONE_NOBODY_KNOWS("scheme.unreadable zone"),
        A_BOUND_OF_ANOTHER_TYPE(
                "(scheme.unreadable|scheme.wrong-kind|base.not-an-amount) .*when\\.(metres|damage|due)\\.(from|above|below|to)"),
        AN_ITEM_THAT_EXISTS("category.item-exists catalogue.add\\[\\d+].code"),
        AN_ITEM_NOBODY_KNOWS("scheme.not-one-of (desks\\[\\d+].items\\[\\d+]|majorHazards\\[\\d+].item)"),
        A_SOURCE_NOT_LISTED("scheme.not-one-of fund.use"),
        A_CODE_TWICE("(scheme.twice|reward.code-twice) .*"),
        A_LADDER_OF_TIERS_THAT_FALLS("scheme.tiers-inverted .*"),
        APPROVALS_THAT_DO_NOT_RISE("scheme.approvals-not-rising .*"),
        APPROVALS_WITHOUT_AN_OPEN_END("scheme.approval-open-end approvals"),
        A_FACT_NOBODY_DECLARED("reward.unknown-fact .*"),
        A_VALUE_THE_FACT_CANNOT_HAVE("(reward.unknown-value|reward.bad-fact) .*"),
        AN_AMOUNT_OF_ANOTHER_KIND("scheme.unreadable cases.*\\.(used|chosen)\\.[\\w.-]+"),
        A_TEST_FOR_ANOTHER_TYPE("reward.wrong-test .*"),
        AN_EMPTY_INTERVAL("reward.empty-interval .*"),
        A_RANGE_INVERTED("reward.range-inverted .*"),
        A_FRACTION_NOBODY_ROUNDS("reward.no-rounding .*"),
        A_GAP("reward.gap .*"),
        AN_OVERLAP("reward.overlap .*"),
        A_BIGGER_HAZARD_THAT_PAYS_LESS("reward.inverted-ladder .*"),
        /** Schemas could say it as {@code multipleOf}, which editors figure in floating point and get wrong. */
        A_NUMBER_TOO_FINE("(scheme.unreadable|base.not-an-amount) \\S+ 1\\.23456");

        private final Pattern problem;

        Beyond(String problem) {
            this.problem = Pattern.compile(problem);
        }

        static Optional<Beyond> of(Problem problem) {
            String text = problem.code() + " " + problem.path();
            return Arrays.stream(values())
                    .filter(beyond -> beyond.problem.matcher(text).matches()
                            || beyond.problem
                                    .matcher(text + " " + problem.value())
                                    .matches())
                    .findFirst();
        }
    }

    private static final JsonNode EVERY_KEY = Judge.resource("/scheme/every-key.json");
    private static final JsonNode CASES = Judge.resource("/scheme/every-key-cases.json");
    private static final JsonNode SMALL =
            Judge.tree("{\"groups\": [{\"code\": \"all\", \"combine\": \"SUM\", \"rules\": [{\"code\": \"one\","
                    + " \"zh\": \"一\", \"en\": \"one\", \"then\": {\"cash\": \"100\"}}]}]}");

    /** @param beyond which checks beyond its shape one change of it can fail */
    private record Document(String name, Kind kind, JsonNode json, Set<Beyond> beyond) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Document> documents() {
        ObjectNode scheme = EVERY_KEY.deepCopy();
        scheme.set("reward", SMALL);
        ObjectNode parts = Judge.tree("{\"tiers\": [\"SMALL\", \"BIG\"], \"version\": \"x\", \"limits\": {}}")
                .deepCopy();
        ObjectNode plainLater = SMALL.deepCopy();
        plainLater.put("separate", "FIRST_THEN_DISCRETIONARY");
        plainLater.set("later", Judge.tree("{\"from\": \"0\", \"to\": \"50\"}"));
        parts.set("reward", plainLater);
        ObjectNode whole = scheme.deepCopy();
        whole.retain("$schema", "tiers", "catalogue", "eligibility", "reward", "payment");
        JsonNode list = Judge.tree("[{\"facts\": {\"night\": true}}, {}]");
        Set<Beyond> ofScheme = EnumSet.of(
                Beyond.A_DAY_NO_CALENDAR_HAS,
                Beyond.A_NUMBER_TOO_FINE,
                Beyond.A_ZONE_NOBODY_KNOWS,
                Beyond.AN_ITEM_THAT_EXISTS,
                Beyond.A_SOURCE_NOT_LISTED,
                Beyond.A_CODE_TWICE,
                Beyond.A_LADDER_OF_TIERS_THAT_FALLS,
                Beyond.APPROVALS_THAT_DO_NOT_RISE,
                Beyond.APPROVALS_WITHOUT_AN_OPEN_END);
        Set<Beyond> ofReward =
                EnumSet.of(Beyond.A_FACT_NOBODY_DECLARED, Beyond.A_VALUE_THE_FACT_CANNOT_HAVE, Beyond.A_RANGE_INVERTED);
        return Stream.of(
                new Document(
                        "the example",
                        Kind.SCHEME,
                        Judge.tree(ExampleScheme.json()),
                        with(
                                with(ofScheme, ofReward),
                                Set.of(Beyond.AN_OVERLAP, Beyond.A_BIGGER_HAZARD_THAT_PAYS_LESS))),
                new Document(
                        "a scheme with every key",
                        Kind.SCHEME,
                        scheme,
                        with(ofScheme, Set.of(Beyond.AN_ITEM_NOBODY_KNOWS))),
                new Document(
                        "a schedule with every key",
                        Kind.REWARD,
                        EVERY_KEY.get("reward"),
                        with(
                                ofReward,
                                Set.of(
                                        Beyond.A_DAY_NO_CALENDAR_HAS,
                                        Beyond.A_NUMBER_TOO_FINE,
                                        Beyond.A_BOUND_OF_ANOTHER_TYPE,
                                        Beyond.A_CODE_TWICE,
                                        Beyond.A_TEST_FOR_ANOTHER_TYPE,
                                        Beyond.AN_EMPTY_INTERVAL,
                                        Beyond.A_FRACTION_NOBODY_ROUNDS,
                                        Beyond.A_GAP,
                                        Beyond.AN_OVERLAP))),
                new Document(
                        "a schedule with bare tiers",
                        Kind.REWARD,
                        parts,
                        Set.of(Beyond.A_CODE_TWICE, Beyond.A_NUMBER_TOO_FINE)),
                new Document(
                        "the parts of a scheme",
                        Kind.REWARD,
                        whole,
                        Set.of(
                                Beyond.AN_ITEM_THAT_EXISTS,
                                Beyond.A_CODE_TWICE,
                                Beyond.A_LADDER_OF_TIERS_THAT_FALLS,
                                Beyond.A_NUMBER_TOO_FINE)),
                new Document(
                        "cases with every key",
                        Kind.CASES,
                        CASES,
                        Set.of(
                                Beyond.A_DAY_NO_CALENDAR_HAS,
                                Beyond.A_NUMBER_TOO_FINE,
                                Beyond.A_FACT_NOBODY_DECLARED,
                                Beyond.A_VALUE_THE_FACT_CANNOT_HAVE,
                                Beyond.AN_AMOUNT_OF_ANOTHER_KIND)),
                new Document(
                        "a list of cases",
                        Kind.CASES,
                        list,
                        Set.of(Beyond.A_FACT_NOBODY_DECLARED, Beyond.A_VALUE_THE_FACT_CANNOT_HAVE)));
    }

    private static Set<Beyond> with(Set<Beyond> some, Set<Beyond> more) {
        Set<Beyond> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void theSchemaRefusesWhatTheReaderRefuses(Document document) {
        assertThat(document.kind.ofShape(document.json)).isEmpty();
        assertThat(document.kind.ofReader(document.json.toString())).isEmpty();
        Comparison comparison = new Comparison(document.kind);
        Mutations.of(document.json, "", comparison::take);
        assertThat(comparison.differences).isEmpty();
        assertThat(comparison.refusedByBoth).isGreaterThan(50);
        assertThat(comparison.accepted).hasSizeGreaterThan(5);
        assertThat(comparison.seen).isEqualTo(document.beyond);
    }

    @Test
    void theChecksBeyondShapeAreThese() {
        Set<Beyond> all = EnumSet.noneOf(Beyond.class);
        documents().forEach(document -> all.addAll(document.beyond));
        assertThat(all).isEqualTo(EnumSet.allOf(Beyond.class)).hasSize(21);
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentThatIsNoObjectIsRefused(Kind kind) {
        Comparison comparison = new Comparison(kind);
        Mutations.others(Judge.tree("{}")).forEach(other -> comparison.take("all = " + other, other));
        assertThat(comparison.differences).isEmpty();
        assertThat(comparison.accepted).isEqualTo(kind == Kind.CASES ? List.of("all = [{}]") : List.of());
    }

    static Stream<String> standardFacts() {
        return FactTypes.standard(List.of("SMALL", "BIG"), List.of("P01", "E01")).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("standardFacts")
    void everyStandardFactIsTestedInTheSameForms(String fact) {
        FactType type = FactTypes.standard(List.of("SMALL", "BIG"), List.of("P01", "E01"))
                .get(fact);
        Comparison comparison = new Comparison(Kind.REWARD);
        for (String test : forms(type)) {
            ObjectNode document =
                    Judge.tree("{\"tiers\": [\"SMALL\", \"BIG\"]}").deepCopy();
            document.set("reward", SMALL.deepCopy());
            ObjectNode rule = (ObjectNode) document.at("/reward/groups/0/rules/0");
            rule.putObject("when").set(fact, Judge.tree(test));
            assertThat(Kind.REWARD.ofShape(document)).isEmpty();
            assertThat(Kind.REWARD.ofReader(document.toString())).isEmpty();
            Mutations.of(document, "/reward/groups/0/rules/0/when", comparison::take);
        }
        assertThat(comparison.differences).isEmpty();
        assertThat(comparison.refusedByBoth).isGreaterThan(30);
    }

    private static List<String> forms(FactType type) {
        if (type instanceof FactType.OneOf oneOf) {
            String value = "\"" + oneOf.values().get(0) + "\"";
            List<String> forms = new ArrayList<>(List.of("[" + value + "]", "{\"not\": [" + value + "]}"));
            if (oneOf.isFlag()) {
                forms.addAll(List.of("true", "[false]", "{\"not\": [true]}"));
            }
            return forms;
        }
        return switch (((FactType.Quantity) type).measure()) {
            case MONEY -> List.of("{\"from\": \"1.00\", \"below\": 20.5}", "{\"above\": 1, \"to\": \"20\"}");
            case NUMBER -> List.of("{\"from\": \"1\", \"below\": 20}", "{\"above\": 1, \"to\": 20}");
            case DAY -> List.of("{\"from\": \"2024-01-01\", \"below\": \"2025-01-01\"}", "{\"above\": \"2024-01-01\"}");
        };
    }

    @ParameterizedTest
    @MethodSource("standardFacts")
    void everyStandardFactIsGivenInTheSameForms(String fact) {
        RewardRule rule = RewardRule.read(EVERY_KEY.toString());
        FactType type = Objects.requireNonNull(rule.types().get(fact));
        String value = type instanceof FactType.OneOf oneOf
                ? oneOf.values().get(0)
                : ((FactType.Quantity) type).measure() == FactType.Measure.DAY ? "2024-01-01" : "3";
        ObjectNode document = Judge.tree("{\"cases\": [{\"facts\": {}}]}").deepCopy();
        ((ObjectNode) document.at("/cases/0/facts")).put(fact, value);
        assertThat(Kind.CASES.ofShape(document)).isEmpty();
        assertThat(Kind.CASES.ofReader(document.toString())).isEmpty();
        Comparison comparison = new Comparison(Kind.CASES);
        Mutations.of(document, "/cases/0/facts", comparison::take);
        assertThat(comparison.differences).isEmpty();
        assertThat(comparison.refusedByBoth).isGreaterThan(5);
    }

    /** What the two say of each document, and where they differ though they should not. */
    private static final class Comparison {

        private final Kind kind;
        private final Set<Beyond> seen = EnumSet.noneOf(Beyond.class);
        private final List<String> differences = new ArrayList<>();
        private final List<String> accepted = new ArrayList<>();
        private int refusedByBoth;

        Comparison(Kind kind) {
            this.kind = kind;
        }

        void take(String what, JsonNode document) {
            List<String> shape = kind.ofShape(document);
            List<Problem> problems = kind.ofReader(document.toString());
            if (shape.isEmpty() && problems.isEmpty()) {
                accepted.add(what);
            } else if (!shape.isEmpty() && !problems.isEmpty()) {
                refusedByBoth++;
            } else if (problems.isEmpty()) {
                differences.add(what + ": only the schema refuses it: " + shape);
            } else {
                for (Problem problem : problems) {
                    Beyond.of(problem)
                            .ifPresentOrElse(
                                    seen::add,
                                    () -> differences.add(what + ": only the reader refuses it: " + problem.code() + " "
                                            + problem.path()));
                }
            }
        }
    }
}
