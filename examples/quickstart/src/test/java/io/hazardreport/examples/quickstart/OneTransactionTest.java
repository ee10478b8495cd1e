package io.hazardreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.HazardReporting;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.identity.KeyService;
import io.hazardreport.jdbc.JdbcJournal;
import io.hazardreport.jdbc.JdbcSchema;
import io.hazardreport.jdbc.JdbcSettings;
import io.hazardreport.scheme.ExampleScheme;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTransactionTest {

    private static final UnitId UNIT = UnitId.of("my-company");

    @Test
    void savesTheHostsRowAndTheReportTogetherOrNotAtAll(@TempDir Path folder) throws SQLException {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:one-transaction;DB_CLOSE_DELAY=-1", "sa", "");
        KeyService keys = FileKeyService.openOrCreate(folder.resolve("vault.keys"));
        JdbcSchema.of(database, JdbcSettings.defaults()).create();
        HazardReporting reporting =
                HazardReporting.of(JdbcJournal.of(database, JdbcSettings.defaults()), keys, Clock.systemUTC());
        reporting.schemes().load(UNIT, ExampleScheme.json());
        execute(database, "create table patrol (id varchar(36) primary key)");
        ReportId kept = ReportId.of(UUID.randomUUID());
        ReportId dropped = ReportId.of(UUID.randomUUID());

        OneTransaction.patrol(database, keys, kept, false);
        assertThatThrownBy(() -> OneTransaction.patrol(database, keys, dropped, true))
                .hasMessage("the host changes its mind");

        assertThat(patrols(database)).isEqualTo(1);
        assertThat(reporting.reports().find(UNIT, kept)).isPresent();
        assertThat(reporting.reports().find(UNIT, dropped)).isEmpty();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int patrols(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from patrol")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
