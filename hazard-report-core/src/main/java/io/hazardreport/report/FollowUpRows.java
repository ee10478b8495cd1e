package io.hazardreport.report;

import static io.hazardreport.report.FollowUpGuards.ASKED_IN_TIME;
import static io.hazardreport.report.FollowUpGuards.EXTENSIONS_LEFT;
import static io.hazardreport.report.FollowUpGuards.EXTENSION_BOUNDED;
import static io.hazardreport.report.FollowUpGuards.EXTENSION_WITHIN_ASKED;
import static io.hazardreport.report.FollowUpGuards.GRANTED_BY_PRINCIPAL_WHEN_MAJOR;
import static io.hazardreport.report.FollowUpGuards.HELD_LONG_ENOUGH;
import static io.hazardreport.report.FollowUpGuards.HOLDS_SOMETHING;
import static io.hazardreport.report.FollowUpGuards.LISTED;
import static io.hazardreport.report.FollowUpGuards.LISTED_ANEW;
import static io.hazardreport.report.FollowUpGuards.MAIN_NOT_OVERDUE;
import static io.hazardreport.report.FollowUpGuards.MAJOR_ONLY;
import static io.hazardreport.report.FollowUpGuards.MANDATED;
import static io.hazardreport.report.FollowUpGuards.NOT_PAUSED;
import static io.hazardreport.report.FollowUpGuards.NOT_THE_ASKER;
import static io.hazardreport.report.FollowUpGuards.NOT_THE_RECHECKER;
import static io.hazardreport.report.FollowUpGuards.PAUSED;
import static io.hazardreport.report.FollowUpGuards.PROTECTED;
import static io.hazardreport.report.FollowUpGuards.REFERENCE_GIVEN;
import static io.hazardreport.report.FollowUpGuards.RELATED_KNOWN;
import static io.hazardreport.report.FollowUpGuards.REOPENED_IN_TIME;
import static io.hazardreport.report.FollowUpGuards.RESUMPTION_APPLIED;
import static io.hazardreport.report.FollowUpGuards.SOMETHING_OVERDUE;
import static io.hazardreport.report.FollowUpGuards.UNTIL_AHEAD;
import static io.hazardreport.report.PlanGuards.NOT_TO_HIMSELF;
import static io.hazardreport.report.PlanGuards.PAUSE_BOUNDED;
import static io.hazardreport.report.ReportAction.ANSWER_HIGHER;
import static io.hazardreport.report.ReportAction.APPLY_RESUMPTION;
import static io.hazardreport.report.ReportAction.ASK_EXTENSION;
import static io.hazardreport.report.ReportAction.CHECK_EFFECT;
import static io.hazardreport.report.ReportAction.DELIST;
import static io.hazardreport.report.ReportAction.GO_HIGHER;
import static io.hazardreport.report.ReportAction.GRANT_EXTENSION;
import static io.hazardreport.report.ReportAction.HEAR;
import static io.hazardreport.report.ReportAction.LIST_SUPERVISION;
import static io.hazardreport.report.ReportAction.MESSAGE;
import static io.hazardreport.report.ReportAction.PAUSE;
import static io.hazardreport.report.ReportAction.REASSIGN;
import static io.hazardreport.report.ReportAction.RECORD_EXTERNAL;
import static io.hazardreport.report.ReportAction.RECORD_PROGRESS;
import static io.hazardreport.report.ReportAction.RECORD_RESUMPTION;
import static io.hazardreport.report.ReportAction.REFUSE_EXTENSION;
import static io.hazardreport.report.ReportAction.RELATE;
import static io.hazardreport.report.ReportAction.REOPEN;
import static io.hazardreport.report.ReportAction.RESUME;
import static io.hazardreport.report.ReportAction.TALK;
import static io.hazardreport.report.ReportGuards.NOTE_GIVEN;
import static io.hazardreport.report.ReportGuards.NOT_BACKDATED;
import static io.hazardreport.report.ReportGuards.NOT_THE_RECTIFIER;
import static io.hazardreport.report.ReportGuards.NOT_THE_REPORTER;
import static io.hazardreport.report.ReportGuards.REASON_GIVEN;
import static io.hazardreport.report.ReportGuards.notOwed;
import static io.hazardreport.report.ReportGuards.owed;
import static io.hazardreport.report.ReportState.AWAITING_RECHECK;
import static io.hazardreport.report.ReportState.CLOSED;
import static io.hazardreport.report.ReportState.RECTIFYING;
import static io.hazardreport.report.ReportState.SUBMITTED;
import static io.hazardreport.report.ReportState.VERIFYING;
import static io.hazardreport.report.ReportTable.ANSWER_DUE;
import static io.hazardreport.report.ReportTable.HEAD;
import static io.hazardreport.report.ReportTable.INDEPENDENT;
import static io.hazardreport.report.ReportTable.INTERIM;
import static io.hazardreport.report.ReportTable.OPEN;
import static io.hazardreport.report.ReportTable.RECHECK;
import static io.hazardreport.report.ReportTable.RECTIFY;
import static io.hazardreport.report.ReportTable.REPORTERS;
import static io.hazardreport.report.ReportTable.TRUE;
import static io.hazardreport.report.ReportTable.VERIFY;
import static io.hazardreport.report.ReportTable.main;

