package io.hazardreport.jdbc;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.util.Optional;

/** The table of limits that span reports. */
final class CounterTable {

    /** Bounds are worked out beforehand, so that no sum can overflow in the database. */
    private static final String ADD = """
            update {p}counter
            set used = used + ?, version = version + 1
            where unit_id = ? and limit_code = ? and period = ? and subject = ? and used <= ? and used >= ?
            """;

    private static final String INSERT = """
            insert into {p}counter (unit_id, limit_code, period, subject, used, version)
            values (?, ?, ?, ?, ?, 1)
            """;

    private static final String SELECT = """
            select used
            from {p}counter
            where unit_id = ? and limit_code = ? and period = ? and subject = ?
            """;

    private static final String HOLD = SELECT + "for update\n";

    private final String add;
    private final String insert;
    private final String select;
    private final String hold;
    private final Dialect dialect;

    CounterTable(String prefix, Dialect dialect) {
        add = Jdbc.named(prefix, ADD);
        insert = Jdbc.named(prefix, INSERT);
        select = Jdbc.named(prefix, SELECT);
        hold = Jdbc.named(prefix, HOLD);
        this.dialect = dialect;
    }

    /**
     * Whether it was within the bounds and is done. Looks first instead of updating first: in MariaDB an update that finds
     * nothing locks the gap, and two who begin a counter together would end in a deadlock.
     */
    boolean spend(Connection connection, UnitId unit, Write.Spend spend) throws SQLException {
        if (find(connection, select, unit, spend.counter()).isPresent()) {
            return add(connection, unit, spend);
        }
        boolean fitsAnEmptyCounter = spend.amount() >= 0 && spend.amount() <= spend.ceiling();
        if (fitsAnEmptyCounter && begin(connection, unit, spend)) {
            return true;
        }
        if (add(connection, unit, spend)) {
            return true;
        }
        if (fitsAnEmptyCounter && find(connection, hold, unit, spend.counter()).isEmpty()) {
            throw new SQLTransactionRollbackException(
                    "counter " + spend.counter() + " was begun after what this transaction can see", "40001");
        }
        return false;
    }

    /** False when somebody else began it first; the transaction stays usable. */
    private boolean begin(Connection connection, UnitId unit, Write.Spend spend) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Jdbc.update(
                    connection,
                    insert,
                    parameters -> key(parameters, unit, spend.counter()).number(spend.amount()));
        } catch (SQLException e) {
            if (!dialect.isDuplicate(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        return true;
    }

    private boolean add(Connection connection, UnitId unit, Write.Spend spend) throws SQLException {
        long atMost = saturatedDifference(spend.ceiling(), spend.amount());
        long atLeast = saturatedDifference(0, spend.amount());
        return Jdbc.update(
                        connection,
                        add,
                        parameters -> key(parameters.number(spend.amount()), unit, spend.counter())
                                .number(atMost)
                                .number(atLeast))
                == 1;
    }

    private static long saturatedDifference(long from, long amount) {
        long difference = from - amount;
        boolean overflows = ((from ^ amount) & (from ^ difference)) < 0;
        return !overflows ? difference : amount < 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    long used(Connection connection, UnitId unit, CounterKey counter, boolean held) throws SQLException {
        return find(connection, held ? hold : select, unit, counter).orElse(0L);
    }

    private static Optional<Long> find(Connection connection, String sql, UnitId unit, CounterKey counter)
            throws SQLException {
        return Jdbc.first(connection, sql, parameters -> key(parameters, unit, counter), row -> row.getLong("used"));
    }

    private static Parameters key(Parameters parameters, UnitId unit, CounterKey counter) throws SQLException {
        return parameters
                .unit(unit)
                .text(counter.limit())
                .text(counter.period())
                .text(counter.subject());
    }
}
