package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.Actor;
import io.hazardreport.AwardCommand;
import io.hazardreport.DecideCommand;
import io.hazardreport.Declaration;
import io.hazardreport.HazardReporting;
import io.hazardreport.ReportCommand;
import io.hazardreport.SubmitCommand;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsCommandTest {

    @TempDir
    Path folder;

    @Test
    void financeGathersTakesTheFileAlongAndHandsItBackFilledIn() throws IOException {
        try (Workspace workspace = Workspace.open(folder, "hazard-report", Clock.systemUTC())) {
            makePayable(workspace.reporting());
        }
        Shell gathered = payments("--gather");
        assertThat(gathered.out()).contains("王小明", "W100", "100.00", "安全生产费用", "待付");
        String number = gathered.out().replaceAll("(?s).*(\\d{8}-[0-9A-Z]{6}-[0-9A-Z]).*", "$1");
        assertThat(payments("--batch", number, "--format", "xlsx").out()).contains("payments-" + number + ".xlsx");
        assertThat(payments("--batch", number, "--format", "csv").exit()).isZero();
        Path file = folder.resolve("payments-" + number + ".csv");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\r\n" + lines.get(1).replaceAll(",,,$", ",记-7,已付,") + "\r\n");
        Shell confirmed = payments("--confirm", file.toString());
        assertThat(confirmed.out()).contains("已登记 1，拒收 0");
        assertThat(payments("--confirm", file.toString()).out()).contains("已登记 0，拒收 0，未变化或未填写 1");
        assertThat(payments("--batch", number).out()).contains("已付");
        assertThat(payments().out()).contains(number);
        assertThat(payments("--gather").exit()).isEqualTo(2);
    }

    private Shell payments(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "payments";
        all[1] = "--folder";
        all[2] = folder.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return Shell.run(all);
    }

    private static void makePayable(HazardReporting reporting) {
        ReportId id = ReportId.of(UUID.randomUUID());
        Standing standing = Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "workshop-1");
        Declaration worker = Declaration.named("W100", "王小明", Confidentiality.RECEIVER_ONLY, standing);
        reporting
                .reports()
                .submit(
                        Workspace.UNIT,
                        new SubmitCommand(id, Submission.of("灭火器失压"), List.of(worker), List.of(), null));
        Actor receiver = Actor.person("S001", Role.RECEIVER);
        Actor verifier = Actor.person("V001", Role.VERIFIER);
        does(reporting, id, receiver, ReportAct.admit());
        does(reporting, id, receiver, ReportAct.startVerification("V001", "V002"));
        does(reporting, id, verifier, FollowUp.talkByDelegate("安办〔2024〕1号", "已核对"));
        does(
                reporting,
                id,
                verifier,
                ReportAct.confirm(Assessment.of(LegalGrade.GENERAL, "GENERAL", "E99", "GB 50140")));
        HazardReport report = reporting.reports().find(Workspace.UNIT, id).orElseThrow();
        Actor adjudicator = Actor.person("A001", Role.ADJUDICATOR);
        reporting.awards().decide(Workspace.UNIT, DecideCommand.plain(id, report.version(), "decide", adjudicator));
        Award award = reporting.awards().ofReport(Workspace.UNIT, id).get(0);
        Award approved = reporting
                .awards()
                .perform(
                        Workspace.UNIT,
                        new AwardCommand(
                                award.id(),
                                award.version(),
                                "approve",
                                Actor.person("H001", Role.SAFETY_HEAD),
                                AwardAct.of(AwardAction.APPROVE),
                                null));
        reporting
                .awards()
                .perform(
                        Workspace.UNIT,
                        new AwardCommand(
                                award.id(),
                                approved.version(),
                                "payable",
                                adjudicator,
                                AwardAct.of(AwardAction.MAKE_PAYABLE),
                                null));
    }

    private static void does(HazardReporting reporting, ReportId id, Actor actor, ReportAct act) {
        long version =
                reporting.reports().find(Workspace.UNIT, id).orElseThrow().version();
        reporting.reports().perform(Workspace.UNIT, new ReportCommand(id, version, "r-" + version, actor, act, null));
    }
}
