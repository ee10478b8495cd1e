package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is paid for points is not paid once the points were taken back. */
class RedemptionTest {

    private static final AwardAct APPROVE = AwardAct.of(AwardAction.APPROVE);
    private static final AwardAct RELEASE = AwardAct.of(AwardAction.MAKE_PAYABLE);

    private final MeanwhileJournal journal = new MeanwhileJournal(new InMemoryJournal());
    private final Plant plant = new Plant(journal, PointsStory.scheme(12));
    private final PointsStory story = new PointsStory(plant);

    private List<Problem> problems(Actor actor, Award award, AwardAct act) {
        return plant.reporting
                .awards()
                .check(Plant.UNIT, new AwardCommand(award.id(), award.version(), "check", actor, act, null));
    }

    private void clawBack(Award award) {
        plant.does(Plant.PRINCIPAL, award, PointsStory.FRAUD);
    }

    @Test
    void whoOwesPointsIsApprovedNoRedemptionUntilOthersSettleThat() {
        Award earned = story.earned();
        Award redemption = story.redeem(500);
        Actor approver = story.approver(redemption);
        clawBack(earned);
        assertThat(problems(approver, redemption, APPROVE)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("award.points-owed");
            assertThat(problem.text().zh()).contains("-500", "不予兑换");
            assertThat(problem.text().en()).contains("-500", "declined");
        });
        assertThatThrownBy(() -> plant.does(approver, redemption, APPROVE))
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("award.points-owed");
        story.earned();
        assertThat(plant.does(approver, redemption, APPROVE).state()).isEqualTo(AwardState.APPROVED);
    }

    @Test
    void aRedemptionWhosePointsAreOwedCanStillBeDeclinedAndThatSettlesIt() {
        Award earned = story.earned();
        Award redemption = story.redeem(500);
        clawBack(earned);
        plant.does(story.approver(redemption), redemption, AwardAct.because(AwardAction.DECLINE, "POINTS_TAKEN_BACK"));
        assertThat(story.account().balance()).isZero();
    }

    @Test
    void anAppealThatIsUpheldAsksForNoNewDecisionOnAReportThatHasNothingToDoWithIt() {
        story.earned();
        Award redemption = story.redeem(500);
        Award declined =
                plant.does(story.approver(redemption), redemption, AwardAct.because(AwardAction.DECLINE, "NOT_DUE"));
        Award appealed = plant.does(PointsStory.WORKER, declined, AwardAct.of(AwardAction.APPEAL));
        plant.does(Plant.UNION, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL));
        HazardReport report = plant.find(redemption.terms().report());
        assertThat(report.owes("REWARD_DECISION")).isFalse();
        assertThat(plant.reporting.timelines().of(Plant.UNIT, report.id(), PointsStory.WORKER))
                .extracting(entry -> entry.text().zh())
                .anyMatch(text -> text.contains("可以重新兑换"));
        assertThat(story.redeem(500).terms().generation()).isEqualTo(2);
    }

    @Test
    void itIsKeptUnderTheReportThatReallyEarnedPointsNotUnderALaterOneThatDidNot() {
        Award earned = story.earned();
        HazardReport later = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        plant.decided(later);
        Award refused = plant.awards(later).get(0);
        plant.does(story.approver(refused), refused, AwardAct.because(AwardAction.DECLINE, "NOT_DUE"));
        Award redemption = story.redeem(500);
        assertThat(redemption.terms().report()).isEqualTo(earned.terms().report());
        assertThat(redemption.terms().isDecided()).isFalse();
    }

    @Test
    void whatARedemptionPaidIsNothingAlreadyGivenForTheHazard() {
        Award earned = story.earned();
        plant.paid(story.redeem(500));
        HazardReport report = plant.regradedMajor(plant.find(earned.terms().report()));
        RewardDecision decision = plant.decided(report, Map.of("major", Money.ofYuan(1000)));
        assertThat(decision.theCase().earlier())
                .extracting(earlier -> earlier.component())
                .containsExactly("POINTS");
        assertThat(decision.explanation().total()).isEqualTo(Money.ofYuan(1000));
    }

    @Test
    void aWindowOfSeveralDaysIsOpenOnEachOfThemAndOnNoOther() {
        Plant quarterly = new Plant(
                new InMemoryJournal(),
                PointsStory.scheme(12)
                        .replace(
                                "\"batch\": 500,", "\"batch\": 500, \"window\": \"QUARTER_END\", \"windowDays\": 10,"));
        PointsStory other = new PointsStory(quarterly);
        other.earned();
        assertThatThrownBy(() -> other.redeem(500))
                .hasMessageContaining("recognition.not-the-day")
                .hasMessageContaining("2024-09-21");
        quarterly.clock.set(Instant.parse("2024-09-26T02:00:00Z"));
        assertThat(other.redeem(500).state()).isEqualTo(AwardState.PROPOSED);
    }

    @Test
    void itIsNotGivenOnTheSpotEither() {
        Award earned = story.earned();
        Award redemption = story.redeem(500);
        AwardAct give = new AwardAct(AwardAction.PAY_ON_SPOT, "", "receipt-1");
        assertThat(problems(Plant.SAFETY_HEAD, redemption, give)).isEmpty();
        clawBack(earned);
        assertThat(problems(Plant.SAFETY_HEAD, redemption, give))
                .extracting(Problem::code)
                .containsExactly("award.points-owed");
    }

    @Test
    void whatIsApprovedIsNotReleasedAndWhatIsReleasedIsNotGathered() {
        Award earned = story.earned();
        Award approved = approved();
        clawBack(earned);
        assertThatThrownBy(() -> plant.does(Plant.ADJUDICATOR, approved, RELEASE))
                .hasMessageContaining("award.points-owed");
        Award settling = story.earned();
        plant.does(Plant.ADJUDICATOR, approved, RELEASE);
        clawBack(settling);
        Payments payments = plant.reporting.payments();
        assertThatThrownBy(() -> payments.gather(Plant.UNIT, "batch-1", Plant.FINANCE))
                .hasMessageContaining("payment.nothing-payable");
        story.earned();
        assertThat(payments.gather(Plant.UNIT, "batch-2", Plant.FINANCE).lines())
                .hasSize(1);
    }

    private Award approved() {
        Award redemption = story.redeem(500);
        return plant.does(story.approver(redemption), redemption, APPROVE);
    }

    @Test
    void ofAnApprovalAndAClawBackAtOnceOnlyTheClawBackPasses() {
        Award earned = story.earned();
        Award redemption = story.redeem(500);
        journal.meanwhile(() -> clawBack(earned));
        assertThatThrownBy(() -> plant.does(story.approver(redemption), redemption, APPROVE))
                .isInstanceOf(StaleReportException.class);
        assertThat(problems(story.approver(redemption), redemption, APPROVE))
                .extracting(Problem::code)
                .containsExactly("award.points-owed");
    }

    @Test
    void aReleaseAndAGatheringMeetTheClawBackOfTheSameMomentToo() {
        Award earned = story.earned();
        Award approved = approved();
        journal.meanwhile(() -> clawBack(earned));
        assertThatThrownBy(() -> plant.does(Plant.ADJUDICATOR, approved, RELEASE))
                .isInstanceOf(StaleReportException.class);
        Award settling = story.earned();
        plant.does(Plant.ADJUDICATOR, approved, RELEASE);
        journal.meanwhile(() -> clawBack(settling));
        assertThatThrownBy(() -> plant.reporting.payments().gather(Plant.UNIT, "batch-1", Plant.FINANCE))
                .hasMessageContaining("payment.nothing-payable");
    }
}
