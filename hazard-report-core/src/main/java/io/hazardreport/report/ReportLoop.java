package io.hazardreport.report;

import static io.hazardreport.report.ReportAction.ACCEPT_RECHECK;
import static io.hazardreport.report.ReportAction.ACCEPT_SPOT_FIX;
import static io.hazardreport.report.ReportAction.ACKNOWLEDGE_DANGER;
import static io.hazardreport.report.ReportAction.ADMIT;
import static io.hazardreport.report.ReportAction.ANSWER;
import static io.hazardreport.report.ReportAction.APPEAL;
import static io.hazardreport.report.ReportAction.CHECK_PRESSURE;
import static io.hazardreport.report.ReportAction.COMPLETE_RECTIFICATION;
import static io.hazardreport.report.ReportAction.CONFIRM;
import static io.hazardreport.report.ReportAction.CONFIRM_GONE;
import static io.hazardreport.report.ReportAction.CONFIRM_JOINT;
import static io.hazardreport.report.ReportAction.DECIDE_REWARD;
import static io.hazardreport.report.ReportAction.DISMISS_APPEAL;
import static io.hazardreport.report.ReportAction.EVACUATE;
import static io.hazardreport.report.ReportAction.FIND_UNFOUNDED;
import static io.hazardreport.report.ReportAction.FIND_UNVERIFIABLE;
import static io.hazardreport.report.ReportAction.HAND_OVER;
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
import static io.hazardreport.report.ReportAction.TAKE_BACK_NAME;
import static io.hazardreport.report.ReportAction.TRANSFER;
import static io.hazardreport.report.ReportAction.UPHOLD_APPEAL;
import static io.hazardreport.report.ReportGuards.DOWNGRADE_BY_TWO;
import static io.hazardreport.report.ReportGuards.FIRST_IS_LIVE;
import static io.hazardreport.report.ReportGuards.FIXED_ALREADY;
import static io.hazardreport.report.ReportGuards.GENERAL_ONLY;
import static io.hazardreport.report.ReportGuards.HAS_NO_DUPLICATES;
import static io.hazardreport.report.ReportGuards.ITEM_KNOWN;
import static io.hazardreport.report.ReportGuards.JOINT_NOT_YET_CONFIRMED;
import static io.hazardreport.report.ReportGuards.MAJOR_PLAN_BY_PRINCIPAL;
import static io.hazardreport.report.ReportGuards.NOTE_GIVEN;
import static io.hazardreport.report.ReportGuards.NOT_AN_ACCIDENT;
import static io.hazardreport.report.ReportGuards.NOT_A_DECIDER;
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
import static io.hazardreport.report.ReportGuards.VERIFIER_NAMED;
import static io.hazardreport.report.ReportGuards.notOwed;
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

import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.ReportKind;
import io.hazardreport.loop.Advance;
import io.hazardreport.loop.Clocks;
import io.hazardreport.loop.Decided;
import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Loop;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Opening;
import io.hazardreport.loop.Role;
import io.hazardreport.loop.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The closed loop of a hazard report, as one table. Everything else derives from it: decisions, what is allowed, the
 * obligations, the printed table and the diagram.
 */
public final class ReportLoop {

