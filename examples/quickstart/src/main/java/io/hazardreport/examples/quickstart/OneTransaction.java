package io.hazardreport.examples.quickstart;

import io.hazardreport.Declaration;
import io.hazardreport.HazardReporting;
import io.hazardreport.SubmitCommand;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.KeyService;
import io.hazardreport.jdbc.ConnectionSource;
import io.hazardreport.jdbc.Dialect;
import io.hazardreport.jdbc.JdbcJournal;
import io.hazardreport.jdbc.JdbcSettings;
import io.hazardreport.report.Submission;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The host's row and the report are saved together or not at all. */
final class OneTransaction {

    private static final UnitId UNIT = UnitId.of("my-company");

    private OneTransaction() {}

    static void patrol(DataSource database, KeyService keys, ReportId id, boolean fails) throws SQLException {
        Declaration worker = Declaration.named(
                "W100", "王小明", Confidentiality.OPEN, Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "workshop-1"));
        SubmitCommand command = new SubmitCommand(id, Submission.of("护栏缺失"), List.of(worker), List.of(), null);
        // [readme]
        JdbcSettings settings = JdbcSettings.defaults().withDialect(Dialect.H2);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement patrol = connection.prepareStatement("insert into patrol (id) values (?)")) {
                patrol.setString(1, id.toString());
                patrol.executeUpdate();
                HazardReporting.of(
                                JdbcJournal.of(ConnectionSource.joining(connection), settings), keys, Clock.systemUTC())
                        .reports()
                        .submit(UNIT, command);
                failIf(fails);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
        // [/readme]
    }

    private static void failIf(boolean fails) {
        if (fails) {
            throw new IllegalStateException("the host changes its mind");
        }
    }
}
