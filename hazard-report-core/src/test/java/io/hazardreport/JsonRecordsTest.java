package io.hazardreport;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.Submitted;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Public records are the same JSON under Jackson 2 and 3, written and read. */
class JsonRecordsTest {

    private static final GoldenFiles FILES = GoldenFiles.of("json");

    /** Rooms, classes and their members that are no JSON of a host, each with the reason. */
    private static final Map<String, String> NO_JSON = new TreeMap<>(Map.ofEntries(
            Map.entry("journal.Column", "between the library and its store"),
            Map.entry("journal.Condition", "between the library and its store"),
            Map.entry("journal.CounterKey", "between the library and its store"),
            Map.entry("journal.Event", "stored column by column; read as ReportEvent or AwardEvent"),
            Map.entry("journal.Outcome", "between the library and its store"),
            Map.entry("journal.SealedRow", "the vault's bytes"),
            Map.entry("journal.Snapshot", "between the library and its store"),
            Map.entry("journal.StreamId", "between the library and its store"),
            Map.entry("journal.StreamKind", "between the library and its store"),
            Map.entry("journal.Write", "between the library and its store"),
            Map.entry("base.PersonKey", "never leaves the store"),
            Map.entry("identity.KeyService", "a wrapped key, never leaves the store"),
            Map.entry("loop.Advance", "how a table is worked; tables hold functions"),
            Map.entry("loop.Decided", "folded where it is made"),
            Map.entry("loop.Duty", "part of a table; running it is an Obligation"),
            Map.entry("loop.Guard", "a function"),
            Map.entry("loop.Opening", "a function"),
            Map.entry("loop.Step", "part of a table; tables hold functions"),
            Map.entry("report.Acting", "found out by the vault, argument of a decision"),
            Map.entry("report.ReportContext", "argument of a decision"),
            Map.entry("report.ReportRules", "read from the scheme's document"),
            Map.entry("reward.Amount", "read from the scheme's document"),
            Map.entry("reward.AwardContext", "argument of a decision"),
            Map.entry("reward.AwardRules", "read from the scheme's document"),
            Map.entry("reward.Cap", "read from the scheme's document"),
            Map.entry("reward.CapCounter", "printed as text"),
            Map.entry("reward.Component", "read from the scheme's document"),
            Map.entry("reward.FactTest", "read from the scheme's document"),
            Map.entry("reward.FactType", "read from the scheme's document"),
            Map.entry("reward.Finding", "told as Problem"),
            Map.entry("reward.Group", "read from the scheme's document"),
            Map.entry("reward.Outlook", "told as Text"),
            Map.entry("reward.PaymentRules", "read from the scheme's document"),
            Map.entry("reward.PointsRule", "read from the scheme's document"),
            Map.entry("reward.Rounding", "read from the scheme's document"),
            Map.entry("reward.Rule", "read from the scheme's document"),
            Map.entry("reward.Schedule", "read from the scheme's document"),
            Map.entry("reward.Together", "read from the scheme's document"),
            Map.entry("reward.Trial", "read from its own document"),
            Map.entry("channel.ReminderRules", "read from the scheme's document"),
            Map.entry("fund.FundSource", "read from the scheme's document"),
            Map.entry("worker.EligibilityFacts", "argument of a decision"),
            Map.entry("worker.EligibilityRules", "read from the scheme's document"),
            Map.entry("recognition.HonourRule", "read from the scheme's document"),
            Map.entry("recognition.Quota", "read from the scheme's document"),
            Map.entry("scheme", "read from the scheme's document"),
            Map.entry("exchange", "read from or written to a table file; holds names"),
            Map.entry("similarity.Sighting", "argument of a comparison; holds words"),
            Map.entry("statistics.Cell", "where a count lies; told as MonthlyReturn"),
            Map.entry("statistics.ReturnColumn", "a function over counts"),
            Map.entry("statistics.Rewarded", "holds a person's key")));

