package io.hazardreport.report;

import io.hazardreport.base.ReportId;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.EventTypes;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored beside a report's events so that reports can be asked for. */
final class ReportSnapshot {

    /** How reports are stored and queried. */
    static final StreamKind KIND = new StreamKind(
            "report",
            "report",
            List.of(
                    Column.code("receipt"),
                    Column.code("kind"),
                    Column.code("source"),
                    Column.code("channel"),
                    Column.code("item"),
                    Column.code("hazard_class"),
                    Column.code("grade"),
                    Column.code("tier"),
                    Column.flag("suspected_major"),
                    Column.code("branch"),
                    Column.code("job_role"),
                    Column.code("employment"),
                    Column.code("department"),
                    Column.number("reporters"),
                    Column.instant("submitted_at"),
                    Column.code("shift"),
                    Column.instant("admitted_at"),
                    Column.instant("confirmed_at"),
                    Column.instant("closed_at"),
                    Column.instant("ended_at"),
                    Column.number("recheck_rounds"),
                    Column.flag("danger"),
                    Column.flag("fixed_on_spot"),
                    Column.flag("suggestion"),
                    Column.flag("suggestion_adopted"),
                    Column.flag("imported"),
                    Column.code("claimed_state"),
                    Column.code("duplicate_of"),
                    Column.code("part_of"),
                    Column.number("decisions"),
                    Column.code("main_duty"),
                    Column.code("main_assignee"),
                    Column.instant("main_due"),
                    Column.number("open_duties"),
                    Column.instant("next_due")),
            EventTypes.of(ReportAction.values()));

    private ReportSnapshot() {}

    static Snapshot of(HazardReport report, String headHash) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        submissionColumns(report, columns);
        Optional<Assessment> found = report.assessment();
        columns.put("grade", found.map(a -> a.grade().name()).orElse(null));
        columns.put("tier", found.map(Assessment::tier).orElse(null));
        columns.put("branch", report.branch().map(Enum::name).orElse(null));
        columns.put("reporters", (long) report.reporters().size());
        columns.put("admitted_at", report.first(ReportAction.ADMIT).orElse(null));
        columns.put("confirmed_at", report.first(ReportAction.CONFIRM).orElse(null));
        columns.put(
                "closed_at",
                report.state() == ReportState.CLOSED ? report.endedAt().orElse(null) : null);
        columns.put("ended_at", report.endedAt().orElse(null));
        columns.put("recheck_rounds", report.recheckRounds());
        columns.put("danger", report.danger());
        columns.put("suggestion_adopted", report.suggestionTakenUp().orElse(false));
        columns.put("duplicate_of", report.duplicateOf().map(ReportId::toString).orElse(null));
        columns.put("decisions", report.decisions());
        Optional<Obligation> main = report.mainObligation();
        columns.put("main_duty", main.map(Obligation::code).orElse(null));
        columns.put("main_assignee", main.map(Obligation::assignee).orElse(null));
        columns.put("main_due", main.map(Obligation::due).orElse(null));
        columns.put("open_duties", (long) report.obligations().size());
        columns.put(
                "next_due",
                report.obligations().stream()
                        .map(Obligation::due)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        Payload body = Payload.builder()
                .putList("obligations", report.obligations(), ReportEvent::obligation)
                .putStrings("holders", report.holders())
                .putStrings("verifiers", report.verifiers())
                .build();
        return new Snapshot(
                new StreamId(KIND, report.id().value()),
                report.version(),
                headHash,
                report.state().name(),
                columns,
                body);
    }

    private static void submissionColumns(HazardReport report, Map<String, @Nullable Object> columns) {
        Submission submission = report.submission();
        Optional<Reporter> first = report.reporters().stream().findFirst();
        columns.put("receipt", report.receipt().value());
        columns.put("kind", submission.kind().name());
        columns.put("source", submission.source().name());
        columns.put("channel", submission.channel());
        columns.put("item", report.item());
        columns.put(
                "hazard_class", report.item().isEmpty() ? null : report.item().substring(0, 1));
        columns.put("suspected_major", !report.suspicion().isEmpty());
        columns.put("job_role", first.map(r -> r.standing().jobRole().name()).orElse(null));
        columns.put(
                "employment", first.map(r -> r.standing().employment().name()).orElse(null));
        columns.put("department", first.map(r -> r.standing().department()).orElse(null));
        columns.put("submitted_at", report.submittedAt());
        columns.put("shift", report.submitted().shift());
        columns.put("fixed_on_spot", submission.fixedOnTheSpot());
        columns.put("suggestion", submission.suggests());
        columns.put("imported", submission.isImported());
        columns.put("claimed_state", submission.claimedState());
        columns.put(
                "part_of", report.submitted().partOf().map(ReportId::toString).orElse(null));
    }
}
