package io.hazardreport.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {

    private static final Standing OPERATIVE = Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "workshop-1");
    private static final EligibilityRules RULES = EligibilityRules.standard();

    private static EligibilityFacts facts(Standing standing, Circumstance... circumstances) {
        return new EligibilityFacts(standing, true, true, true, false, true, Set.of(circumstances));
    }

    private static List<String> codes(EligibilityFacts facts, EligibilityRules rules) {
        List<Reason> reasons = Eligibility.forReward(facts, rules);
        assertThat(reasons).allSatisfy(reason -> {
            assertThat(reason.text().zh()).isNotBlank();
            assertThat(reason.text().en()).isNotBlank();
            assertThat(reason.source().document()).isNotBlank();
        });
        return reasons.stream().map(Reason::code).toList();
    }

    @ParameterizedTest
    @EnumSource(JobRole.class)
    void managersTechniciansAndOperativesAreRewarded(JobRole role) {
        for (Employment employment : EnumSet.of(Employment.REGULAR, Employment.TEMPORARY, Employment.DISPATCHED)) {
            assertThat(codes(facts(Standing.of(role, employment, "x")), RULES)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Employment.class)
    void everybodyMayReport(Employment employment) {
        Reason reason = Eligibility.toReport(Standing.of(JobRole.OPERATIVE, employment, "x"));
        assertThat(reason.effect()).isEqualTo(Treatment.NORMAL);
        assertThat(reason.code()).isEqualTo(employment.isOwn() ? "OWN_WORKER" : "GUEST");
        assertThat(reason.text().zh()).isNotBlank();
    }

    @Test
    void internsAreRewardedWhereTheSchemeSaysSo() {
        Standing intern = Standing.of(JobRole.OPERATIVE, Employment.INTERN, "x");
        assertThat(codes(facts(intern), RULES)).containsExactly("EMPLOYMENT");
        EligibilityRules more = new EligibilityRules(
                EnumSet.allOf(Employment.class), RULES.jobRoles(), RULES.safetyStaff(), RULES.ownDuty(), 0, true);
        assertThat(codes(facts(intern), more)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Circumstance.class,
            names = {"SELF_MADE", "ALREADY_KNOWN", "SERVICE_CONTRACT", "STATUTORY_DUTY", "TOLD_OTHERS"})
    void whatTheAdjudicatorFoundShutsOut(Circumstance circumstance) {
        assertThat(codes(facts(OPERATIVE, circumstance), RULES)).containsExactly(circumstance.name());
    }

    @Test
    void ownDutyAndSafetyStaffStepDownOrAreShutOutAsTheSchemeSays() {
        assertThat(Eligibility.forReward(facts(OPERATIVE, Circumstance.OWN_DUTY), RULES))
                .extracting(Reason::effect)
                .containsExactly(Treatment.LOWER_TIER);
        Standing officer = OPERATIVE.withSafetyDuty(SafetyDuty.FULL_TIME);
        assertThat(codes(facts(officer), RULES)).isEmpty();
        assertThat(codes(facts(officer, Circumstance.OWN_DUTY), RULES)).containsExactly("SAFETY_STAFF");
        EligibilityRules strict = new EligibilityRules(
                RULES.employments(), RULES.jobRoles(), Treatment.EXCLUDED, Treatment.NORMAL, 0, true);
        assertThat(Eligibility.forReward(facts(officer, Circumstance.OWN_DUTY), strict))
                .extracting(Reason::effect)
                .containsExactly(Treatment.EXCLUDED);
        assertThat(codes(facts(OPERATIVE, Circumstance.OWN_DUTY), strict)).isEmpty();
    }

    @Test
    void everyReasonIsToldNotOnlyTheFirst() {
        EligibilityFacts facts = new EligibilityFacts(
                OPERATIVE.withServiceMonths(1), false, false, false, true, false, Set.of(Circumstance.SELF_MADE));
        EligibilityRules strict = new EligibilityRules(
                RULES.employments(), EnumSet.of(JobRole.MANAGER), Treatment.NORMAL, Treatment.NORMAL, 3, false);
        assertThat(codes(facts, strict))
                .containsExactly(
                        "NOT_SELF_REPORT",
                        "NOT_CONFIRMED_BY_SELF",
                        "NAME_TAKEN_BACK",
                        "NOT_FIRST",
                        "SELF_MADE",
                        "ANONYMOUS",
                        "JOB_ROLE",
                        "SERVICE_MONTHS");
    }

    @Test
    void aSchemeThatShutsOutThePlansWorkersIsWarned() {
        assertThat(RULES.warnings()).isEmpty();
        EligibilityRules narrow = new EligibilityRules(
                EnumSet.of(Employment.REGULAR),
                EnumSet.of(JobRole.OPERATIVE),
                Treatment.NORMAL,
                Treatment.NORMAL,
                0,
                true);
        assertThat(narrow.warnings())
                .extracting(problem -> problem.value())
                .containsExactlyInAnyOrder("MANAGER", "TECHNICIAN", "TEMPORARY", "DISPATCHED");
        assertThat(narrow.warnings())
                .allSatisfy(problem -> assertThat(problem.text().zh()).contains("二（一）"));
    }

    @Test
    void aStandingIsReadAsItWasWritten() {
        Standing standing = OPERATIVE.withAgency("agency").withServiceMonths(7).withSafetyDuty(SafetyDuty.PART_TIME);
        assertThat(Standing.fromPayload(standing.toPayload())).isEqualTo(standing);
    }
}
