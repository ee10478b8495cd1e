package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.hazardreport.channel.ChannelTest;
import io.hazardreport.channel.Roster;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.scheme.SchemeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once stored is read for ever: every type of event in every version, column by column and byte by byte. */
class GoldenEventsTest {

    private static final GoldenFiles FILES = GoldenFiles.of("events");
    private static final Map<String, StreamKind> KINDS = kinds();

    /** How each kind reads an event and would write it again. */
    private static final Map<String, Function<Event, Payload>> CODECS = Map.of(
            "report", event -> HazardReport.read(event).payload(),
            "award", GoldenEventsTest::award,
            "decision", event -> RewardDecision.from(event).payload(),
            "roster", event -> Roster.from(event.read()).payload(),
            "channel-test", event -> ChannelTest.from(event.read()).payload(),
            "batch", GoldenEventsTest::batch,
            "scheme", event -> Schemes.Loading.from(event).payload());

    private static List<GoldenEvent> samples() {
        return Stream.concat(GoldenReports.all().stream(), GoldenAwards.all().stream())
                .toList();
    }

    private static Payload award(Event event) {
        AwardEvent read = Award.read(event);
        return read.payload(event.seq() == 1 ? Award.fold(List.of(event)).terms() : GoldenAwards.CASH);
    }

    private static Payload batch(Event event) {
        return event.type().equals("GATHERED")
                ? PaymentBatch.from(event.occurredAt(), event.read()).payload()
                : event.read();
    }

    /** Every kind of stream the library declares anywhere, by code. */
    private static Map<String, StreamKind> kinds() {
        Map<String, StreamKind> kinds = new TreeMap<>();
        for (JavaClass type : ArchitectureTest.CLASSES) {
            for (JavaField field : type.getFields()) {
                boolean shared = field.getModifiers().containsAll(List.of(JavaModifier.STATIC, JavaModifier.PUBLIC));
                if (shared && field.getRawType().isEquivalentTo(StreamKind.class)) {
                    StreamKind kind = kind(field);
                    kinds.put(kind.code(), kind);
                }
            }
        }
        return kinds;
    }

