package io.hazardreport;

import static io.hazardreport.Written.confirmed;
import static io.hazardreport.Written.decide;
import static io.hazardreport.Written.deciding;
import static io.hazardreport.Written.group;
import static io.hazardreport.Written.plant;
import static io.hazardreport.Written.rule;
import static io.hazardreport.Written.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Money;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.Explanation;
import io.hazardreport.worker.Circumstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decisions on stored reports: what they count, deduct, share and keep. */
class DecidingTest {

    private static final String BASE_AND_BONUS = schedule(
            "",
            group(
                    "SUM",
                    "",
                    rule("base", "{}", "{'cash':'200'}"),
                    rule("bonus", "{'evidenceQuality':['FULL']}", "{'cash':'300'}")));

    private static final String RANGE = schedule(
            "",
            group("EXCLUSIVE", "", rule("a", "{}", "{'cash':{'from':'50','to':'10000','adjudicator':'ADJUDICATOR'}}")));

    private static Declaration worker(int number) {
        return Plant.worker("W10" + number, "王" + number);
    }

    private static long[] given(Plant plant, HazardReport report, String component) {
        return plant.awards(report).stream()
                .filter(award -> award.terms().component().equals(component))
                .mapToLong(award -> award.terms().units())
                .toArray();
    }

    @Test
    void aCapByAFactFoundAtTheDecisionCountsEachValueApart() {
        Plant plant = plant(schedule(
                ",'facts':{'dept':{'type':'set','zh':'车间','en':'dept','values':['W1','W2']}},"
                        + "'caps':[{'code':'pool','per':'PER_UNIT_MONTH','amount':'1000','by':'dept'},"
                        + "{'code':'own','per':'PER_PERSON_MONTH','amount':'900','by':'ownDuty'}]",
                group("EXCLUSIVE", "", rule("a", "{}", "{'cash':'800'}"))));
        List<String> departments = List.of("W1", "W2", "W1");
        List<Money> totals = departments.stream()
                .map(dept -> decide(
                                plant,
                                deciding(plant, confirmed(plant, worker(departments.indexOf(dept))))
                                        .withFacts(Map.of("dept", dept)))
                        .explanation()
                        .total())
                .toList();
        assertThat(totals).containsExactly(Money.parse("800.00"), Money.parse("800.00"), Money.parse("100.00"));
    }

    @Test
    void aBonusThatFallsDueLaterIsPaidInFullBesideTheBase() {
        Plant plant = plant(BASE_AND_BONUS);
        HazardReport report = confirmed(plant, worker(0));
        decide(plant, deciding(plant, report));
        RewardDecision second = decide(plant, deciding(plant, report).withFacts(Map.of("evidenceQuality", "FULL")));
        assertThat(second.explanation().total()).isEqualTo(Money.ofYuan(300));
        assertThat(given(plant, report, "CASH")).containsExactlyInAnyOrder(20_000, 30_000);
    }

    @Test
    void aGreaterAmountOfTheSameRuleAddsTheDifferenceAsAFurtherAward() {
        Plant plant = plant(RANGE);
        HazardReport report = confirmed(plant, worker(0));
        decide(plant, deciding(plant, report).adjudicating(Map.of("a", Money.ofYuan(100))));
        decide(plant, deciding(plant, report).adjudicating(Map.of("a", Money.ofYuan(500))));
        assertThat(plant.awards(report))
                .extracting(
                        award -> award.terms().amount(), award -> award.terms().generation())
                .containsExactlyInAnyOrder(tuple(Money.ofYuan(100), 1), tuple(Money.ofYuan(400), 2));
        assertThatThrownBy(() -> decide(plant, deciding(plant, report).adjudicating(Map.of("a", Money.ofYuan(500)))))
                .hasMessageContaining("award.nothing-decided");
    }

    @Test
    void whatWasWaivedIsNotGivenAgainByTheSameRule() {
        Plant plant = plant(BASE_AND_BONUS);
        HazardReport report = confirmed(plant, worker(0));
        decide(plant, deciding(plant, report));
        plant.does(Actor.person("W100"), plant.awards(report).get(0), AwardAct.of(AwardAction.WAIVE));
        RewardDecision second = decide(plant, deciding(plant, report).withFacts(Map.of("evidenceQuality", "FULL")));
        assertThat(second.explanation().grants())
                .extracting(Explanation.Grant::rule)
                .containsExactly("bonus");
    }

