package io.hazardreport;

import io.hazardreport.base.ReportId;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.Write;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.Submission;
import java.util.List;

/** What an act on one report does to others and to the vault, in the same commit. */
record Consequences(Reports reports, Submitting submitting) {

    /** What an act means for other streams and the vault, written with it. */
    void write(
            Journaling journaling,
            Reports.Loaded loaded,
            ReportContext context,
            HazardReport after,
            List<Submission> parts,
            List<Write> writes) {
        HazardReport other = context.other();
        if (other != null && context.act().action() == ReportAction.MARK_DUPLICATE) {
            link(journaling, other.id(), new ReportAct.Link(LinkKind.DUPLICATE_OF_THIS, after.id()), context, writes);
        }
        if (context.act().action() == ReportAction.UPHOLD_APPEAL) {
            loaded.report()
                    .duplicateOf()
                    .ifPresent(first -> link(
                            journaling,
                            first,
                            new ReportAct.Link(LinkKind.DUPLICATE_NO_MORE, after.id()),
                            context,
                            writes));
        }
        if (other != null && context.act() instanceof FollowUp.Relate relate) {
            link(journaling, other.id(), new ReportAct.Link(relate.kind().inverse(), after.id()), context, writes);
        }
        if (ReportLoop.hasFallen(after.state())
                && after.state() != loaded.report().state()) {
            after.duplicates().forEach(id -> revive(journaling, id, context, writes));
        }
        if (context.act().action() == ReportAction.TAKE_BACK_NAME) {
            loaded.rows().stream()
                    .filter(row -> row.kind() == SealedKind.REPORTER
                            && row.pseudonym().equals(context.actor().reference()))
                    .forEach(row -> writes.add(new Write.Seal(row.erased())));
        }
        if (context.act() instanceof ReportAct.Split split) {
            for (int i = 0; i < split.parts().size(); i++) {
                submitting.part(journaling, loaded, split.parts().get(i), parts.get(i), context.at(), writes);
            }
        }
    }

    private void link(Journaling journaling, ReportId to, ReportAct act, ReportContext context, List<Write> writes) {
        reports.byOurselves(journaling, reports.load(journaling.unit(), to), act, context.at(), writes);
    }

    private void revive(Journaling journaling, ReportId id, ReportContext context, List<Write> writes) {
        Reports.Loaded duplicate = reports.load(journaling.unit(), id);
        if (duplicate
                .report()
                .duplicateOf()
                .filter(context.report().id()::equals)
                .isPresent()) {
            reports.byOurselves(journaling, duplicate, ReportAct.of(ReportAction.REVIVE), context.at(), writes);
        }
    }
}
