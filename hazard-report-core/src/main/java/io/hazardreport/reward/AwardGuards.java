package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Obligation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the steps of an award require, each by name. */
final class AwardGuards {

    static final Guard<AwardContext> LEVEL = guard(
            "approval level of the decision's total",
            c -> c.actor().roles().contains(c.award().terms().approval()),
            c -> Problem.of(
                    "award.approval-level",
                    "actor",
                    c.actor().roles(),
                    c.award().terms().approval().name()));

    static final Guard<AwardContext> NOT_THE_BENEFICIARY = guard(
            "BENEFICIARY_NEVER_APPROVES",
            c -> !c.beneficiary(),
            c -> Problem.of(
                    "award.beneficiary-never-approves",
                    "actor",
                    c.actor().reference(),
                    "≠ " + c.award().terms().pseudonym()));

    static final Guard<AwardContext> NOT_THE_PROPOSER = guard(
            "PROPOSER_NEVER_APPROVES",
            c -> !c.actor().is(c.award().proposer()),
            c -> Problem.of(
                    "award.proposer-never-approves",
                    "actor",
                    c.actor().reference(),
                    "≠ " + c.award().proposer()));

    static final Guard<AwardContext> A_GRANT = guard(
            "not a refusal",
            c -> !c.award().terms().isRefusal(),
            c -> Problem.of(
                    "award.is-a-refusal",
                    c.act().action().name(),
                    c.award().terms().rule(),
                    "DECLINE"));

    static final Guard<AwardContext> REASON = guard(
            "a reason is given",
            c -> !c.act().reason().isBlank() || c.award().terms().isRefusal(),
            c -> Problem.of("award.reason-missing", "reason", "", "1-40"));

    static final Guard<AwardContext> REFERENCE = guard(
            "a voucher or confirmation",
            c -> !c.act().reference().isBlank(),
            c -> Problem.of("award.reference-missing", "reference", "", "1-80"));

    static final Guard<AwardContext> NO_NOTICE_ASKED = guard(
            "the scheme asks for no notice",
            c -> !c.rules().notice(),
            c -> Problem.of("award.notice-required", "scheme", c.award().state(), "ANNOUNCE"));

    static final Guard<AwardContext> NOTICE_ASKED = guard(
            "the scheme asks for a notice",
            c -> c.rules().notice(),
            c -> Problem.of("award.notice-not-asked", "scheme", c.award().state(), "MAKE_PAYABLE"));

