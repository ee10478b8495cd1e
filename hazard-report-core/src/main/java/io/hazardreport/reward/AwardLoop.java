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
import static io.hazardreport.reward.AwardAction.ENTER_BATCH;
import static io.hazardreport.reward.AwardAction.EXPIRE;
import static io.hazardreport.reward.AwardAction.HAND_ON_SPOT;
import static io.hazardreport.reward.AwardAction.HAND_TO_AGENCY;
import static io.hazardreport.reward.AwardAction.MAKE_PAYABLE;
import static io.hazardreport.reward.AwardAction.OBJECT;
import static io.hazardreport.reward.AwardAction.PAYMENT_FAILED;
import static io.hazardreport.reward.AwardAction.PAY_ON_SPOT;
import static io.hazardreport.reward.AwardAction.RETURN_PAYMENT;
import static io.hazardreport.reward.AwardAction.REVOKE;
import static io.hazardreport.reward.AwardAction.UPHOLD_APPEAL;
import static io.hazardreport.reward.AwardAction.WAIVE;
import static io.hazardreport.reward.AwardGuards.A_GRANT;
import static io.hazardreport.reward.AwardGuards.CLAIM_OVER;
import static io.hazardreport.reward.AwardGuards.EXPIRY_KNOWN;
import static io.hazardreport.reward.AwardGuards.FRAUD;
import static io.hazardreport.reward.AwardGuards.LEVEL;
import static io.hazardreport.reward.AwardGuards.MONEY;
import static io.hazardreport.reward.AwardGuards.NAMED_GIVER;
import static io.hazardreport.reward.AwardGuards.NOTICE_ASKED;
import static io.hazardreport.reward.AwardGuards.NOTICE_OVER;
import static io.hazardreport.reward.AwardGuards.NOT_A_DECIDER;
import static io.hazardreport.reward.AwardGuards.NOT_CONCERNED;
import static io.hazardreport.reward.AwardGuards.NOT_HANDED;
import static io.hazardreport.reward.AwardGuards.NOT_IN_BATCH;
import static io.hazardreport.reward.AwardGuards.NOT_THE_BENEFICIARY;
import static io.hazardreport.reward.AwardGuards.NOT_THE_PROPOSER;
import static io.hazardreport.reward.AwardGuards.NOT_THROUGH_AGENCY;
import static io.hazardreport.reward.AwardGuards.NO_NOTICE_ASKED;
import static io.hazardreport.reward.AwardGuards.OWES_NO_POINTS;
import static io.hazardreport.reward.AwardGuards.REASON;
import static io.hazardreport.reward.AwardGuards.REFERENCE;
import static io.hazardreport.reward.AwardGuards.THROUGH_AGENCY;
import static io.hazardreport.reward.AwardGuards.WORKER_CONFIRMS;
import static io.hazardreport.reward.AwardGuards.notOwed;
import static io.hazardreport.reward.AwardGuards.owed;
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

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Advance;
import io.hazardreport.loop.Clocks;
import io.hazardreport.loop.Decided;
import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Loop;
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
    private static final Duty CLAIM_DUE = new Duty("CLAIM", Role.REPORTER, "claim");
    private static final Duty RECEIPT = new Duty("CONFIRM_RECEIPT", Role.REPORTER, "payment");
    private static final List<Opening<AwardContext>> NONE = List.of();
    private static final List<Opening<AwardContext>> CLAIM_CLOCK = List.of(
            new Opening<>(CLAIM_DUE, "the scheme knows expiry", c -> c.rules().expiry()));

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

        @Override
        public Role owner(Duty duty, AwardContext context) {
            return duty.code().equals("APPROVAL") ? context.award().terms().approval() : duty.owner();
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
                List.of(A_GRANT, LEVEL, NOT_THE_BENEFICIARY, NOT_THE_PROPOSER, NOT_CONCERNED, OWES_NO_POINTS));
        List<Guard<AwardContext>> refusal = new ArrayList<>(second);
        refusal.add(REASON);
        row(rows, PROPOSED, DECLINE, DECLINED, APPROVERS, refusal);
        row(rows, APPROVED, ANNOUNCE, ANNOUNCED, OFFICE, List.of(NOTICE_ASKED));
        rows.add(new Step<>(
                APPROVED,
                MAKE_PAYABLE,
                PAYABLE,
                OFFICE,
                List.of(NO_NOTICE_ASKED, OWES_NO_POINTS),
                CLAIM_CLOCK,
                List.of()));
        rows.add(new Step<>(
                ANNOUNCED,
                MAKE_PAYABLE,
                PAYABLE,
                OFFICE,
                List.of(NOTICE_OVER, OWES_NO_POINTS),
                CLAIM_CLOCK,
                List.of()));
        row(
                rows,
                PROPOSED,
                PAY_ON_SPOT,
                PAID,
                SPOT,
                List.of(
                        A_GRANT,
                        NAMED_GIVER,
                        NOT_THROUGH_AGENCY,
                        NOT_THE_BENEFICIARY,
                        NOT_CONCERNED,
                        REFERENCE,
                        OWES_NO_POINTS));
        beside(
                rows,
                ANNOUNCED,
                OBJECT,
                ANYBODY,
                List.of(REASON, NOT_CONCERNED, notOwed("OBJECTION_DECISION")),
                List.of(Opening.always(OBJECTION)));
        beside(
                rows,
                ANNOUNCED,
                DISMISS_OBJECTION,
                OVERSEERS,
                List.of(REASON, owed("OBJECTION_DECISION"), NOT_THE_BENEFICIARY, NOT_CONCERNED),
                NONE,
                "OBJECTION_DECISION");
        beside(rows, PAYABLE, CLAIM, BENEFICIARY, List.of(REFERENCE), NONE, "CLAIM");
        beside(
                rows,
                PAYABLE,
                ENTER_BATCH,
                FINANCE,
                List.of(MONEY, NOT_IN_BATCH, NOT_HANDED, REFERENCE, OWES_NO_POINTS),
                NONE,
                "CLAIM");
        beside(
                rows,
                PAYABLE,
                HAND_TO_AGENCY,
                FINANCE,
                List.of(THROUGH_AGENCY, NOT_HANDED, REFERENCE),
                List.of(Opening.always(RECEIPT)),
                "CLAIM");
        rows.add(new Step<>(
                PROPOSED,
                HAND_ON_SPOT,
                PAYABLE,
                SPOT,
                List.of(
                        A_GRANT,
                        NAMED_GIVER,
                        THROUGH_AGENCY,
                        NOT_THE_BENEFICIARY,
                        NOT_CONCERNED,
                        REFERENCE,
                        OWES_NO_POINTS),
                List.of(Opening.always(RECEIPT)),
                List.of()));
        beside(
                rows,
                PAYABLE,
                PAYMENT_FAILED,
                FINANCE,
                List.of(REASON),
                List.of(Opening.anew(Objects.requireNonNull(MAIN.get(PAYABLE)), "to be paid again")),
                "CONFIRM_RECEIPT");
        rows.add(new Step<>(
                PAYABLE,
                CONFIRM_PAID,
                PAID,
                PAYEE,
                List.of(REFERENCE, WORKER_CONFIRMS),
                NONE,
                List.of("CLAIM", "CONFIRM_RECEIPT")));
        for (AwardState ended : EnumSet.of(DECLINED, REVOKED, EXPIRED, CLAWED_BACK)) {
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
                    List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER, NOT_THE_BENEFICIARY, NOT_CONCERNED, REASON),
                    NONE,
                    "APPEAL_DECISION");
            rows.add(new Step<>(
                    ended,
                    UPHOLD_APPEAL,
                    OVERTURNED,
                    OVERSEERS,
                    List.of(owed("APPEAL_DECISION"), NOT_A_DECIDER, NOT_THE_BENEFICIARY, NOT_CONCERNED),
                    NONE,
                    List.of("APPEAL_DECISION")));
        }
        row(rows, PAID, RETURN_PAYMENT, PAYABLE, FINANCE, List.of(REASON));
        rows.add(new Step<>(
                PAYABLE,
                EXPIRE,
                EXPIRED,
                OFFICE,
                List.of(EXPIRY_KNOWN, CLAIM_OVER, NOT_IN_BATCH),
                NONE,
                List.of("CLAIM", "CONFIRM_RECEIPT")));
        row(
                rows,
                PAID,
                CLAW_BACK,
                CLAWED_BACK,
                OVERSEERS,
                List.of(FRAUD, REFERENCE, NOT_THE_BENEFICIARY, NOT_THE_PROPOSER, NOT_CONCERNED));
        for (AwardState unpaid : EnumSet.of(PROPOSED, APPROVED, ANNOUNCED, PAYABLE)) {
            List<String> settled = List.of("OBJECTION_DECISION", "CLAIM");
            rows.add(new Step<>(
                    unpaid, WAIVE, WAIVED, BENEFICIARY, List.of(A_GRANT, NOT_IN_BATCH, NOT_HANDED), NONE, settled));
            rows.add(new Step<>(
                    unpaid,
                    REVOKE,
                    REVOKED,
                    OVERSEERS,
                    List.of(REASON, NOT_THE_BENEFICIARY, NOT_THE_PROPOSER, NOT_CONCERNED, NOT_IN_BATCH, NOT_HANDED),
                    NONE,
                    settled));
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

    /** Whether this step looks at what the person's points account owes. */
    public static boolean asksForPoints(AwardState from, AwardAction action) {
        return LOOP.step(from, action)
                .filter(step -> step.requires().contains(OWES_NO_POINTS))
                .isPresent();
    }

    /** The first event of an award. */
    public static AwardEvent propose(AwardTerms terms, Acting actor, Instant at, AwardRules rules) {
        AwardAct act = AwardAct.of(AwardAction.PROPOSE);
        AwardEvent bare = new AwardEvent(
                act, actor.reference(), Role.SYSTEM, at, rules.version(), PROPOSED, PROPOSED, List.of(), List.of());
        AwardContext context = new AwardContext(Award.begin(terms, bare), act, actor, false, at, rules, 0);
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