    private static StreamKind kind(JavaField field) {
        try {
            return (StreamKind) field.reflect().get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static GoldenEvent golden(String file) {
        return GoldenEvent.read(file, FILES.text(file), KINDS);
    }

    /** Kind, type and version. */
    private static String typeOf(String file) {
        return file.replaceFirst("(-[a-z-]+)?\\.json$", "");
    }

    static List<String> files() {
        return FILES.names();
    }

    @BeforeAll
    static void addWhatIsMissing() {
        samples().forEach(sample -> FILES.add(sample.file(), sample.json()));
    }

    @Test
    void everyKindOfStreamIsLookedAt() {
        assertThat(KINDS.keySet()).isEqualTo(CODECS.keySet()).hasSizeGreaterThan(4);
        KINDS.values()
                .forEach(kind ->
                        assertThat(kind.events().names()).as(kind.code()).isNotEmpty());
    }

    @Test
    void everyTypeHasAFileForEachOfItsVersionsAndNoFileIsOfAnUnknownOne() {
        List<String> expected = new ArrayList<>();
        KINDS.values()
                .forEach(kind -> kind.events().names().forEach(type -> {
                    for (int version = 1; version <= kind.events().version(type); version++) {
                        expected.add(kind.code() + "/" + type + ".v" + version);
                    }
                }));
        Set<String> actual =
                FILES.names().stream().map(GoldenEventsTest::typeOf).collect(Collectors.toSet());
        assertThat(actual).as(GoldenFiles.REMEDY).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isStoredInTheCanonicalFormWithTheHashOfItsColumns(String file) {
        GoldenEvent golden = golden(file);
        assertThat(golden.json()).isEqualTo(FILES.text(file)).doesNotContain("null");
        assertThat(golden.file()).isEqualTo(file);
        assertThat(golden.event().hashAfter(golden.previous()))
                .isEqualTo(golden.event().hash());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAndWrittenAgainToTheSameBytes(String file) {
        GoldenEvent golden = golden(file);
        Event stored = golden.event();
        StreamKind kind = stored.stream().kind();
        Payload written = CODECS.get(kind.code()).apply(stored);
        boolean present = stored.typeVersion() == kind.events().version(stored.type());
        assertThat(written.toJson()).isEqualTo((present ? stored.payload() : stored.read()).toJson());
        Event again = new Journaling(stored.unit(), stored.requestId(), stored.recordedAt())
                .event(
                        stored.stream(),
                        stored.seq() - 1,
                        golden.previous(),
                        stored.type(),
                        stored.occurredAt(),
                        stored.actor(),
                        Role.valueOf(stored.role()),
                        stored.schemeVersion(),
                        stored.fromState(),
                        stored.toState(),
                        written);
        if (present) {
            assertThat(again).isEqualTo(stored);
        }
    }

    @Test
    void theColumnsOfALoopsEventAreReadToo() {
        for (GoldenEvent sample : samples()) {
            if (sample.event().stream().kind() == HazardReport.KIND) {
                Event stored = golden(sample.file()).event();
                ReportEvent read = HazardReport.read(stored);
                assertThat(List.of(
                                read.action().name(),
                                read.actor(),
                                read.role().name(),
                                read.at(),
                                read.schemeVersion(),
                                read.to().name()))
                        .isEqualTo(List.of(
                                stored.type(),
                                stored.actor(),
                                stored.role(),
                                stored.occurredAt(),
                                stored.schemeVersion(),
                                stored.toState()));
                assertThat(read.from().name())
                        .isEqualTo(stored.fromState().isEmpty() ? stored.toState() : stored.fromState());
            }
        }
    }

    @Test
    void aStoredSchemeCanStillBeReadAsARule() {
        Event stored = golden("scheme/LOADED.v1.json").event();
        assertThat(SchemeReader.read(Schemes.Loading.from(stored).document()).errors())
                .isEmpty();
    }

    /** A field more or less than the released form has is a new version, even where the old form is still read. */
    @Test
    void whatIsWrittenTodayHasTheFormOfItsFile() throws IOException {
        for (GoldenEvent sample : samples()) {
            assertThat(form(sample.json())).as(sample.file()).isEqualTo(form(FILES.text(sample.file())));
        }
    }

    @Test
    void whatALongLifeStoresIsReadAgainAndHasNoFieldThatNoFileShows() throws IOException {
        Plant plant = new Plant();
        new RandomLife(plant).live(new Random(9).ints(400, 0, 1_000_000).boxed().toList());
        List<Event> stored = new ArrayList<>();
        KINDS.values().forEach(kind -> plant.journal.eachEvent(Plant.UNIT, kind, Core.ALWAYS, stored::add));
        Map<String, Set<String>> known = new TreeMap<>();
        for (String file : FILES.names()) {
            String kind = file.substring(0, file.indexOf('/'));
            for (String field : form(golden(file).event().payload().toJson())) {
                String key = field.matches("\\.(opens|closes|waived).*") ? kind : typeOf(file);
                known.computeIfAbsent(key, type -> new TreeSet<>()).add(field);
            }
        }
        for (Event event : stored) {
            String kind = event.stream().kind().code();
            assertThat(CODECS.get(kind).apply(event)).as(event.toString()).isEqualTo(event.payload());
            Set<String> shown = new TreeSet<>(known.get(kind + "/" + event.type() + ".v" + event.typeVersion()));
            shown.addAll(known.getOrDefault(kind, Set.of()));
            assertThat(shown)
                    .as(event.toString())
                    .containsAll(form(event.payload().toJson()));
        }
        assertThat(stored.stream().map(Event::type).distinct()).hasSizeGreaterThan(20);
    }

    private static TreeSet<String> form(String json) throws IOException {
        TreeSet<String> form = new TreeSet<>();
        collect("", new ObjectMapper().readTree(json), form);
        return form;
    }

    private static void collect(String path, JsonNode node, TreeSet<String> form) {
        form.add(path + " " + node.getNodeType());
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), form));
        }
        node.forEach(item -> {
            if (node.isArray()) {
                collect(path + "[]", item, form);
            }
        });
    }

    @Test
    void anEventOfAVersionFromBeforeTheFirstReleaseIsBroughtUpOnItsWayIntoTheReport() {
        StreamKind later = new StreamKind(
                "report",
                "report",
                HazardReport.KIND.columns(),
                HazardReport.KIND.events().next("START_FIX", GoldenEventsTest::renamed));
        Event stored = golden("report/START_FIX.v1.json").event();
        Payload old = Payload.builder()
                .put("act", Payload.builder().put("who", "R007").build())
                .build();
        Event first = new Event(
                stored.unit(),
                new StreamId(later, stored.stream().id()),
                stored.seq(),
                stored.type(),
                1,
                stored.occurredAt(),
                stored.recordedAt(),
                stored.actor(),
                stored.role(),
                stored.schemeVersion(),
                stored.fromState(),
                stored.toState(),
                stored.requestId(),
                old,
                "");
        assertThat(HazardReport.read(first).act()).isEqualTo(ReportAct.startFix("R007"));
        assertThat(HazardReport.read(first).action()).isEqualTo(ReportAction.START_FIX);
    }

    private static Payload renamed(Payload old) {
        return Payload.builder()
                .put(
                        "act",
                        Payload.builder()
                                .put("responsible", old.object("act").required("who"))
                                .build())
                .build();
    }
}