    @Test
    void pointsAndTheCollectivesPartAreDifferencedAfterARegradeToo() {
        Plant plant = plant(schedule(
                "",
                group(
                        "EXCLUSIVE",
                        "",
                        rule(
                                "small",
                                "{'tier':['GENERAL','CONSIDERABLE']}",
                                "{'cash':'200','points':'10','collective':{'to':'TEAM','cash':'500'}}"),
                        rule(
                                "big",
                                "{'tier':['MAJOR']}",
                                "{'cash':'1000','points':'50','collective':{'to':'TEAM','cash':'2000'}}"))));
        HazardReport report = confirmed(plant, worker(0));
        decide(plant, deciding(plant, report));
        plant.regradedMajor(plant.find(report.id()));
        decide(plant, deciding(plant, report));
        assertThat(given(plant, report, "CASH")).containsExactlyInAnyOrder(20_000, 80_000);
        assertThat(given(plant, report, "POINTS")).containsExactlyInAnyOrder(10, 40);
        assertThat(given(plant, report, "COLLECTIVE")).containsExactlyInAnyOrder(50_000, 150_000);
    }

    /** The first anonymous, a day later somebody with his name. */
    private static HazardReport reportedTwice(Plant plant) {
        HazardReport first =
                plant.submitted(Submission.of("护栏缺失").withItem("E99"), List.of(Declaration.anonymous(Plant.OPERATIVE)));
        plant.clock.pass(Duration.ofDays(1));
        HazardReport second = plant.submitted(Submission.of("护栏没有了").withItem("E99"), List.of(worker(2)));
        plant.does(Plant.RECEIVER, second, new ReportAct.MarkDuplicate(first.id()));
        return plant.confirmed(plant.find(first.id()));
    }

    private static Plant separately(String more) {
        return plant(schedule(more, group("EXCLUSIVE", "", rule("a", "{}", "{'cash':'200'}"))));
    }

    @Test
    void eachWhoReportedApartHasTheFullAmountWhereTheRuleSaysSo() {
        Plant plant = separately(",'separate':'EACH_FULL'");
        HazardReport first = reportedTwice(plant);
        decide(plant, deciding(plant, first));
        assertThat(given(plant, first, "CASH")).containsExactly(20_000, 20_000);
    }

    @Test
    void aRealNameComesBeforeAnEarlierReportWithoutOne() {
        Plant plant = separately(",'realNameFirst':true");
        HazardReport first = reportedTwice(plant);
        RewardDecision decision = decide(plant, deciding(plant, first));
        assertThat(decision.explanation().units(2, "CASH")).isEqualTo(20_000);
        assertThat(decision.explanation().shut())
                .extracting(Explanation.Shut::ordinal, Explanation.Shut::code)
                .containsExactly(tuple(1, "NAMED_FIRST"));
    }

    @Test
    void whoCameLaterIsRefusedByCodeOrGivenAnAmountOfItsOwn() {
        Plant plain = separately("");
        HazardReport first = reportedTwice(plain);
        decide(plain, deciding(plain, first));
        assertThat(plain.awards(first))
                .extracting(
                        award -> award.terms().ordinal(), award -> award.terms().rule())
                .containsExactlyInAnyOrder(tuple(1, "a"), tuple(2, "NOT_FIRST"));

        Plant kind = separately(",'separate':'FIRST_THEN_DISCRETIONARY',"
                + "'later':{'cash':{'atMost':'50','adjudicator':'ADJUDICATOR'},"
                + "'points':{'atMost':5,'adjudicator':'ADJUDICATOR'}},'points':{'per':1,'money':'1'}");
        HazardReport other = reportedTwice(kind);
        decide(
                kind,
                deciding(kind, other)
                        .adjudicating(Map.of("later.2", Money.ofYuan(50)))
                        .scoring(Map.of("later.2.POINTS", 3L)));
        assertThat(kind.awards(other))
                .extracting(
                        award -> award.terms().ordinal(),
                        award -> award.terms().component(),
                        award -> award.terms().units())
                .containsExactlyInAnyOrder(tuple(1, "CASH", 20_000L), tuple(2, "CASH", 5_000L), tuple(2, "POINTS", 3L));
    }

    @Test
    void theReporterOfTheDuplicateSeesHisAwardAndConfirmsIt() {
        Plant plant = separately(",'separate':'EACH_FULL'");
        HazardReport first = reportedTwice(plant);
        decide(plant, deciding(plant, first));
        var his = plant.awards(first).stream()
                .filter(award -> award.terms().ordinal() == 2)
                .findFirst()
                .orElseThrow();
        Claimant claimant =
                plant.reporting.awards().claimants(Plant.UNIT, first.id()).get(1);
        assertThat(his.terms().pseudonym()).isEqualTo(claimant.reporter().pseudonym());
        assertThat(plant.reporting.timelines().of(Plant.UNIT, claimant.report(), Actor.person("W102")))
                .anySatisfy(line -> assertThat(line.text().zh()).contains("200.00"));
        assertThat(plant.does(Actor.person("W102"), his, AwardAct.of(AwardAction.WAIVE))
                        .state()
                        .name())
                .isEqualTo("WAIVED");
    }

