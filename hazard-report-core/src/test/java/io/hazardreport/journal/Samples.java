package io.hazardreport.journal;

import io.hazardreport.base.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Streams, ledger lines and vault rows for tests of a journal. */
public final class Samples {

    /** A kind with one column of each type. */
    public static final StreamKind KIND = new StreamKind(
            "sample",
            "sample",
            List.of(Column.code("code"), Column.instant("due_at"), Column.number("amount"), Column.flag("urgent")),
            EventTypes.of("Moved"));

    public static final Instant AT = Instant.parse("2024-03-10T02:30:00.123Z");

    private Samples() {}

    public static Stream stream(UnitId unit) {
        return stream(unit, UUID.randomUUID());
    }

    public static Stream stream(UnitId unit, UUID id) {
        return new Stream(unit, new StreamId(KIND, id));
    }

    /** A stream that grows with each append made of it, whether that is committed or not. */
    public static final class Stream {

        private final UnitId unit;
        private final StreamId id;
        private long version;
        private String head = Event.NO_HASH;

        private Stream(UnitId unit, StreamId id) {
            this.unit = unit;
            this.id = id;
        }

        public StreamId id() {
            return id;
        }

        public Write.Append append(int events) {
            return append(events, "OPEN", "c1", AT, 7L, true);
        }

        public Write.Append append(
                int count,
                String state,
                @Nullable String code,
                @Nullable Instant due,
                @Nullable Long amount,
                @Nullable Boolean urgent) {
            long before = version;
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                events.add(next(AT.plusSeconds(version)));
            }
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("code", code);
            columns.put("due_at", due);
            columns.put("amount", amount);
            columns.put("urgent", urgent);
            Payload body = Payload.builder().put("note", "隐患 🏭").build();
            return new Write.Append(id, before, new Snapshot(id, version, head, state, columns, body), events);
        }

        private Event next(Instant at) {
            Event event = new Event(
                            unit,
                            id,
                            version + 1,
                            "Moved",
                            1,
                            at,
                            at.plusMillis(7),
                            "handler-1",
                            "VERIFIER",
                            "cn-2024",
                            version == 0 ? "" : "OPEN",
                            "OPEN",
                            "",
                            Payload.builder()
                                    .put("step", version + 1)
                                    .put("note", "复查")
                                    .build(),
                            "")
                    .chained(head);
            version = event.seq();
            head = event.hash();
            return event;
        }
    }

    public static Entry entry(UUID award, String kind, Instant at) {
        return new Entry(award, kind, 1, "safety-cost", 2024, 50_000, 20_000, at, "");
    }

    public static SealedRow reporter(UUID owner, int ordinal, String personKey) {
        return new SealedRow(
                owner,
                SealedKind.REPORTER,
                ordinal,
                personKey,
                "R" + ordinal,
                1,
                "key-1",
                new byte[] {1, 2, 3},
                new byte[] {0, -1, 127},
                new byte[] {0, 1, -128, 127});
    }
}