    static final Guard<AwardContext> NOTICE_OVER = guard(
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

    static final Guard<AwardContext> EXPIRY_KNOWN = guard(
            "the scheme knows expiry",
            c -> c.rules().expiry(),
            c -> Problem.of("award.no-expiry", "scheme", c.award().state(), "CONFIRM_PAID, WAIVE"));

    static final Guard<AwardContext> CLAIM_OVER = guard(
            "unclaimed when the claim limit was over",
            c -> !c.rules().expiry()
                    || claimDue(c).filter(due -> !c.at().isBefore(due)).isPresent(),
            c -> Problem.of(
                    "award.claim-running",
                    "occurredAt",
                    c.at(),
                    claimDue(c).map(due -> "≥ " + due).orElse("CONFIRM_PAID, WAIVE")));

    static final Guard<AwardContext> MONEY = guard(
            "money is in it",
            c -> c.award().terms().amount().isPositive(),
            c -> Problem.of("award.no-money", "amount", c.award().terms().amount(), "> 0.00"));

    /** What the bank is paying nobody takes away meanwhile: the line is confirmed or failed first. */
    static final Guard<AwardContext> NOT_IN_BATCH = guard(
            "in no open payment batch",
            c -> c.award().batch().isEmpty(),
            c -> Problem.of(
                    "award.in-batch",
                    c.act().action().name(),
                    c.award().batch().orElse("-"),
                    "CONFIRM_PAID, PAYMENT_FAILED"));

    static final Guard<AwardContext> FRAUD = guard(
            "proven fraud",
            c -> c.act().reason().equals("FRAUD_PROVEN"),
            c -> Problem.of("award.fraud-only", "reason", c.act().reason(), "FRAUD_PROVEN"));

    /**
     * By what the whole decision is worth, so that nothing above the sum is given in parts. He may have proposed it himself:
     * to decide and pay at once is what he is named for; to himself he never gives.
     */
    static final Guard<AwardContext> NAMED_GIVER = guard(
            "one of the named persons, the decision's total up to the small sum",
            c -> c.actor().isOneOf(c.rules().spotGivers())
                    && c.rules()
                            .spotUpTo()
                            .filter(most -> c.award().terms().total().compareTo(most) <= 0)
                            .isPresent(),
            c -> Problem.of(
                    "award.not-on-the-spot",
                    "actor",
                    c.actor().reference() + " " + c.award().terms().total(),
                    String.join(", ", c.rules().spotGivers()) + " ≤ "
                            + c.rules().spotUpTo().map(Money::toString).orElse("-")));

    static final Guard<AwardContext> THROUGH_AGENCY = guard(
            "paid through the agency",
            c -> c.award().terms().route() == Route.AGENCY,
            c -> Problem.of(
                    "award.not-through-agency", "route", c.award().terms().route(), "AGENCY"));

    /** On the spot too, the giver's voucher alone does not close what the worker himself has to confirm. */
    static final Guard<AwardContext> NOT_THROUGH_AGENCY = guard(
            "not paid through an agency",
            c -> c.award().terms().route() != Route.AGENCY,
            c -> Problem.of("award.hand-on-spot", "route", c.award().terms().route(), "HAND_ON_SPOT"));

    /** The agency keeps nothing back: only the worker's own word closes it. */
    static final Guard<AwardContext> WORKER_CONFIRMS = guard(
            "through an agency, the worker himself",
            c -> c.award().terms().route() != Route.AGENCY || c.beneficiary(),
            c -> Problem.of(
                    "award.worker-confirms",
                    "actor",
                    c.actor().reference(),
                    c.award().terms().pseudonym()));

    static final Guard<AwardContext> NOT_A_DECIDER = guard(
            "not by who decided before",
            c -> !c.actor().isOneOf(c.award().deciders())
                    && !c.actor().is(c.award().proposer()),
            c -> Problem.of(
                    "award.appeal-by-another",
                    "actor",
                    c.actor().reference(),
                    "≠ " + c.award().deciders()));

    static final Guard<AwardContext> NOT_CONCERNED = guard(
            "nobody the report complains of",
            c -> !c.actor().concerned(),
            c -> Problem.of("award.not-found", "awardId", c.award().id(), "-"));

    /** What left the till is neither paid a second time nor taken away: he confirms first, or it is told failed. */
    static final Guard<AwardContext> NOT_HANDED = guard(
            "not handed over and unconfirmed",
            c -> !c.award().owes("CONFIRM_RECEIPT"),
            c -> Problem.of(
                    "award.handed", c.act().action().name(), c.award().state(), "CONFIRM_PAID, PAYMENT_FAILED"));

    /** What is paid for points that were taken back meanwhile would be money for nothing. */
    static final Guard<AwardContext> OWES_NO_POINTS = guard(
            "the points it pays for were not taken back",
            c -> c.pointsOwed() == 0,
            c -> Problem.of("award.points-owed", "points", -c.pointsOwed(), "≥ 0"));

    private AwardGuards() {}

    private static Optional<Instant> claimDue(AwardContext context) {
        return context.award().obligations().stream()
                .filter(o -> o.code().equals("CLAIM"))
                .map(Obligation::due)
                .findFirst();
    }

    static Guard<AwardContext> owed(String duty) {
        return guard(
                "owed: " + duty,
                c -> c.award().owes(duty),
                c -> Problem.of(
                        "award.not-owed", c.act().action().name(), c.award().state(), duty));
    }

    static Guard<AwardContext> notOwed(String duty) {
        return guard(
                "not owed: " + duty,
                c -> !c.award().owes(duty),
                c -> Problem.of("award.already-owed", c.act().action().name(), duty, "-"));
    }

    private static Guard<AwardContext> guard(
            String name, Predicate<AwardContext> holds, Function<AwardContext, Problem> problem) {
        return new Guard<>(name, c -> holds.test(c) ? List.of() : List.of(problem.apply(c)));
    }
}
