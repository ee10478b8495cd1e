package io.hazardreport;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One stored event, with all its columns, as a line of canonical JSON.
 *
 * @param variant tells apart forms of one type and version; empty for the usual one
 * @param previous the hash of the event before it
 */
record GoldenEvent(Event event, String variant, String previous) {

    static final Instant AT = Instant.parse("2024-09-27T01:23:45.678Z");
    private static final Instant RECORDED = Instant.parse("2024-09-27T01:23:47.901Z");

    /** The hash of an event that is not told here. */
    private static final String BEFORE = "4f1d3c2b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0ab";

    /** An event as the services make it. */
    static GoldenEvent of(
            StreamId stream,
            long seq,
            String type,
            String variant,
            String actor,
            Role role,
            String from,
            String to,
            Payload payload) {
        String previous = seq == 1 ? Event.NO_HASH : BEFORE;
        Event event = new Journaling(Plant.UNIT, "request-" + seq, RECORDED)
                .event(stream, seq - 1, previous, type, AT, actor, role, "2024-1", from, to, payload);
        return new GoldenEvent(event, variant, previous);
    }

    /** {@code kind/TYPE.vN.json} or {@code kind/TYPE.vN-variant.json}. */
    String file() {
        return event.stream().kind().code() + "/" + event.type() + ".v" + event.typeVersion()
                + (variant.isEmpty() ? "" : "-" + variant) + ".json";
    }

    String json() {
        return Payload.builder()
                .put("unit_id", event.unit().value())
                .put("stream_kind", event.stream().kind().code())
                .put("stream_id", event.stream().id().toString())
                .put("seq", event.seq())
                .put("type", event.type())
                .put("type_version", event.typeVersion())
                .put("occurred_at", event.occurredAt())
                .put("recorded_at", event.recordedAt())
                .put("actor", event.actor())
                .put("role", event.role())
                .put("scheme_version", event.schemeVersion())
                .put("from_state", event.fromState())
                .put("to_state", event.toState())
                .put("request_id", event.requestId())
                .put("payload", event.payload())
                .put("previous_hash", previous)
                .put("hash", event.hash())
                .build()
                .toJson();
    }

    /** @param kinds by code */
    static GoldenEvent read(String file, String json, Map<String, StreamKind> kinds) {
        Payload row = Payload.parse(json);
        Event event = new Event(
                UnitId.of(row.required("unit_id")),
                new StreamId(kinds.get(row.required("stream_kind")), UUID.fromString(row.required("stream_id"))),
                row.number("seq"),
                row.required("type"),
                (int) row.number("type_version"),
                row.instant("occurred_at").orElseThrow(),
                row.instant("recorded_at").orElseThrow(),
                row.required("actor"),
                row.required("role"),
                row.string("scheme_version"),
                row.string("from_state"),
                row.required("to_state"),
                row.string("request_id"),
                row.object("payload"),
                row.required("hash"));
        String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        int dash = name.indexOf('-');
        return new GoldenEvent(event, dash < 0 ? "" : name.substring(dash + 1), row.required("previous_hash"));
    }
}
