package io.hazardreport;

import static io.hazardreport.report.ReportAction.ACCEPT_RECHECK;
import static io.hazardreport.report.ReportAction.ACCEPT_SPOT_FIX;
import static io.hazardreport.report.ReportAction.ASK_EXTENSION;
import static io.hazardreport.report.ReportAction.CHECK_EFFECT;
import static io.hazardreport.report.ReportAction.COMPLETE_RECTIFICATION;
import static io.hazardreport.report.ReportAction.CONFIRM;
import static io.hazardreport.report.ReportAction.DECIDE_REWARD;
import static io.hazardreport.report.ReportAction.DECIDE_SUGGESTION;
import static io.hazardreport.report.ReportAction.DISMISS_APPEAL;
import static io.hazardreport.report.ReportAction.EVACUATE;
import static io.hazardreport.report.ReportAction.FIND_UNFOUNDED;
import static io.hazardreport.report.ReportAction.FIND_UNVERIFIABLE;
import static io.hazardreport.report.ReportAction.GO_HIGHER;
import static io.hazardreport.report.ReportAction.GRANT_EXTENSION;
import static io.hazardreport.report.ReportAction.HEAR;
import static io.hazardreport.report.ReportAction.MARK_DUPLICATE;
import static io.hazardreport.report.ReportAction.NOTIFY_AUTHORITY;
import static io.hazardreport.report.ReportAction.NOTIFY_CONGRESS;
import static io.hazardreport.report.ReportAction.NOT_ADMIT;
import static io.hazardreport.report.ReportAction.PAUSE;
import static io.hazardreport.report.ReportAction.PLAN;
import static io.hazardreport.report.ReportAction.REFUSE_EXTENSION;
import static io.hazardreport.report.ReportAction.REGRADE;
import static io.hazardreport.report.ReportAction.REJECT_RECHECK;
import static io.hazardreport.report.ReportAction.REOPEN;
import static io.hazardreport.report.ReportAction.RESUME;
import static io.hazardreport.report.ReportAction.REVISE_PLAN;
import static io.hazardreport.report.ReportAction.REVIVE;
import static io.hazardreport.report.ReportAction.SETTLE_SUGGESTION;
import static io.hazardreport.report.ReportAction.SET_INTERIM;
import static io.hazardreport.report.ReportAction.START_VERIFICATION;
import static io.hazardreport.report.ReportAction.STOP_WORK;
import static io.hazardreport.report.ReportAction.SUSPECT;
import static io.hazardreport.report.ReportAction.TALK;
import static io.hazardreport.report.ReportAction.TRANSFER;
import static io.hazardreport.report.ReportAction.UPHOLD_APPEAL;

import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Branch;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Separation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The invariants as a table: when each speaks of an accepted act, and what must then hold. */
enum ModelLaw {
    // the table
    TABLE(
            "it goes where the table says, by a role of the row, and discharges what the row says",
            s -> true,
            s -> s.isInTable()),
    ONE_MAIN_DUTY(
            "exactly one main obligation while open, that of the state; none at an end",
            s -> true,
            s -> mainDuties(s.after())
                    .equals(ReportLoop.table().mainDuty(s.to()).stream()
                            .map(duty -> duty.code())
                            .toList())),
    SIDE_DUTIES_STAY(
            "no side obligation vanishes or moves unless the event says so", s -> true, ModelStep::keepsTheRest),
    NOTHING_BY_ITSELF(
            "the library and time move no state: only the fall of a first report does",
            s -> s.moves() && s.has(Role.SYSTEM),
            s -> s.is(REVIVE) && s.from() == ReportState.DUPLICATE),
    CONCERNED_NEVER_ACTS("nobody complained of acts", s -> true, s -> !s.actor().concerned()),

