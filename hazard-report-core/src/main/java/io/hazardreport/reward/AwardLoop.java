package io.hazardreport.reward;

import static io.hazardreport.reward.AwardAction.ANNOUNCE;
import static io.hazardreport.reward.AwardAction.APPEAL;
import static io.hazardreport.reward.AwardAction.APPROVE;
import static io.hazardreport.reward.AwardAction.CLAIM;
import static io.hazardreport.reward.AwardAction.CLAW_BACK;
import static io.hazardreport.reward.AwardAction.CONFIRM_PAID;
import static io.hazardreport.reward.AwardAction.DECLINE;
import static io.hazardreport.reward.AwardAction.DISMISS_APPEAL;
import static io.hazardreport.reward.AwardAction.DISMISS_OBJECTION;
import static io.hazardreport.reward.AwardAction.EXPIRE;
import static io.hazardreport.reward.AwardAction.HAND_TO_AGENCY;
import static io.hazardreport.reward.AwardAction.MAKE_PAYABLE;
import static io.hazardreport.reward.AwardAction.OBJECT;
import static io.hazardreport.reward.AwardAction.PAYMENT_FAILED;
import static io.hazardreport.reward.AwardAction.PAY_ON_SPOT;
import static io.hazardreport.reward.AwardAction.RETURN_PAYMENT;
import static io.hazardreport.reward.AwardAction.REVOKE;
import static io.hazardreport.reward.AwardAction.UPHOLD_APPEAL;
import static io.hazardreport.reward.AwardAction.WAIVE;
import static io.hazardreport.reward.AwardState.ANNOUNCED;
import static io.hazardreport.reward.AwardState.APPROVED;
import static io.hazardreport.reward.AwardState.CLAWED_BACK;
import static io.hazardreport.reward.AwardState.DECLINED;
import static io.hazardreport.reward.AwardState.EXPIRED;
import static io.hazardreport.reward.AwardState.OVERTURNED;
import static io.hazardreport.reward.AwardState.PAID;
import static io.hazardreport.reward.AwardState.PAYABLE;
import static io.hazardreport.reward.AwardState.PROPOSED;
import static io.hazardreport.reward.AwardState.REVOKED;
import static io.hazardreport.reward.AwardState.WAIVED;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
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
import io.hazardreport.report.Acting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The loop of one award, as one table. */
public final class AwardLoop {

