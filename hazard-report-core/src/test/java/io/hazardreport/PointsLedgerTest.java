package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.IdSource;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.recognition.PointsMove;
import io.hazardreport.recognition.PointsMove.Kind;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A points account follows what happened to a person's awards, and no day's account changes afterwards. */
class PointsLedgerTest {

    private static final String MONTHLY = PointsStory.scheme(1);
    private static final AwardAct FRAUD = PointsStory.FRAUD;

    private Runnable meanwhile = () -> {};
    private final IdSource ids = new IdSource() {
        private final IdSource secure = IdSource.secure();

        @Override
        public UUID next(Instant at) {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return secure.next(at);
        }

        @Override
        public byte[] random(int count) {
            return secure.random(count);
        }
    };
    private final Plant plant = new Plant(new InMemoryJournal(), MONTHLY, ids);
    private final PointsStory story = new PointsStory(plant);

    private LocalDate today() {
        return LocalDate.ofInstant(plant.clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private void days(int days) {
        plant.clock.pass(Duration.ofDays(days));
    }

    @Test
    void aClawBackIsALineOfItsOwnAndEarlierDaysSayWhatTheySaid() {
        Award award = story.earned();
        LocalDate day = today();
        days(3);
        PointsAccount before = story.account();
        plant.does(Plant.PRINCIPAL, award, FRAUD);
        assertThat(story.moves()).containsExactly("EARNED 600 = 600", "TAKEN_BACK 600 = 0");
        assertThat(story.account(day)).isEqualTo(before);
        assertThat(story.account(day.minusDays(1)).lines()).isEmpty();
    }

    @Test
    void pointsThatWereReturnedAndGivenAgainAreEarnedAgain() {
        Award award = story.earned();
        Award returned = plant.does(Plant.FINANCE, award, AwardAct.because(AwardAction.RETURN_PAYMENT, "WRONG_PERSON"));
        assertThat(story.account().balance()).isZero();
        plant.does(Plant.FINANCE, returned, AwardAct.confirmed("list-2"));
        assertThat(story.moves()).containsExactly("EARNED 600 = 600", "TAKEN_BACK 600 = 0", "EARNED 600 = 600");
    }

    @Test
    void whatIsRedeemedOfPointsClawedBackIsOwed() {
        Award award = story.earned();
        story.redeem(500);
        plant.does(Plant.PRINCIPAL, award, FRAUD);
        assertThat(story.account().balance()).isEqualTo(-500);
        assertThatThrownBy(() -> story.redeem(500)).hasMessageContaining("recognition.too-few-points");
        story.earned();
        assertThat(story.moves()).endsWith("TAKEN_BACK 600 = -500", "EARNED 600 = 100");
    }

    @Test
    void aRedemptionThatIsDeclinedCostsNoPointsHoweverLongItTook() {
        story.earned();
        Award redemption = story.redeem(500);
        days(20);
        assertThat(story.account().balance()).isEqualTo(100);
        days(20);
        assertThat(story.moves()).endsWith("LAPSED 100 = 0");
        plant.does(story.approver(redemption), redemption, AwardAct.because(AwardAction.DECLINE, "NOT_DUE"));
        assertThat(story.account().redeemed()).isZero();
        days(20);
        assertThat(story.redeem(500).terms().generation()).isEqualTo(2);
    }

    @Test
    void aRedemptionGivenUpKeepsNoPointsAlive() {
        story.earned();
        Award redemption = story.redeem(500);
        days(40);
        plant.does(PointsStory.WORKER, redemption, AwardAct.of(AwardAction.WAIVE));
        assertThat(story.account().balance()).isEqualTo(500);
        days(1);
        assertThat(story.moves()).endsWith("RETURNED 500 = 500", "LAPSED 500 = 0");
    }

    @Test
    void aPaymentThatCameBackReturnsNoPointsUntilTheRedemptionEnds() {
        story.earned();
        Award paid = plant.paid(story.redeem(500));
        Award payable = plant.does(Plant.FINANCE, paid, AwardAct.because(AwardAction.RETURN_PAYMENT, "CLOSED"));
        assertThat(story.account().balance()).isEqualTo(100);
        Award again = plant.does(Plant.FINANCE, payable, AwardAct.confirmed("voucher-2"));
        assertThat(story.moves()).containsExactly("EARNED 600 = 600", "REDEEMED 500 = 100");
        plant.does(Plant.PRINCIPAL, again, FRAUD);
        assertThat(story.moves()).endsWith("RETURNED 500 = 600");
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardAction.class,
            names = {"DECLINE", "REVOKE"})
    void anAppealThatIsUpheldReturnsNothingTwice(AwardAction ends) {
        story.earned();
        Award redemption = story.redeem(500);
        Actor by = ends == AwardAction.DECLINE ? story.approver(redemption) : Plant.PRINCIPAL;
        Award ended = plant.does(by, redemption, AwardAct.because(ends, "NOT_DUE"));
        Award appealed = plant.does(PointsStory.WORKER, ended, AwardAct.of(AwardAction.APPEAL));
        Award upheld = plant.does(Plant.UNION, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL));
        assertThat(upheld.state()).isEqualTo(AwardState.OVERTURNED);
        assertThat(story.moves()).containsExactly("EARNED 600 = 600", "REDEEMED 500 = 100", "RETURNED 500 = 600");
        story.redeem(500);
        assertThatThrownBy(() -> story.redeem(500)).hasMessageContaining("recognition.too-few-points");
    }

    @Test
    void anAppealAgainstAClawBackGivesNothingBackByItself() {
        Award clawed = plant.does(Plant.PRINCIPAL, story.earned(), FRAUD);
        Award appealed = plant.does(PointsStory.WORKER, clawed, AwardAct.of(AwardAction.APPEAL));
        plant.does(Plant.UNION, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL));
        assertThat(story.moves()).containsExactly("EARNED 600 = 600", "TAKEN_BACK 600 = 0");
        HazardReport report = plant.find(clawed.terms().report());
        plant.decided(report);
        plant.awards(report).stream()
                .filter(award -> award.state() == AwardState.PROPOSED)
                .forEach(plant::paid);
        assertThat(story.moves()).endsWith("EARNED 600 = 600");
    }

