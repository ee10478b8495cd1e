package io.hazardreport.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.JournalContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The journal's contract over one pool of one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcContract extends JournalContract {

    private final Databases database;
    private final String isolation;
    private final boolean autoCommit;
    private HikariDataSource pool;

    JdbcContract(Databases database, String isolation, boolean autoCommit) {
        this.database = database;
        this.isolation = isolation;
        this.autoCommit = autoCommit;
    }

    @BeforeAll
    void openPool() {
        HikariConfig config = database.config();
        config.setTransactionIsolation(isolation);
        config.setAutoCommit(autoCommit);
        pool = new HikariDataSource(config);
    }

    @AfterAll
    void closePool() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    protected Journal open() {
        JdbcSettings settings = Databases.freshSettings();
        database.createTables(pool, settings);
        return JdbcJournal.of(pool, settings);
    }
}