    @Test
    void whoReportedTheSameHazardTwiceIsOneClaimant() {
        Plant plant = separately(",'separate':'EACH_FULL'");
        HazardReport first = plant.submitted(Submission.of("护栏缺失").withItem("E99"), List.of(worker(2)));
        HazardReport second = plant.submitted(Submission.of("护栏还是缺失").withItem("E99"), List.of(worker(2)));
        plant.does(Plant.RECEIVER, second, new ReportAct.MarkDuplicate(first.id()));
        decide(plant, deciding(plant, plant.confirmed(plant.find(first.id()))));
        assertThat(given(plant, first, "CASH")).containsExactly(20_000);
    }

    @Test
    void theReporterOfADuplicateNeverDecides() {
        Plant plant = separately("");
        HazardReport first = reportedTwice(plant);
        DecideCommand plain = deciding(plant, first);
        assertThatThrownBy(() -> decide(
                        plant,
                        DecideCommand.plain(
                                first.id(),
                                plain.expectedVersion(),
                                plant.newRequest(),
                                Actor.person("W102", Role.ADJUDICATOR))))
                .isInstanceOf(ActionRefusedException.class);
    }

    @Test
    void whatTheRuleLeavesOpenIsDecidedByHandWithItsBasis() {
        Plant plant = plant(schedule(
                "",
                group(
                        "EXCLUSIVE",
                        ",'otherwise':'MANUAL','adjudicator':'UNION'",
                        rule("a", "{'potentialLoss':{'below':'2000000'}}", "{'cash':'200'}"))));
        HazardReport report = confirmed(plant, worker(0));
        Map<String, String> facts = Map.of("potentialLoss", "3000000");
        assertThatThrownBy(() -> decide(plant, deciding(plant, report).withFacts(facts)))
                .hasMessageContaining("reward.manual-amount-missing")
                .hasMessageContaining("UNION");
        assertThat(plant.find(report.id()).obligations())
                .anySatisfy(duty -> assertThat(duty.code()).isEqualTo("REWARD_DECISION"));
        Map<String, Money> amount = Map.of("g", Money.ofYuan(5000));
        Map<String, String> basis = Map.of("g", "工会纪要〔2024〕3号");
        assertThatThrownBy(() -> decide(
                        plant,
                        deciding(plant, report)
                                .withFacts(facts)
                                .adjudicating(amount)
                                .restingOn(basis)))
                .hasMessageContaining("reward.adjudicator-role");
        DecideCommand byUnion = deciding(plant, report);
        DecideCommand command = DecideCommand.plain(
                        byUnion.reportId(),
                        byUnion.expectedVersion(),
                        byUnion.requestId(),
                        Actor.person("U001", Role.ADJUDICATOR, Role.UNION))
                .withFacts(facts)
                .adjudicating(amount);
        assertThatThrownBy(() -> decide(plant, command)).hasMessageContaining("reward.basis-missing");
        RewardDecision decision = decide(plant, command.restingOn(basis));
        assertThat(decision.explanation().total()).isEqualTo(Money.ofYuan(5000));
        assertThat(decision.theCase().bases()).isEqualTo(basis);
    }

    @Test
    void byHandNothingMayBeGivenToo() {
        Plant plant = plant(schedule(
                "",
                group(
                        "EXCLUSIVE",
                        ",'otherwise':'MANUAL'",
                        rule("a", "{'potentialLoss':{'below':'2000000'}}", "{'cash':'200'}"))));
        HazardReport report = confirmed(plant, worker(0));
        decide(
                plant,
                deciding(plant, report)
                        .withFacts(Map.of("potentialLoss", "3000000"))
                        .adjudicating(Map.of("g", Money.ZERO))
                        .restingOn(Map.of("g", "安委会纪要")));
        assertThat(plant.awards(report))
                .extracting(award -> award.terms().rule())
                .containsExactly("BY_HAND");
    }

    @Test
    void anAmountIsChosenInTheRoleTheRuleNames() {
        Plant plant = plant(schedule(
                "", group("EXCLUSIVE", "", rule("a", "{}", "{'cash':{'atLeast':'3000','adjudicator':'UNION'}}"))));
        HazardReport report = confirmed(plant, worker(0));
        assertThatThrownBy(() -> decide(plant, deciding(plant, report).adjudicating(Map.of("a", Money.ofYuan(9000)))))
                .hasMessageContaining("reward.adjudicator-role");
    }

