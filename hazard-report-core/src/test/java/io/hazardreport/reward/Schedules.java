package io.hazardreport.reward;

import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import io.hazardreport.worker.EligibilityRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary small schedules and cases. */
final class Schedules {

    static final List<String> EFFECTS = List.of("LOW", "MEDIUM", "HIGH");
    private static final Text NAME = Text.of("规则", "rule");
    private static final Rounding FEN = new Rounding(1, RoundingMode.HALF_UP);

    private Schedules() {}

    static Arbitrary<Amount> amounts() {
        Arbitrary<Long> units = Arbitraries.longs().between(1, 300_000);
        Arbitrary<Amount.Base> base = Arbitraries.oneOf(
                units.map(Amount.Fixed::new),
                Arbitraries.integers().between(1, 999).map(p -> new Amount.Percent(BigDecimal.valueOf(p, 2), "fine")),
                Arbitraries.longs().between(1, 5_000).map(each -> new Amount.PerUnit(each, "deaths")));
        Arbitrary<List<Amount.Uplift>> uplifts = Arbitraries.integers()
                .between(1, 60)
                .map(percent -> new Amount.Uplift(
                        "up", List.of(new FactTest.In("effect", Set.of("HIGH"))), BigDecimal.valueOf(percent)))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(base, units.injectNull(0.6), units.injectNull(0.6), uplifts, rounding())
                .as((b, one, other, up, rounding) -> {
                    boolean both = one != null && other != null;
                    Long floor = both ? Long.valueOf(Math.min(one, other)) : one;
                    Long cap = both ? Long.valueOf(Math.max(one, other)) : other;
                    return new Amount(b, floor, cap, up, false, rounding);
                });
    }

