package io.hazardreport.examples.spring;

import io.hazardreport.Declaration;
import io.hazardreport.HazardReporting;
import io.hazardreport.SubmitCommand;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The host's own business: a patrol is noted, and what the worker saw is reported, in one transaction. */
@Service
public class Patrols {

    public static final UnitId UNIT = UnitId.of("host-company");

    private final JdbcTemplate jdbc;
    private final HazardReporting reporting;

    public Patrols(JdbcTemplate jdbc, HazardReporting reporting) {
        this.jdbc = jdbc;
        this.reporting = reporting;
        jdbc.execute("create table if not exists patrol (id varchar(36) primary key, note varchar(200))");
        reporting.schemes().load(UNIT, ExampleScheme.json());
    }

    @Transactional
    public void patrol(ReportId id, String seen, boolean fails) {
        jdbc.update("insert into patrol (id, note) values (?, ?)", id.toString(), "patrol");
        Standing standing = Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "workshop-1");
        Declaration worker = Declaration.named("W100", "王小明", Confidentiality.RECEIVER_ONLY, standing);
        reporting.reports().submit(UNIT, new SubmitCommand(id, Submission.of(seen), List.of(worker), List.of(), null));
        if (fails) {
            throw new IllegalStateException("the host changes its mind");
        }
    }

    @Transactional
    public void patrolTwice(ReportId id, String seen) {
        patrol(id, seen, false);
        jdbc.update(
                "insert into patrol (id, note) values (?, ?)",
                "after-" + id.toString().substring(0, 20),
                "after");
        Standing standing = Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "workshop-1");
        Declaration worker = Declaration.named("W100", "王小明", Confidentiality.RECEIVER_ONLY, standing);
        reporting.reports().submit(UNIT, new SubmitCommand(id, Submission.of(seen), List.of(worker), List.of(), null));
    }
}
