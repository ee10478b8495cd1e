package io.hazardreport.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The few shapes in which statements are run and rows are read. */
final class Jdbc {

    /** Sets a statement's parameters. */
    interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Makes something of the row the result set stands on. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Jdbc() {}

    /** The statement with the prefix in the place of each {@code {p}}. */
    static String named(String prefix, String sql) {
        return sql.replace("{p}", prefix);
    }

    static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
                return read;
            }
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        return list(connection, sql, binding, reading).stream().findFirst();
    }

    /** Instants are stored as the date and time of day in UTC, whatever zone the machine, driver or server is in. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }
}
