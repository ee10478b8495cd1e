package io.hazardreport.examples.quickstart;

import io.hazardreport.Actor;
import io.hazardreport.Declaration;
import io.hazardreport.HazardReporting;
import io.hazardreport.Receipt;
import io.hazardreport.ReportCommand;
import io.hazardreport.SubmitCommand;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.jdbc.JdbcJournal;
import io.hazardreport.jdbc.JdbcSchema;
import io.hazardreport.jdbc.JdbcSettings;
import io.hazardreport.loop.Role;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A worker reports, the desk admits, the worker looks what became of it. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] arguments) {
        run(JdbcConnectionPool.create("jdbc:h2:mem:quickstart;DB_CLOSE_DELAY=-1", "sa", ""), Path.of("vault.keys"));
    }

    static void run(DataSource database, Path keys) {
        // [readme]
        // once, at start: tables, library, the company's rule
        JdbcSettings settings = JdbcSettings.defaults();
        JdbcSchema.of(database, settings).create();
        HazardReporting reporting = HazardReporting.of(
                JdbcJournal.of(database, settings), FileKeyService.openOrCreate(keys), Clock.systemUTC());
        UnitId unit = UnitId.of("my-company");
        reporting.schemes().load(unit, ExampleScheme.json());

        // a dispatched worker reports; one line of text is enough
        Standing standing = Standing.of(JobRole.OPERATIVE, Employment.DISPATCHED, "workshop-1")
                .withAgency("agency");
        Declaration wang = Declaration.named("W100", "王小明", Confidentiality.RECEIVER_ONLY, standing);
        Submission submission = Submission.of("二号泵联轴器没有防护罩").withPlace("合成车间");
        ReportId id = ReportId.of(UUID.randomUUID());
        Receipt receipt =
                reporting.reports().submit(unit, new SubmitCommand(id, submission, List.of(wang), List.of(), null));
        System.out.println("receipt " + receipt.receipt());

        // the desk admits; what is not allowed is told, and nothing changes
        Actor desk = Actor.person("S001", Role.RECEIVER);
        ReportCommand tooEarly = new ReportCommand(id, 1, "request-1", desk, ReportAct.acceptRecheck(), null);
        reporting.reports().check(unit, tooEarly).forEach(System.out::println);
        reporting.reports().perform(unit, new ReportCommand(id, 1, "request-2", desk, ReportAct.admit(), null));

        // the worker sees every step, and what comes next
        reporting
                .timelines()
                .of(unit, id, Actor.person("W100"))
                .forEach(entry -> System.out.println(entry.at() + "  " + entry.text()));
        // [/readme]
    }
}
