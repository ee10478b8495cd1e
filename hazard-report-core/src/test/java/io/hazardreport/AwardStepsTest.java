package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.scheme.ExampleScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every step of an award beyond the straight way, on awards of real decisions. */
class AwardStepsTest {

    private static final String NOTICE =
            ExampleScheme.json().replace("\"publicNotice\": false", "\"publicNotice\": true");
    private static final String EXPIRY = ExampleScheme.json()
            .replace("\"expiry\": false", "\"expiry\": true")
            .replace("\"payment\": \"5 working", "\"claim\": \"30 days forward\", \"payment\": \"5 working");

    private static Plant plant(String scheme) {
        return new Plant(new InMemoryJournal(), scheme);
    }

    private static Award proposed(Plant plant, Declaration reporter) {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压"), List.of(reporter)));
        plant.decided(report);
        return plant.awards(report).get(0);
    }

    private static Award proposed(Plant plant) {
        return proposed(plant, Plant.worker("W100", "王小明"));
    }

    private static Award approved(Plant plant) {
        return plant.does(Plant.SAFETY_HEAD, proposed(plant), AwardAct.of(AwardAction.APPROVE));
    }

    private static Award payable(Plant plant) {
        return plant.does(Plant.ADJUDICATOR, approved(plant), AwardAct.of(AwardAction.MAKE_PAYABLE));
    }

    private static List<String> refusal(Plant plant, Actor actor, Award award, AwardAct act) {
        AwardCommand command = new AwardCommand(award.id(), award.version(), "check", actor, act, null);
        return plant.reporting.awards().check(Plant.UNIT, command).stream()
                .map(Problem::code)
                .toList();
    }

    private static List<String> booked(Plant plant, Award award) {
        return plant.reporting.awards().entries(Plant.UNIT, award.id()).stream()
                .map(entry -> entry.kind() + " " + entry.round())
                .toList();
    }

    @Test
    void anObjectionHoldsTheNoticeUntilItIsAnswered() {
        Plant plant = plant(NOTICE);
        Award announced = plant.does(Plant.ADJUDICATOR, approved(plant), AwardAct.of(AwardAction.ANNOUNCE));
        Award objected = plant.does(Plant.RECTIFIER, announced, AwardAct.because(AwardAction.OBJECT, "NOT_FIRST"));
        assertThat(objected.owes("OBJECTION_DECISION")).isTrue();
        assertThat(refusal(plant, Plant.RECTIFIER, objected, AwardAct.because(AwardAction.OBJECT, "AGAIN")))
                .containsExactly("award.already-owed");
        plant.clock.pass(Duration.ofDays(30));
        AwardAct release = AwardAct.of(AwardAction.MAKE_PAYABLE);
        assertThat(refusal(plant, Plant.ADJUDICATOR, objected, release)).containsExactly("award.notice-running");
        assertThat(refusal(plant, Plant.RECTIFIER, objected, AwardAct.because(AwardAction.DISMISS_OBJECTION, "X")))
                .containsExactly("loop.role-missing");
        Award dismissed = plant.does(Plant.UNION, objected, AwardAct.because(AwardAction.DISMISS_OBJECTION, "FIRST"));
        assertThat(plant.does(Plant.ADJUDICATOR, dismissed, release).state()).isEqualTo(AwardState.PAYABLE);
    }

    @Test
    void anObjectionThatHoldsRevokesTheAwardAndNothingStaysOpen() {
        Plant plant = plant(NOTICE);
        Award announced = plant.does(Plant.ADJUDICATOR, approved(plant), AwardAct.of(AwardAction.ANNOUNCE));
        Award objected = plant.does(Plant.RECTIFIER, announced, AwardAct.because(AwardAction.OBJECT, "NOT_FIRST"));
        Award revoked = plant.does(Plant.UNION, objected, AwardAct.because(AwardAction.REVOKE, "OBJECTION_HOLDS"));
        assertThat(revoked.obligations()).isEmpty();
        assertThat(booked(plant, revoked)).containsExactly("RESERVE 1", "COMMIT 1", "RELEASE 1");
    }