    private static final Set<Role> APPROVERS =
            EnumSet.of(Role.SAFETY_HEAD, Role.PRINCIPAL, Role.UNION, Role.DUTY_HEAD, Role.RECEIVER);
    private static final Set<Role> OFFICE = EnumSet.of(Role.ADJUDICATOR, Role.FINANCE, Role.SAFETY_HEAD, Role.SYSTEM);
    private static final Set<Role> FINANCE = EnumSet.of(Role.FINANCE);
    private static final Set<Role> PAYEE = EnumSet.of(Role.FINANCE, Role.REPORTER);
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.PRINCIPAL, Role.UNION);

    private static final Map<AwardState, Duty> MAIN = Map.of(
            PROPOSED, new Duty("APPROVAL", Role.PRINCIPAL, "awardApproval"),
            APPROVED, new Duty("RELEASE", Role.ADJUDICATOR, "awardRelease"),
            ANNOUNCED, new Duty("NOTICE_END", Role.ADJUDICATOR, "awardNotice"),
            PAYABLE, new Duty("PAYMENT", Role.FINANCE, "payment"));

    private static final Set<Role> SPOT =
            EnumSet.of(Role.DUTY_HEAD, Role.SAFETY_HEAD, Role.PRINCIPAL, Role.RECEIVER, Role.UNION);
    private static final Set<Role> ANYBODY = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));
    private static final Set<Role> BENEFICIARY = EnumSet.of(Role.REPORTER);

    private static final Duty OBJECTION = new Duty("OBJECTION_DECISION", Role.UNION, "objection");
    private static final Duty APPEAL_DUE = new Duty("APPEAL_DECISION", Role.UNION, "appeal");
    private static final List<Opening<AwardContext>> NONE = List.of();

    private static final Guard<AwardContext> LEVEL = guard(
            "approval level of the decision's total",
            c -> c.actor().roles().contains(c.award().terms().approval()),
            c -> Problem.of(
                    "award.approval-level",
                    "actor",
                    c.actor().roles(),
                    c.award().terms().approval().name()));

    private static final Guard<AwardContext> NOT_THE_BENEFICIARY = guard(
            "BENEFICIARY_NEVER_APPROVES",
            c -> !c.beneficiary(),
            c -> Problem.of(
                    "award.beneficiary-never-approves",
                    "actor",
                    c.actor().reference(),
                    "≠ " + c.award().terms().pseudonym()));

    private static final Guard<AwardContext> NOT_THE_PROPOSER = guard(
            "PROPOSER_NEVER_APPROVES",
            c -> !c.actor().is(c.award().proposer()),
            c -> Problem.of(
                    "award.proposer-never-approves",
                    "actor",
                    c.actor().reference(),
                    "≠ " + c.award().proposer()));

    private static final Guard<AwardContext> A_GRANT = guard(
            "not a refusal",
            c -> !c.award().terms().isRefusal(),
            c -> Problem.of(
                    "award.is-a-refusal",
                    c.act().action().name(),
                    c.award().terms().rule(),
                    "DECLINE"));

    private static final Guard<AwardContext> REASON = guard(
            "a reason is given",
            c -> !c.act().reason().isBlank() || c.award().terms().isRefusal(),
            c -> Problem.of("award.reason-missing", "reason", "", "1-40"));

    private static final Guard<AwardContext> REFERENCE = guard(
            "a voucher or confirmation",
            c -> !c.act().reference().isBlank(),
            c -> Problem.of("award.reference-missing", "reference", "", "1-80"));

    private static final Guard<AwardContext> NO_NOTICE_ASKED = guard(
            "the scheme asks for no notice",
            c -> !c.rules().notice(),
            c -> Problem.of("award.notice-required", "scheme", c.award().state(), "ANNOUNCE"));

    private static final Guard<AwardContext> NOTICE_ASKED = guard(
            "the scheme asks for a notice",
            c -> c.rules().notice(),
            c -> Problem.of("award.notice-not-asked", "scheme", c.award().state(), "MAKE_PAYABLE"));

    private static final Guard<AwardContext> NOTICE_OVER = guard(
            "the notice is over and nobody objects",
            c -> c.award().obligations().stream().allMatch(o -> o.main() && o.isOverdue(c.at())),
            c -> Problem.of(
                    "award.notice-running",
                    "occurredAt",
                    c.at(),
                    "≥ "
                            + c.award().obligations().stream()
                                    .map(Obligation::due)
                                    .findFirst()
                                    .orElse(c.at())));

    private static final Guard<AwardContext> EXPIRY_KNOWN = guard(
            "the scheme knows expiry",
            c -> c.rules().expiry(),
            c -> Problem.of("award.no-expiry", "scheme", c.award().state(), "CONFIRM_PAID, WAIVE"));

    private static final Guard<AwardContext> FRAUD = guard(
            "proven fraud",
            c -> c.act().reason().equals("FRAUD_PROVEN"),
            c -> Problem.of("award.fraud-only", "reason", c.act().reason(), "FRAUD_PROVEN"));

    private static final Guard<AwardContext> NAMED_GIVER = guard(
            "one of the named persons, up to the small sum",
            c -> c.actor().isOneOf(c.rules().spotGivers())
                    && c.rules()
                            .spotUpTo()
                            .filter(most -> c.award().terms().amount().compareTo(most) <= 0)
                            .isPresent(),
            c -> Problem.of(
                    "award.not-on-the-spot",
                    "actor",
                    c.actor().reference() + " " + c.award().terms().amount(),
                    String.join(", ", c.rules().spotGivers()) + " ≤ "
                            + c.rules().spotUpTo().map(Money::toString).orElse("-")));

    private static final Guard<AwardContext> THROUGH_AGENCY = guard(
            "paid through the agency",
            c -> c.award().terms().route() == Route.AGENCY,
            c -> Problem.of(
                    "award.not-through-agency", "route", c.award().terms().route(), "AGENCY"));

    /** The agency keeps nothing back: only the worker's own word closes it. */
    private static final Guard<AwardContext> WORKER_CONFIRMS = guard(
            "through an agency, the worker himself",
            c -> c.award().terms().route() != Route.AGENCY || c.beneficiary(),
            c -> Problem.of(
                    "award.worker-confirms",
                    "actor",
                    c.actor().reference(),
                    c.award().terms().pseudonym()));

    private static final Guard<AwardContext> NOT_A_DECIDER = guard(
            "not by who decided before",
            c -> !c.actor().isOneOf(c.award().deciders())
                    && !c.actor().is(c.award().proposer()),
            c -> Problem.of(
                    "award.appeal-by-another",
                    "actor",
                    c.actor().reference(),
                    "≠ " + c.award().deciders()));

    private static final Guard<AwardContext> NOT_CONCERNED = guard(
            "nobody the report complains of",
            c -> !c.actor().concerned(),
            c -> Problem.of("award.not-found", "awardId", c.award().id(), "-"));

    private static final Loop<AwardState, AwardAction, AwardContext> LOOP =
            new Loop<>("award", PROPOSED, AwardState.class, AwardAction.class, MAIN, rows());

    private static final Clocks<AwardContext> CLOCKS = new Clocks<>() {

        @Override
        public Instant at(AwardContext context) {
            return context.at();
        }

        @Override
        public Set<Role> roles(AwardContext context) {
            return context.actor().roles();
        }

        @Override
        public Instant due(Duty duty, AwardContext context) {
            return context.rules().due(duty.limit(), context.at());
        }

        @Override
        public String assignee(Duty duty, AwardContext context) {
            return "";
        }
    };

    private AwardLoop() {}

    /** The table. */
    public static Loop<AwardState, AwardAction, AwardContext> table() {
        return LOOP;
    }

    private static List<Step<AwardState, AwardAction, AwardContext>> rows() {
        List<Step<AwardState, AwardAction, AwardContext>> rows = new ArrayList<>();
        List<Guard<AwardContext>> second = List.of(LEVEL, NOT_THE_BENEFICIARY, NOT_THE_PROPOSER, NOT_CONCERNED);
        row(
                rows,
                PROPOSED,
                APPROVE,
                APPROVED,
                APPROVERS,
                List.of(A_GRANT, LEVEL, NOT_THE_BENEFICIARY, NOT_THE_PROPOSER, NOT_CONCERNED));
        List<Guard<AwardContext>> refusal = new ArrayList<>(second);
        refusal.add(REASON);
        row(rows, PROPOSED, DECLINE, DECLINED, APPROVERS, refusal);
        row(rows, APPROVED, ANNOUNCE, ANNOUNCED, OFFICE, List.of(NOTICE_ASKED));
        row(rows, APPROVED, MAKE_PAYABLE, PAYABLE, OFFICE, List.of(NO_NOTICE_ASKED));
        row(rows, ANNOUNCED, MAKE_PAYABLE, PAYABLE, OFFICE, List.of(NOTICE_OVER));
        row(
                rows,
                PROPOSED,
                PAY_ON_SPOT,
                PAID,
                SPOT,
                List.of(A_GRANT, NAMED_GIVER, NOT_THE_BENEFICIARY, NOT_CONCERNED, REFERENCE));
        beside(
                rows,
                ANNOUNCED,
                OBJECT,
                ANYBODY,
                List.of(REASON, notOwed("OBJECTION_DECISION")),
                List.of(Opening.always(OBJECTION)));
        beside(
                rows,
                ANNOUNCED,
                DISMISS_OBJECTION,
                OVERSEERS,
                List.of(REASON, owed("OBJECTION_DECISION"), NOT_THE_BENEFICIARY),
                NONE,
                "OBJECTION_DECISION");
        beside(rows, PAYABLE, CLAIM, BENEFICIARY, List.of(REFERENCE), NONE);
        beside(rows, PAYABLE, HAND_TO_AGENCY, FINANCE, List.of(THROUGH_AGENCY, REFERENCE), NONE);
        beside(
                rows,
                PAYABLE,
                PAYMENT_FAILED,
                FINANCE,
                List.of(REASON),
                List.of(Opening.anew(Objects.requireNonNull(MAIN.get(PAYABLE)), "to be paid again")));
        row(rows, PAYABLE, CONFIRM_PAID, PAID, PAYEE, List.of(REFERENCE, WORKER_CONFIRMS));
        for (AwardState ended : EnumSet.of(DECLINED, REVOKED, EXPIRED)) {
            beside(
                    rows,
                    ended,
                    APPEAL,
                    BENEFICIARY,
                    List.of(notOwed("APPEAL_DECISION")),
                    List.of(Opening.always(APPEAL_DUE)));
            beside(
                    rows,
                    ended,
                    DISMISS_APPEAL,
                    OVERSEERS,
                    List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER, NOT_THE_BENEFICIARY, REASON),
                    NONE,
                    "APPEAL_DECISION");
            rows.add(new Step<>(
                    ended,
                    UPHOLD_APPEAL,
                    OVERTURNED,
                    OVERSEERS,
                    List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER, NOT_THE_BENEFICIARY),
                    NONE,
                    List.of("APPEAL_DECISION")));
        }
        row(rows, PAID, RETURN_PAYMENT, PAYABLE, FINANCE, List.of(REASON));
        row(rows, PAYABLE, EXPIRE, EXPIRED, OFFICE, List.of(EXPIRY_KNOWN));
        row(rows, PAID, CLAW_BACK, CLAWED_BACK, OVERSEERS, List.of(FRAUD, NOT_THE_BENEFICIARY));
        for (AwardState unpaid : EnumSet.of(PROPOSED, APPROVED, ANNOUNCED, PAYABLE)) {
            row(rows, unpaid, WAIVE, WAIVED, EnumSet.of(Role.REPORTER), List.of(A_GRANT));
            row(rows, unpaid, REVOKE, REVOKED, OVERSEERS, List.of(REASON, NOT_THE_BENEFICIARY));
        }
        return rows;
    }

    private static void row(
            List<Step<AwardState, AwardAction, AwardContext>> rows,
            AwardState from,
            AwardAction action,
            AwardState to,
            Set<Role> by,
            List<Guard<AwardContext>> requires) {
        rows.add(new Step<>(from, action, to, by, requires, List.of(), List.of()));
    }

    private static void beside(
            List<Step<AwardState, AwardAction, AwardContext>> rows,
            AwardState state,
            AwardAction action,
            Set<Role> by,
            List<Guard<AwardContext>> requires,
            List<Opening<AwardContext>> opens,
            String... closes) {
        rows.add(new Step<>(state, action, state, by, requires, opens, List.of(closes)));
    }

    private static Guard<AwardContext> owed(String duty) {
        return guard(
                "owed: " + duty,
                c -> c.award().owes(duty),
                c -> Problem.of(
                        "award.not-owed", c.act().action().name(), c.award().state(), duty));
    }

    private static Guard<AwardContext> notOwed(String duty) {
        return guard(
                "not owed: " + duty,
                c -> !c.award().owes(duty),
                c -> Problem.of("award.already-owed", c.act().action().name(), duty, "-"));
    }

    private static Guard<AwardContext> guard(
            String name, Predicate<AwardContext> holds, Function<AwardContext, Problem> problem) {
        return new Guard<>(name, c -> holds.test(c) ? List.of() : List.of(problem.apply(c)));
    }

    /** The first event of an award. */
    public static AwardEvent propose(AwardTerms terms, Acting actor, Instant at, AwardRules rules) {
        AwardAct act = AwardAct.of(AwardAction.PROPOSE);
        AwardEvent bare = new AwardEvent(
                act, actor.reference(), Role.SYSTEM, at, rules.version(), PROPOSED, PROPOSED, List.of(), List.of());
        AwardContext context = new AwardContext(Award.begin(terms, bare), act, actor, false, at, rules);
        return event(LOOP.begin(List.of(), context, CLOCKS), context);
    }

    /** Answers one command; pure. */
    public static Decided<AwardEvent> decide(AwardContext context) {
        Award award = context.award();
        Instant last = award.history().get(award.history().size() - 1).at();
        if (context.at().isBefore(last)) {
            return Decided.refused(
                    List.of(Problem.of("award.before-last-event", "occurredAt", context.at(), "≥ " + last)));
        }
        return LOOP.decide(
                        award.state(), context.act().action(), context.actor().roles(), context)
                .fold(step -> Decided.accepted(event(LOOP.advance(step, context, CLOCKS), context)), Decided::refused);
    }

    private static AwardEvent event(Advance<AwardState> advance, AwardContext context) {
        return new AwardEvent(
                context.act(),
                context.actor().reference(),
                advance.role(),
                context.at(),
                context.rules().version(),
                advance.from(),
                advance.to(),
                advance.opens(),
                advance.closes());
    }
}
