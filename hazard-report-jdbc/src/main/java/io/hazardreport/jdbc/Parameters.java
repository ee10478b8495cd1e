package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.ColumnType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of one statement from left to right. */
final class Parameters {

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters unit(UnitId unit) throws SQLException {
        return text(unit.value());
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    Parameters id(UUID value) throws SQLException {
        return text(value.toString());
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters number(int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    /** Cut to the millisecond here, because databases would round. */
    Parameters instant(Instant value) throws SQLException {
        statement.setObject(++index, LocalDateTime.ofInstant(value.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
        return this;
    }

    Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    /** @throws IllegalArgumentException when the value is not of the column's type */
    Parameters value(String column, ColumnType type, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, sqlType(type));
            return this;
        }
        return switch (type) {
            case CODE -> text(value instanceof UUID id ? id.toString() : cast(column, value, String.class));
            case INSTANT -> instant(cast(column, value, Instant.class));
            case NUMBER -> number((long) cast(column, value, Long.class));
            case FLAG -> flag(cast(column, value, Boolean.class));
        };
    }

    private Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    private static <T> T cast(String column, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("column " + column + " takes a " + type.getSimpleName() + ", not the "
                    + value.getClass().getSimpleName() + " " + value);
        }
        return type.cast(value);
    }

    private static int sqlType(ColumnType type) {
        return switch (type) {
            case CODE -> Types.VARCHAR;
            case INSTANT -> Types.TIMESTAMP;
            case NUMBER -> Types.BIGINT;
            case FLAG -> Types.BOOLEAN;
        };
    }
}