    private static final Set<Role> ANYBODY = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));
    private static final Set<Role> RECEIVE = EnumSet.of(Role.RECEIVER, Role.SAFETY_HEAD, Role.UNION, Role.PRINCIPAL);
    private static final Set<Role> VERIFY = EnumSet.of(Role.VERIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> HEAD = EnumSet.of(Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> INDEPENDENT = EnumSet.of(Role.UNION, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> RECTIFY = EnumSet.of(Role.RECTIFIER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> RECHECK = EnumSet.of(Role.RECHECKER, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> DUTY_HEADS = EnumSet.of(Role.DUTY_HEAD, Role.SAFETY_HEAD, Role.PRINCIPAL);
    private static final Set<Role> REPORTERS = EnumSet.of(Role.REPORTER);
    private static final Set<Role> OURSELVES = EnumSet.of(Role.SYSTEM);

    private static final Set<ReportState> RECEIVING = EnumSet.of(SUBMITTED, ADMITTED);
    private static final Set<ReportState> CHECKING = EnumSet.of(SUBMITTED, ADMITTED, VERIFYING);
    private static final Set<ReportState> OPEN =
            EnumSet.of(SUBMITTED, ADMITTED, VERIFYING, CONFIRMED, RECTIFYING, AWAITING_RECHECK);
    private static final Set<ReportState> TRUE = EnumSet.of(CONFIRMED, RECTIFYING, AWAITING_RECHECK, CLOSED);
    private static final Set<ReportState> FALLEN = EnumSet.of(NOT_ADMITTED, UNFOUNDED, UNVERIFIABLE);
    private static final Set<ReportState> APPEALABLE = EnumSet.of(NOT_ADMITTED, UNFOUNDED, UNVERIFIABLE, DUPLICATE);

    private static final Map<ReportState, Duty> MAIN = Map.of(
            SUBMITTED, new Duty("ADMISSION", Role.RECEIVER, "admission"),
            ADMITTED, new Duty("VERIFICATION_START", Role.RECEIVER, "verificationStart"),
            VERIFYING, new Duty("VERIFICATION", Role.VERIFIER, "verification"),
            CONFIRMED, new Duty("ARRANGEMENT", Role.SAFETY_HEAD, "arrangement"),
            RECTIFYING, new Duty("RECTIFICATION", Role.RECTIFIER, "fixNow"),
            AWAITING_RECHECK, new Duty("RECHECK", Role.RECHECKER, "recheck"));

    private static final Duty DANGER = new Duty("DANGER_ACKNOWLEDGEMENT", Role.DUTY_HEAD, "dangerAcknowledgement");
    private static final Duty INTERIM = new Duty("INTERIM_MEASURES", Role.SAFETY_HEAD, "interimMeasures");
    private static final Duty ACCIDENT = new Duty("ACCIDENT_REPORT", Role.PRINCIPAL, "accidentReport");
    private static final Duty AUTHORITY = new Duty("AUTHORITY_NOTICE", Role.PRINCIPAL, "authorityNotice");
    private static final Duty CONGRESS = new Duty("CONGRESS_NOTICE", Role.PRINCIPAL, "congressNotice");
    private static final Duty SIX_ITEMS = new Duty("SIX_ITEM_PLAN", Role.PRINCIPAL, "arrangement");
    private static final Duty ANSWER_DUE = new Duty("REPORTER_ANSWER", Role.RECEIVER, "answer");
    private static final Duty APPEAL_DUE = new Duty("APPEAL_DECISION", Role.UNION, "appeal");
    private static final Duty PRESSURE = new Duty("PRESSURE_CHECK", Role.UNION, "pressureCheck");
    private static final Duty REWARD = new Duty("REWARD_DECISION", Role.ADJUDICATOR, "rewardDecision");
    private static final Duty GUARD_PLACE = new Duty("PLACE_GUARD", Role.SAFETY_HEAD, "placeGuard");
    private static final Duty CONFIRMATION = new Duty("REPORTER_CONFIRMATION", Role.RECEIVER, "answer");
    private static final Duty OUTSIDE_REVIEW = new Duty("OUTSIDE_REVIEW", Role.PRINCIPAL, "outsideReview");

    /** What the submission itself starts. */
    private static final List<Opening<ReportContext>> ENTRY = List.of(
            new Opening<>(DANGER, "immediate danger", c -> c.report().danger()),
            new Opening<>(INTERIM, "suspected major", c -> c.report().isMajorOrSuspected()),
            new Opening<>(ACCIDENT, "an accident", c -> c.report().submission().kind() == ReportKind.ACCIDENT));

    private static final List<Opening<ReportContext>> NONE = List.of();
    private static final List<Opening<ReportContext>> ANSWERED = List.of(Opening.always(ANSWER_DUE));
    private static final List<Opening<ReportContext>> GRADED_MAJOR = List.of(
            new Opening<>(AUTHORITY, "becomes major", ReportLoop::becomesMajor),
            new Opening<>(CONGRESS, "becomes major", ReportLoop::becomesMajor),
            new Opening<>(INTERIM, "becomes major unprotected", c -> becomesMajor(c) && isUnprotected(c)),
            new Opening<>(
                    SIX_ITEMS,
                    "becomes major with no such plan",
                    c -> becomesMajor(c) && c.report().branch().isPresent() && !hasSixItems(c.report())));

    private static final Loop<ReportState, ReportAction, ReportContext> LOOP =
            new Loop<>("report", SUBMITTED, ReportState.class, ReportAction.class, MAIN, rows());

    private ReportLoop() {}

    /** The table. */
    public static Loop<ReportState, ReportAction, ReportContext> table() {
        return LOOP;
    }

    private static List<Step<ReportState, ReportAction, ReportContext>> rows() {
        List<Step<ReportState, ReportAction, ReportContext>> rows = new ArrayList<>();
        // reception
        row(rows, SUBMITTED, ADMIT, ADMITTED, RECEIVE, List.of(NOT_AN_ACCIDENT), NONE);
        each(
                rows,
                RECEIVING,
                NOT_ADMIT,
                NOT_ADMITTED,
                RECEIVE,
                List.of(REASON_LISTED, SAME_REASON_PROPOSED, NOT_THE_PROPOSER),
                ANSWERED);
        each(rows, CHECKING, MARK_DUPLICATE, DUPLICATE, RECEIVE, List.of(FIRST_IS_LIVE, HAS_NO_DUPLICATES), ANSWERED);
        each(
                rows,
                CHECKING,
                TRANSFER,
                TRANSFERRED,
                RECEIVE,
                List.of(NOT_AN_ACCIDENT),
                List.of(Opening.always(GUARD_PLACE), Opening.always(ANSWER_DUE)));
        beside(rows, CHECKING, SPLIT, RECEIVE, List.of());
        // verification
        row(rows, ADMITTED, START_VERIFICATION, VERIFYING, RECEIVE, List.of(VERIFIER_NAMED, NOT_THE_REPORTER), NONE);
        List<Opening<ReportContext>> confirmed = new ArrayList<>(GRADED_MAJOR);
        confirmed.add(new Opening<>(
                REWARD, "a self-report", c -> c.report().submission().source().countsAsInternalReport()));
        row(
                rows,
                VERIFYING,
                CONFIRM,
                CONFIRMED,
                VERIFY,
                List.of(NOT_THE_REPORTER, ITEM_KNOWN, TIER_KNOWN, DOWNGRADE_BY_TWO, NOT_THE_PROPOSER),
                confirmed);
        row(rows, VERIFYING, FIND_UNFOUNDED, UNFOUNDED, VERIFY, List.of(NOT_THE_REPORTER, REASON_GIVEN), ANSWERED);
        row(
                rows,
                VERIFYING,
                FIND_UNVERIFIABLE,
                UNVERIFIABLE,
                VERIFY,
                List.of(NOT_THE_REPORTER, REASON_GIVEN),
                ANSWERED);
        // rectification
        row(rows, CONFIRMED, START_FIX, RECTIFYING, RECTIFY, List.of(GENERAL_ONLY, RESPONSIBLE_NAMED), NONE);
        row(rows, CONFIRMED, ACCEPT_SPOT_FIX, AWAITING_RECHECK, VERIFY, List.of(GENERAL_ONLY, FIXED_ALREADY), NONE);
        row(
                rows,
                CONFIRMED,
                PLAN,
                RECTIFYING,
                RECTIFY,
                List.of(PLAN_WHOLE, MAJOR_PLAN_BY_PRINCIPAL),
                NONE,
                "SIX_ITEM_PLAN");
        each(
                rows,
                EnumSet.of(RECTIFYING, AWAITING_RECHECK, CLOSED),
                REVISE_PLAN,
                RECTIFY,
                List.of(PLAN_WHOLE, MAJOR_PLAN_BY_PRINCIPAL),
                NONE,
                "SIX_ITEM_PLAN");
        row(rows, RECTIFYING, COMPLETE_RECTIFICATION, AWAITING_RECHECK, RECTIFY, List.of(PLAN_HELD), NONE);
        row(
                rows,
                AWAITING_RECHECK,
                ACCEPT_RECHECK,
                CLOSED,
                RECHECK,
                List.of(NOT_THE_RECTIFIER, PAIR_WHEN_WAIVED, PLAN_HELD),
                List.of(
                        Opening.always(ANSWER_DUE),
                        new Opening<>(CONFIRMATION, "separation waived", ReportLoop::rechecksOwnWork),
                        new Opening<>(OUTSIDE_REVIEW, "separation waived", ReportLoop::rechecksOwnWork)),
                "INTERIM_MEASURES");
        row(
                rows,
                AWAITING_RECHECK,
                REJECT_RECHECK,
                RECTIFYING,
                RECHECK,
                List.of(NOT_THE_RECTIFIER, REASON_GIVEN),
                NONE);
        // beside the state
        each(
                rows,
                TRUE,
                REGRADE,
                VERIFY,
                List.of(NOT_THE_REPORTER, ITEM_KNOWN, TIER_KNOWN, DOWNGRADE_BY_TWO, NOT_THE_PROPOSER),
                GRADED_MAJOR);
        Set<ReportState> anyButFallen = EnumSet.copyOf(OPEN);
        anyButFallen.add(CLOSED);
        beside(
                rows,
                anyButFallen,
                PROPOSE,
                EnumSet.of(Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD, Role.UNION, Role.PRINCIPAL),
                List.of(PROPOSABLE));
        beside(rows, OPEN, SET_INTERIM, RECTIFY, List.of(RESPONSIBLE_NAMED), "INTERIM_MEASURES");
        each(rows, OPEN, RAISE_DANGER, ANYBODY, List.of(), List.of(Opening.always(DANGER)));
        beside(rows, OPEN, STOP_WORK, ANYBODY, List.of());
        beside(rows, OPEN, EVACUATE, ANYBODY, List.of());
        Set<ReportState> all = EnumSet.allOf(ReportState.class);
        beside(
                rows,
                all,
                ACKNOWLEDGE_DANGER,
                DUTY_HEADS,
                List.of(owed("DANGER_ACKNOWLEDGEMENT")),
                "DANGER_ACKNOWLEDGEMENT");
        beside(rows, TRUE, NOTIFY_AUTHORITY, HEAD, List.of(owed("AUTHORITY_NOTICE")), "AUTHORITY_NOTICE");
        beside(rows, TRUE, NOTIFY_CONGRESS, INDEPENDENT, List.of(owed("CONGRESS_NOTICE")), "CONGRESS_NOTICE");
        beside(rows, EnumSet.of(TRANSFERRED), HAND_OVER, HEAD, List.of(owed("PLACE_GUARD")), "PLACE_GUARD");
        // the reporter
        beside(rows, all, ANSWER, RECEIVE, List.of(NOTE_GIVEN), "REPORTER_ANSWER");
        beside(rows, all, CONFIRM_JOINT, REPORTERS, List.of(JOINT_NOT_YET_CONFIRMED));
        each(rows, all, TAKE_BACK_NAME, REPORTERS, List.of(), List.of(Opening.always(PRESSURE)));
        beside(rows, all, CHECK_PRESSURE, INDEPENDENT, List.of(owed("PRESSURE_CHECK"), NOTE_GIVEN), "PRESSURE_CHECK");
        beside(rows, EnumSet.of(CLOSED), CONFIRM_GONE, REPORTERS, List.of(), "REPORTER_CONFIRMATION");
        beside(rows, EnumSet.of(CLOSED), REVIEW, HEAD, List.of(owed("OUTSIDE_REVIEW"), NOTE_GIVEN), "OUTSIDE_REVIEW");
        each(
                rows,
                APPEALABLE,
                APPEAL,
                REPORTERS,
                List.of(NOTE_GIVEN, notOwed("APPEAL_DECISION")),
                List.of(Opening.always(APPEAL_DUE)));
        each(
                rows,
                APPEALABLE,
                UPHOLD_APPEAL,
                ADMITTED,
                INDEPENDENT,
                List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER),
                NONE,
                "APPEAL_DECISION");
        each(
                rows,
                APPEALABLE,
                DISMISS_APPEAL,
                INDEPENDENT,
                List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER, NOTE_GIVEN),
                ANSWERED,
                "APPEAL_DECISION");
        // by the library itself
        row(rows, DUPLICATE, REVIVE, ADMITTED, OURSELVES, List.of(), NONE);
        beside(rows, all, LINK, OURSELVES, List.of());
        beside(rows, TRUE, DECIDE_REWARD, EnumSet.of(Role.ADJUDICATOR), List.of(NOT_THE_REPORTER), "REWARD_DECISION");
        return rows;
    }

    private static void row(
            List<Step<ReportState, ReportAction, ReportContext>> rows,
            ReportState from,
            ReportAction action,
            ReportState to,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            List<Opening<ReportContext>> opens,
            String... closes) {
        rows.add(new Step<>(from, action, to, by, requires, opens, List.of(closes)));
    }

    private static void each(
            List<Step<ReportState, ReportAction, ReportContext>> rows,
            Set<ReportState> froms,
            ReportAction action,
            ReportState to,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            List<Opening<ReportContext>> opens,
            String... closes) {
        froms.forEach(from -> row(rows, from, action, to, by, requires, opens, closes));
    }

    private static void each(
            List<Step<ReportState, ReportAction, ReportContext>> rows,
            Set<ReportState> states,
            ReportAction action,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            List<Opening<ReportContext>> opens,
            String... closes) {
        states.forEach(state -> row(rows, state, action, state, by, requires, opens, closes));
    }

    private static void beside(
            List<Step<ReportState, ReportAction, ReportContext>> rows,
            Set<ReportState> states,
            ReportAction action,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            String... closes) {
        each(rows, states, action, by, requires, NONE, closes);
    }

    private static boolean becomesMajor(ReportContext context) {
        return context.isMajorAfter() && context.report().grade() != LegalGrade.MAJOR;
    }

    private static boolean isUnprotected(ReportContext context) {
        return context.report().first(SET_INTERIM).isEmpty() && context.report().state() != CLOSED;
    }

    private static boolean hasSixItems(HazardReport report) {
        return report.plan().filter(plan -> plan.missing(true).isEmpty()).isPresent();
    }

    private static boolean rechecksOwnWork(ReportContext context) {
        return Separation.RECTIFIER_NEVER_RECHECKS.isViolated(context);
    }

    /** Whether reports that hang on one in this state must revive. */
    public static boolean hasFallen(ReportState state) {
        return FALLEN.contains(state);
    }

    /** What the submission brings: the first event of a new report. Never refused for form. */
    public static ReportEvent submit(ReportId id, Submitted submitted, Acting actor, Instant at, ReportRules rules) {
        ReportEvent bare = new ReportEvent(
                submitted,
                actor.reference(),
                Role.SYSTEM,
                at,
                rules.version(),
                SUBMITTED,
                SUBMITTED,
                List.of(),
                List.of(),
                List.of());
        ReportContext context = ReportContext.of(HazardReport.begin(id, bare), submitted, actor, at, rules);
        return event(LOOP.begin(ENTRY, context, CLOCKS), List.of(), context);
    }

    /** Answers one command; pure. */
    public static Decided<ReportEvent> decide(ReportContext context) {
        HazardReport report = context.report();
        if (context.actor().concerned() || context.namesConcerned()) {
            return Decided.refused(List.of(Problem.of("report.not-routed-here", "id", report.id(), "-")));
        }
        Instant last = report.history().get(report.history().size() - 1).at();
        if (context.at().isBefore(last)) {
            return Decided.refused(
                    List.of(Problem.of("report.before-last-event", "occurredAt", context.at(), "≥ " + last)));
        }
        return LOOP.decide(
                        report.state(), context.act().action(), context.actor().roles(), context)
                .fold(step -> Decided.accepted(event(step, context)), Decided::refused);
    }

    private static ReportEvent event(Step<ReportState, ReportAction, ReportContext> step, ReportContext context) {
        Advance<ReportState> advance = LOOP.advance(step, context, CLOCKS);
        if (step.action() == REVISE_PLAN && step.to() == RECTIFYING) {
            List<Obligation> opens = new ArrayList<>(advance.opens());
            opens.add(LOOP.restart(RECTIFYING, context, CLOCKS));
            advance = new Advance<>(advance.from(), advance.to(), advance.role(), opens, advance.closes());
        }
        List<Separation> waived = Arrays.stream(Separation.values())
                .filter(s -> step.requires().stream().anyMatch(g -> g.name().equals(s.name())))
                .filter(s -> s.isViolated(context))
                .toList();
        return event(advance, waived, context);
    }

    private static ReportEvent event(Advance<ReportState> advance, List<Separation> waived, ReportContext context) {
        return new ReportEvent(
                context.act(),
                context.actor().reference(),
                advance.role(),
                context.at(),
                context.rules().version(),
                advance.from(),
                advance.to(),
                advance.opens(),
                advance.closes(),
                waived);
    }

    private static final Clocks<ReportContext> CLOCKS = new Clocks<>() {

        @Override
        public Instant at(ReportContext context) {
            return context.at();
        }

        @Override
        public Set<Role> roles(ReportContext context) {
            return context.actor().roles();
        }

        @Override
        public Instant due(Duty duty, ReportContext context) {
            return ReportLoop.due(duty, context);
        }

        @Override
        public String assignee(Duty duty, ReportContext context) {
            return ReportLoop.assignee(duty, context);
        }
    };

    /** A plan's date is a promise of its own; all else is due by the company's limits. */
    private static Instant due(Duty duty, ReportContext context) {
        if (duty.code().equals("RECTIFICATION")) {
            Optional<LocalDate> finishBy = context.act() instanceof ReportAct.Planning planning
                    ? Optional.ofNullable(planning.plan().finishBy())
                    : Optional.empty();
            if (finishBy.isPresent()) {
                return context.rules().endOf(finishBy.get());
            }
        }
        return context.rules().due(duty.limit(), context.gradeAfter(), context.at());
    }

    private static String assignee(Duty duty, ReportContext context) {
        List<String> named = context.act().persons();
        return switch (duty.owner()) {
            case RECEIVER -> context.report().submitted().desk();
            case VERIFIER, RECTIFIER -> named.isEmpty() ? lastRectifier(duty, context.report()) : named.get(0);
            default -> "";
        };
    }

    private static String lastRectifier(Duty duty, HazardReport report) {
        List<String> people = duty.owner() == Role.RECTIFIER ? report.rectifiers() : report.verifiers();
        return people.isEmpty() ? "" : people.get(people.size() - 1);
    }
}
