package io.hazardreport;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.report.Acting;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what the loop looks at to answer one command: from the vault, from other reports, from awards. */
record Contexts(Core core, Reports reports) {

    ReportContext of(UnitId unit, Reports.Loaded loaded, ReportCommand command, Instant at) {
        HazardReport report = loaded.report();
        Acting acting = core.acting(unit, command.actor(), loaded.rows());
        ReportRules rules = reports.rules(unit, report);
        ReportAct act = completed(command.act(), report, acting, rules);
        HazardReport other = Optional.ofNullable(act.other())
                .flatMap(id -> reports.find(unit, id))
                .orElse(null);
        return new ReportContext(
                report,
                act,
                acting,
                at,
                rules,
                other,
                core.names(unit, act.persons(), loaded.rows(), SealedKind.REPORTER),
                core.names(unit, act.persons(), loaded.rows(), SealedKind.CONCERNED),
                (int) loaded.rows().stream()
                        .filter(row -> row.kind() == SealedKind.CONCERNED)
                        .count(),
                act.action() == ReportAction.GO_HIGHER && isRewardLate(unit, report, acting, at));
    }

    /** What runs out by itself is not late; a duplicate's award is at the first report. */
    private boolean isRewardLate(UnitId unit, HazardReport report, Acting reporter, Instant at) {
        String of = report.duplicateOf().orElse(report.id()).toString();
        List<Condition> awards = List.of(Condition.equal("report_id", of));
        return core.journal().select(unit, Award.KIND, awards, "ordinal", Integer.MAX_VALUE).stream()
                .map(row -> Award.fold(core.journal().events(unit, row.stream())))
                .filter(award -> reporter.is(award.terms().pseudonym()))
                .flatMap(award -> award.obligations().stream())
                .anyMatch(o -> o.isOverdue(at) && !Reminders.RUNS_OUT.contains(o.code()));
    }

    /**
     * The act with what it leaves to be found out here: by which standard something is suspected, and which joint reporter
     * confirms, for a host cannot confirm for somebody else.
     */
    private static ReportAct completed(ReportAct act, HazardReport report, Acting acting, ReportRules rules) {
        if (act instanceof FollowUp.Suspect suspect) {
            String item = suspect.item().isEmpty() ? report.item() : suspect.item();
            return suspect.by(rules.suspectedStandard(item, report.submittedAt()));
        }
        if (act instanceof ReportAct.ConfirmJoint) {
            return new ReportAct.ConfirmJoint(report.reporters().stream()
                    .filter(r -> r.pseudonym().equals(acting.reference()))
                    .map(Reporter::ordinal)
                    .findFirst()
                    .orElse(0));
        }
        return act;
    }
}