    @Test
    void anAwardLapsesOnlyUnclaimedAndOnlyAfterTheClaimLimit() {
        Plant plant = plant(EXPIRY);
        Award award = payable(plant);
        Obligation claim = award.obligations().stream()
                .filter(o -> o.code().equals("CLAIM"))
                .findFirst()
                .orElseThrow();
        assertThat(claim.owner()).isEqualTo(Role.REPORTER);
        AwardAct expire = AwardAct.of(AwardAction.EXPIRE);
        plant.clock.set(claim.due().minusMillis(1));
        assertThat(refusal(plant, Plant.ADJUDICATOR, award, expire)).containsExactly("award.claim-running");
        plant.clock.set(claim.due());
        assertThat(refusal(plant, Plant.ADJUDICATOR, award, expire)).isEmpty();
        Award expired = plant.does(Plant.ADJUDICATOR, award, expire);
        assertThat(expired.state()).isEqualTo(AwardState.EXPIRED);
        assertThat(expired.obligations()).isEmpty();
        assertThat(booked(plant, expired)).containsExactly("RESERVE 1", "COMMIT 1", "RELEASE 1");
        assertThat(line(plant).used()).isEqualTo(Money.ZERO);
    }

    @Test
    void aClaimStopsTheClock() {
        Plant plant = plant(EXPIRY);
        Award award = payable(plant);
        AwardAct claim = new AwardAct(AwardAction.CLAIM, "", "window-2");
        assertThat(refusal(plant, Plant.RECTIFIER, award, claim)).containsExactly("loop.role-missing");
        Award claimed = plant.does(Plant.WORKER, award, claim);
        plant.clock.pass(Duration.ofDays(800));
        assertThat(refusal(plant, Plant.ADJUDICATOR, claimed, AwardAct.of(AwardAction.EXPIRE)))
                .containsExactly("award.claim-running");
        assertThat(plant.does(Plant.FINANCE, claimed, AwardAct.confirmed("v")).state())
                .isEqualTo(AwardState.PAID);
    }

