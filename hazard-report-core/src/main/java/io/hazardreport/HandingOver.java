package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportState;
import java.util.ArrayList;
import java.util.List;

/** Goes through everything one person has on his hands and gives it to another, report by report. */
final class HandingOver {

    private final Core core;
    private final Reports reports;
    private final UnitId unit;
    private final String from;
    private final String to;
    private final List<ReportId> done = new ArrayList<>();
    private final List<HandedOver.Refused> refused = new ArrayList<>();

    HandingOver(Core core, Reports reports, UnitId unit, String from, String to) {
        this.core = core;
        this.reports = reports;
        this.unit = unit;
        this.from = from;
        this.to = to;
    }

    HandedOver run(Actor by, String why, String requestId) {
        for (Snapshot row : core.journal().select(unit, HazardReport.KIND, List.of(), "id", Integer.MAX_VALUE)) {
            if (HazardReport.holders(row).contains(from)) {
                one(row, by, why, requestId);
            }
        }
        return new HandedOver(done, refused);
    }

    private void one(Snapshot row, Actor by, String why, String requestId) {
        ReportId id = ReportId.of(row.stream().id());
        List<SealedRow> sealed = core.journal().sealed(unit, id.value());
        if (core.acting(unit, by, sealed).concerned()) {
            return;
        }
        List<Problem> problems = new ArrayList<>(unfit(id, sealed));
        if (problems.isEmpty()) {
            FollowUp.Reassign act = new FollowUp.Reassign(from, to, FreeText.of(why));
            String request = requestId + "|" + id;
            try {
                reports.perform(unit, new ReportCommand(id, row.version(), request, by, act, null));
                done.add(id);
            } catch (ActionRefusedException no) {
                problems.addAll(no.problems());
            } catch (StaleReportException moved) {
                if (moved.transactionLost()) {
                    throw moved;
                }
                problems.add(Problem.of("report.moved-meanwhile", "report", id, "handOver"));
            }
        }
        if (!problems.isEmpty()) {
            refused.add(new HandedOver.Refused(id, String.valueOf(row.columns().get("receipt")), problems));
        }
    }

    /** One answer for a reporter and for one complained of, so that it tells neither which. */
    private List<Problem> unfit(ReportId id, List<SealedRow> sealed) {
        String key = core.vault().key(unit, PersonId.of(to)).hex();
        boolean involved = sealed.stream()
                .anyMatch(s -> s.personKey().equals(key)
                        && (s.kind() == SealedKind.REPORTER || s.kind() == SealedKind.CONCERNED));
        if (involved) {
            return List.of(Problem.of("report.not-for-this-person", "to", to, "≠ " + to));
        }
        HazardReport report = reports.load(unit, id).report();
        boolean secondEyesLost = report.state() == ReportState.VERIFYING
                && report.isMajorOrSuspected()
                && report.verifiers().contains(from)
                && report.verifiers().contains(to);
        return secondEyesLost
                ? List.of(Problem.of("report.two-verifiers", "to", report.verifiers(), "≥ 2"))
                : List.of();
    }
}
