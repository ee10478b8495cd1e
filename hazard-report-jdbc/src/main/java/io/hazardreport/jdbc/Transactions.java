package io.hazardreport.jdbc;

import io.hazardreport.base.HazardReportException;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.StaleReportException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs work in a transaction of its own or inside the host's, and says what a failure means. */
final class Transactions {

    private static final int ATTEMPTS = 6;

    /** Something done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something read, told whether a host's transaction is running. */
    interface Read<T> {
        T on(Connection connection, boolean joined) throws SQLException;
    }

    /** Rows passed on one by one. */
    interface Streaming {
        void on(Connection connection) throws SQLException;
    }

    private record Lease(ConnectionSource source, Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            source.release(connection);
        }
    }

    /** Auto-commit off until closed, then as it was. */
    private record ManualCommit(Connection connection, boolean before) implements AutoCloseable {
        static ManualCommit on(Connection connection) throws SQLException {
            boolean before = connection.getAutoCommit();
            if (before) {
                connection.setAutoCommit(false);
            }
            return new ManualCommit(connection, before);
        }

        @Override
        public void close() throws SQLException {
            if (before) {
                connection.setAutoCommit(true);
            }
        }
    }

    private final ConnectionSource source;
    private final Dialect dialect;

    Transactions(ConnectionSource source, JdbcSettings settings) {
        this.source = source;
        this.dialect = settings.dialect().orElseGet(() -> detected(source));
    }

    private static Dialect detected(ConnectionSource source) {
        try (Lease lease = new Lease(source, source.connection())) {
            return Dialect.detect(lease.connection());
        } catch (SQLException e) {
            throw new StorageException("the database could not be asked what it is", e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Commits what was saved; anything else leaves no trace and, in a host's transaction, leaves that usable. */
    Outcome write(Work<Outcome> work) {
        try (Lease lease = new Lease(source, source.connection())) {
            return source.joined(lease.connection())
                    ? writeJoined(lease.connection(), work)
                    : writeOwned(lease.connection(), work);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Outcome writeJoined(Connection connection, Work<Outcome> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Outcome outcome;
        try {
            outcome = work.on(connection);
        } catch (SQLException | RuntimeException e) {
            attempt(() -> connection.rollback(before), e);
            throw e;
        }
        if (outcome instanceof Outcome.Saved) {
            connection.releaseSavepoint(before);
        } else {
            connection.rollback(before);
        }
        return outcome;
    }

    private Outcome writeOwned(Connection connection, Work<Outcome> work) throws SQLException {
        try (ManualCommit manual = ManualCommit.on(connection)) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return writeOnce(manual.connection(), work);
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || !dialect.isLost(e)) {
                        throw e;
                    }
                }
                pause(attempt);
            }
        }
    }

    private static Outcome writeOnce(Connection connection, Work<Outcome> work) throws SQLException {
        try {
            Outcome outcome = work.on(connection);
            if (outcome instanceof Outcome.Saved) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return outcome;
        } catch (SQLException | RuntimeException e) {
            attempt(connection::rollback, e);
            throw e;
        }
    }

    /** Those who collided once must not collide again in step. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(500, 5_000L << attempt)));
    }

    <T> T read(Read<T> read) {
        try (Lease lease = new Lease(source, source.connection())) {
            Connection connection = lease.connection();
            if (source.joined(connection)) {
                return read.on(connection, true);
            }
            if (connection.getAutoCommit()) {
                return read.on(connection, false);
            }
            return readOnce(connection, read);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** As {@link #read}, but always inside a transaction, because PostgreSQL only streams rows there. */
    void stream(Streaming streaming) {
        Read<Boolean> read = (connection, joined) -> {
            streaming.on(connection);
            return joined;
        };
        try (Lease lease = new Lease(source, source.connection())) {
            if (source.joined(lease.connection())) {
                read.on(lease.connection(), true);
                return;
            }
            try (ManualCommit manual = ManualCommit.on(lease.connection())) {
                readOnce(manual.connection(), read);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static <T> T readOnce(Connection connection, Read<T> read) throws SQLException {
        T result;
        try {
            result = read.on(connection, false);
        } catch (SQLException | RuntimeException e) {
            attempt(connection::rollback, e);
            throw e;
        }
        connection.rollback();
        return result;
    }

    private interface Step {
        void take() throws SQLException;
    }

    private static void attempt(Step step, Exception reason) {
        try {
            step.take();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private HazardReportException failure(SQLException e) {
        return dialect.isLost(e)
                ? new StaleReportException("the database gave up the transaction: " + e.getMessage(), e)
                : new StorageException("the database refused: " + e.getMessage(), e);
    }
}
