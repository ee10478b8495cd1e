package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.ColumnType;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of one kind's snapshots; its statements are written once, from the columns the kind declares. */
final class SnapshotTable {

    private final StreamKind kind;
    private final Map<String, ColumnType> queryable = new LinkedHashMap<>();
    private final String insert;
    private final String update;
    private final String select;

    SnapshotTable(String prefix, StreamKind kind) {
        this.kind = kind;
        requireName(kind.table());
        kind.columns().forEach(column -> requireName(column.name()));
        queryable.put("id", ColumnType.CODE);
        queryable.put("state", ColumnType.CODE);
        kind.columns().forEach(column -> queryable.put(column.name(), column.type()));

        String table = prefix + kind.table();
        List<String> names = kind.columns().stream().map(Column::name).toList();
        insert = "insert into " + table + " (version, head_hash, state, body, "
                + names.stream().map(name -> name + ", ").collect(Collectors.joining()) + "unit_id, id)\nvalues ("
                + "?, ".repeat(names.size() + 5) + "?)";
        update = "update " + table + "\nset version = ?, head_hash = ?, state = ?, body = ?"
                + names.stream().map(name -> ", " + name + " = ?").collect(Collectors.joining())
                + "\nwhere unit_id = ? and id = ? and version = ?";
        select = "select id, version, head_hash, state, body"
                + names.stream().map(name -> ", " + name).collect(Collectors.joining()) + "\nfrom " + table
                + "\nwhere unit_id = ?";
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" as a name in storage; allowed are a-z 0-9 _, beginning with a letter");
        }
    }

    void requireColumns(Snapshot snapshot) {
        Set<String> declared = kind.columns().stream().map(Column::name).collect(Collectors.toSet());
        if (!snapshot.columns().keySet().equals(declared)) {
            throw new IllegalArgumentException("snapshot of " + snapshot.stream() + " has the columns "
                    + snapshot.columns().keySet() + ", its kind "
                    + new TreeSet<>(declared));
        }
    }

    /** Fails with a duplicate when the stream is there. */
    void insert(Connection connection, UnitId unit, Snapshot snapshot) throws SQLException {
        Jdbc.update(
                connection,
                insert,
                parameters -> content(parameters, snapshot)
                        .unit(unit)
                        .id(snapshot.stream().id()));
    }

    /** Whether the stream was still at the version. */
    boolean update(Connection connection, UnitId unit, Snapshot snapshot, long expectedVersion) throws SQLException {
        return Jdbc.update(
                        connection,
                        update,
                        parameters -> content(parameters, snapshot)
                                .unit(unit)
                                .id(snapshot.stream().id())
                                .number(expectedVersion))
                == 1;
    }

    private Parameters content(Parameters parameters, Snapshot snapshot) throws SQLException {
        parameters
                .number(snapshot.version())
                .text(snapshot.headHash())
                .text(snapshot.state())
                .text(snapshot.body().toJson());
        for (Column column : kind.columns()) {
            parameters.value(column.name(), column.type(), snapshot.columns().get(column.name()));
        }
        return parameters;
    }

    Optional<Snapshot> find(Connection connection, UnitId unit, StreamId stream) throws SQLException {
        return Jdbc.first(
                connection,
                select + " and id = ?",
                parameters -> parameters.unit(unit).id(stream.id()),
                this::read);
    }

    List<Snapshot> select(Connection connection, UnitId unit, List<Condition> conditions, String orderBy, int limit)
            throws SQLException {
        type(orderBy);
        StringBuilder sql = new StringBuilder(select);
        conditions.forEach(condition -> sql.append(" and ").append(sql(condition)));
        sql.append("\norder by ").append(order(conditions, orderBy)).append("\nlimit ?");
        return Jdbc.list(
                connection,
                sql.toString(),
                parameters -> {
                    parameters.unit(unit);
                    for (Condition condition : conditions) {
                        for (Object value : condition.values()) {
                            parameters.value(condition.column(), type(condition.column()), value);
                        }
                    }
                    parameters.number(limit);
                },
                this::read);
    }

    private String sql(Condition condition) {
        type(condition.column());
        int values = condition.values().size();
        if (values == 0 || (values > 1 && condition.test() != Condition.Test.IN)) {
            throw new IllegalArgumentException(
                    values + " values to compare " + condition.column() + " with: " + condition);
        }
        return condition.column()
                + switch (condition.test()) {
                    case EQUAL -> " = ?";
                    case IN -> " in (" + "?, ".repeat(values - 1) + "?)";
                    case BEFORE -> " < ?";
                    case AT_LEAST -> " >= ?";
                };
    }

    /** Databases disagree on where nulls come; where a condition excludes them, the index may give the order. */
    private static String order(List<Condition> conditions, String orderBy) {
        boolean neverNull = orderBy.equals("id")
                || orderBy.equals("state")
                || conditions.stream().anyMatch(condition -> condition.column().equals(orderBy));
        String byColumn = neverNull ? orderBy : orderBy + " is null, " + orderBy;
        return orderBy.equals("id") ? byColumn : byColumn + ", id";
    }

    private ColumnType type(String column) {
        ColumnType type = queryable.get(column);
        if (type == null) {
            throw new IllegalArgumentException(
                    "no column " + column + " in " + kind.table() + "; there are " + queryable.keySet());
        }
        return type;
    }

    private Snapshot read(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (Column column : kind.columns()) {
            columns.put(column.name(), value(row, column));
        }
        return new Snapshot(
                new StreamId(kind, Jdbc.id(row, "id")),
                row.getLong("version"),
                row.getString("head_hash"),
                row.getString("state"),
                columns,
                Payload.parse(row.getString("body")));
    }

    private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
        Object value = switch (column.type()) {
            case CODE -> row.getString(column.name());
            case INSTANT -> Jdbc.nullableInstant(row, column.name());
            case NUMBER -> row.getLong(column.name());
            case FLAG -> row.getBoolean(column.name());
        };
        return row.wasNull() ? null : value;
    }
}
