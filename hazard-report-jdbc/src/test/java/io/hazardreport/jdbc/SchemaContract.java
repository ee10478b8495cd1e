package io.hazardreport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.Samples;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tables of every database must be. */
abstract class SchemaContract {

    private static final UnitId UNIT = UnitId.of("plant-1");

    private final Databases database;
    private final JdbcSettings settings = Databases.freshSettings();
    private HikariDataSource pool;
    private JdbcSchema schema;

    SchemaContract(Databases database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        pool = database.pool();
        schema = JdbcSchema.of(pool, settings);
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void namesEveryTableThatIsMissing() {
        assertThatThrownBy(schema::check)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("table " + settings.prefix() + "event (")
                .hasMessageContaining("table " + settings.prefix() + "scheme (");
    }

    @Test
    void namesEveryColumnThatIsMissing() {
        schema.create();
        Databases.execute(pool, "alter table " + settings.prefix() + "entry drop column fen");
        Databases.execute(pool, "alter table " + settings.prefix() + "report drop column danger");

        assertThatThrownBy(schema::check)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(settings.prefix() + "entry.fen")
                .hasMessageContaining(settings.prefix() + "report.danger")
                .hasMessageNotContaining(settings.prefix() + "event");
    }

    @Test
    void isContentWithWhatItMadeItselfTwice() {
        schema.create();
        schema.create();

        assertThatCode(schema::check).doesNotThrowAnyException();
    }

    @Test
    void keepsTwoSchemasApartByTheirPrefix() {
        JdbcSettings other = Databases.freshSettings();
        schema.create();
        JdbcSchema.of(pool, other).create();

        assertThatCode(JdbcSchema.of(pool, other)::check).doesNotThrowAnyException();
    }

    @Test
    void storesUtcWhateverTheMachinesZone() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        Samples.Stream stream = Samples.stream(UNIT);
        try {
            // where the sample's time of day does not exist on the sample's date
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            try (HikariDataSource zoned = database.pool()) {
                database.createTables(zoned, settings);
                JdbcJournal.of(zoned, settings).commit(UNIT, List.of(stream.append(1)));
            }
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            try (HikariDataSource zoned = database.pool()) {
                Journal journal = JdbcJournal.of(zoned, settings);
                assertThat(journal.snapshot(UNIT, stream.id()).orElseThrow().columns())
                        .containsEntry("due_at", Samples.AT);
                assertThat(journal.events(UNIT, stream.id()).get(0).occurredAt())
                        .isEqualTo(Samples.AT);
                assertThat(storedText()).startsWith("2024-03-10 02:30:00.123");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private String storedText() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select cast(occurred_at as char(30)) from " + settings.prefix() + "event")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
