package io.hazardreport.report;

import static io.hazardreport.report.FindingGuards.NOT_HIS_OWN;
import static io.hazardreport.report.FindingGuards.NOT_OVERTURNED;
import static io.hazardreport.report.FindingGuards.SUGGESTION_ONLY;
import static io.hazardreport.report.FollowUpGuards.REOPENED_IN_TIME;
import static io.hazardreport.report.ReportAction.APPEAL;
import static io.hazardreport.report.ReportAction.DECIDE_REWARD;
import static io.hazardreport.report.ReportAction.DECIDE_SUGGESTION;
import static io.hazardreport.report.ReportAction.DISMISS_APPEAL;
import static io.hazardreport.report.ReportAction.HAND_OVER;
import static io.hazardreport.report.ReportAction.REWARD_AGAIN;
import static io.hazardreport.report.ReportAction.SETTLE_SUGGESTION;
import static io.hazardreport.report.ReportAction.TAKE_BACK_TRANSFER;
import static io.hazardreport.report.ReportAction.UPHOLD_APPEAL;
import static io.hazardreport.report.ReportGuards.NOTE_GIVEN;
import static io.hazardreport.report.ReportGuards.NOT_A_DECIDER;
import static io.hazardreport.report.ReportGuards.NOT_THE_REPORTER;
import static io.hazardreport.report.ReportGuards.REASON_GIVEN;
import static io.hazardreport.report.ReportGuards.notOwed;
import static io.hazardreport.report.ReportGuards.owed;
import static io.hazardreport.report.ReportState.ADMITTED;
import static io.hazardreport.report.ReportState.CLOSED;
import static io.hazardreport.report.ReportState.DUPLICATE;
import static io.hazardreport.report.ReportState.NOT_ADMITTED;
import static io.hazardreport.report.ReportState.RECTIFYING;
import static io.hazardreport.report.ReportState.SETTLED;
import static io.hazardreport.report.ReportState.TRANSFERRED;
import static io.hazardreport.report.ReportState.UNFOUNDED;
import static io.hazardreport.report.ReportState.UNVERIFIABLE;
import static io.hazardreport.report.ReportTable.ANSWER_DUE;
import static io.hazardreport.report.ReportTable.FALLING;
import static io.hazardreport.report.ReportTable.HEAD;
import static io.hazardreport.report.ReportTable.INDEPENDENT;
import static io.hazardreport.report.ReportTable.INTERIM;
import static io.hazardreport.report.ReportTable.OURSELVES;
import static io.hazardreport.report.ReportTable.RECEIVE;
import static io.hazardreport.report.ReportTable.REPORTERS;
import static io.hazardreport.report.ReportTable.REWARD;
import static io.hazardreport.report.ReportTable.TRUE;

import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Opening;
import io.hazardreport.loop.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of what can still be done at an end, of suggestions, and of what is earned. */
final class EndRows {

    private static final Duty APPEAL_DUE = new Duty("APPEAL_DECISION", Role.UNION, "appeal");

    /** Ends from which a report that was dealt with wrongly is taken up again from the start. */
    private static final Set<ReportState> REVERSIBLE =
            EnumSet.of(NOT_ADMITTED, UNFOUNDED, UNVERIFIABLE, DUPLICATE, TRANSFERRED, SETTLED);

    /** What a closed report leaves behind, and what is void once it is open again. */
    static final String[] OPENED_AGAIN = {
        "REOPENING", "EFFECT_CHECK", "REPORTER_CONFIRMATION", "OUTSIDE_REVIEW", "APPEAL_DECISION"
    };

    private EndRows() {}

    static void add(Rows rows) {
        appeals(rows);
        suggestions(rows);
        rows.beside(EnumSet.of(TRANSFERRED), HAND_OVER, HEAD, List.of(owed("PLACE_GUARD"), NOTE_GIVEN), "PLACE_GUARD");
        rows.row(
                TRANSFERRED,
                TAKE_BACK_TRANSFER,
                ADMITTED,
                RECEIVE,
                List.of(REASON_GIVEN),
                ReportTable.TAKEN_UP,
                "PLACE_GUARD",
                "APPEAL_DECISION");
        rewards(rows);
    }

