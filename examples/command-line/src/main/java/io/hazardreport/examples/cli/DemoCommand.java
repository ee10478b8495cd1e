package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.Declaration;
import io.hazardreport.HazardReporting;
import io.hazardreport.ImportResult;
import io.hazardreport.Owed;
import io.hazardreport.Receipt;
import io.hazardreport.RewardDecision;
import io.hazardreport.SubmitCommand;
import io.hazardreport.TimelineEntry;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.Text;
import io.hazardreport.deadline.Due;
import io.hazardreport.exchange.LedgerFile;
import io.hazardreport.exchange.LedgerRow;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.ExplanationText;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A company's autumn in a minute: a ledger taken in, taken round the loop, rewarded and counted. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "The main job on invented data / 用虚构数据演示全过程")
final class DemoCommand extends Localised implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DATABASE = "hazard-report-demo";
    private static final Instant END = DemoScript.local("2024-12-21");

    @Option(names = "--folder", defaultValue = ".", description = "where files are written (default: here)")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Workspace.clear(folder, DATABASE);
        DemoClock clock = new DemoClock(DemoScript.local("2024-08-20"));
        try (Workspace workspace = Workspace.open(folder, DATABASE, clock)) {
            clock.set(END);
            HazardReporting reporting = workspace.reporting();
            LedgerFile file = reporting.ledgers().read(Workspace.UNIT, bundled());
            ImportResult imported;
            try (Progress progress = new Progress(say("importing"), file.rows().size())) {
                imported = reporting.ledgers().take(Workspace.UNIT, "demo", file, progress);
            }
            List<ReportId> ids = new ArrayList<>(imported.reports());
            Story story = new Story(reporting, END);
            DemoScript script = new DemoScript(reporting, story);
            List<LedgerRow> rows = file.accepted();
            script.plan(rows, ids);
            ReportId boss = boss(reporting, story);
            ids.add(boss);
            script.split();
            try (Progress progress = new Progress(say("playing"), story.size())) {
                story.run(progress::accept);
            }
            show(reporting, script, imported, ids, boss);
            ids.addAll(parts(reporting, ids));
            Books.ledger(folder.resolve("ledger.xlsx"), reporting, ids, Crew.HEAD);
            Books.returnBook(
                    folder.resolve("return-2024-12.xlsx"),
                    reporting.figures().monthlyReturn(Workspace.UNIT, YearMonth.of(2024, 12)));
            heading("files");
            print(
                    "written",
                    Map.of("file", folder.resolve("ledger.xlsx").normalize().toString()));
            print(
                    "written",
                    Map.of(
                            "file",
                            folder.resolve("return-2024-12.xlsx").normalize().toString()));
            print(
                    "written",
                    Map.of(
                            "file",
                            folder.resolve(DATABASE + ".mv.db").normalize().toString()));
        }
        return 0;
    }

    private static byte[] bundled() throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream("/demo/ledger-2024.csv")) {
            return Objects.requireNonNull(in, "demo/ledger-2024.csv").readAllBytes();
        }
    }

    /** A report about the head of the safety desk goes to the union. */
    private static ReportId boss(HazardReporting reporting, Story story) {
        Instant at = LocalDateTime.parse("2024-11-12T21:40").atZone(ZONE).toInstant();
        ReportId id = ReportId.of(UUID.fromString("0192f000-0000-7000-8000-000000000001"));
        Submission submission =
                Submission.of("安环部负责人要求不停机清理搅拌釜，多次提醒无效").withItem("P04").withPlace("合成车间");
        Declaration reporter = Declaration.named(
                "E1044",
                "（虚构）郑海",
                Confidentiality.RECEIVER_ONLY,
                Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "合成车间"));
        Receipt receipt = reporting
                .reports()
                .submit(
                        Workspace.UNIT,
                        new SubmitCommand(id, submission, List.of(reporter), List.of(PersonId.of("S001")), at));
        Instant checking = story.check(at, receipt.reportId(), Crew.UNION);
        Instant confirmed = checking.plusSeconds(70_000);
        story.act(checking.plusSeconds(40_000), id, Crew.UNION, ReportAct.of(ReportAction.HEAR, "本人陈述：当时赶工，承认未停机"));
        story.confirm(confirmed, id, Story.assessment("CONSIDERABLE", "P04", "安全生产法 54"));
        story.fixNow(confirmed, id);
        return id;
    }

    private static List<ReportId> parts(HazardReporting reporting, List<ReportId> ids) {
        return ids.stream()
                .flatMap(id -> reporting.reports().find(Workspace.UNIT, id).stream())
                .flatMap(report -> report.parts().stream())
                .toList();
    }

    private void show(
            HazardReporting reporting, DemoScript script, ImportResult imported, List<ReportId> ids, ReportId boss) {
        heading("demo-title");
        print(
                "imported",
                Map.of(
                        "rows", Integer.toString(imported.rows()),
                        "taken", Integer.toString(imported.taken()),
                        "remarked", Integer.toString(imported.remarked()),
                        "refused", Integer.toString(imported.refused()),
                        "unchanged", Integer.toString(imported.unchanged())));
        states(reporting, ids);
        routed(reporting, boss);
        timeline(reporting, Objects.requireNonNull(script.byTag().get("dispatched")), "E1006");
        due(reporting);
        awards(reporting, ids);
        funds(reporting);
        for (int month = 9; month <= 12; month++) {
            Returns.print(this, reporting.figures().monthlyReturn(Workspace.UNIT, YearMonth.of(2024, month)));
        }
    }

    private void states(HazardReporting reporting, List<ReportId> ids) {
        heading("states");
        Map<String, Integer> counts = new TreeMap<>();
        ids.forEach(id -> reporting
                .reports()
                .find(Workspace.UNIT, id)
                .ifPresent(report -> counts.merge(in(report.state().displayName()), 1, Integer::sum)));
        Columns columns = new Columns();
        counts.forEach(columns::row);
        columns.print(out());
    }

    private void routed(HazardReporting reporting, ReportId boss) {
        HazardReport report = reporting.reports().find(Workspace.UNIT, boss).orElseThrow();
        print(
                "routed",
                Map.of(
                        "receipt",
                        report.receipt().value(),
                        "desk",
                        report.submitted().desk()));
    }

    private void timeline(HazardReporting reporting, ReportId id, String reporter) {
        HazardReport report = reporting.reports().find(Workspace.UNIT, id).orElseThrow();
        heading("timeline-reporter", Map.of("receipt", report.receipt().value()));
        Columns columns = new Columns();
        for (TimelineEntry entry : reporting.timelines().of(Workspace.UNIT, id, Actor.person(reporter))) {
            String said = entry.said().isEmpty() ? "" : "「" + entry.said() + "」";
            columns.row(entry.ahead() ? Due.shown(entry.at(), ZONE) : local(entry.at()), in(entry.text()) + said);
        }
        columns.print(out());
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE).toString().replace('T', ' ').substring(0, 16);
    }

    private void due(HazardReporting reporting) {
        List<Owed> open = reporting.obligations().open(Workspace.UNIT, END);
        long overdue = open.stream().filter(Owed::overdue).count();
        heading("due", Map.of("count", Integer.toString(open.size()), "overdue", Long.toString(overdue)));
        Columns columns = new Columns().row(say("due-by"), say("receipt"), say("what"), say("who"), say("late"));
        open.stream()
                .limit(12)
                .forEach(owed -> columns.row(
                        Due.shown(owed.obligation().due(), ZONE),
                        owed.label(),
                        in(owed.text()),
                        in(owed.obligation().owner().displayName())
                                + (owed.obligation().assignee().isEmpty()
                                        ? ""
                                        : " " + owed.obligation().assignee()),
                        owed.overdue() ? say("overdue") : ""));
        columns.print(out());
        if (open.size() > 12) {
            print("more", Map.of("count", Integer.toString(open.size() - 12)));
        }
    }

    private void awards(HazardReporting reporting, List<ReportId> ids) {
        heading("awards");
        int shown = 0;
        boolean refusal = false;
        for (ReportId id : ids) {
            List<Award> awards = reporting.awards().ofReport(Workspace.UNIT, id);
            boolean refused = awards.stream().anyMatch(award -> award.terms().isRefusal());
            boolean rich = awards.size() > 1
                    || awards.stream().anyMatch(a -> a.terms().amount().fen() > 10_000);
            if (refused ? !refusal : rich && shown < 3) {
                refusal = refusal || refused;
                shown += refused ? 0 : 1;
                award(reporting, id, awards);
            }
        }
    }

    private void award(HazardReporting reporting, ReportId id, List<Award> awards) {
        HazardReport report = reporting.reports().find(Workspace.UNIT, id).orElseThrow();
        for (RewardDecision decision : reporting.awards().decisions(Workspace.UNIT, id)) {
            print(
                    "decision",
                    Map.of(
                            "receipt", report.receipt().value(),
                            "total", decision.explanation().total().toString(),
                            "scheme", decision.schemeVersion(),
                            "approval", in(decision.approval().displayName())));
            ExplanationText.of(
                            decision.explanation(),
                            reporting
                                    .schemes()
                                    .version(Workspace.UNIT, decision.schemeVersion())
                                    .schedule())
                    .forEach(line -> out().println("    " + in(line)));
        }
        for (Award award : awards) {
            Money amount = award.terms().amount();
            String yuan = amount.isPositive() ? "  " + in(Text.of(amount + " 元", amount + " yuan")) : "";
            out().println("    → " + in(award.state().displayName()) + yuan);
        }
    }

    private void funds(HazardReporting reporting) {
        heading("funds");
        Columns columns = new Columns()
                .row(say("source"), say("budget"), say("reserved"), say("committed"), say("paid"), say("coordinated"));
        for (FundStatement.Line line :
                reporting.figures().funds(Workspace.UNIT, 2024).lines()) {
            columns.row(
                    line.source(),
                    line.budget() == null ? "-" : line.budget(),
                    line.reserved(),
                    line.committed(),
                    line.paid(),
                    line.coordinated());
        }
        columns.print(out());
    }
}