    // closing
    CLOSED_BY_RECHECK(
            "closed by an accepted recheck only",
            s -> s.enters(ReportState.CLOSED),
            s -> s.is(ACCEPT_RECHECK) && s.from() == ReportState.AWAITING_RECHECK),
    RECHECK_BY_ANOTHER(
            "who rectified, was to, or handed it on never judges the cure, under whatever name",
            s -> s.is(ACCEPT_RECHECK, REJECT_RECHECK, CHECK_EFFECT),
            s -> !s.byCurer() || s.waives(Separation.RECTIFIER_NEVER_RECHECKS)),
    OWN_RECHECK_MADE_GOOD(
            "a waived recheck takes both pictures, the reporter's word and a review from outside",
            s -> s.is(ACCEPT_RECHECK) && s.byCurer(),
            s -> s.before().evidence().size() >= 2 && s.holds("REPORTER_CONFIRMATION") && s.holds("OUTSIDE_REVIEW")),
    RECHECKED_AFTER_A_CURE(
            "what awaits the recheck was put right, or its cure on the spot accepted by another than the reporter",
            s -> s.enters(ReportState.AWAITING_RECHECK),
            s -> s.is(COMPLETE_RECTIFICATION)
                    || (s.is(ACCEPT_SPOT_FIX) && (!s.isReporter() || s.waives(Separation.REPORTER_NEVER_VERIFIES)))),
    FIVE_ITEMS(
            "not fixed at once: closed with all five items",
            s -> s.enters(ReportState.CLOSED) && s.isPlanned(),
            s -> hasPlan(s.before(), false)),
    SIX_ITEMS(
            "major: closed with all six items",
            s -> s.enters(ReportState.CLOSED) && s.isMajor(),
            s -> hasPlan(s.before(), true)),
    NO_MAJOR_FIX_AT_ONCE(
            "major: leaves confirmed by a whole plan of the principal's only",
            s -> s.from() == ReportState.CONFIRMED && s.moves() && s.isMajor(),
            s -> s.is(PLAN) && hasPlan(s.after(), true) && s.has(Role.PRINCIPAL)),
    INTERIM_BEFORE_THE_END(
            "by plan: people were protected, since it was last taken up, before it was called done or closed",
            s -> s.isPlanned() && (s.enters(ReportState.CLOSED) || s.is(COMPLETE_RECTIFICATION)),
            s -> s.didSinceTakenUp(SET_INTERIM)),
    INTERIM_WHILE_RECTIFYING(
            "by plan: it is owed that people be protected, or that their protection be looked at when it ends",
            s -> s.to() == ReportState.RECTIFYING && s.after().branch().orElseThrow() == Branch.PLANNED,
            s -> s.holds("INTERIM_MEASURES") || s.holds("INTERIM_END")),
    INTERIM_UNLESS_FIXED(
            "confirmed and not gone: people are protected, or it is owed that they be",
            s -> s.is(CONFIRM) && !((ReportAct.Grading) s.act()).assessment().gone(),
            s -> s.holds("INTERIM_MEASURES") || s.isProtected()),
    NOTICES(
            "major: each notice is given or owed",
            s -> isTrue(s.to()) && s.after().grade() == LegalGrade.MAJOR,
            s -> (s.holds("AUTHORITY_NOTICE") || s.didSinceMajor(NOTIFY_AUTHORITY))
                    && (s.holds("CONGRESS_NOTICE") || s.didSinceMajor(NOTIFY_CONGRESS))),