    @Test
    void whatIsRecordedLateIsBookedOnTheDayOfRecording() {
        Award award = story.payable();
        Instant then = plant.clock.instant();
        days(5);
        PointsAccount before = story.account();
        plant.reporting
                .awards()
                .perform(
                        Plant.UNIT,
                        new AwardCommand(
                                award.id(), award.version(), "late", Plant.FINANCE, AwardAct.confirmed("l"), then));
        assertThat(story.account(today().minusDays(1))).isEqualTo(before);
        assertThat(story.account().lines().get(0).move())
                .isEqualTo(new PointsMove(Kind.EARNED, today(), 600, award.id().toString(), today().plusMonths(1)));
    }

    @Test
    void aNewSchemeDoesNotChangeWhatWasBookedUnderTheOld() {
        story.earned();
        plant.reporting
                .schemes()
                .load(
                        Plant.UNIT,
                        PointsStory.scheme(9).replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"next\""));
        story.earned();
        PointsAccount account = story.account();
        assertThat(account.lines())
                .extracting(line -> line.move().until())
                .containsExactly(today().plusMonths(1), today().plusMonths(9));
        days(40);
        assertThat(story.moves()).endsWith("LAPSED 600 = 600");
        assertThat(story.account(today().plusMonths(9)).balance()).isZero();
    }

    @Test
    void pointsTakenBackAtTheSameMomentCannotBeRedeemed() {
        Award award = story.earned();
        meanwhile = () -> plant.does(Plant.PRINCIPAL, award, FRAUD);
        assertThatThrownBy(() -> story.redeem(500)).hasMessageContaining("recognition.too-few-points");
        assertThat(story.account().balance()).isZero();
    }

    @Test
    void pointsOfTwoAwardsRedeemedAtTheSameMomentAreSpentOnce() {
        story.earned();
        story.earned();
        meanwhile = () -> story.redeem(1000);
        assertThatThrownBy(() -> story.redeem(500)).hasMessageContaining("recognition.too-few-points");
        assertThat(story.moves()).containsExactly("EARNED 600 = 600", "EARNED 600 = 1200", "REDEEMED 1000 = 200");
    }

    @Test
    void aRedemptionThatExpiresUnfetchedReturnsItsPoints() {
        Plant strict = new Plant(
                new InMemoryJournal(),
                PointsStory.scheme(12)
                        .replace("\"expiry\": false", "\"expiry\": true")
                        .replace(
                                "\"payment\": \"5 working",
                                "\"claim\": \"30 days forward\", \"payment\": \"5 working"));
        PointsStory other = new PointsStory(strict);
        other.earned();
        Award redemption = other.redeem(500);
        Award approved = strict.does(other.approver(redemption), redemption, AwardAct.of(AwardAction.APPROVE));
        Award payable = strict.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
        strict.clock.pass(Duration.ofDays(40));
        strict.does(Plant.ADJUDICATOR, payable, AwardAct.of(AwardAction.EXPIRE));
        assertThat(other.moves()).endsWith("REDEEMED 500 = 100", "RETURNED 500 = 600");
    }
}