    /** Not satisfied: with an end, or with how the cure turned out. */
    private static void appeals(Rows rows) {
        List<Opening<ReportContext>> appealed = List.of(Opening.always(APPEAL_DUE));
        rows.each(REVERSIBLE, APPEAL, REPORTERS, List.of(NOTE_GIVEN, notOwed("APPEAL_DECISION")), appealed);
        rows.each(
                EnumSet.of(CLOSED),
                APPEAL,
                REPORTERS,
                List.of(NOTE_GIVEN, notOwed("APPEAL_DECISION"), REOPENED_IN_TIME),
                appealed);
        rows.each(
                REVERSIBLE,
                UPHOLD_APPEAL,
                ADMITTED,
                INDEPENDENT,
                List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER),
                ReportTable.TAKEN_UP,
                "APPEAL_DECISION",
                "PLACE_GUARD");
        rows.row(
                CLOSED,
                UPHOLD_APPEAL,
                RECTIFYING,
                INDEPENDENT,
                List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER),
                List.of(Opening.always(INTERIM), Opening.always(ANSWER_DUE)),
                OPENED_AGAIN);
        Set<ReportState> appealable = EnumSet.copyOf(REVERSIBLE);
        appealable.add(CLOSED);
        rows.each(
                appealable,
                DISMISS_APPEAL,
                INDEPENDENT,
                List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER, NOTE_GIVEN),
                List.of(Opening.always(ANSWER_DUE)),
                "APPEAL_DECISION");
    }

    private static void suggestions(Rows rows) {
        rows.row(
                ADMITTED,
                SETTLE_SUGGESTION,
                SETTLED,
                HEAD,
                List.of(SUGGESTION_ONLY, NOT_HIS_OWN, NOT_OVERTURNED, NOTE_GIVEN),
                List.of(
                        Opening.always(ANSWER_DUE),
                        new Opening<>(REWARD, "a self-report's, adopted", c -> isAdopted(c) && isSelfReport(c))),
                Stream.concat(Stream.of(FALLING), Stream.of("SUGGESTION_DECISION"))
                        .toArray(String[]::new));
        rows.each(
                EnumSet.allOf(ReportState.class),
                DECIDE_SUGGESTION,
                HEAD,
                List.of(owed("SUGGESTION_DECISION"), NOT_HIS_OWN, NOTE_GIVEN),
                List.of(new Opening<>(REWARD, "adopted after the reward was decided", EndRows::isAdoptedLate)),
                "SUGGESTION_DECISION");
    }

    private static void rewards(Rows rows) {
        rows.beside(TRUE, DECIDE_REWARD, EnumSet.of(Role.ADJUDICATOR), List.of(NOT_THE_REPORTER), "REWARD_DECISION");
        rows.beside(
                EnumSet.of(SETTLED),
                DECIDE_REWARD,
                EnumSet.of(Role.ADJUDICATOR),
                List.of(NOT_THE_REPORTER, owed("REWARD_DECISION")),
                "REWARD_DECISION");
        Set<ReportState> rewarded = EnumSet.copyOf(TRUE);
        rewarded.add(SETTLED);
        rows.each(rewarded, REWARD_AGAIN, OURSELVES, List.of(), List.of(ReportTable.unlessOwed(REWARD)));
    }

    private static boolean isAdopted(ReportContext context) {
        return context.act() instanceof FollowUp.Verdict verdict && verdict.yes();
    }

    private static boolean isAdoptedLate(ReportContext context) {
        return isAdopted(context)
                && isSelfReport(context)
                && context.report().decisions() > 0
                && context.report().suggestion() != SuggestionState.ADOPTED;
    }

    private static boolean isSelfReport(ReportContext context) {
        return context.report().submission().source().countsAsInternalReport();
    }
}
