package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The insert-only table of all loops' events. */
final class EventTable {

    private static final int FETCH_SIZE = 500;

    private static final String INSERT = """
            insert into {p}event (unit_id, stream_kind, stream_id, seq, type, type_version, occurred_at, recorded_at,
                actor, role, scheme_version, from_state, to_state, request_id, payload, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            select stream_id, seq, type, type_version, occurred_at, recorded_at,
                actor, role, scheme_version, from_state, to_state, request_id, payload, hash
            from {p}event
            """;

    private static final String OF_STREAM = """
            where unit_id = ? and stream_kind = ? and stream_id = ?
            order by seq
            """;

    private static final String OF_KIND = """
            where unit_id = ? and stream_kind = ? and occurred_at < ?
            order by stream_id, seq
            """;

    private final String insert;
    private final String ofStream;
    private final String ofKind;

    EventTable(String prefix) {
        insert = Jdbc.named(prefix, INSERT);
        ofStream = Jdbc.named(prefix, SELECT + OF_STREAM);
        ofKind = Jdbc.named(prefix, SELECT + OF_KIND);
    }

    void insert(Connection connection, UnitId unit, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Event event : events) {
                new Parameters(statement)
                        .unit(unit)
                        .text(event.stream().kind().code())
                        .id(event.stream().id())
                        .number(event.seq())
                        .text(event.type())
                        .number(event.typeVersion())
                        .instant(event.occurredAt())
                        .instant(event.recordedAt())
                        .text(event.actor())
                        .text(event.role())
                        .text(event.schemeVersion())
                        .text(event.fromState())
                        .text(event.toState())
                        .text(event.requestId())
                        .text(event.payload().toJson())
                        .text(event.hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Event> ofStream(Connection connection, UnitId unit, StreamId stream) throws SQLException {
        return Jdbc.list(
                connection,
                ofStream,
                parameters -> parameters.unit(unit).text(stream.kind().code()).id(stream.id()),
                row -> read(row, unit, stream.kind()));
    }

    /** Row by row, so that a year's events need not fit into memory. */
    void each(Connection connection, UnitId unit, StreamKind kind, Instant until, Consumer<Event> consumer)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ofKind)) {
            statement.setFetchSize(FETCH_SIZE);
            new Parameters(statement).unit(unit).text(kind.code()).instant(until);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(read(rows, unit, kind));
                }
            }
        }
    }

    private static Event read(ResultSet row, UnitId unit, StreamKind kind) throws SQLException {
        return new Event(
                unit,
                new StreamId(kind, Jdbc.id(row, "stream_id")),
                row.getLong("seq"),
                row.getString("type"),
                row.getInt("type_version"),
                Jdbc.instant(row, "occurred_at"),
                Jdbc.instant(row, "recorded_at"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("scheme_version"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("request_id"),
                Payload.parse(row.getString("payload")),
                row.getString("hash"));
    }
}