    private static Stream<Class<?>> publicTypes(boolean records) {
        return ArchitectureTest.CLASSES.stream()
                .filter(type -> records ? type.isRecord() : type.isEnum())
                .filter(JsonRecordsTest::isPublic)
                .map(JavaClass::reflect);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(JsonRecordsTest::isPublic).orElse(true);
    }

    private static String nameOf(Class<?> type) {
        return type.getName().substring("io.hazardreport.".length()).replace('$', '.');
    }

    private static boolean isNoJson(String name) {
        return NO_JSON.keySet().stream().anyMatch(key -> name.equals(key) || name.startsWith(key + "."));
    }

    private static String file(Object sample) {
        return nameOf(sample.getClass()) + ".json";
    }

    /** What it is read as: an act by its action, all else by its own type. */
    private static Class<?> readAs(Object sample) {
        return sample instanceof ReportAct ? ReportAct.class : sample.getClass();
    }

    static List<Object> samples() {
        return Stream.concat(read().stream(), JsonSamples.written().stream()).toList();
    }

    static List<Object> read() {
        return Stream.concat(JsonSamples.handedIn().stream(), JsonSamples.results().stream())
                .toList();
    }

    static List<Object> handedIn() {
        return JsonSamples.handedIn();
    }

    @BeforeAll
    static void addWhatIsMissing() {
        samples()
                .forEach(sample -> FILES.add(
                        file(sample), JsonMappers.pretty(JsonMappers.tree(JsonMappers.JACKSON_2.write(sample)))));
    }

    @Test
    void everyPublicRecordHasASampleOrAReasonToHaveNone() {
        Set<String> records = publicTypes(true).map(JsonRecordsTest::nameOf).collect(toCollection(TreeSet::new));
        List<String> sampled =
                samples().stream().map(sample -> nameOf(sample.getClass())).toList();
        assertThat(records).containsAll(sampled);
        assertThat(sampled).doesNotHaveDuplicates().doesNotContainAnyElementsOf(NO_JSON.keySet());
        records.removeAll(sampled);
        assertThat(records).allMatch(JsonRecordsTest::isNoJson, "has a reason to be no JSON of a host");
        assertThat(FILES.names())
                .as(GoldenFiles.REMEDY)
                .containsExactlyInAnyOrderElementsOf(
                        sampled.stream().map(name -> name + ".json").toList());
    }