    // separation of duties
    REPORTER_NEVER_VERIFIES(
            "no reporter verifies, talks to himself, hears, or accepts his own cure, under whatever name",
            s -> s.is(
                    START_VERIFICATION,
                    CONFIRM,
                    FIND_UNFOUNDED,
                    FIND_UNVERIFIABLE,
                    REGRADE,
                    ACCEPT_SPOT_FIX,
                    TALK,
                    HEAR,
                    DECIDE_REWARD),
            s -> !s.isReporter() || s.waives(Separation.REPORTER_NEVER_VERIFIES)),
    REPORTER_NEVER_JUDGES_HIMSELF(
            "no reporter decides on his own appeal or suggestion",
            s -> s.is(UPHOLD_APPEAL, DISMISS_APPEAL, SETTLE_SUGGESTION, DECIDE_SUGGESTION),
            s -> !s.isReporter()),
    REPORTER_NEVER_SENT(
            "no reporter is sent to verify, or given what others have in hand",
            s -> s.act() instanceof ReportAct.StartVerification || s.act() instanceof FollowUp.Reassign,
            s -> s.act().persons().stream().noneMatch(ModelPeople.REPORTER::is)
                    || s.waives(Separation.REPORTER_NEVER_VERIFIES)),
    TWO_SIGNATURES(
            "not admitting takes two people",
            s -> s.is(NOT_ADMIT),
            s -> s.isProposedByAnother() || (s.proposal().isPresent() && s.waives(Separation.PROPOSER_NEVER_SIGNS))),
    TWO_SEND_AWAY_WHAT_IS_GRAVE(
            "a (suspected) major or dangerous hazard is merged or transferred by two people",
            s -> s.is(MARK_DUPLICATE, TRANSFER)
                    && (s.before().isMajorOrSuspected() || s.before().danger()),
            ModelStep::isProposedByAnother),
    NO_TIME_TO_HIMSELF(
            "nobody stops or extends the time of what he has to do himself",
            s -> s.is(PAUSE, GRANT_EXTENSION),
            s -> s.waives(Separation.RECTIFIER_NEVER_REPLANS)
                    || (s.from() == ReportState.VERIFYING
                            ? !s.actor().isOneOf(s.before().verifiers())
                            : s.from() != ReportState.RECTIFYING || !s.byCurer())),
    TAKEN_UP_PROTECTED(
            "taken up again with a danger or suspicion on it: protection is owed",
            s -> s.moves()
                    && s.to() == ReportState.ADMITTED
                    && ReportLoop.table().isEnd(s.from())
                    && (s.after().danger() || s.after().isMajorOrSuspected()),
            s -> s.holds("INTERIM_MEASURES")),
    TWO_JUDGE_WHAT_IS_GRAVE(
            "a (suspected) major hazard is judged by two people",
            s -> s.is(CONFIRM, FIND_UNFOUNDED, FIND_UNVERIFIABLE, REGRADE) && s.isGrave(),
            s -> s.isProposedByAnother()),
    TWO_SENT_TO_WHAT_IS_GRAVE(
            "a (suspected) major hazard is checked by two people",
            s -> s.is(CONFIRM, FIND_UNFOUNDED, FIND_UNVERIFIABLE) && s.isGrave(),
            s -> s.before().verifiers().stream().distinct().count() >= 2),
    DOWN_BY_PRINCIPAL(
            "down from (suspected) major by the principal, on a proposal from outside the line",
            ModelStep::isDowngrade,
            s -> s.has(Role.PRINCIPAL) && s.isProposedFromOutside()),
    CONCERNED_HEARD(
            "whom it complains of was heard before it is confirmed",
            s -> s.is(CONFIRM) && s.context().complainedOf() > 0,
            s -> s.didSinceTakenUp(HEAR)),
    TALKED(
            "the reporter was talked to before any conclusion",
            s -> s.is(CONFIRM, FIND_UNFOUNDED, FIND_UNVERIFIABLE)
                    && s.before().reporters().stream().anyMatch(r -> !r.nameTakenBack()),
            s -> s.didSinceTakenUp(TALK)),
    DANGER_FIRST(
            "danger is under control before anybody goes and looks, and before anything is concluded",
            s -> (s.enters(ReportState.VERIFYING) || s.is(CONFIRM, FIND_UNFOUNDED, FIND_UNVERIFIABLE))
                    && s.before().danger(),
            s -> !s.before().owes("DANGER_ACKNOWLEDGEMENT")
                    && (s.isProtected() || s.didSinceTakenUp(STOP_WORK) || s.didSinceTakenUp(EVACUATE))),
    TWO_WHERE_SUSPECTED(
            "whoever suspects a major hazard has it treated as one: protection at once, or it is there",
            s -> s.is(SUSPECT),
            s -> s.after().isMajorOrSuspected() && (s.holds("INTERIM_MEASURES") || s.isProtected())),
    HELD_FOR_A_WHILE(
            "that a cure has held is said only after the time the rule asks for",
            s -> s.is(CHECK_EFFECT) && ((FollowUp.Verdict) s.act()).yes(),
            s -> !s.event()
                    .at()
                    .isBefore(s.rules()
                            .due("effectCheck", s.before().grade(), s.entry().at()))),
    OVERTURNED_JUDGES_NO_MORE(
            "whose decision an appeal overturned neither judges again nor is sent to",
            s -> s.is(
                    NOT_ADMIT,
                    MARK_DUPLICATE,
                    CONFIRM,
                    FIND_UNFOUNDED,
                    FIND_UNVERIFIABLE,
                    REGRADE,
                    SETTLE_SUGGESTION,
                    ACCEPT_RECHECK),
            s -> s.overturned().stream().noneMatch(s.actor()::is) || s.waives(Separation.OVERTURNED_NEVER_JUDGES)),
    APPEAL_BY_ANOTHER(
            "nobody who decided decides on the appeal",
            s -> s.is(UPHOLD_APPEAL, DISMISS_APPEAL),
            s -> !s.actor().is(s.entry().actor())),
    REOPENED_BY_ANOTHER(
            "nobody opens again what he closed",
            s -> s.is(REOPEN),
            s -> !s.actor().is(s.last(ACCEPT_RECHECK).orElseThrow().actor())),