    private static Arbitrary<Rounding> rounding() {
        return Combinators.combine(
                        Arbitraries.of(1L, 10L, 100L),
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.DOWN, RoundingMode.UP))
                .as(Rounding::new);
    }

    private static Arbitrary<List<Component>> components() {
        return Combinators.combine(amounts(), amounts(), Arbitraries.integers().between(0, 5))
                .as((first, second, which) -> switch (which) {
                    case 0 -> List.of(new Component.Points(first));
                    case 1 -> List.of(new Component.Cash(first), new Component.Points(second));
                    case 2 -> List.of(new Component.Score(first), new Component.Honour("STAR", NAME));
                    case 3 -> List.of(new Component.Cash(first), new Component.Cash(second));
                    case 4 -> List.of(new Component.Cash(first), new Component.Collective("TEAM", second));
                    default -> List.of(new Component.Cash(first));
                });
    }

    private record Draft(Combine combine, List<List<Component>> gives, List<Set<String>> when) {}

    /** Groups with rules on the effect; in an exclusive group each has another effect. */
    static Arbitrary<List<Group>> groups() {
        Arbitrary<Draft> draft = Combinators.combine(
                        Arbitraries.of(Combine.class),
                        components().list().ofSize(3),
                        Arbitraries.of(EFFECTS).set().ofMinSize(1).list().ofSize(3))
                .as(Draft::new);
        return draft.list().ofMinSize(1).ofMaxSize(3).map(drafts -> {
            List<Group> groups = new ArrayList<>();
            for (Draft each : drafts) {
                groups.add(group("g" + groups.size(), each));
            }
            return groups;
        });
    }

    private static Group group(String code, Draft draft) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Set<String> when = draft.combine() == Combine.EXCLUSIVE
                    ? Set.of(EFFECTS.get(i))
                    : draft.when().get(i);
            rules.add(new Rule(
                    code + "-" + i,
                    NAME,
                    List.of(new FactTest.In("effect", when)),
                    draft.gives().get(i),
                    null,
                    null,
                    null));
        }
        return new Group(code, draft.combine(), rules, Otherwise.NONE, Role.ADJUDICATOR, null, List.of());
    }

    static Arbitrary<List<Cap>> caps() {
        return Combinators.combine(
                        Arbitraries.of(CapScope.class),
                        Arbitraries.of("CASH", "POINTS", "SCORE", Cap.COUNT),
                        Arbitraries.longs().between(1, 400_000),
                        Arbitraries.of("effect", "employment").injectNull(0.7))
                .as((scope, kind, amount, by) -> new Cap(
                        "cap",
                        scope,
                        kind,
                        kind.equals(Cap.COUNT) ? 1 + amount % 3 : amount,
                        scope.isShared() ? by : null))
                .list()
                .ofMaxSize(3)
                .map(caps -> {
                    List<Cap> named = new ArrayList<>();
                    caps.forEach(
                            c -> named.add(new Cap("cap" + named.size(), c.scope(), c.kind(), c.amount(), c.by())));
                    return named;
                });
    }

    static Arbitrary<Schedule> schedules() {
        return Combinators.combine(
                        groups(),
                        caps(),
                        Arbitraries.of(Sharing.class),
                        Arbitraries.of(Separate.FIRST_ONLY, Separate.EACH_FULL),
                        Arbitraries.of(Remainder.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((groups, caps, sharing, separate, remainder, named, divideScore) -> new Schedule(
                        groups,
                        List.of(),
                        Map.of(),
                        sharing,
                        separate,
                        null,
                        null,
                        named,
                        remainder,
                        divideScore,
                        caps,
                        Optional.of(FEN),
                        Optional.empty(),
                        Optional.empty()));
    }

    static Schedule with(Schedule of, List<Group> groups, List<Cap> caps, Sharing sharing) {
        return new Schedule(
                groups,
                of.together(),
                of.facts(),
                sharing,
                of.separate(),
                of.later(),
                of.laterPoints(),
                of.realNameFirst(),
                of.remainder(),
                of.divideScore(),
                caps,
                of.rounding(),
                of.points(),
                of.taxIncluded());
    }

    static Arbitrary<Map<String, String>> facts() {
        return Combinators.combine(
                        Arbitraries.of(EFFECTS),
                        Arbitraries.longs().between(0, 9_000_000),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of("2024-01-31", "2024-02-01", "2024-04-01", "2025-01-01"))
                .as((effect, fine, deaths, day) -> Map.of(
                        "effect", effect, "fine", fine.toString(), "deaths", deaths.toString(), "submittedOn", day));
    }

    /** One to three people, who signed together or apart; by weights that add up where they signed together. */
    private static Arbitrary<List<Trial.Person>> people() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D").set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of("REGULAR", "DISPATCHED"),
                        Arbitraries.integers().between(0, 10_000))
                .as((ids, together, employment, weight) -> {
                    List<Trial.Person> people = new ArrayList<>();
                    for (String id : ids.stream().sorted().toList()) {
                        int number = people.size();
                        int part = ids.size() == 1 ? 10_000 : number == 0 ? weight : number == 1 ? 10_000 - weight : 0;
                        people.add(new Trial.Person(
                                id,
                                together ? 1 : number + 1,
                                Instant.EPOCH.plusSeconds(number),
                                number != 0,
                                Map.of("employment", number == 1 ? "REGULAR" : employment),
                                Set.of(),
                                part,
                                Map.of(),
                                Map.of(),
                                true,
                                false));
                    }
                    return people;
                });
    }

    static Arbitrary<List<Trial.Case>> cases() {
        return Combinators.combine(facts(), people(), Arbitraries.of("", "", "h1", "h2"), Arbitraries.of(true, false))
                .as((facts, people, hazard, contains) -> new Trial.Case(
                        "",
                        hazard,
                        contains && hazard.equals("h2") ? List.of("h1") : List.of(),
                        facts,
                        people,
                        Map.of(),
                        Map.of(),
                        Map.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    static List<Trial.Result> run(Schedule schedule, List<Trial.Case> cases) {
        return Trial.run(schedule, EligibilityRules.everybody(), cases);
    }
}