    @Test
    void anAppealIsDecidedByAnotherAndLeadsToANewDecision() {
        Plant plant = plant(ExampleScheme.json());
        Award declined =
                plant.does(Plant.SAFETY_HEAD, proposed(plant), AwardAct.because(AwardAction.DECLINE, "NOT_DUE"));
        assertThat(refusal(plant, Plant.RECTIFIER, declined, AwardAct.of(AwardAction.APPEAL)))
                .containsExactly("loop.role-missing");
        Award appealed = plant.does(Plant.WORKER, declined, AwardAct.of(AwardAction.APPEAL));
        Actor sameMan = Actor.person("H001", Role.PRINCIPAL);
        assertThat(refusal(plant, sameMan, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL)))
                .containsExactly("award.appeal-by-another");
        assertThat(refusal(plant, sameMan, appealed, AwardAct.because(AwardAction.DISMISS_APPEAL, "X")))
                .containsExactly("award.appeal-by-another");
        Award overturned = plant.does(Plant.UNION, appealed, AwardAct.of(AwardAction.UPHOLD_APPEAL));
        assertThat(overturned.state()).isEqualTo(AwardState.OVERTURNED);
        HazardReport report = plant.find(declined.terms().report());
        plant.decided(report);
        Award anew = plant.awards(report).stream()
                .filter(award -> award.state() == AwardState.PROPOSED)
                .findFirst()
                .orElseThrow();
        assertThat(anew.terms().generation()).isEqualTo(2);
        assertThat(plant.paid(anew).state()).isEqualTo(AwardState.PAID);
    }

    @Test
    void aDismissedAppealLeavesTheRefusal() {
        Plant plant = plant(ExampleScheme.json());
        Award declined =
                plant.does(Plant.SAFETY_HEAD, proposed(plant), AwardAct.because(AwardAction.DECLINE, "NOT_DUE"));
        Award appealed = plant.does(Plant.WORKER, declined, AwardAct.of(AwardAction.APPEAL));
        Award dismissed = plant.does(Plant.UNION, appealed, AwardAct.because(AwardAction.DISMISS_APPEAL, "NOT_DUE"));
        assertThat(dismissed.state()).isEqualTo(AwardState.DECLINED);
        assertThat(dismissed.obligations()).isEmpty();
    }

    @Test
    void aNamedPersonGivesOnTheSpotUpToTheSmallSumAndNeverToHimself() {
        Plant plant = plant(ExampleScheme.json());
        AwardAct give = new AwardAct(AwardAction.PAY_ON_SPOT, "", "receipt-1");
        Award given = plant.does(Plant.DUTY_HEAD, proposed(plant), give);
        assertThat(given.state()).isEqualTo(AwardState.PAID);
        assertThat(booked(plant, given)).containsExactly("RESERVE 1", "COMMIT 1", "PAY 1");
        assertThat(refusal(plant, Plant.PRINCIPAL, proposed(plant), give)).containsExactly("award.not-on-the-spot");
        Award his = proposed(plant, Plant.worker("D001", "带班"));
        assertThat(refusal(plant, Plant.DUTY_HEAD, his, give)).containsExactly("award.beneficiary-never-approves");
    }

    @Test
    void whoIsNamedMayHaveProposedItHimself() {
        Plant plant = plant(ExampleScheme.json());
        Actor head = Actor.person("D001", Role.DUTY_HEAD, Role.ADJUDICATOR);
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        plant.reporting
                .awards()
                .decide(Plant.UNIT, DecideCommand.plain(report.id(), report.version(), plant.newRequest(), head));
        Award award = plant.awards(report).get(0);
        assertThat(award.proposer()).isEqualTo("D001");
        assertThat(plant.does(head, award, new AwardAct(AwardAction.PAY_ON_SPOT, "", "r"))
                        .state())
                .isEqualTo(AwardState.PAID);
    }

    @Test
    void theSmallSumIsThatOfTheWholeDecisionNotOfEachPart() {
        Plant plant = plant(ExampleScheme.json());
        HazardReport report =
                plant.confirmed(plant.submitted(Submission.of("灭火器失压").fixed(Plant.before(), Plant.after())));
        plant.decided(report);
        assertThat(plant.awards(report)).hasSize(2).allSatisfy(award -> {
            assertThat(award.terms().amount()).isLessThanOrEqualTo(Money.ofYuan(100));
            assertThat(award.terms().total()).isEqualTo(Money.ofYuan(150));
            assertThat(refusal(plant, Plant.DUTY_HEAD, award, new AwardAct(AwardAction.PAY_ON_SPOT, "", "r")))
                    .containsExactly("award.not-on-the-spot");
        });
    }

    @Test
    void pointsCountOnTheSpotByWhatTheyAreExchangedFor() {
        Plant plant = plant(withRule("{ \"points\": \"2501\" }")
                .replace(
                        "\"sharing\": \"EQUAL_SPLIT\",",
                        "\"sharing\": \"EQUAL_SPLIT\", \"points\": { \"per\": 25, \"money\": \"1.00\" },"));
        Award points = component(plant, "POINTS");
        assertThat(points.terms().total()).isEqualTo(Money.parse("200.04"));
        assertThat(refusal(plant, Plant.DUTY_HEAD, points, new AwardAct(AwardAction.PAY_ON_SPOT, "", "r")))
                .containsExactly("award.not-on-the-spot");
    }

    @Test
    void aScoreWithoutCashIsAFullAward() {
        Plant plant = plant(scoreOnly());
        Award score = component(plant, "SCORE");
        assertThat(score.terms().units()).isEqualTo(100);
        assertThat(plant.paid(score).state()).isEqualTo(AwardState.PAID);
        assertThat(booked(plant, score)).isEmpty();
        assertThatThrownBy(() -> plant.reporting.payments().gather(Plant.UNIT, "b", Plant.FINANCE))
                .hasMessageContaining("payment.nothing-payable");
    }

    @Test
    void goodsAreMoney() {
        Plant plant = plant(withRule(
                "{ \"goods\": { \"code\": \"HELMET\", \"zh\": \"安全帽\", \"en\": \"helmet\", \"value\": \"80.00\" } }"));
        Award goods = component(plant, "GOODS");
        assertThat(goods.terms().amount()).isEqualTo(Money.ofYuan(80));
        assertThat(goods.terms().total()).isEqualTo(Money.ofYuan(180));
        assertThat(line(plant).reserved()).isEqualTo(Money.ofYuan(180));
        Award handed = plant.paid(goods);
        assertThat(booked(plant, handed)).containsExactly("RESERVE 1", "COMMIT 1", "PAY 1");
        assertThat(line(plant).paid()).isEqualTo(Money.ofYuan(80));
    }

    @Test
    void aFailedPaymentStartsTheClockAnewAndIsMadeAgain() {
        Plant plant = plant(ExampleScheme.json());
        Award award = payable(plant);
        Instant due = award.obligations().get(0).due();
        plant.clock.pass(Duration.ofDays(3));
        Award failed = plant.does(Plant.FINANCE, award, AwardAct.because(AwardAction.PAYMENT_FAILED, "REJECTED"));
        assertThat(failed.state()).isEqualTo(AwardState.PAYABLE);
        assertThat(failed.obligations()).hasSize(1).allSatisfy(o -> {
            assertThat(o.owner()).isEqualTo(Role.FINANCE);
            assertThat(o.due()).isAfter(due);
        });
        assertThat(failed.attempt()).isEqualTo(2);
        Award paid = plant.does(Plant.FINANCE, failed, AwardAct.confirmed("v-2"));
        assertThat(booked(plant, paid)).containsExactly("RESERVE 1", "COMMIT 1", "PAY 1");
    }

    @Test
    void whateverIsRetriedIsPaidOnce() {
        Plant plant = plant(ExampleScheme.json());
        Award award = payable(plant);
        AwardCommand pay =
                new AwardCommand(award.id(), award.version(), "pay-1", Plant.FINANCE, AwardAct.confirmed("v-1"), null);
        Award first = plant.reporting.awards().perform(Plant.UNIT, pay);
        assertThat(plant.reporting.awards().perform(Plant.UNIT, pay).version()).isEqualTo(first.version());
        Award returned = plant.does(Plant.FINANCE, first, AwardAct.because(AwardAction.RETURN_PAYMENT, "CLOSED"));
        assertThat(plant.reporting.awards().perform(Plant.UNIT, pay).state()).isEqualTo(AwardState.PAID);
        assertThat(plant.reporting
                        .awards()
                        .find(Plant.UNIT, award.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(AwardState.PAYABLE);
        Award again = plant.does(Plant.FINANCE, returned, AwardAct.confirmed("v-2"));
        assertThat(refusal(plant, Plant.FINANCE, again, AwardAct.confirmed("v-3")))
                .containsExactly("loop.not-from-here");
        assertThat(booked(plant, again)).containsExactly("RESERVE 1", "COMMIT 1", "PAY 1", "RETURN 1", "PAY 2");
        assertThat(line(plant).paid()).isEqualTo(Money.ofYuan(100));
    }

    @Test
    void paidMoneyIsTakenBackForProvenFraudOnly() {
        Plant plant = plant(ExampleScheme.json());
        Award paid = plant.paid(proposed(plant));
        assertThat(refusal(plant, Plant.PRINCIPAL, paid, AwardAct.because(AwardAction.CLAW_BACK, "ERROR")))
                .containsExactly("award.fraud-only", "award.reference-missing");
        assertThat(refusal(
                        plant, Plant.FINANCE, paid, new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", "裁决 ruling-1")))
                .containsExactly("loop.role-missing");
        Award back =
                plant.does(Plant.PRINCIPAL, paid, new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", "裁决 ruling-1"));
        assertThat(booked(plant, back)).containsExactly("RESERVE 1", "COMMIT 1", "PAY 1", "RETURN 1", "RELEASE 1");
        assertThat(line(plant).used()).isEqualTo(Money.ZERO);
    }

    @Test
    void aHigherGradePaysTheDifferenceAsAnAwardOfItsOwn() {
        Plant plant = plant(ExampleScheme.json());
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        plant.decided(report);
        plant.paid(plant.awards(report).get(0));
        HazardReport suggested = plant.regradedMajor(plant.find(report.id()));
        plant.decided(suggested, Map.of("major", Money.ofYuan(1000)));
        List<Money> amounts = plant.awards(report).stream()
                .map(award -> award.terms().amount())
                .filter(Money::isPositive)
                .toList();
        assertThat(amounts).containsExactlyInAnyOrder(Money.ofYuan(100), Money.ofYuan(900));
        Award supplement = plant.awards(report).stream()
                .filter(award -> award.terms().amount().equals(Money.ofYuan(900)))
                .findFirst()
                .orElseThrow();
        assertThat(supplement.terms().decision()).isEqualTo(2);
        assertThat(supplement.terms().approval()).isEqualTo(Role.PRINCIPAL);
        plant.paid(supplement);
        assertThat(line(plant).paid()).isEqualTo(Money.ofYuan(1000));
    }

    @Test
    void theApprovalIsOwedByTheLevelOfTheDecisionsTotal() {
        Plant plant = plant(ExampleScheme.json());
        assertThat(proposed(plant).obligations()).extracting(Obligation::owner).containsExactly(Role.SAFETY_HEAD);
    }

    @Test
    void theRewardIsOwedFromTheFindingOnAndLateOnesAreListedWithTheirDays() {
        Plant plant = plant(ExampleScheme.json());
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        Obligation decision = report.obligations().stream()
                .filter(o -> o.code().equals("REWARD_DECISION"))
                .findFirst()
                .orElseThrow();
        assertThat(decision.since())
                .isEqualTo(report.history().get(report.history().size() - 1).at());
        Obligations obligations = plant.reporting.obligations();
        plant.clock.set(decision.due().minusMillis(1));
        assertThat(obligations.overdueRewards(Plant.UNIT, plant.clock.instant()))
                .isEmpty();
        plant.clock.set(decision.due().plus(Duration.ofDays(2)));
        assertThat(obligations.overdueRewards(Plant.UNIT, plant.clock.instant()))
                .singleElement()
                .satisfies(owed -> {
                    assertThat(owed.obligation().code()).isEqualTo("REWARD_DECISION");
                    assertThat(owed.daysLate()).isEqualTo(3);
                });
    }

    @Test
    void theBeneficiaryIsKnownByTheAwardItselfAlsoAsReporterOfADuplicate() {
        Plant plant = plant(ExampleScheme.json());
        Award award = proposed(plant);
        HazardReport second = plant.submitted(Submission.of("灭火器没压了"), List.of(Plant.worker("H001", "安全科长")));
        plant.does(
                Plant.RECEIVER,
                second,
                new ReportAct.MarkDuplicate(award.terms().report()));
        assertThat(refusal(plant, Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE)))
                .isEmpty();
        Award his = proposed(plant, Plant.worker("H001", "安全科长"));
        assertThat(refusal(plant, Plant.SAFETY_HEAD, his, AwardAct.of(AwardAction.APPROVE)))
                .containsExactly("award.beneficiary-never-approves");
        Award waived = plant.does(Plant.SAFETY_HEAD, his, AwardAct.of(AwardAction.WAIVE));
        assertThat(waived.history().get(waived.history().size() - 1).actor())
                .isEqualTo(his.terms().pseudonym());
    }

    @Test
    void theBudgetYearIsThatOfTheReportAndLiesInTheAward() {
        Plant plant = plant(ExampleScheme.json());
        plant.clock.set(Instant.parse("2024-12-30T02:00:00Z"));
        HazardReport report = plant.submitted(Submission.of("灭火器失压"));
        plant.clock.set(Instant.parse("2025-01-06T02:00:00Z"));
        HazardReport confirmed = plant.confirmed(report);
        plant.decided(confirmed);
        Award paid = plant.paid(plant.awards(confirmed).get(0));
        assertThat(paid.terms().year()).isEqualTo(2024);
        assertThat(plant.reporting.awards().entries(Plant.UNIT, paid.id()))
                .extracting(Entry::year)
                .containsOnly(2024);
        FundStatement statement = plant.reporting.figures().funds(Plant.UNIT, 2024);
        assertThat(statement.months())
                .extracting(month -> month.month().toString())
                .containsExactly("2025-01");
        assertThat(plant.reporting.figures().funds(Plant.UNIT, 2025).months()).isEmpty();
    }

    @Test
    void theBudgetOfAYearIsThatOfTheVersionInForceInIt() {
        Plant plant = plant(ExampleScheme.json());
        plant.clock.set(Instant.parse("2025-03-01T02:00:00Z"));
        plant.reporting
                .schemes()
                .load(
                        Plant.UNIT,
                        ExampleScheme.json()
                                .replace("\"version\": \"2024-1\"", "\"version\": \"2025-1\"")
                                .replace("20000.00", "50000.00"));
        Figures figures = plant.reporting.figures();
        assertThat(figures.funds(Plant.UNIT, 2024).lines().get(0).budget()).isEqualTo(Money.ofYuan(20_000));
        assertThat(figures.funds(Plant.UNIT, 2025).lines().get(0).budget()).isEqualTo(Money.ofYuan(50_000));
        assertThat(figures.funds(Plant.UNIT, 2026).lines().get(0).budget()).isEqualTo(Money.ofYuan(50_000));
    }

    private static FundStatement.Line line(Plant plant) {
        return plant.reporting.figures().funds(Plant.UNIT, 2024).lines().get(0);
    }

    private static String withRule(String then) {
        return ExampleScheme.json()
                .replace(
                        "{ \"code\": \"praise\"",
                        "{ \"code\": \"more\", \"zh\": \"另奖\", \"en\": \"more\", \"when\": { \"tier\": [\"GENERAL\"] }, \"then\": "
                                + then + " },\n          { \"code\": \"praise\"");
    }

    private static String scoreOnly() {
        return ExampleScheme.json().replace("\"then\": { \"cash\": \"100.00\" }", "\"then\": { \"score\": \"1\" }");
    }

    private static Award component(Plant plant, String component) {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        plant.decided(report);
        return plant.awards(report).stream()
                .filter(award -> award.terms().component().equals(component))
                .findFirst()
                .orElseThrow();
    }
}
