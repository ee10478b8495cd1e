package io.hazardreport.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The databases of the tests; each test works under a prefix of its own, so that nothing need be cleaned up. */
enum Databases {
    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:journal;DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        String url() {
            return Postgres.URL;
        }
    },
    MARIADB {
        @Override
        String url() {
            String url = System.getProperty(MARIADB_URL, "");
            assumeTrue(
                    !url.isEmpty(),
                    "system property " + MARIADB_URL + " is not set, such as jdbc:mariadb://host/db?user=u");
            return url;
        }
    };

    /** Where a MariaDB is, if there is one. */
    static final String MARIADB_URL = "hazard.mariadb.url";

    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static final long RUN = System.currentTimeMillis() % 1_000_000_000;

    /** Started when first needed, stopped with the JVM. */
    private static final class Postgres {
        private static final String URL = start();

        private static String start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    abstract String url();

    static JdbcSettings freshSettings() {
        return JdbcSettings.defaults().withPrefix("t" + RUN + "_" + PREFIXES.incrementAndGet() + "_");
    }

    HikariDataSource pool() {
        return new HikariDataSource(config());
    }

    HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        return config;
    }

    /** The library's tables and the one of {@link io.hazardreport.journal.Samples#KIND}. */
    void createTables(DataSource dataSource, JdbcSettings settings) {
        JdbcSchema.of(dataSource, settings).create();
        String binary = this == POSTGRESQL ? " collate \"C\"" : "";
        String instant = this == MARIADB ? "datetime(3)" : "timestamp(3)";
        execute(
                dataSource,
                "create table " + settings.prefix() + "sample (unit_id varchar(40) not null, id char(36) not null, "
                        + "version bigint not null, head_hash char(64) not null, state varchar(60) not null, "
                        + "body varchar(4000) not null, code varchar(120)" + binary + ", due_at " + instant
                        + ", amount bigint, urgent boolean, primary key (unit_id, id))"
                        + (this == MARIADB ? " default character set = utf8mb4 collate = utf8mb4_bin" : ""));
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
