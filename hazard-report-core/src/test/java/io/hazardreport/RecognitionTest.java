package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.exchange.Table;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Role;
import io.hazardreport.recognition.HonourRule.Nomination;
import io.hazardreport.recognition.HonourRule.Standing;
import io.hazardreport.recognition.Merit;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.scheme.ExampleScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecognitionTest {

    private static final String POINTS = ExampleScheme.json()
            .replace("\"then\": { \"cash\": \"100.00\" }", "\"then\": { \"points\": 600, \"score\": \"1.50\" }")
            .replace(
                    "\"sharing\":",
                    "\"points\": { \"per\": 500, \"money\": \"100.00\", \"batch\": 500 }, \"sharing\":");

    private static final List<Employee> PEOPLE =
            List.of(Employee.of("W100", "workshop-1"), Employee.of("W101", "workshop-1"), Employee.of("W102", "d2"));
    private static final Actor WORKER = Actor.person("W100");

    private static final AwardAct FRAUD = PointsStory.FRAUD;

    private final Plant plant = new Plant(new InMemoryJournal(), POINTS);
    private @Nullable ReportId reported;

    private ReportId reported() {
        return Objects.requireNonNull(reported);
    }

    private void earned() {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        reported = report.id();
        plant.decided(report);
        plant.awards(report).forEach(plant::paid);
    }

    private Award redeem(long points) {
        return plant.reporting.recognition().redeem(Plant.UNIT, new RedeemCommand(plant.newRequest(), WORKER, points));
    }

    private PointsAccount account() {
        return plant.reporting.recognition().points(Plant.UNIT, WORKER);
    }

    @Test
    void paysWholeBatchesThroughTheSameLoopAsEveryAward() {
        earned();
        assertThat(account().balance()).isEqualTo(600);
        Award award = redeem(500);
        assertThat(award.terms().amount()).isEqualTo(Money.ofYuan(100));
        assertThat(account().balance()).isEqualTo(100);
        assertThat(plant.paid(award).state()).isEqualTo(AwardState.PAID);
        FundStatement.Line line =
                plant.reporting.figures().funds(Plant.UNIT, 2024).lines().get(0);
        assertThat(line.paid()).isEqualTo(Money.ofYuan(100));
    }

    @Test
    void givesPointsBackWhenTheRedemptionIsWaived() {
        earned();
        Award award = redeem(500);
        plant.does(WORKER, award, AwardAct.of(AwardAction.WAIVE));
        assertThat(account().balance()).isEqualTo(600);
        assertThat(redeem(500).terms().generation()).isEqualTo(2);
    }

    @Test
    void refusesMoreThanThereIsAndBrokenBatches() {
        earned();
        assertThatThrownBy(() -> redeem(1000)).hasMessageContaining("recognition.too-few-points");
        assertThatThrownBy(() -> redeem(300)).hasMessageContaining("recognition.no-whole-batch");
        assertThat(account().balance()).isEqualTo(600);
    }

    @Test
    void theSameRequestRedeemsOnce() {
        earned();
        RedeemCommand command = new RedeemCommand("r-1", WORKER, 500);
        Award first = plant.reporting.recognition().redeem(Plant.UNIT, command);
        Award again = plant.reporting.recognition().redeem(Plant.UNIT, command);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(account().balance()).isEqualTo(100);
    }

    @RepeatedTest(20)
    void ofSeveralAtOnceOnlyOneGetsTheLastBatch() throws Exception {
        earned();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        try {
                            plant.reporting
                                    .recognition()
                                    .redeem(Plant.UNIT, new RedeemCommand("at-once-" + i, WORKER, 500));
                            return true;
                        } catch (ActionRefusedException refused) {
                            return false;
                        }
                    })
                    .toList();
            int redeemed = 0;
            for (Future<Boolean> each : threads.invokeAll(tries)) {
                redeemed += each.get() ? 1 : 0;
            }
            assertThat(redeemed).isOne();
        } finally {
            threads.shutdownNow();
        }
        assertThat(account().balance()).isEqualTo(100);
    }

    @Test
    void nobodyApprovesHisOwnRedemption() {
        earned();
        Award award = redeem(500);
        assertThatThrownBy(() -> plant.does(
                        Actor.person("W100", Role.SAFETY_HEAD, Role.PRINCIPAL),
                        award,
                        AwardAct.of(AwardAction.APPROVE)))
                .hasMessageContaining("never-approves");
    }

    @Test
    void showsMeritsForAppraisalToThoseWhoAppraise() {
        earned();
        LocalDate from = LocalDate.parse("2024-01-01");
        LocalDate until = LocalDate.parse("2024-12-31");
        List<Merit> merits = plant.reporting.recognition().merits(Plant.UNIT, from, until, PEOPLE, Plant.ADJUDICATOR);
        assertThat(merits)
                .extracting(Merit::subject, Merit::trueReports, Merit::rewardedReports, Merit::score, Merit::points)
                .containsExactly(
                        tuple("W100", 1L, 1L, 150L, 600L),
                        tuple("W101", 0L, 0L, 0L, 0L),
                        tuple("W102", 0L, 0L, 0L, 0L));
        assertThat(plant.reporting.recognition().departments(Plant.UNIT, from, until, Plant.ADJUDICATOR))
                .extracting(Merit::score)
                .containsExactly(150L);
        Table table = Recognition.table(merits);
        assertThat(table.rows().get(0).cells()).startsWith("W100", "workshop-1", "1", "1", "1.50", "600");
        assertThatThrownBy(() -> plant.reporting.recognition().merits(Plant.UNIT, from, until, PEOPLE, WORKER))
                .hasMessageContaining("recognition.reader-role");
    }

    private Merit meritOf(int year) {
        return plant.reporting
                .recognition()
                .merits(
                        Plant.UNIT,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        PEOPLE.subList(0, 1),
                        Plant.ADJUDICATOR)
                .get(0);
    }

    @Test
    void aClawBackCountsInTheYearItHappenedAndLeavesTheAppraisalOfTheYearBeforeAsItWas() {
        earned();
        Merit filed = meritOf(2024);
        assertThat(filed.rewardedReports()).isOne();
        plant.clock.set(Instant.parse("2025-02-03T02:00:00Z"));
        List<Award> given = plant.awards(plant.find(reported()));
        plant.does(Plant.PRINCIPAL, given.get(0), FRAUD);
        assertThat(meritOf(2024)).isEqualTo(filed);
        assertThat(meritOf(2025).rewardedReports()).isZero();
        plant.does(Plant.PRINCIPAL, given.get(1), FRAUD);
        assertThat(meritOf(2024)).isEqualTo(filed);
        assertThat(meritOf(2025)).isEqualTo(new Merit("W100", "workshop-1", 0, -1, -150, -600, 0, Money.ZERO));
        assertThat(plant.reporting
                        .recognition()
                        .departments(
                                Plant.UNIT,
                                LocalDate.parse("2024-01-01"),
                                LocalDate.parse("2025-12-31"),
                                Plant.ADJUDICATOR))
                .containsExactly(new Merit("workshop-1", "workshop-1", 1, 0, 0, 0, 0, Money.ZERO));
    }

    @Test
    void aPaymentThatComesBackIsOffInTheYearItDidAndCountsAgainWhenItIsMadeAgain() {
        plant.clock.set(Instant.parse("2024-12-20T02:00:00Z"));
        earned();
        plant.paid(redeem(500));
        assertThat(meritOf(2024).money()).isEqualTo(Money.ofYuan(100));
        plant.clock.set(Instant.parse("2025-01-06T02:00:00Z"));
        Award paid = plant.awards(plant.find(reported())).stream()
                .filter(award -> award.terms().amount().isPositive())
                .findFirst()
                .orElseThrow();
        Award back = plant.does(Plant.FINANCE, paid, AwardAct.because(AwardAction.RETURN_PAYMENT, "CLOSED"));
        assertThat(meritOf(2025).money()).isEqualTo(Money.ofYuan(-100));
        plant.does(Plant.FINANCE, back, AwardAct.confirmed("voucher-2"));
        assertThat(meritOf(2025)).isEqualTo(Merit.none("W100", "workshop-1"));
        assertThat(meritOf(2024).money()).isEqualTo(Money.ofYuan(100));
    }

    @Test
    void whatIsRecordedLateCountsInTheYearOfTheRecord() {
        plant.clock.set(Instant.parse("2024-12-20T02:00:00Z"));
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        plant.decided(report);
        Award award = plant.awards(report).get(0);
        Actor approver = award.terms().approval() == Role.PRINCIPAL ? Plant.PRINCIPAL : Plant.SAFETY_HEAD;
        Award approved = plant.does(approver, award, AwardAct.of(AwardAction.APPROVE));
        Award payable = plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
        Instant then = plant.clock.instant();
        Merit filed = meritOf(2024);
        plant.clock.set(Instant.parse("2025-01-06T02:00:00Z"));
        plant.reporting
                .awards()
                .perform(
                        Plant.UNIT,
                        new AwardCommand(
                                payable.id(),
                                payable.version(),
                                "late",
                                Plant.FINANCE,
                                AwardAct.confirmed("list-1"),
                                then));
        assertThat(meritOf(2024)).isEqualTo(filed);
        assertThat(meritOf(2025).rewardedReports()).isOne();
    }

    @Test
    void honoursWithinTheQuotaOnceAndNotAfterAnAccident() {
        earned();
        Recognition recognition = plant.reporting.recognition();
        List<Nomination> list =
                recognition.nominations(Plant.UNIT, "SAFETY_STAR", 2024, PEOPLE, Set.of(), Plant.ADJUDICATOR);
        assertThat(list)
                .extracting(n -> n.merit().subject(), Nomination::standing)
                .containsExactly(
                        tuple("W100", Standing.NOMINATED),
                        tuple("W101", Standing.NOTHING_TO_HONOUR),
                        tuple("W102", Standing.NOTHING_TO_HONOUR));
        assertThat(recognition.nominations(
                        Plant.UNIT, "SAFETY_STAR", 2024, PEOPLE, Set.of("workshop-1"), Plant.ADJUDICATOR))
                .extracting(Nomination::standing)
                .contains(Standing.ACCIDENT);
        Award honour = recognition.honour(Plant.UNIT, honourFor("W100"));
        assertThat(honour.terms().component()).isEqualTo("HONOUR");
        assertThat(plant.paid(honour).state()).isEqualTo(AwardState.PAID);
        assertThatThrownBy(() -> recognition.honour(Plant.UNIT, honourFor("W100")))
                .hasMessageContaining("recognition.honoured-already");
        assertThatThrownBy(() -> recognition.honour(Plant.UNIT, honourFor("W101")))
                .hasMessageContaining("recognition.not-nominated");
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardAction.class,
            names = {"DECLINE", "REVOKE"})
    void anHonourThatIsNotGivenGivesItsPlaceBack(AwardAction ends) {
        earned();
        Recognition recognition = plant.reporting.recognition();
        Award proposed = recognition.honour(Plant.UNIT, honourFor("W100"));
        Actor approver = ends == AwardAction.REVOKE || proposed.terms().approval() == Role.PRINCIPAL
                ? Plant.PRINCIPAL
                : Plant.SAFETY_HEAD;
        plant.does(approver, proposed, AwardAct.because(ends, "核对有误"));
        Award again = recognition.honour(Plant.UNIT, honourFor("W100"));
        assertThat(again.state()).isEqualTo(AwardState.PROPOSED);
        assertThatThrownBy(() -> recognition.honour(Plant.UNIT, honourFor("W100")))
                .hasMessageContaining("recognition.honoured-already");
    }

    @Test
    void anAppealAboutAnHonourThatIsUpheldAsksForNoNewDecisionOnAReport() {
        earned();
        Award proposed = plant.reporting.recognition().honour(Plant.UNIT, honourFor("W100"));
        Award revoked = plant.does(Plant.PRINCIPAL, proposed, AwardAct.because(AwardAction.REVOKE, "核对有误"));
        Award appealed = plant.does(WORKER, revoked, AwardAct.of(AwardAction.APPEAL));
        assertThat(plant.does(Plant.UNION, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL))
                        .state())
                .isEqualTo(AwardState.OVERTURNED);
        assertThat(plant.find(proposed.terms().report()).owes("REWARD_DECISION"))
                .isFalse();
        assertThat(plant.reporting
                        .recognition()
                        .honour(Plant.UNIT, honourFor("W100"))
                        .state())
                .isEqualTo(AwardState.PROPOSED);
    }

    private HonourCommand honourFor(String person) {
        return new HonourCommand(plant.newRequest(), Plant.ADJUDICATOR, "SAFETY_STAR", 2024, person, PEOPLE, Set.of());
    }
}