import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Opening;
import io.hazardreport.loop.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rows beside the way round the loop. */
final class FollowUpRows {

    private static final Duty EXTENSION = new Duty("EXTENSION_DECISION", Role.SAFETY_HEAD, "extensionDecision");
    private static final Duty MAJOR_EXTENSION = new Duty("EXTENSION_DECISION", Role.PRINCIPAL, "extensionDecision");
    private static final Duty HIGHER = new Duty("HIGHER_ANSWER", Role.PRINCIPAL, "higher");
    private static final Duty HIGHER_STILL = new Duty("HIGHER_ANSWER", Role.UNION, "higher");
    private static final Duty PROGRESS = new Duty("PROGRESS_REPORT", Role.PRINCIPAL, "progress");
    private static final Duty SUPERVISION_END = new Duty("SUPERVISION_END", Role.PRINCIPAL, "progress");
    private static final Duty REOPENING = new Duty("REOPENING", Role.SAFETY_HEAD, "arrangement");
    private static final Set<Role> TALKERS =
            EnumSet.of(Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL, Role.UNION);
    private static final Set<Role> RELATERS =
            EnumSet.of(Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> EXTERNAL = EnumSet.of(Role.REPORTER, Role.SAFETY_HEAD, Role.PRINCIPAL, Role.UNION);
    private static final Set<Role> INVOLVED = EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.WORKER));
    private static final Set<ReportState> TIMED = EnumSet.of(VERIFYING, RECTIFYING, AWAITING_RECHECK);

    private FollowUpRows() {}

    /** Time, talk, supervision, suggestion, links and hands. */
    static void add(Rows rows) {
        Set<ReportState> all = EnumSet.allOf(ReportState.class);
        for (ReportState state : TIMED) {
            Duty main = main(state);
            rows.row(
                    state,
                    PAUSE,
                    state,
                    HEAD,
                    List.of(
                            NOTE_GIVEN,
                            NOT_PAUSED,
                            NOT_BACKDATED,
                            NOT_TO_HIMSELF,
                            MAIN_NOT_OVERDUE,
                            PAUSE_BOUNDED,
                            PROTECTED),
                    List.of(Opening.anew(main, "moved by the pause")));
            rows.row(
                    state,
                    RESUME,
                    state,
                    HEAD,
                    List.of(PAUSED, NOT_BACKDATED),
                    List.of(Opening.anew(main, "moved back to what the pause was")));
        }
        for (ReportState state : EnumSet.of(VERIFYING, RECTIFYING)) {
            rows.each(
                    EnumSet.of(state),
                    ASK_EXTENSION,
                    state == VERIFYING ? VERIFY : RECTIFY,
                    List.of(
                            NOTE_GIVEN,
                            NOT_PAUSED,
                            notOwed("EXTENSION_DECISION"),
                            NOT_BACKDATED,
                            ASKED_IN_TIME,
                            EXTENSION_BOUNDED,
                            EXTENSIONS_LEFT),
                    List.of(
                            new Opening<>(
                                    EXTENSION, "not major", c -> !c.report().isMajorOrSuspected()),
                            new Opening<>(
                                    MAJOR_EXTENSION,
                                    "(suspected) major, by the principal",
                                    c -> c.report().isMajorOrSuspected())));
            rows.row(
                    state,
                    GRANT_EXTENSION,
                    state,
                    HEAD,
                    List.of(
                            owed("EXTENSION_DECISION"),
                            NOT_PAUSED,
                            NOT_THE_ASKER,
                            NOT_BACKDATED,
                            NOT_TO_HIMSELF,
                            EXTENSION_WITHIN_ASKED,
                            GRANTED_BY_PRINCIPAL_WHEN_MAJOR),
                    List.of(Opening.anew(main(state), "the day granted")),
                    "EXTENSION_DECISION");
            rows.beside(
                    EnumSet.of(state),
                    REFUSE_EXTENSION,
                    HEAD,
                    List.of(owed("EXTENSION_DECISION"), NOT_THE_ASKER, REASON_GIVEN),
                    "EXTENSION_DECISION");
        }
        Set<ReportState> taken = EnumSet.complementOf(EnumSet.of(SUBMITTED));
        rows.beside(taken, TALK, TALKERS, List.of(NOTE_GIVEN, NOT_THE_REPORTER, MANDATED), "TALK");
        rows.beside(all, MESSAGE, INVOLVED, List.of(NOTE_GIVEN));
        rows.beside(all, HEAR, TALKERS, List.of(NOTE_GIVEN, NOT_THE_REPORTER));
        rows.each(
                all,
                GO_HIGHER,
                REPORTERS,
                List.of(SOMETHING_OVERDUE, notOwed("HIGHER_ANSWER")),
                List.of(
                        new Opening<>(HIGHER, "not the principal's", c -> !isPrincipalLate(c)),
                        new Opening<>(
                                HIGHER_STILL, "the principal's own, by the union", FollowUpRows::isPrincipalLate)));
        rows.beside(
                all,
                ANSWER_HIGHER,
                EnumSet.of(Role.PRINCIPAL, Role.UNION),
                List.of(owed("HIGHER_ANSWER"), NOTE_GIVEN, NOT_THE_REPORTER),
                "HIGHER_ANSWER");
        rows.beside(all, RECORD_EXTERNAL, EXTERNAL, List.of(REFERENCE_GIVEN));
        supervision(rows);
        rows.each(
                EnumSet.of(CLOSED),
                CHECK_EFFECT,
                RECHECK,
                List.of(owed("EFFECT_CHECK"), NOT_THE_RECTIFIER, NOTE_GIVEN, HELD_LONG_ENOUGH),
                List.of(new Opening<>(REOPENING, "it has not held", FollowUpGuards::hasNotHeld)),
                "EFFECT_CHECK");
        rows.row(
                CLOSED,
                REOPEN,
                RECTIFYING,
                EnumSet.of(Role.SAFETY_HEAD, Role.PRINCIPAL, Role.UNION),
                List.of(REASON_GIVEN, REOPENED_IN_TIME, NOT_THE_RECHECKER),
                List.of(Opening.always(INTERIM), Opening.always(ANSWER_DUE)),
                EndRows.OPENED_AGAIN);
        Set<ReportState> living = EnumSet.copyOf(OPEN);
        living.add(CLOSED);
        rows.beside(living, RELATE, RELATERS, List.of(RELATED_KNOWN));
        rows.beside(all, REASSIGN, INDEPENDENT, List.of(HOLDS_SOMETHING, NOT_THE_REPORTER));
    }

    private static boolean isPrincipalLate(ReportContext context) {
        return context.report().obligations().stream()
                .anyMatch(o -> o.owner() == Role.PRINCIPAL && o.isOverdue(context.at()));
    }

    /** What an authority does is recorded here, not done here. */
    private static void supervision(Rows rows) {
        rows.each(
                TRUE,
                LIST_SUPERVISION,
                HEAD,
                List.of(MAJOR_ONLY, REFERENCE_GIVEN, LISTED_ANEW, UNTIL_AHEAD),
                List.of(ReportTable.unlessOwed(PROGRESS), Opening.always(SUPERVISION_END)));
        rows.each(
                TRUE,
                RECORD_PROGRESS,
                HEAD,
                List.of(owed("PROGRESS_REPORT"), NOTE_GIVEN),
                List.of(Opening.always(PROGRESS)));
        rows.beside(TRUE, APPLY_RESUMPTION, HEAD, List.of(LISTED, REFERENCE_GIVEN));
        rows.beside(TRUE, RECORD_RESUMPTION, HEAD, List.of(RESUMPTION_APPLIED, REFERENCE_GIVEN));
        rows.beside(TRUE, DELIST, HEAD, List.of(LISTED, REFERENCE_GIVEN), "PROGRESS_REPORT", "SUPERVISION_END");
    }
}
