package io.hazardreport.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Money;
import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds of every schedule, over arbitrary small ones. */
class CalculationPropertyTest {

    @Provide
    Arbitrary<Schedule> schedules() {
        return Schedules.schedules();
    }

    @Provide
    Arbitrary<List<Trial.Case>> cases() {
        return Schedules.cases();
    }

    @Provide
    Arbitrary<Sharing> divisions() {
        return Arbitraries.of(Sharing.EQUAL_SPLIT, Sharing.WEIGHTED);
    }

    private static Explanation accepted(Trial.Result result) {
        return result.answer().fold(e -> e, problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    /** What each cap counted, by whom, what and when it counts apart. */
    private static void count(
            Cap cap, String number, Trial.Result result, Map<String, Long> counted, Set<String> hazardsOfPersons) {
        String day = result.of().facts().getOrDefault("submittedOn", "");
        for (Explanation.Grant grant : accepted(result).grants()) {
            String person = grant.ordinal() == 0 ? "" : result.persons().get(grant.ordinal() - 1);
            String by = cap.by();
            boolean named = result.of().reporters().stream().anyMatch(p -> p.id().equals(person));
            if (by != null && grant.ordinal() != 0 && !named) {
                if (!grant.component().equals("HONOUR")) {
                    hazardsOfPersons.add(person + "|" + hazard(result, number));
                }
                continue; // somebody of an earlier case of the hazard, whose facts this one does not tell
            }
            String value = by == null ? "" : fact(result, person, by);
            String period = cap.scope().isShared() ? cap.scope().period(LocalDate.parse(day)) : number;
            String key = period + "|" + value + "|" + (cap.scope().ofPerson() ? person : "");
            if (cap.kind().equals(Cap.COUNT)) {
                boolean once = grant.ordinal() != 0
                        && !grant.component().equals("HONOUR")
                        && hazardsOfPersons.add(person + "|" + (cap.scope().isShared() ? hazard(result, number) : key));
                counted.merge(key, once ? 1L : 0L, Long::sum);
            } else if (cap.kind().equals(grant.component())
                    || (cap.goods().orElse(false) && grant.component().equals("GOODS"))
                    || (cap.kind().equals("CASH")
                            && grant.component().equals("COLLECTIVE")
                            && !cap.scope().ofPerson())) {
                counted.merge(key, grant.units(), Long::sum);
            }
        }
    }

    /** Related hazards count as one award. */
    private static String hazard(Trial.Result result, String number) {
        return result.of().hazard().isEmpty() ? number : "h";
    }

    private static String fact(Trial.Result result, String person, String name) {
        return result.of().reporters().stream()
                .filter(p -> p.id().equals(person) && p.facts().containsKey(name))
                .map(p -> p.facts().getOrDefault(name, ""))
                .findFirst()
                .orElse(result.of().facts().getOrDefault(name, ""));
    }

    @Property(tries = 1500)
    void nothingIsPaidAboveAnyCap(@ForAll("schedules") Schedule schedule, @ForAll("cases") List<Trial.Case> cases) {
        aboveNoCap(schedule, cases);
    }

    /** Goods are given whole or not at all, and with the money stay under a cap that counts them. */
    @Property(tries = 500)
    void goodsThatCountAreNotGivenAboveAnyCapEither(
            @ForAll("schedules") Schedule any,
            @ForAll("cases") List<Trial.Case> cases,
            @ForAll @LongRange(min = 0, max = 300_000) long fen) {
        List<Cap> caps = any.caps().stream()
                .map(cap -> new Cap(
                        cap.code(),
                        cap.scope(),
                        cap.kind(),
                        cap.amount(),
                        cap.by(),
                        cap.kind().equals("CASH") ? Optional.of(true) : Optional.empty()))
                .toList();
        List<Group> groups = any.groups().stream()
                .map(group -> new Group(
                        group.code(),
                        group.combine(),
                        group.rules().stream().map(rule -> withGoods(rule, fen)).toList(),
                        group.otherwise(),
                        group.adjudicator(),
                        group.sharing(),
                        group.monotone()))
                .toList();
        List<Trial.Result> results = aboveNoCap(Schedules.with(any, groups, caps, any.sharing()), cases);
        results.stream()
                .filter(result -> result.problems().isEmpty())
                .flatMap(result -> accepted(result).grants().stream())
                .filter(grant -> grant.component().equals("GOODS"))
                .forEach(grant -> assertThat(grant.units()).isEqualTo(fen));
    }

    private static Rule withGoods(Rule rule, long fen) {
        List<Component> then = new ArrayList<>(rule.then());
        then.add(new Component.Goods("BOX", rule.name(), Money.ofFen(fen)));
        return new Rule(rule.code(), rule.name(), rule.when(), then, null, null, rule.sharing());
    }

    private static List<Trial.Result> aboveNoCap(Schedule schedule, List<Trial.Case> cases) {
        List<Trial.Result> results = Schedules.run(schedule, cases);
        for (Cap cap : schedule.caps()) {
            Map<String, Long> counted = new HashMap<>();
            Set<String> once = new HashSet<>();
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).problems().isEmpty()) {
                    count(cap, "case " + i, results.get(i), counted, once);
                }
            }
            assertThat(counted.values()).as(cap.toString()).allMatch(units -> units <= cap.amount());
        }
        return results;
    }

    @Property(tries = 400)
    void sharesAddUpToTheWholeToTheFen(
            @ForAll("schedules") Schedule any,
            @ForAll("cases") List<Trial.Case> cases,
            @ForAll("divisions") Sharing by) {
        Schedule schedule = Schedules.with(any, any.groups(), List.of(), by);
        for (Trial.Case each : cases) {
            List<Trial.Person> signed = each.reporters().stream()
                    .filter(p -> p.filing() == each.reporters().get(0).filing())
                    .toList();
            Trial.Case together = with(each, signed);
            Trial.Case alone = with(each, signed.subList(0, 1));
            Explanation whole = accepted(Schedules.run(schedule, List.of(alone)).get(0));
            if (signed.stream().mapToInt(Trial.Person::weight).sum() == 10_000 || by == Sharing.EQUAL_SPLIT) {
                Explanation parts =
                        accepted(Schedules.run(schedule, List.of(together)).get(0));
                for (String component : List.of("CASH", "POINTS", "COLLECTIVE")) {
                    assertThat(sum(parts, component)).as(component).isEqualTo(sum(whole, component));
                }
                assertThat(parts.total()).isEqualTo(whole.total());
            }
        }
    }

    private static Trial.Case with(Trial.Case each, List<Trial.Person> people) {
        return new Trial.Case("", "", List.of(), each.facts(), people, Map.of(), Map.of(), Map.of());
    }

    private static long sum(Explanation explanation, String component) {
        return explanation.grants().stream()
                .filter(g -> g.component().equals(component))
                .mapToLong(Explanation.Grant::units)
                .sum();
    }

    @Property(tries = 400)
    void theOrderOfUnrelatedRulesDoesNotMatter(
            @ForAll("schedules") Schedule any, @ForAll("cases") List<Trial.Case> cases, @ForAll long seed) {
        Random random = new Random(seed);
        List<Cap> caps =
                any.caps().stream().filter(cap -> cap.scope().ofPerson()).toList();
        List<Group> shuffled = new ArrayList<>();
        for (Group group : any.groups()) {
            List<Rule> rules = new ArrayList<>(group.rules());
            if (group.combine() != Combine.BEST) {
                Collections.shuffle(rules, random);
            }
            shuffled.add(new Group(
                    group.code(),
                    group.combine(),
                    rules,
                    group.otherwise(),
                    group.adjudicator(),
                    group.sharing(),
                    group.monotone()));
        }
        Collections.shuffle(shuffled, random);
        List<Trial.Result> before = Schedules.run(Schedules.with(any, any.groups(), caps, any.sharing()), cases);
        List<Trial.Result> after = Schedules.run(Schedules.with(any, shuffled, caps, any.sharing()), cases);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(after.get(i).problems()).isEqualTo(before.get(i).problems());
            if (before.get(i).problems().isEmpty()) {
                assertThat(byComponent(accepted(after.get(i)))).isEqualTo(byComponent(accepted(before.get(i))));
            }
        }
    }

    private static Map<String, Long> byComponent(Explanation explanation) {
        Map<String, Long> units = new TreeMap<>();
        explanation.grants().forEach(g -> units.merge(g.ordinal() + g.component() + g.title(), g.units(), Long::sum));
        return units;
    }

    @Property(tries = 400)
    void theSameCaseHasTheSameExplanationAlsoFromItsStoredForm(
            @ForAll("schedules") Schedule schedule, @ForAll("cases") List<Trial.Case> cases) {
        assertThat(Schedules.run(schedule, cases)).isEqualTo(Schedules.run(schedule, cases));
        Calculation calculation = Calculation.by(schedule);
        for (Trial.Case each : cases) {
            Map<Integer, Integer> weights = new HashMap<>();
            List<Beneficiary> reporters = new ArrayList<>();
            for (Trial.Person p : each.reporters()) {
                int ordinal = reporters.size() + 1;
                weights.put(ordinal, p.weight());
                reporters.add(new Beneficiary(
                        ordinal,
                        p.filing(),
                        p.registeredAt(),
                        p.realName(),
                        p.facts(),
                        p.circumstances(),
                        List.of(),
                        Map.of("cap0", 7L)));
            }
            RewardCase theCase = new RewardCase(
                    each.facts(),
                    reporters,
                    Map.of("x", 3L),
                    Map.of("g0", "basis"),
                    Set.of(Role.UNION),
                    weights,
                    Map.of("cap1", 5L),
                    List.of(new Earlier(1, "g0-0", "CASH", "", 100, Earlier.Origin.RELATED)));
            RewardCase read =
                    RewardCase.fromPayload(Payload.parse(theCase.toPayload().toJson()));
            assertThat(read).isEqualTo(theCase);
            assertThat(calculation.of(read)).isEqualTo(calculation.of(theCase));
            assertThat(calculation.of(theCase))
                    .as("made ready for all cases or for this one")
                    .isEqualTo(Calculation.by(schedule).of(theCase));
            calculation
                    .of(read)
                    .fold(
                            explanation -> {
                                Payload stored =
                                        Payload.parse(explanation.toPayload().toJson());
                                assertThat(Explanation.fromPayload(stored)).isEqualTo(explanation);
                                assertThat(ExplanationText.of(explanation, schedule))
                                        .isNotNull();
                                return explanation;
                            },
                            problems -> null);
        }
    }

    /** Rules that climb, under caps of one decision: a bigger hazard never pays less, whoever signed. */
    @Property(tries = 300)
    void aBiggerHazardNeverPaysLessBeforeSharedCaps(
            @ForAll("schedules") Schedule any, @ForAll("cases") List<Trial.Case> cases) {
        List<Group> climbing =
                any.groups().stream().map(CalculationPropertyTest::climbing).toList();
        List<Cap> caps = any.caps().stream()
                .filter(cap -> !cap.scope().isShared() && !cap.kind().equals(Cap.COUNT))
                .toList();
        Schedule schedule = Schedules.with(any, climbing, caps, any.sharing());
        Trial.Case one = cases.get(0);
        List<Long> totals = new ArrayList<>();
        for (String effect : Schedules.EFFECTS) {
            Map<String, String> facts = new HashMap<>(one.facts());
            facts.put("effect", effect);
            Trial.Case at = new Trial.Case("", "", List.of(), facts, one.reporters(), Map.of(), Map.of(), Map.of());
            Trial.Result result = Schedules.run(schedule, List.of(at)).get(0);
            if (!result.problems().isEmpty()) {
                return;
            }
            totals.add(accepted(result).total().fen());
        }
        assertThat(totals).isSorted();
    }

    private static Group climbing(Group group) {
        List<Rule> rules = new ArrayList<>();
        long amount = 0;
        for (int i = 0; i < 3; i++) {
            Rule rule = group.rules().get(i);
            amount += 1 + (long) rule.then().hashCode() % 1000 + 1000;
            rules.add(new Rule(
                    rule.code(),
                    rule.name(),
                    List.of(new FactTest.In("effect", Set.of(Schedules.EFFECTS.get(i)))),
                    List.of(new Component.Cash(
                            new Amount(new Amount.Fixed(amount), null, null, List.of(), false, null))),
                    null,
                    null,
                    null));
        }
        return new Group(
                group.code(), group.combine(), rules, group.otherwise(), group.adjudicator(), null, List.of("effect"));
    }
}