    @Test
    void noReasonIsLeftForARecordThatIsGone() {
        Set<String> names = publicTypes(true).map(JsonRecordsTest::nameOf).collect(toCollection(TreeSet::new));
        assertThat(NO_JSON.keySet())
                .allSatisfy(key -> assertThat(names).anyMatch(name -> name.equals(key) || name.startsWith(key + ".")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsItsFileByBoth(Object sample) {
        JsonNode golden = JsonMappers.tree(FILES.text(file(sample)));
        for (JsonMappers mapper : JsonMappers.values()) {
            assertThat(JsonMappers.tree(mapper.write(sample))).as(mapper.name()).isEqualTo(golden);
        }
    }

    @ParameterizedTest
    @MethodSource("read")
    void isReadFromItsFileByBothEvenWhereUnknownFieldsAreRefused(Object sample) {
        String golden = FILES.text(file(sample));
        for (JsonMappers mapper : JsonMappers.values()) {
            assertThat((Object) mapper.read(golden, readAs(sample), true))
                    .as(mapper.name())
                    .isEqualTo(sample);
        }
    }

    /** Helpers of a record ({@code isOver…}) are no fields. */
    @ParameterizedTest
    @MethodSource("samples")
    void hasAFieldForEachComponentAndNoOther(Object sample) {
        JsonNode golden = JsonMappers.tree(FILES.text(file(sample)));
        RecordComponent[] components = sample.getClass().getRecordComponents();
        if (golden.isObject()) {
            boolean saysAction = sample instanceof ReportAct
                    && Arrays.stream(components).noneMatch(c -> c.getName().equals("action"));
            assertThat(golden).hasSize(components.length + (saysAction ? 1 : 0));
        } else {
            assertThat(golden.isTextual()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("handedIn")
    void aFieldThatIsMissingOrNullMeansTheSameToBoth(Object sample) {
        for (String json : withSomethingMissing(sample)) {
            assertThat(outcome(JsonMappers.JACKSON_3, json, sample))
                    .as(json)
                    .isEqualTo(outcome(JsonMappers.JACKSON_2, json, sample));
        }
    }

    /** The sample's JSON without each of its fields, and with each of them null, at any depth. */
    private static List<String> withSomethingMissing(Object sample) {
        List<String> changed = new ArrayList<>();
        JsonNode whole = JsonMappers.tree(FILES.text(file(sample)));
        forEachField(whole, whole, changed);
        return changed;
    }

    private static void forEachField(JsonNode whole, JsonNode part, List<String> changed) {
        if (part instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                ObjectNode before = object.deepCopy();
                object.remove(field.getKey());
                changed.add(whole.toString());
                object.putNull(field.getKey());
                changed.add(whole.toString());
                object.setAll(before);
            }
        }
        part.forEach(inner -> forEachField(whole, inner, changed));
    }

    private static Object outcome(JsonMappers mapper, String json, Object sample) {
        try {
            return mapper.read(json, readAs(sample), false);
        } catch (RuntimeException refused) {
            return "refused";
        }
    }

    /** JSON can leave out what Java cannot; whatever is let in must be readable from its event for ever. */
    @Test
    void anActWithSomethingMissingIsRefusedOrReadAgainFromItsEvent() {
        int refused = 0;
        int stored = 0;
        for (ReportAct sample : JsonSamples.acts()) {
            for (String json : withSomethingMissing(sample)) {
                if (outcome(JsonMappers.JACKSON_2, json, sample) instanceof ReportAct act) {
                    try {
                        Shapes.checked(
                                new ReportCommand(GoldenReports.REPORT, 1, "request-1", Plant.SAFETY_HEAD, act, null));
                        ReportAct sealed = act.withTexts(JsonRecordsTest::sealed);
                        assertThat(again(sealed)).as(json).isEqualTo(sealed);
                        stored++;
                    } catch (InvalidInputException e) {
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(10);
        assertThat(stored).isGreaterThan(30);
    }

    private static FreeText sealed(FreeText words) {
        return words.isEmpty()
                ? words
                : FreeText.from(
                        Payload.builder().put("text", 1).put("digest", "7e").build());
    }

    private static ReportAct again(ReportAct act) {
        ReportEvent event = GoldenReports.event(act);
        return HazardReport.read(GoldenReports.golden("", event).event()).act();
    }

    @Test
    void everyActionButTheSubmissionIsReadAsTheActItsEventHolds() {
        EnumSet<ReportAction> seen = EnumSet.of(ReportAction.SUBMIT);
        for (GoldenEvent golden : GoldenReports.all()) {
            ReportAct act = HazardReport.read(golden.event()).act();
            for (JsonMappers mapper : JsonMappers.values()) {
                Object read = outcome(mapper, mapper.write(act), act);
                if (act instanceof Submitted) {
                    assertThat(read).isEqualTo("refused");
                } else {
                    assertThat(read).as(mapper + " " + act.action()).hasSameClassAs(act);
                    assertThat(((ReportAct) read).action()).isEqualTo(act.action());
                    seen.add(act.action());
                }
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(ReportAction.class));
    }

    @ParameterizedTest
    @EnumSource(JsonMappers.class)
    void everyConstantOfAPublicEnumIsItsName(JsonMappers mapper) {
        List<Class<?>> enums = publicTypes(false).toList();
        assertThat(enums).hasSizeGreaterThan(30);
        for (Class<?> type : enums) {
            for (Object constant : type.getEnumConstants()) {
                String name = "\"" + ((Enum<?>) constant).name() + "\"";
                assertThat(mapper.write(constant)).as(type.getName()).isEqualTo(name);
                assertThat((Object) mapper.read(name, type, true)).isEqualTo(constant);
            }
        }
    }
}