    // promises
    PROMISE_MOVES_AS_DECLARED(
            "within a state the due moves by pause, resumption, extension and plan only",
            ModelStep::movesDue,
            s -> s.is(PAUSE, RESUME, GRANT_EXTENSION, REVISE_PLAN)),
    PROMISE_BROKEN_BY_NOBODY(
            "a plan gives a later day only as the first out of a fix at once, of its round or its grade",
            s -> s.is(REVISE_PLAN) && s.isLater(),
            ModelStep::isFirstPlan),
    TIME_GIVEN_BY_A_HEAD(
            "a plan gives a new day out of a fix at once, or once overdue, by a head who does not cure it himself",
            s -> s.is(REVISE_PLAN) && s.isLater() && (!s.isPlanned() || s.wasOverdue()),
            s -> s.has(Role.PRINCIPAL, Role.SAFETY_HEAD)
                    && ((!s.byCurer() && s.act().persons().stream().noneMatch(s.actor()::is))
                            || s.waives(Separation.RECTIFIER_NEVER_REPLANS))),
    EXTENDED_BY_ANOTHER(
            "who asked for more time never decides on it; a major hazard's is the principal's",
            s -> s.is(GRANT_EXTENSION, REFUSE_EXTENSION),
            s -> !s.actor().is(asker(s))
                    && (!s.is(GRANT_EXTENSION) || !s.before().isMajorOrSuspected() || s.has(Role.PRINCIPAL))),
    EXTENDED_AS_ASKED(
            "an extension moves the due on, to no later than the end of the day asked for",
            s -> s.is(GRANT_EXTENSION),
            s -> s.isLater() && !s.dueAfter().orElseThrow().isAfter(s.rules().endOf(asked(s).until()))),
    EXTENDED_SO_OFTEN(
            "no promise is extended more often than the rule allows",
            s -> s.is(GRANT_EXTENSION),
            s -> s.sinceEntry(GRANT_EXTENSION) <= s.rules().extensions()),
    PAUSED_WITH_AN_END(
            "a pause has an end within its bound, and people are protected meanwhile",
            s -> s.is(PAUSE),
            s -> paused(s).compareTo(longestPause(s)) <= 0
                    && ((s.from() != ReportState.RECTIFYING
                                    && !s.before().danger()
                                    && !s.before().isMajorOrSuspected())
                            || s.isProtected())),
    RESUMED_NO_LATER("a resumption moves the due back, never on", s -> s.is(RESUME), s -> !s.isLater()),
    NOT_OVERDUE_AT_ONCE(
            "what becomes owed is not overdue from the start, but for a plan of days gone by",
            s -> !s.is(REVISE_PLAN),
            s -> s.event().opens().stream().noneMatch(o -> o.isOverdue(s.event().at()))),

