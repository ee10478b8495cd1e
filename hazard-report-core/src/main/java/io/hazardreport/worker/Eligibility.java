package io.hazardreport.worker;

import io.hazardreport.base.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The right to report, and apart from it eligibility for reward: a list of small policies, each with its reason. */
public final class Eligibility {

    private static final Source COMPANY = Source.of("单位奖励制度", "");
    private static final Source LAW_59 = Source.of("安全生产法", "59");
    private static final Source LAW_61 = Source.of("安全生产法", "61");

    private static final List<EligibilityPolicy> POLICIES = List.of(
            excluded("NOT_SELF_REPORT", (f, r) -> !f.selfReport()),
            excluded("NOT_CONFIRMED_BY_SELF", (f, r) -> !f.confirmed()),
            excluded("NAME_TAKEN_BACK", (f, r) -> f.nameTakenBack()),
            excluded("NOT_FIRST", (f, r) -> !f.first()),
            excluded("SELF_MADE", (f, r) -> f.circumstances().contains(Circumstance.SELF_MADE)),
            excluded("ALREADY_KNOWN", (f, r) -> f.circumstances().contains(Circumstance.ALREADY_KNOWN)),
            excluded("SERVICE_CONTRACT", (f, r) -> f.circumstances().contains(Circumstance.SERVICE_CONTRACT)),
            excluded("STATUTORY_DUTY", (f, r) -> f.circumstances().contains(Circumstance.STATUTORY_DUTY)),
            excluded("TOLD_OTHERS", (f, r) -> f.circumstances().contains(Circumstance.TOLD_OTHERS)),
            excluded("FABRICATED", (f, r) -> f.circumstances().contains(Circumstance.FABRICATED)),
            excluded("INCOMPLETE", (f, r) -> f.circumstances().contains(Circumstance.INCOMPLETE)),
            excluded("TOO_LATE", (f, r) -> f.circumstances().contains(Circumstance.TOO_LATE)),
            excluded("ANONYMOUS", (f, r) -> !f.named() && !r.anonymousRewarded()),
            excluded(
                    "EMPLOYMENT",
                    (f, r) -> !r.employments().contains(f.standing().employment())),
            excluded("JOB_ROLE", (f, r) -> !r.jobRoles().contains(f.standing().jobRole())),
            excluded("SERVICE_MONTHS", (f, r) -> f.standing().serviceMonths() < r.minimumServiceMonths()),
            Eligibility::safetyStaff,
            Eligibility::ownDuty);

    private Eligibility() {}

    private static EligibilityPolicy excluded(String code, BiPredicate<EligibilityFacts, EligibilityRules> applies) {
        return (facts, rules) -> applies.test(facts, rules)
                ? Optional.of(new Reason(code, Treatment.EXCLUDED, COMPANY))
                : Optional.empty();
    }

    private static Optional<Reason> safetyStaff(EligibilityFacts facts, EligibilityRules rules) {
        boolean ownRound = facts.standing().safetyDuty() == SafetyDuty.FULL_TIME
                && facts.circumstances().contains(Circumstance.OWN_DUTY);
        return ownRound ? treated("SAFETY_STAFF", rules.safetyStaff()) : Optional.empty();
    }

    private static Optional<Reason> ownDuty(EligibilityFacts facts, EligibilityRules rules) {
        boolean own = facts.standing().safetyDuty() != SafetyDuty.FULL_TIME
                && facts.circumstances().contains(Circumstance.OWN_DUTY);
        return own ? treated("OWN_DUTY", rules.ownDuty()) : Optional.empty();
    }

    private static Optional<Reason> treated(String code, Treatment treatment) {
        return treatment == Treatment.NORMAL ? Optional.empty() : Optional.of(new Reason(code, treatment, COMPANY));
    }

    /** Every reason for another treatment, in a fixed order; empty: rewarded like everybody. */
    public static List<Reason> forReward(EligibilityFacts facts, EligibilityRules rules) {
        return POLICIES.stream()
                .flatMap(policy -> policy.judge(facts, rules).stream())
                .toList();
    }

    /** Why this person may report: nobody is refused. */
    public static Reason toReport(Standing standing) {
        if (!standing.employment().isOwn()) {
            return new Reason("GUEST", Treatment.NORMAL, COMPANY);
        }
        Source law = standing.employment() == Employment.DISPATCHED ? LAW_61 : LAW_59;
        return new Reason("OWN_WORKER", Treatment.NORMAL, law);
    }
}
