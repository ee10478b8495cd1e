package io.hazardreport.report;

import static io.hazardreport.report.FindingGuards.DANGER_UNDER_CONTROL;
import static io.hazardreport.report.FindingGuards.DOWNGRADE_BY_TWO;
import static io.hazardreport.report.FindingGuards.HEARD;
import static io.hazardreport.report.FindingGuards.INTERIM_RECORDED;
import static io.hazardreport.report.FindingGuards.NAMED_VERIFIER;
import static io.hazardreport.report.FindingGuards.NOT_OVERTURNED;
import static io.hazardreport.report.FindingGuards.SUSPICION_FOUNDED;
import static io.hazardreport.report.FindingGuards.TWO_ACT;
import static io.hazardreport.report.FindingGuards.TWO_VERIFIERS;
import static io.hazardreport.report.FollowUpGuards.INTERIM_AHEAD;
import static io.hazardreport.report.FollowUpGuards.NOT_PAUSED;
import static io.hazardreport.report.FollowUpGuards.REFERENCE_GIVEN;
import static io.hazardreport.report.FollowUpGuards.TALKED;
import static io.hazardreport.report.PlanGuards.DATE_ALLOWED;
import static io.hazardreport.report.PlanGuards.NOT_OVERRUN;
import static io.hazardreport.report.PlanGuards.NOT_TO_HIMSELF;
import static io.hazardreport.report.PlanGuards.NO_TIME_GIVEN;
import static io.hazardreport.report.PlanGuards.PROMISE_STANDS;
import static io.hazardreport.report.PlanGuards.TIME_GIVEN_BY_HEAD;
import static io.hazardreport.report.ReportAction.ACCEPT_RECHECK;
import static io.hazardreport.report.ReportAction.ACCEPT_SPOT_FIX;
import static io.hazardreport.report.ReportAction.ACKNOWLEDGE_DANGER;
import static io.hazardreport.report.ReportAction.ADMIT;
import static io.hazardreport.report.ReportAction.ANSWER;
import static io.hazardreport.report.ReportAction.CHECK_PRESSURE;
import static io.hazardreport.report.ReportAction.COMPLETE_RECTIFICATION;
import static io.hazardreport.report.ReportAction.CONFIRM;
import static io.hazardreport.report.ReportAction.CONFIRM_GONE;
import static io.hazardreport.report.ReportAction.CONFIRM_JOINT;
import static io.hazardreport.report.ReportAction.CORRECT_RETURN;
import static io.hazardreport.report.ReportAction.EVACUATE;
import static io.hazardreport.report.ReportAction.FIND_UNFOUNDED;
import static io.hazardreport.report.ReportAction.FIND_UNVERIFIABLE;
import static io.hazardreport.report.ReportAction.LINK;
import static io.hazardreport.report.ReportAction.MARK_DUPLICATE;
import static io.hazardreport.report.ReportAction.NOTIFY_AUTHORITY;
import static io.hazardreport.report.ReportAction.NOTIFY_CONGRESS;
import static io.hazardreport.report.ReportAction.NOT_ADMIT;
import static io.hazardreport.report.ReportAction.PLAN;
import static io.hazardreport.report.ReportAction.PROPOSE;
import static io.hazardreport.report.ReportAction.RAISE_DANGER;
import static io.hazardreport.report.ReportAction.REGRADE;
import static io.hazardreport.report.ReportAction.REJECT_RECHECK;
import static io.hazardreport.report.ReportAction.REVIEW;
import static io.hazardreport.report.ReportAction.REVISE_PLAN;
import static io.hazardreport.report.ReportAction.REVIVE;
import static io.hazardreport.report.ReportAction.SET_INTERIM;
import static io.hazardreport.report.ReportAction.SPLIT;
import static io.hazardreport.report.ReportAction.START_FIX;
import static io.hazardreport.report.ReportAction.START_VERIFICATION;
import static io.hazardreport.report.ReportAction.STOP_WORK;
import static io.hazardreport.report.ReportAction.SUSPECT;
import static io.hazardreport.report.ReportAction.TAKE_BACK_NAME;
import static io.hazardreport.report.ReportAction.TRANSFER;
import static io.hazardreport.report.ReportGuards.FIRST_IS_LIVE;
import static io.hazardreport.report.ReportGuards.FIXED_ALREADY;
import static io.hazardreport.report.ReportGuards.GENERAL_ONLY;
import static io.hazardreport.report.ReportGuards.GRAVE_BY_TWO;
import static io.hazardreport.report.ReportGuards.HAS_NO_DUPLICATES;
import static io.hazardreport.report.ReportGuards.ITEM_KNOWN;
import static io.hazardreport.report.ReportGuards.JOINT_NOT_YET_CONFIRMED;
import static io.hazardreport.report.ReportGuards.MAJOR_PLAN_BY_PRINCIPAL;
import static io.hazardreport.report.ReportGuards.NOTE_GIVEN;
import static io.hazardreport.report.ReportGuards.NOTHING_LOST;
import static io.hazardreport.report.ReportGuards.NOT_AN_ACCIDENT;
import static io.hazardreport.report.ReportGuards.NOT_BACKDATED;
import static io.hazardreport.report.ReportGuards.NOT_THE_PROPOSER;
import static io.hazardreport.report.ReportGuards.NOT_THE_RECTIFIER;
import static io.hazardreport.report.ReportGuards.NOT_THE_REPORTER;
import static io.hazardreport.report.ReportGuards.PAIR_WHEN_WAIVED;
import static io.hazardreport.report.ReportGuards.PLAN_HELD;
import static io.hazardreport.report.ReportGuards.PLAN_WHOLE;
import static io.hazardreport.report.ReportGuards.PROPOSABLE;
import static io.hazardreport.report.ReportGuards.REASON_GIVEN;
import static io.hazardreport.report.ReportGuards.REASON_LISTED;
import static io.hazardreport.report.ReportGuards.RESPONSIBLE_NAMED;
import static io.hazardreport.report.ReportGuards.SAME_REASON_PROPOSED;
import static io.hazardreport.report.ReportGuards.TIER_KNOWN;
import static io.hazardreport.report.ReportGuards.UNIT_NAMED;
import static io.hazardreport.report.ReportGuards.VERIFIER_NAMED;
import static io.hazardreport.report.ReportGuards.owed;
import static io.hazardreport.report.ReportState.ADMITTED;
import static io.hazardreport.report.ReportState.AWAITING_RECHECK;
import static io.hazardreport.report.ReportState.CLOSED;
import static io.hazardreport.report.ReportState.CONFIRMED;
import static io.hazardreport.report.ReportState.DUPLICATE;
import static io.hazardreport.report.ReportState.NOT_ADMITTED;
import static io.hazardreport.report.ReportState.RECTIFYING;
import static io.hazardreport.report.ReportState.SUBMITTED;
import static io.hazardreport.report.ReportState.TRANSFERRED;
import static io.hazardreport.report.ReportState.UNFOUNDED;
import static io.hazardreport.report.ReportState.UNVERIFIABLE;
import static io.hazardreport.report.ReportState.VERIFYING;

