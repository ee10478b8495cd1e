package io.hazardreport.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Older events are brought up to the present form when they are read; what nobody knows is refused by name. */
class EventTypesTest {

    /** A made-up past: version 1 had yuan, version 2 fen, version 3 has both the amount and its currency. */
    private static final EventTypes TYPES = EventTypes.of("PAID", "OPENED")
            .next(
                    "PAID",
                    old -> Payload.builder()
                            .put("fen", old.number("yuan") * 100)
                            .build())
            .next(
                    "PAID",
                    old -> Payload.builder().putAll(old).put("currency", "CNY").build());

    private static Event event(String type, int version, Payload payload) {
        StreamKind kind = new StreamKind("sample", "sample", List.of(), TYPES);
        UUID id = UUID.fromString("01924a00-0000-7000-8000-000000000001");
        return new Event(
                        UnitId.of("example-plant"),
                        new StreamId(kind, id),
                        3,
                        type,
                        version,
                        Samples.AT,
                        Samples.AT,
                        "S001",
                        "FINANCE",
                        "cn-2024",
                        "OPEN",
                        "OPEN",
                        "r1",
                        payload,
                        "")
                .chained(Event.NO_HASH);
    }

    @Test
    void bringsAnOlderVersionUpStepByStep() {
        Event first = event("PAID", 1, Payload.builder().put("yuan", 12).build());
        Event second = event("PAID", 2, Payload.builder().put("fen", 34).build());
        assertThat(first.read().toJson()).isEqualTo("{\"currency\":\"CNY\",\"fen\":1200}");
        assertThat(second.read().toJson()).isEqualTo("{\"currency\":\"CNY\",\"fen\":34}");
    }

    @Test
    void leavesThePresentVersionAndWhatIsStoredAsTheyAre() {
        Payload present = Payload.builder().put("fen", 5).put("currency", "CNY").build();
        assertThat(event("PAID", 3, present).read()).isEqualTo(present);
        Event first = event("PAID", 1, Payload.builder().put("yuan", 12).build());
        first.read();
        assertThat(first.payload().toJson()).isEqualTo("{\"yuan\":12}");
        assertThat(first.hashAfter(Event.NO_HASH)).isEqualTo(first.hash());
    }

    @Test
    void writesInTheNewestVersion() {
        assertThat(TYPES.version("PAID")).isEqualTo(3);
        assertThat(TYPES.version("OPENED")).isEqualTo(1);
        assertThat(TYPES.names()).containsExactly("OPENED", "PAID");
    }

    @ParameterizedTest
    @CsvSource({"PAID, 4, PAID v1 - v3", "PAID, 0, PAID v1 - v3", "OPENED, 2, OPENED v1", "CLOSED, 1, 'OPENED, PAID'"})
    void refusesAnUnknownTypeOrVersionByName(String type, int version, String known) {
        Event event = event(type, version, Payload.EMPTY);
        Problem problem = catchThrowableOfType(InvalidInputException.class, event::read)
                .problems()
                .get(0);
        assertThat(problem)
                .isEqualTo(Problem.of(
                        "journal.unknown-event",
                        "sample/01924a00-0000-7000-8000-000000000001#3",
                        type + " v" + version,
                        known));
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(problem.message(locale)).contains(problem.path(), problem.value(), known);
        }
    }

    @Test
    void neverWritesATypeItCouldNotRead() {
        assertThatThrownBy(() -> TYPES.version("CLOSED"))
                .hasMessageContaining("CLOSED")
                .hasMessageContaining("OPENED");
    }
}
