package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.TimelineEntry;
import io.hazardreport.deadline.Due;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.report.HazardReport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What became of a report: as its reporter sees it, or as those who handle it do. */
@Command(name = "timeline", mixinStandardHelpOptions = true, description = "What became of a report / 报告办理进度")
final class TimelineCommand extends AtWorkspace implements Callable<Integer> {

    @Parameters(paramLabel = "REPORT", description = "receipt number or id")
    private String named = "";

    @Option(names = "--person", defaultValue = "", description = "the reporter; left out: the handlers' view")
    private String person = "";

    @Option(names = "--claim-code", defaultValue = "", description = "of an anonymous reporter")
    private String code = "";

    @Override
    public Integer call() {
        try (Workspace workspace = open()) {
            HazardReport report = report(workspace, named);
            List<TimelineEntry> entries = person.isEmpty() && code.isEmpty()
                    ? workspace.reporting().timelines().handled(Workspace.UNIT, report.id(), Crew.HEAD)
                    : workspace.reporting().timelines().of(Workspace.UNIT, report.id(), reporter());
            String view = person.isEmpty() && code.isEmpty() ? "timeline-handlers" : "timeline-reporter";
            heading(view, Map.of("receipt", report.receipt().value()));
            Columns columns = new Columns();
            for (TimelineEntry entry : entries) {
                String said = entry.said().isEmpty() ? "" : "「" + entry.said() + "」";
                columns.row(entry.ahead() ? Due.shown(entry.at(), ZONE) : local(entry.at()), in(entry.text()) + said);
            }
            columns.print(out());
        }
        return 0;
    }

    private Actor reporter() {
        return code.isEmpty() ? Actor.person(person) : Actor.anonymous(ClaimCode.parse(code));
    }
}
