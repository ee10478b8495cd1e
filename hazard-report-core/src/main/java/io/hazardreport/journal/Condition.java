package io.hazardreport.journal;

import java.util.List;

/**
 * A test on one column of a snapshot ({@code id} and {@code state} included). Values are of the column's type; a column
 * without a value passes none of them.
 */
public record Condition(String column, Test test, List<Object> values) {

    /** How the column is compared. */
    public enum Test {
        EQUAL,
        IN,
        BEFORE,
        AT_LEAST
    }

    public Condition {
        values = List.copyOf(values);
    }

    public static Condition equal(String column, Object value) {
        return new Condition(column, Test.EQUAL, List.of(value));
    }

    /** At least one value. */
    public static Condition in(String column, List<?> values) {
        return new Condition(column, Test.IN, List.copyOf(values));
    }

    /** Strictly smaller. */
    public static Condition before(String column, Object value) {
        return new Condition(column, Test.BEFORE, List.of(value));
    }

    public static Condition atLeast(String column, Object value) {
        return new Condition(column, Test.AT_LEAST, List.of(value));
    }
}