    // lateness, ends, links
    HIGHER_WHEN_LATE(
            "the reporter goes higher when something is overdue, and is owed an answer for it",
            s -> s.is(GO_HIGHER),
            s -> s.isReporter()
                    && s.before().obligations().stream()
                            .anyMatch(o -> o.isOverdue(s.event().at()))
                    && s.holds("HIGHER_ANSWER")),
    OPENED_AGAIN_PROTECTED(
            "opened again: protection and an answer are owed, and nothing of the closing is left",
            s -> s.from() == ReportState.CLOSED && s.moves(),
            s -> s.to() == ReportState.RECTIFYING
                    && s.holds("INTERIM_MEASURES")
                    && s.holds("REPORTER_ANSWER")
                    && !s.holds("EFFECT_CHECK")
                    && !s.holds("APPEAL_DECISION")),
    ENDED_WITH_AN_ANSWER(
            "whatever the end, the reporter is owed an answer",
            s -> s.moves() && ReportLoop.table().isEnd(s.to()),
            s -> s.holds("REPORTER_ANSWER")),
    FIRST_IS_NO_DUPLICATE(
            "a duplicate has a live first report, and none hangs on it",
            s -> s.is(MARK_DUPLICATE),
            s -> s.before().duplicates().isEmpty() && s.context().other() != null),
    DUPLICATE_HAS_ONE_FIRST(
            "it hangs on a first report exactly as long as it is a duplicate",
            s -> true,
            s -> (s.to() == ReportState.DUPLICATE) == s.after().duplicateOf().isPresent()),
    TAKEN_UP_AFRESH(
            "what is taken up again starts as admitted, with no first signature left from before",
            s -> s.moves() && ReportLoop.table().isEnd(s.from()) && s.from() != ReportState.CLOSED,
            s -> s.to() == ReportState.ADMITTED
                    && List.of(NOT_ADMIT, CONFIRM, FIND_UNFOUNDED, FIND_UNVERIFIABLE).stream()
                            .allMatch(a -> s.after().proposal(a).isEmpty()));

    private final String sentence;
    private final Predicate<ModelStep> speaks;
    private final Predicate<ModelStep> holds;

    ModelLaw(String sentence, Predicate<ModelStep> speaks, Predicate<ModelStep> holds) {
        this.sentence = sentence;
        this.speaks = speaks;
        this.holds = holds;
    }

    /** Whether it speaks of this act; it is an error where it does and does not hold. */
    boolean judges(ModelStep step) {
        if (!speaks.test(step)) {
            return false;
        }
        if (!holds.test(step)) {
            throw new AssertionError(sentence + ": " + step);
        }
        return true;
    }

    private static List<String> mainDuties(HazardReport report) {
        return report.obligations().stream()
                .filter(Obligation::main)
                .map(Obligation::code)
                .toList();
    }

    private static boolean hasPlan(HazardReport report, boolean major) {
        return report.plan().filter(plan -> plan.missing(major).isEmpty()).isPresent();
    }

    private static boolean isTrue(ReportState state) {
        return switch (state) {
            case CONFIRMED, RECTIFYING, AWAITING_RECHECK, CLOSED -> true;
            case SUBMITTED,
                    ADMITTED,
                    VERIFYING,
                    NOT_ADMITTED,
                    UNFOUNDED,
                    UNVERIFIABLE,
                    DUPLICATE,
                    TRANSFERRED,
                    SETTLED -> false;
        };
    }

    private static FollowUp.Until asked(ModelStep step) {
        return (FollowUp.Until) step.last(ASK_EXTENSION).orElseThrow().act();
    }

    private static String asker(ModelStep step) {
        return step.last(ASK_EXTENSION).orElseThrow().actor();
    }

    /** All pauses of this state together. */
    private static Duration paused(ModelStep step) {
        return step.after().pauses().stream()
                .map(p -> Duration.between(
                        p.since(), p.resumed() == null ? step.rules().endOf(p.until()) : p.resumed()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration longestPause(ModelStep step) {
        String own = "pause." + mainDuties(step.after()).get(0);
        String code = step.rules().limits().containsKey(own) ? own : "pause";
        Instant at = step.event().at();
        return Duration.between(at, step.rules().due(code, step.after().grade(), at));
    }
}
