package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.Samples;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.Write;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal inside a host's transaction must leave to the host. */
abstract class JoiningContract {

    private static final UnitId UNIT = UnitId.of("plant-1");
    private static final CounterKey MONTH = new CounterKey("cap", "2024-10", "p1");
    private static final Write.Claim CLAIM = new Write.Claim("receipt|1", UUID.randomUUID(), 1);

    final Databases database;
    private final JdbcSettings settings = Databases.freshSettings();
    private HikariDataSource pool;
    private Connection hosts;
    private Journal joined;
    private Journal owned;

    JoiningContract(Databases database) {
        this.database = database;
    }

    @BeforeEach
    void beginAHostsTransaction() throws SQLException {
        pool = database.pool();
        database.createTables(pool, settings);
        Databases.execute(pool, "create table " + settings.prefix() + "host (name varchar(20))");
        hosts = pool.getConnection();
        hosts.setAutoCommit(false);
        joined = JdbcJournal.of(ConnectionSource.joining(hosts), settings);
        owned = JdbcJournal.of(pool, settings);
    }

    @AfterEach
    void end() throws SQLException {
        if (hosts != null) {
            hosts.rollback();
            hosts.close();
        }
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void leavesNothingWhenTheHostRollsBack() throws SQLException {
        Samples.Stream stream = Samples.stream(UNIT);
        joined.commit(UNIT, List.of(stream.append(2), CLAIM, new Write.Spend(MONTH, 5, 10)));
        assertThat(joined.snapshot(UNIT, stream.id())).isPresent();

        hosts.rollback();

        assertThat(owned.snapshot(UNIT, stream.id())).isEmpty();
        assertThat(owned.events(UNIT, stream.id())).isEmpty();
        assertThat(owned.claim(UNIT, CLAIM.uniqueKey())).isEmpty();
        assertThat(owned.used(UNIT, MONTH)).isZero();
    }

    @Test
    void isCommittedByTheHostAndNotBefore() throws SQLException {
        joined.commit(UNIT, List.of(CLAIM));
        assertThat(owned.claim(UNIT, CLAIM.uniqueKey())).isEmpty();

        hosts.commit();

        assertThat(owned.claim(UNIT, CLAIM.uniqueKey())).contains(CLAIM);
        assertThat(hosts.getAutoCommit()).isFalse();
        assertThat(hosts.isClosed()).isFalse();
    }

    @Test
    void leavesTheHostsTransactionUsableAfterEveryRefusal() throws SQLException {
        Samples.Stream stream = Samples.stream(UNIT);
        Write.Append first = stream.append(1);
        owned.commit(UNIT, List.of(CLAIM, first, new Write.Spend(MONTH, 5, 10)));
        Write.Append second = stream.append(1);
        owned.commit(UNIT, List.of(second));
        hostWrites("before");

        assertThat(joined.commit(UNIT, List.of(CLAIM))).isInstanceOf(Outcome.Taken.class);
        assertThat(joined.commit(UNIT, List.of(first))).isInstanceOf(Outcome.Stale.class);
        assertThat(joined.commit(UNIT, List.of(second))).isInstanceOf(Outcome.Stale.class);
        assertThat(joined.commit(UNIT, List.of(new Write.Spend(MONTH, 6, 10))))
                .isInstanceOf(Outcome.LimitReached.class);
        hostWrites("after");
        hosts.commit();

        assertThat(hostsRows()).isEqualTo(2);
    }

    @Test
    void undoesOnlyItsOwnPartWhenItRefuses() throws SQLException {
        Samples.Stream stream = Samples.stream(UNIT);
        joined.commit(UNIT, List.of(new Write.Spend(MONTH, 5, 10)));

        joined.commit(UNIT, List.of(stream.append(1), new Write.Spend(MONTH, 6, 10)));
        hosts.commit();

        assertThat(owned.used(UNIT, MONTH)).isEqualTo(5);
        assertThat(owned.snapshot(UNIT, stream.id())).isEmpty();
    }

    @Test
    void leavesTheHostsTransactionUsableAfterMisuse() throws SQLException {
        hostWrites("before");

        assertThatThrownBy(() -> joined.commit(UNIT, List.of(new Write.Claim("k".repeat(300), UUID.randomUUID(), 1))))
                .isInstanceOf(StorageException.class);
        hosts.commit();

        assertThat(hostsRows()).isEqualTo(1);
    }

    @Test
    void holdsACounterItHasReadUntilTheHostIsDone() throws Exception {
        owned.commit(UNIT, List.of(new Write.Spend(MONTH, 5, 10)));
        assertThat(joined.used(UNIT, MONTH)).isEqualTo(5);

        CompletableFuture<Outcome> other =
                CompletableFuture.supplyAsync(() -> owned.commit(UNIT, List.of(new Write.Spend(MONTH, 5, 10))));
        joined.commit(UNIT, List.of(new Write.Spend(MONTH, 5, 10)));
        hosts.commit();

        assertThat(other.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.LimitReached.class);
        assertThat(owned.used(UNIT, MONTH)).isEqualTo(10);
    }

    @Test
    void neverLosesACounterBegunAfterTheHostsFirstLook() throws SQLException {
        hosts.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(joined.claim(UNIT, CLAIM.uniqueKey())).isEmpty();
        owned.commit(UNIT, List.of(new Write.Spend(MONTH, 5, 10)));

        try {
            assertThat(joined.commit(UNIT, List.of(new Write.Spend(MONTH, 6, 10))))
                    .isInstanceOf(Outcome.LimitReached.class);
        } catch (StaleReportException e) {
            assertThat(e.transactionLost()).isTrue();
        }
        hosts.rollback();
        assertThat(owned.used(UNIT, MONTH)).isEqualTo(5);
    }

    @Test
    void refusesAConnectionWithAutoCommit() throws SQLException {
        hosts.rollback();
        hosts.setAutoCommit(true);

        assertThatThrownBy(() -> joined.commit(UNIT, List.of(CLAIM))).isInstanceOf(IllegalStateException.class);
        hosts.setAutoCommit(false);
    }

    @Test
    void refusesToMakeTablesInsideATransaction() {
        JdbcSchema schema = JdbcSchema.of(ConnectionSource.joining(hosts), settings);

        assertThatThrownBy(schema::create).isInstanceOf(IllegalStateException.class);
        schema.check();
    }

    private void hostWrites(String name) throws SQLException {
        try (Statement statement = hosts.createStatement()) {
            statement.execute("insert into " + settings.prefix() + "host values ('" + name + "')");
        }
    }

    private int hostsRows() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + settings.prefix() + "host")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