    @Test
    void aFactNobodyFoundIsAskedForAndNotTakenAsNothing() {
        Plant plant = plant(schedule(
                "",
                group(
                        "EXCLUSIVE",
                        "",
                        rule("low", "{'effect':['LOW']}", "{'cash':'10'}"),
                        rule("high", "{'effect':['MEDIUM','HIGH']}", "{'cash':'20'}"))));
        HazardReport report = confirmed(plant, worker(0));
        assertThatThrownBy(() -> decide(plant, deciding(plant, report)))
                .hasMessageContaining("reward.fact-missing")
                .hasMessageContaining("facts.effect")
                .hasMessageContaining("HIGH | MEDIUM / LOW");
        RewardDecision found =
                decide(plant, deciding(plant, report).withReporterFacts(Map.of(1, Map.of("effect", "HIGH"))));
        assertThat(found.explanation().total()).isEqualTo(Money.ofYuan(20));
    }

    @Test
    void aFactThatACapCountsApartIsAskedForAndNotTakenAsOneValue() {
        Plant plant = plant(schedule(
                ",'caps':[{'code':'same','per':'PER_PERSON_MONTH','amount':'15','by':'effect'}]",
                group("EXCLUSIVE", "", rule("a", "{}", "{'cash':'10'}"))));
        HazardReport report = confirmed(plant, worker(0));
        assertThatThrownBy(() -> decide(plant, deciding(plant, report)))
                .hasMessageContaining("reward.cap-fact-missing")
                .hasMessageContaining("facts.effect")
                .hasMessageContaining("same");
        RewardDecision found =
                decide(plant, deciding(plant, report).withReporterFacts(Map.of(1, Map.of("effect", "HIGH"))));
        assertThat(found.explanation().total()).isEqualTo(Money.ofYuan(10));
    }

    @Test
    void goodsCountForWhoApproves() {
        Plant plant = plant(schedule(
                "",
                group(
                        "EXCLUSIVE",
                        "",
                        rule("a", "{}", "{'goods':{'code':'CAR','zh':'车','en':'car','value':'200000'}}"))));
        RewardDecision decision = decide(plant, deciding(plant, confirmed(plant, worker(0))));
        assertThat(decision.explanation().total()).isEqualTo(Money.ofYuan(200_000));
        assertThat(decision.approval()).isEqualTo(Role.PRINCIPAL);
    }

    @Test
    void aDecisionIsMadeAgainFromWhatWasStoredOfIt() {
        Plant plant = plant(BASE_AND_BONUS);
        HazardReport report = confirmed(plant, worker(0));
        decide(plant, deciding(plant, report).finding(Map.of(1, Set.of(Circumstance.OWN_DUTY))));
        decide(plant, deciding(plant, report).withFacts(Map.of("evidenceQuality", "FULL")));
        Awards awards = plant.reporting.awards();
        List<RewardDecision> decisions = awards.decisions(Plant.UNIT, report.id());
        assertThat(decisions).hasSize(2);
        for (RewardDecision decision : decisions) {
            assertThat(awards.recalculated(Plant.UNIT, report.id(), decision.number()))
                    .isEqualTo(decision.explanation());
        }
        assertThat(decisions.get(0).theCase().reporters().get(0).circumstances())
                .containsExactly(Circumstance.OWN_DUTY);
        assertThat(decisions.get(1).theCase().earlier()).hasSize(1);
    }

    @Test
    void aCapOnHowOftenIsGivenBackWithTheAwardThatCounted() {
        Plant plant = plant(schedule(
                ",'caps':[{'code':'once','per':'PER_PERSON_QUARTER','count':1}],'points':{'per':1,'money':'1'}",
                group("EXCLUSIVE", "", rule("a", "{}", "{'cash':'200','points':'5'}"))));
        HazardReport first = confirmed(plant, worker(0));
        decide(plant, deciding(plant, first));
        HazardReport second = confirmed(plant, worker(0));
        assertThat(decide(plant, deciding(plant, second)).explanation().shut())
                .extracting(Explanation.Shut::code, Explanation.Shut::source)
                .containsExactly(tuple("CAP_REACHED", "once"));
        plant.awards(first).stream()
                .filter(award -> !award.terms().counted().isEmpty())
                .forEach(award -> plant.does(Actor.person("W100"), award, AwardAct.of(AwardAction.WAIVE)));
        assertThat(decide(plant, deciding(plant, confirmed(plant, worker(0))))
                        .explanation()
                        .total())
                .isEqualTo(Money.ofYuan(200));
    }
}
