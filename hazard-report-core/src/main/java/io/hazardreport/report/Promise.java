package io.hazardreport.report;

import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.ReportKind;
import io.hazardreport.deadline.Pause;
import io.hazardreport.loop.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the main due of a report rests on. It never moves by itself: a pause changes only the pauses it is counted with,
 * a new promise begins with an event of its own.
 *
 * @param start when its clock started
 * @param limit the code of the time limit; empty where only the date counts
 * @param grade for which the limit was promised
 * @param day the last day promised; where there is a limit too, the later of both counts
 */
record Promise(
        Instant start,
        String limit,
        LegalGrade grade,
        @Nullable LocalDate day) {

    /**
     * What an act promises for the main duty it starts; a pause and its end promise nothing new.
     *
     * @param before the report before the act
     * @param grade the grade the act leads to
     */
    static Promise of(HazardReport before, ReportAct act, Instant at, LegalGrade grade, Duty main) {
        return switch (act.action()) {
            case PAUSE, RESUME -> before.promise();
            case PLAN, REVISE_PLAN ->
                act instanceof ReportAct.Planning planning && planning.plan().finishBy() != null
                        ? new Promise(at, "", grade, planning.plan().finishBy())
                        : new Promise(at, main.limit(), grade, null);
            case GRANT_EXTENSION ->
                act instanceof FollowUp.Until granted
                        ? new Promise(at, "", grade, granted.until())
                        : new Promise(at, main.limit(), grade, null);
            case REJECT_RECHECK, REOPEN -> rework(before, at, grade, main);
            case UPHOLD_APPEAL ->
                before.state() == ReportState.CLOSED
                        ? rework(before, at, grade, main)
                        : new Promise(at, limit(before, main), grade, null);
            default -> new Promise(at, limit(before, main), grade, null);
        };
    }

    private static Promise rework(HazardReport before, Instant at, LegalGrade grade, Duty main) {
        return before.plan().isPresent() && before.isPlanned()
                ? new Promise(at, "rework", grade, before.plan().get().finishBy())
                : new Promise(at, main.limit(), grade, null);
    }

    /** A mere suggestion waits for its answer, not for somebody to go and look. */
    private static String limit(HazardReport before, Duty main) {
        boolean suggested = before.submission().kind() == ReportKind.SUGGESTION;
        return suggested && main.code().equals("VERIFICATION_START") ? "suggestion" : main.limit();
    }

    /** When it is due with these pauses: exclusive. */
    Instant due(List<Pause> pauses, ReportRules rules) {
        Instant byDay = day == null ? Instant.MIN : rules.due(day, start, pauses);
        Instant byLimit = limit.isEmpty() ? Instant.MIN : rules.due(limit, grade, start, pauses);
        return byDay.isAfter(byLimit) ? byDay : byLimit;
    }
}