import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.ReportKind;
import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Loop;
import io.hazardreport.loop.Opening;
import io.hazardreport.loop.Role;
import io.hazardreport.loop.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rows of the report's closed loop. */
final class ReportTable {

    private static final Set<Role> ANYBODY = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));
    static final Set<Role> RECEIVE = EnumSet.of(Role.RECEIVER, Role.SAFETY_HEAD, Role.UNION, Role.PRINCIPAL);
    static final Set<Role> VERIFY = EnumSet.of(Role.VERIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    static final Set<Role> HEAD = EnumSet.of(Role.SAFETY_HEAD, Role.PRINCIPAL);
    static final Set<Role> INDEPENDENT = EnumSet.of(Role.UNION, Role.SAFETY_HEAD, Role.PRINCIPAL);
    static final Set<Role> RECTIFY = EnumSet.of(Role.RECTIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    static final Set<Role> RECHECK = EnumSet.of(Role.RECHECKER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> DUTY_HEADS = EnumSet.of(Role.DUTY_HEAD, Role.SAFETY_HEAD, Role.PRINCIPAL);
    static final Set<Role> REPORTERS = EnumSet.of(Role.REPORTER);
    static final Set<Role> OURSELVES = EnumSet.of(Role.SYSTEM);

    private static final Set<ReportState> RECEIVING = EnumSet.of(SUBMITTED, ADMITTED);
    private static final Set<ReportState> CHECKING = EnumSet.of(SUBMITTED, ADMITTED, VERIFYING);
    static final Set<ReportState> OPEN =
            EnumSet.of(SUBMITTED, ADMITTED, VERIFYING, CONFIRMED, RECTIFYING, AWAITING_RECHECK);
    static final Set<ReportState> TRUE = EnumSet.of(CONFIRMED, RECTIFYING, AWAITING_RECHECK, CLOSED);
    private static final Set<ReportState> FALLEN = EnumSet.of(NOT_ADMITTED, UNFOUNDED, UNVERIFIABLE, TRANSFERRED);

    /** What no longer matters when a report falls. */
    static final String[] FALLING = {"EXTENSION_DECISION", "TALK", "INTERIM_END", "INTERIM_MEASURES", "REWARD_DECISION"
    };

    private static final Map<ReportState, Duty> MAIN = Map.of(
            SUBMITTED, new Duty("ADMISSION", Role.RECEIVER, "admission"),
            ADMITTED, new Duty("VERIFICATION_START", Role.RECEIVER, "verificationStart"),
            VERIFYING, new Duty("VERIFICATION", Role.VERIFIER, "verification"),
            CONFIRMED, new Duty("ARRANGEMENT", Role.SAFETY_HEAD, "arrangement"),
            RECTIFYING, new Duty("RECTIFICATION", Role.RECTIFIER, "fixNow"),
            AWAITING_RECHECK, new Duty("RECHECK", Role.RECHECKER, "recheck"));

    private static final Duty DANGER = new Duty("DANGER_ACKNOWLEDGEMENT", Role.DUTY_HEAD, "dangerAcknowledgement");
    static final Duty INTERIM = new Duty("INTERIM_MEASURES", Role.SAFETY_HEAD, "interimMeasures");
    private static final Duty INTERIM_UNLESS_FIXED = new Duty("INTERIM_MEASURES", Role.SAFETY_HEAD, "fixNow");
    private static final Duty ACCIDENT = new Duty("ACCIDENT_REPORT", Role.PRINCIPAL, "accidentReport");
    private static final Duty AUTHORITY = new Duty("AUTHORITY_NOTICE", Role.PRINCIPAL, "authorityNotice");
    private static final Duty CONGRESS = new Duty("CONGRESS_NOTICE", Role.PRINCIPAL, "congressNotice");
    private static final Duty SIX_ITEMS = new Duty("SIX_ITEM_PLAN", Role.PRINCIPAL, "arrangement");
    static final Duty ANSWER_DUE = new Duty("REPORTER_ANSWER", Role.RECEIVER, "answer");
    private static final Duty PRESSURE = new Duty("PRESSURE_CHECK", Role.UNION, "pressureCheck");
    static final Duty REWARD = new Duty("REWARD_DECISION", Role.ADJUDICATOR, "rewardDecision");
    private static final Duty GUARD_PLACE = new Duty("PLACE_GUARD", Role.SAFETY_HEAD, "placeGuard");
    private static final Duty CONFIRMATION = new Duty("REPORTER_CONFIRMATION", Role.RECEIVER, "answer");
    private static final Duty OUTSIDE_REVIEW = new Duty("OUTSIDE_REVIEW", Role.PRINCIPAL, "outsideReview");
    private static final Duty TALK_DUE = new Duty("TALK", Role.SAFETY_HEAD, "verification");
    private static final Duty INTERIM_END = new Duty("INTERIM_END", Role.RECTIFIER, "interimMeasures");
    private static final Duty SUGGESTION = new Duty("SUGGESTION_DECISION", Role.SAFETY_HEAD, "suggestion");
    private static final Duty RETURN_CORRECTION = new Duty("RETURN_CORRECTION", Role.SAFETY_HEAD, "returnCorrection");
    private static final Duty EFFECT = new Duty("EFFECT_CHECK", Role.RECHECKER, "recheck", ReportRules.HELD);
    private static final Duty EFFECT_OF_FIX =
            new Duty("EFFECT_CHECK", Role.RECHECKER, "recheck", ReportRules.HELD_FIXED);

    /** What the submission itself starts. */
    static final List<Opening<ReportContext>> ENTRY = List.of(
            new Opening<>(DANGER, "immediate danger", c -> c.report().danger()),
            new Opening<>(
                    INTERIM,
                    "immediate danger, or suspected major",
                    c -> c.report().danger() || c.report().isMajorOrSuspected()),
            new Opening<>(
                    SUGGESTION,
                    "with a suggestion",
                    c -> c.report().submission().suggests()),
            new Opening<>(ACCIDENT, "an accident", c -> c.report().submission().kind() == ReportKind.ACCIDENT));

    private static final List<Opening<ReportContext>> NONE = List.of();
    private static final List<Opening<ReportContext>> ANSWERED = List.of(Opening.always(ANSWER_DUE));
    private static final List<Opening<ReportContext>> GRADED_MAJOR = List.of(
            new Opening<>(AUTHORITY, "becomes major", ReportTable::becomesMajor),
            new Opening<>(CONGRESS, "becomes major", ReportTable::becomesMajor),
            new Opening<>(INTERIM, "becomes major unprotected", c -> becomesMajor(c) && isUnprotected(c)),
            new Opening<>(
                    SIX_ITEMS,
                    "becomes major with no such plan",
                    c -> becomesMajor(c) && c.report().branch().isPresent() && !hasSixItems(c.report())));

    /** What comes out of an end with a danger or suspicion on it comes out unprotected. */
    static final List<Opening<ReportContext>> TAKEN_UP = List.of(new Opening<>(
            INTERIM,
            "immediate danger, or suspected major",
            c -> c.report().danger() || c.report().isMajorOrSuspected()));

    private static final List<Opening<ReportContext>> REGRADED = regraded();

    static final Loop<ReportState, ReportAction, ReportContext> LOOP =
            new Loop<>("report", SUBMITTED, ReportState.class, ReportAction.class, MAIN, rows());

    private ReportTable() {}

    /** Whether reports that hang on one in this state must revive. */
    static boolean hasFallen(ReportState state) {
        return FALLEN.contains(state);
    }

    private static List<Step<ReportState, ReportAction, ReportContext>> rows() {
        Rows rows = new Rows();
        // reception
        rows.row(SUBMITTED, ADMIT, ADMITTED, RECEIVE, List.of(NOT_AN_ACCIDENT), NONE);
        rows.each(
                RECEIVING,
                NOT_ADMIT,
                NOT_ADMITTED,
                RECEIVE,
                List.of(NOT_OVERTURNED, REASON_LISTED, SAME_REASON_PROPOSED, NOT_THE_PROPOSER),
                ANSWERED,
                FALLING);
        rows.each(
                CHECKING,
                MARK_DUPLICATE,
                DUPLICATE,
                RECEIVE,
                List.of(NOT_OVERTURNED, NOT_AN_ACCIDENT, FIRST_IS_LIVE, HAS_NO_DUPLICATES, NOTHING_LOST, GRAVE_BY_TWO),
                ANSWERED,
                FALLING);
        rows.each(
                CHECKING,
                TRANSFER,
                TRANSFERRED,
                RECEIVE,
                List.of(NOT_OVERTURNED, NOT_AN_ACCIDENT, UNIT_NAMED, GRAVE_BY_TWO),
                List.of(Opening.always(GUARD_PLACE), Opening.always(ANSWER_DUE)),
                FALLING);
        rows.beside(CHECKING, SPLIT, RECEIVE, List.of());
        rows.each(
                CHECKING,
                SUSPECT,
                EnumSet.of(Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL, Role.UNION),
                List.of(SUSPICION_FOUNDED),
                List.of(
                        new Opening<>(INTERIM, "nobody is protected", PlanGuards::isUnprotected),
                        new Opening<>(
                                TALK_DUE,
                                "being verified, and the reporter must be talked to and was not",
                                c -> c.report().state() == VERIFYING
                                        && !c.report().owes(TALK_DUE.code())
                                        && !c.report().talked()
                                        && FollowUpGuards.mustTalk(c))));
        // verification
        rows.row(
                ADMITTED,
                START_VERIFICATION,
                VERIFYING,
                RECEIVE,
                List.of(VERIFIER_NAMED, NOT_THE_REPORTER, NOT_OVERTURNED, DANGER_UNDER_CONTROL),
                List.of(new Opening<>(TALK_DUE, "the reporter must be talked to", FollowUpGuards::mustTalk)));
        rows.beside(
                EnumSet.of(VERIFYING),
                START_VERIFICATION,
                RECEIVE,
                List.of(VERIFIER_NAMED, NOT_THE_REPORTER, NOT_OVERTURNED));
        List<Opening<ReportContext>> confirmed = new ArrayList<>(GRADED_MAJOR);
        confirmed.add(new Opening<>(
                INTERIM_UNLESS_FIXED,
                "general, not gone, and nobody is protected: unless fixed at once",
                c -> !c.isMajorAfter()
                        && !isGone(c)
                        && !c.report().isProtected(c.at())
                        && !c.report().owes("INTERIM_MEASURES")));
        confirmed.add(new Opening<>(
                REWARD, "a self-report", c -> c.report().submission().source().countsAsInternalReport()));
        rows.row(
                VERIFYING,
                CONFIRM,
                CONFIRMED,
                VERIFY,
                List.of(
                        NOT_THE_REPORTER,
                        NOT_OVERTURNED,
                        NAMED_VERIFIER,
                        TALKED,
                        HEARD,
                        DANGER_UNDER_CONTROL,
                        TWO_VERIFIERS,
                        TWO_ACT,
                        ITEM_KNOWN,
                        TIER_KNOWN,
                        DOWNGRADE_BY_TWO,
                        NOT_THE_PROPOSER),
                confirmed,
                "EXTENSION_DECISION");
        List<Guard<ReportContext>> dropped = List.of(
                NOT_THE_REPORTER,
                NOT_OVERTURNED,
                NAMED_VERIFIER,
                TALKED,
                DANGER_UNDER_CONTROL,
                TWO_VERIFIERS,
                TWO_ACT,
                REASON_GIVEN,
                NOTE_GIVEN);
        rows.row(VERIFYING, FIND_UNFOUNDED, UNFOUNDED, VERIFY, dropped, ANSWERED, FALLING);
        rows.row(VERIFYING, FIND_UNVERIFIABLE, UNVERIFIABLE, VERIFY, dropped, ANSWERED, FALLING);
        // rectification
        rows.row(CONFIRMED, START_FIX, RECTIFYING, RECTIFY, List.of(GENERAL_ONLY, RESPONSIBLE_NAMED), NONE);
        rows.row(
                CONFIRMED,
                ACCEPT_SPOT_FIX,
                AWAITING_RECHECK,
                VERIFY,
                List.of(NOT_THE_REPORTER, GENERAL_ONLY, FIXED_ALREADY),
                NONE,
                "INTERIM_MEASURES");
        rows.row(
                CONFIRMED,
                PLAN,
                RECTIFYING,
                RECTIFY,
                List.of(PLAN_WHOLE, MAJOR_PLAN_BY_PRINCIPAL, DATE_ALLOWED),
                List.of(new Opening<>(INTERIM, "nobody is protected", ReportTable::isUnprotected)),
                "SIX_ITEM_PLAN");
        rows.row(
                RECTIFYING,
                REVISE_PLAN,
                RECTIFYING,
                RECTIFY,
                List.of(
                        PLAN_WHOLE,
                        MAJOR_PLAN_BY_PRINCIPAL,
                        NOT_PAUSED,
                        NOT_BACKDATED,
                        PROMISE_STANDS,
                        TIME_GIVEN_BY_HEAD,
                        NOT_TO_HIMSELF),
                List.of(
                        Opening.anew(main(RECTIFYING), "the plan's date"),
                        new Opening<>(INTERIM, "nobody is protected", PlanGuards::isUnprotected)),
                "SIX_ITEM_PLAN");
        rows.each(
                EnumSet.of(AWAITING_RECHECK, CLOSED),
                REVISE_PLAN,
                RECTIFY,
                List.of(PLAN_WHOLE, MAJOR_PLAN_BY_PRINCIPAL, NO_TIME_GIVEN),
                List.of(new Opening<>(INTERIM, "nobody is protected", ReportTable::isUnprotected)),
                "SIX_ITEM_PLAN");
        rows.row(
                RECTIFYING,
                COMPLETE_RECTIFICATION,
                AWAITING_RECHECK,
                RECTIFY,
                List.of(PLAN_HELD, NOT_OVERRUN, INTERIM_RECORDED),
                NONE,
                "INTERIM_MEASURES",
                "EXTENSION_DECISION");
        rows.row(
                AWAITING_RECHECK,
                ACCEPT_RECHECK,
                CLOSED,
                RECHECK,
                List.of(NOT_THE_RECTIFIER, NOT_OVERTURNED, PAIR_WHEN_WAIVED, PLAN_HELD, INTERIM_RECORDED),
                List.of(
                        Opening.always(ANSWER_DUE),
                        new Opening<>(CONFIRMATION, "separation waived", ReportTable::rechecksOwnWork),
                        new Opening<>(OUTSIDE_REVIEW, "separation waived", ReportTable::rechecksOwnWork),
                        new Opening<>(EFFECT, "planned", c -> c.report().isPlanned()),
                        new Opening<>(
                                EFFECT_OF_FIX,
                                "not planned, where the rule says so",
                                c -> !c.report().isPlanned()
                                        && c.rules().limits().containsKey(ReportRules.HELD_FIXED))),
                "INTERIM_MEASURES",
                "INTERIM_END");
        rows.row(
                AWAITING_RECHECK,
                REJECT_RECHECK,
                RECTIFYING,
                RECHECK,
                List.of(NOT_THE_RECTIFIER, REASON_GIVEN),
                List.of(new Opening<>(INTERIM, "nobody is protected", PlanGuards::isUnprotected)));
        // beside the state
        rows.each(
                TRUE,
                REGRADE,
                VERIFY,
                List.of(
                        NOT_THE_REPORTER,
                        NOT_OVERTURNED,
                        TWO_ACT,
                        ITEM_KNOWN,
                        TIER_KNOWN,
                        DOWNGRADE_BY_TWO,
                        NOT_THE_PROPOSER),
                REGRADED);
        rows.beside(
                EnumSet.of(RECTIFYING, AWAITING_RECHECK, CLOSED),
                CORRECT_RETURN,
                HEAD,
                List.of(owed("RETURN_CORRECTION"), REFERENCE_GIVEN),
                "RETURN_CORRECTION");
        Set<ReportState> anyButFallen = EnumSet.copyOf(OPEN);
        anyButFallen.add(CLOSED);
        rows.beside(
                anyButFallen,
                PROPOSE,
                EnumSet.of(Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD, Role.UNION, Role.PRINCIPAL),
                List.of(PROPOSABLE, NOT_OVERTURNED));
        rows.each(
                OPEN,
                SET_INTERIM,
                RECTIFY,
                List.of(RESPONSIBLE_NAMED, NOTE_GIVEN, INTERIM_AHEAD),
                List.of(Opening.always(INTERIM_END)),
                "INTERIM_MEASURES");
        Set<ReportState> all = EnumSet.allOf(ReportState.class);
        rows.each(
                all,
                RAISE_DANGER,
                ANYBODY,
                List.of(),
                List.of(unlessOwed(DANGER), new Opening<>(INTERIM, "nobody is protected", ReportTable::isUnprotected)));
        rows.beside(all, STOP_WORK, ANYBODY, List.of());
        rows.beside(all, EVACUATE, ANYBODY, List.of());
        rows.beside(
                all, ACKNOWLEDGE_DANGER, DUTY_HEADS, List.of(owed("DANGER_ACKNOWLEDGEMENT")), "DANGER_ACKNOWLEDGEMENT");
        rows.beside(
                TRUE,
                NOTIFY_AUTHORITY,
                INDEPENDENT,
                List.of(owed("AUTHORITY_NOTICE"), REFERENCE_GIVEN),
                "AUTHORITY_NOTICE");
        rows.beside(
                EnumSet.of(SUBMITTED, ADMITTED, NOT_ADMITTED),
                NOTIFY_AUTHORITY,
                INDEPENDENT,
                List.of(owed("ACCIDENT_REPORT"), REFERENCE_GIVEN),
                "ACCIDENT_REPORT");
        rows.beside(
                TRUE,
                NOTIFY_CONGRESS,
                INDEPENDENT,
                List.of(owed("CONGRESS_NOTICE"), REFERENCE_GIVEN),
                "CONGRESS_NOTICE");
        // the reporter
        rows.beside(all, ANSWER, RECEIVE, List.of(NOTE_GIVEN), "REPORTER_ANSWER");
        rows.beside(all, CONFIRM_JOINT, REPORTERS, List.of(JOINT_NOT_YET_CONFIRMED));
        rows.each(all, TAKE_BACK_NAME, REPORTERS, List.of(), List.of(unlessOwed(PRESSURE)));
        rows.beside(all, CHECK_PRESSURE, INDEPENDENT, List.of(owed("PRESSURE_CHECK"), NOTE_GIVEN), "PRESSURE_CHECK");
        rows.beside(EnumSet.of(CLOSED), CONFIRM_GONE, REPORTERS, List.of(), "REPORTER_CONFIRMATION");
        rows.beside(EnumSet.of(CLOSED), REVIEW, HEAD, List.of(owed("OUTSIDE_REVIEW"), NOTE_GIVEN), "OUTSIDE_REVIEW");
        FollowUpRows.add(rows);
        EndRows.add(rows);
        // by the library itself
        rows.row(DUPLICATE, REVIVE, ADMITTED, OURSELVES, List.of(), TAKEN_UP, "APPEAL_DECISION");
        rows.beside(all, LINK, OURSELVES, List.of());
        return rows.all();
    }

    /** Doing it once more does not move what is promised already. */
    static Opening<ReportContext> unlessOwed(Duty duty) {
        return new Opening<>(duty, "not owed already", c -> !c.report().owes(duty.code()));
    }

    /** What a new grade starts: for a major one what the law asks, and the reward is looked at again. */
    private static List<Opening<ReportContext>> regraded() {
        List<Opening<ReportContext>> regraded = new ArrayList<>(GRADED_MAJOR);
        regraded.add(new Opening<>(REWARD, "decided before", c -> c.report().decisions() > 0));
        regraded.add(new Opening<>(RETURN_CORRECTION, "counted as closed", ReportContext::changesWhatWasCounted));
        return List.copyOf(regraded);
    }

    private static boolean becomesMajor(ReportContext context) {
        return context.isMajorAfter() && context.report().grade() != LegalGrade.MAJOR;
    }

    private static boolean isUnprotected(ReportContext context) {
        return PlanGuards.isUnprotected(context)
                && OPEN.contains(context.report().state());
    }

    private static boolean isGone(ReportContext context) {
        return context.act() instanceof ReportAct.Grading grading
                && grading.assessment().gone();
    }

    private static boolean hasSixItems(HazardReport report) {
        return report.plan().filter(plan -> plan.missing(true).isEmpty()).isPresent();
    }

    private static boolean rechecksOwnWork(ReportContext context) {
        return Separation.RECTIFIER_NEVER_RECHECKS.isViolated(context);
    }

    static boolean isMain(Duty duty) {
        return MAIN.containsValue(duty);
    }

    static Duty main(ReportState state) {
        return Objects.requireNonNull(MAIN.get(state));
    }
}
