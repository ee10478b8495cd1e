package io.hazardreport;

import static io.hazardreport.Written.confirmed;
import static io.hazardreport.Written.decide;
import static io.hazardreport.Written.deciding;
import static io.hazardreport.Written.group;
import static io.hazardreport.Written.rule;
import static io.hazardreport.Written.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Money;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Circumstance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A schedule run against what really was decided. */
class WhatIfTest {

    private static final String RULE = schedule(
            ",'caps':[{'code':'pm','per':'PER_PERSON_MONTH','amount':'1100'},"
                    + "{'code':'pool','per':'PER_UNIT_MONTH','amount':'2500'}],'sharing':'EQUAL_SPLIT'",
            group(
                    "EXCLUSIVE",
                    "",
                    rule(
                            "loss",
                            "{'tier':['GENERAL','CONSIDERABLE'],'potentialLoss':{'from':'0'}}",
                            "{'cash':{'from':'1','to':'500','adjudicator':'ADJUDICATOR'}}"),
                    rule("major", "{'tier':['MAJOR']}", "{'cash':'1000'}")));

    private static Money total(List<Trial.Result> results) {
        return results.stream()
                .map(result -> result.answer().fold(e -> e.total(), problems -> Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }

    @Test
    void theSameRuleComesToExactlyWhatWasDecided() {
        Plant plant = Written.plant(RULE);
        Money real = Money.ZERO;
        HazardReport regraded = null;
        for (int i = 0; i < 7; i++) {
            HazardReport report = i == 3
                    ? confirmed(plant, Plant.worker("W100", "王"), Plant.worker("W200", "赵"))
                    : confirmed(plant, Plant.worker("W100", "王"));
            DecideCommand command = deciding(plant, report)
                    .withFacts(Map.of("potentialLoss", "1000"))
                    .adjudicating(Map.of("loss", Money.parse("333.33")));
            Set<Circumstance> found = i == 1 ? Set.of(Circumstance.SELF_MADE) : Set.of();
            real = real.plus(decide(plant, command.finding(Map.of(1, found)))
                    .explanation()
                    .total());
            regraded = i == 0 ? report : regraded;
        }
        HazardReport first = Objects.requireNonNull(regraded);
        plant.regradedMajor(plant.find(first.id()));
        real = real.plus(decide(plant, deciding(plant, first)).explanation().total());

        Scheme scheme = plant.reporting.schemes().versions(Plant.UNIT).get(0);
        List<Trial.Result> results = Trial.run(
                scheme.schedule(),
                scheme.eligibility(),
                plant.reporting.awards().cases(Plant.UNIT));
        assertThat(results).allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(total(results)).isEqualTo(real);
        Set<String> people = new TreeSet<>();
        results.forEach(result -> people.addAll(result.persons()));
        assertThat(people).hasSize(2);
    }

    @Test
    void whatIsNotDecidedYetComesAfterWhatIs() {
        Plant plant = Written.plant(RULE);
        confirmed(plant, Plant.worker("W100", "王"));
        HazardReport decided = confirmed(plant, Plant.worker("W100", "王"));
        decide(
                plant,
                deciding(plant, decided)
                        .withFacts(Map.of("potentialLoss", "1000"))
                        .adjudicating(Map.of("loss", Money.ofYuan(5))));
        List<Trial.Case> cases = plant.reporting.awards().cases(Plant.UNIT);
        assertThat(cases).hasSize(2);
        assertThat(cases.get(0).chosen()).containsExactly(Map.entry("loss", 500L));
        assertThat(cases.get(1).chosen()).isEmpty();
        assertThat(cases.get(0).reporters().get(0).id())
                .isEqualTo(cases.get(1).reporters().get(0).id());
    }
}
