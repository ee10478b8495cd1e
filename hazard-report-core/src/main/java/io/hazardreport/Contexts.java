package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.report.Acting;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what the loop looks at to answer one command: from the vault, from other reports, from awards. */
record Contexts(Core core, Reports reports, Rosters rosters) {

    ReportContext of(UnitId unit, Reports.Loaded loaded, ReportCommand command, Instant at, Instant now) {
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
                now,
                standsIn(unit, report, command.actor(), now),
                other == null || coversComplaints(unit, loaded, other),
                act.action() == ReportAction.GO_HIGHER && isLateElsewhere(unit, report, acting, at));
    }

    /** Somebody sent to verify is away, and this is who the roster says covers him. */
    private boolean standsIn(UnitId unit, HazardReport report, Actor actor, Instant now) {
        return report.state() == ReportState.VERIFYING
                && actor.person()
                        .filter(person -> report.verifiers().stream()
                                .anyMatch(verifier -> rosters.of(unit)
                                        .standIn(PersonId.of(verifier), now)
                                        .filter(person::equals)
                                        .isPresent()))
                        .isPresent();
    }

    private boolean coversComplaints(UnitId unit, Reports.Loaded loaded, HazardReport other) {
        Set<String> there = complainedOf(core.journal().sealed(unit, other.id().value()));
        return there.containsAll(complainedOf(loaded.rows()));
    }

    private static Set<String> complainedOf(List<SealedRow> rows) {
        return rows.stream()
                .filter(row -> row.kind() == SealedKind.CONCERNED)
                .map(SealedRow::personKey)
                .collect(Collectors.toSet());
    }

    /** What runs out by itself is not late; a duplicate's award is at the first report. */
    private boolean isLateElsewhere(UnitId unit, HazardReport report, Acting reporter, Instant at) {
        boolean firstLate = report.duplicateOf().flatMap(first -> reports.find(unit, first)).stream()
                .flatMap(first -> first.obligations().stream())
                .anyMatch(o -> o.isOverdue(at));
        if (firstLate) {
            return true;
        }
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
