package io.hazardreport.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A family of databases that take the same table definitions and report the same errors. */
public enum Dialect {
    H2,
    POSTGRESQL,
    /** MySQL too. */
    MARIADB;

    /**
     * The dialect of a database by its product name.
     *
     * @throws StorageException when the product is not known, with those that are
     */
    public static Dialect of(String product) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.products().stream().anyMatch(product::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new StorageException("unknown database \"" + product + "\"; known are "
                        + Arrays.stream(values())
                                .flatMap(dialect -> dialect.products().stream())
                                .toList()
                        + ". For one that speaks like another, set the dialect to one of "
                        + Arrays.toString(values())));
    }

    static Dialect detect(Connection connection) throws SQLException {
        return of(connection.getMetaData().getDatabaseProductName());
    }

    private List<String> products() {
        return switch (this) {
            case H2 -> List.of("H2");
            case POSTGRESQL -> List.of("PostgreSQL");
            case MARIADB -> List.of("MariaDB", "MySQL");
        };
    }

    /** Where this dialect's table definitions lie in the jar. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a unique key was there already. */
    boolean isDuplicate(SQLException failure) {
        return switch (this) {
            case H2, POSTGRESQL -> is(failure, cause -> hasState(cause, Set.of("23505")));
            case MARIADB -> is(failure, cause -> cause.getErrorCode() == 1062);
        };
    }

    /** Whether the database gave the transaction up for the sake of another one. */
    boolean isLost(SQLException failure) {
        return switch (this) {
            case H2 ->
                is(
                        failure,
                        cause -> hasState(cause, Set.of("40001"))
                                || Set.of(50200, 90131).contains(cause.getErrorCode()));
            case POSTGRESQL -> is(failure, cause -> hasState(cause, Set.of("40001", "40P01", "55P03")));
            case MARIADB ->
                is(
                        failure,
                        cause -> hasState(cause, Set.of("40001"))
                                || Set.of(1213, 1205, 1020).contains(cause.getErrorCode()));
        };
    }

    private static boolean hasState(SQLException failure, Set<String> states) {
        String state = failure.getSQLState();
        return state != null && states.contains(state);
    }

    /** A batch's failure carries its reason in the exception chained to it. */
    private static boolean is(SQLException failure, Predicate<SQLException> reason) {
        return Stream.iterate(failure, cause -> cause != null, SQLException::getNextException)
                .anyMatch(reason);
    }
}
