package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import io.hazardreport.scheme.ExampleScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has no hand in an award: people complained of, who proposed it, who ended it. */
class AwardPartiesTest {

    private static final String RULING = "裁决 ruling-1";

    /** Their work is the money and the papers, not the decision; nobody is complained of for being paid. */
    private static final Set<AwardAction> NO_DECISIONS = EnumSet.of(
            AwardAction.ANNOUNCE,
            AwardAction.MAKE_PAYABLE,
            AwardAction.CLAIM,
            AwardAction.ENTER_BATCH,
            AwardAction.HAND_TO_AGENCY,
            AwardAction.PAYMENT_FAILED,
            AwardAction.CONFIRM_PAID,
            AwardAction.APPEAL,
            AwardAction.RETURN_PAYMENT,
            AwardAction.EXPIRE,
            AwardAction.WAIVE);

    private final Plant plant = new Plant(new InMemoryJournal(), ExampleScheme.json());

    private Award proposed(List<PersonId> concerned) {
        ReportId id = plant.newId();
        plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                id, Submission.of("灭火器失压"), List.of(Plant.worker("W100", "王小明")), concerned, null));
        HazardReport checking = plant.verifying(plant.find(id));
        HazardReport heard = concerned.isEmpty()
                ? checking
                : plant.does(Plant.UNION, checking, ReportAct.of(ReportAction.HEAR, "本人陈述"));
        HazardReport confirmed = plant.does(Plant.VERIFIER, heard, ReportAct.confirm(Plant.general()));
        plant.decided(confirmed);
        return plant.awards(confirmed).get(0);
    }

    private List<String> refusal(Actor actor, Award award, AwardAct act) {
        return plant
                .reporting
                .awards()
                .check(Plant.UNIT, new AwardCommand(award.id(), award.version(), "check", actor, act, null))
                .stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void everyDecisionIsShutToPeopleComplainedOf() {
        assertThat(AwardLoop.table().steps())
                .filteredOn(step -> !NO_DECISIONS.contains(step.action()))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.requires())
                        .as(step.from() + " " + step.action())
                        .extracting(Guard::name)
                        .contains("nobody the report complains of"));
    }

    @Test
    void thePrincipalComplainedOfTakesNoAwardAway() {
        Award award = proposed(List.of(PersonId.of("P001")));
        AwardAct revoke = AwardAct.because(AwardAction.REVOKE, "ERROR");
        assertThat(refusal(Plant.PRINCIPAL, award, revoke)).containsExactly("award.not-found");
        Award paid = plant.paid(award);
        AwardAct back = new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", RULING);
        assertThat(refusal(Plant.PRINCIPAL, paid, back)).containsExactly("award.not-found");
        assertThat(refusal(Plant.UNION, paid, back)).isEmpty();
    }

    @Test
    void whoProposedAnAwardTakesItAwayNeitherBeforeNorAfterItIsPaid() {
        Actor both = Actor.person("A001", Role.ADJUDICATOR, Role.PRINCIPAL);
        Award award = proposed(List.of());
        assertThat(refusal(both, award, AwardAct.because(AwardAction.REVOKE, "ERROR")))
                .containsExactly("award.proposer-never-approves");
        Award paid = plant.paid(award);
        assertThat(refusal(both, paid, new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", RULING)))
                .containsExactly("award.proposer-never-approves");
    }

    @Test
    void whatWasTakenBackMayBeAppealedAndIsGivenAgainWhenTheAppealIsUpheld() {
        Award paid = plant.paid(proposed(List.of()));
        Award back = plant.does(Plant.PRINCIPAL, paid, new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", RULING));
        Award appealed = plant.does(Plant.WORKER, back, AwardAct.of(AwardAction.APPEAL));
        assertThat(refusal(Plant.PRINCIPAL, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL)))
                .containsExactly("award.appeal-by-another");
        Award upheld = plant.does(Plant.UNION, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL));
        assertThat(upheld.state()).isEqualTo(AwardState.OVERTURNED);
        HazardReport report = plant.find(paid.terms().report());
        assertThat(report.owes("REWARD_DECISION")).isTrue();
        plant.decided(report);
        assertThat(plant.awards(report))
                .filteredOn(award -> award.state() == AwardState.PROPOSED)
                .extracting(award -> award.terms().amount())
                .containsExactly(Money.ofYuan(100));
    }
}
