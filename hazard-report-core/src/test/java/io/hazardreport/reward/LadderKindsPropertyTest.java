package io.hazardreport.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.FactType.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A ladder whose steps are of different kinds is inverted just where trying every case finds a bigger hazard given less. */
class LadderKindsPropertyTest {

    private static final List<String> SIZES = List.of("SMALL", "MIDDLE", "BIG");
    private static final int LOSS = 9;
    private static final int DEAD = 3;
    private static final Map<String, FactType> TYPES = Map.of(
            "size", new FactType.OneOf("size", SIZES, true),
            "loss", new FactType.Quantity("loss", 0, (long) LOSS, Measure.MONEY, false),
            "dead", new FactType.Quantity("dead", 1, (long) DEAD, Measure.NUMBER, false));

    @Provide
    Arbitrary<List<Amount>> ladders() {
        return amounts().list().ofSize(SIZES.size());
    }

    private static Arbitrary<Amount> amounts() {
        Arbitrary<Long> floors = Arbitraries.longs().between(1, 12).injectNull(0.5);
        Arbitrary<Long> more = Arbitraries.longs().between(0, 12).injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.of("fixed", "percent", "each", "chosen"),
                        Arbitraries.longs().between(1, 12),
                        floors,
                        more)
                .as(LadderKindsPropertyTest::amount);
    }

    private static Amount amount(String kind, long number, @Nullable Long floor, @Nullable Long more) {
        Long cap = more == null ? null : (Long) ((floor == null ? 1 : floor) + more);
        return switch (kind) {
            case "fixed" -> Amount.fixed(number);
            case "chosen" ->
                new Amount(
                        new Amount.Chosen(number, number + (more == null ? 0 : more), Role.ADJUDICATOR),
                        null,
                        null,
                        List.of(),
                        false,
                        null);
            case "percent" ->
                new Amount(
                        new Amount.Percent(BigDecimal.valueOf(100 * (1 + number % 3)), "loss"),
                        floor,
                        cap,
                        List.of(),
                        false,
                        null);
            default -> new Amount(new Amount.PerUnit(1 + number % 5, "dead"), floor, cap, List.of(), false, null);
        };
    }

    private static Schedule schedule(List<Amount> amounts) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            List<FactTest> when = List.of(new FactTest.In("size", Set.of(SIZES.get(i))));
            List<Component> then = List.of(new Component.Cash(amounts.get(i)));
            rules.add(new Rule("r" + i, Text.of("规则", "rule"), when, then, null, null, null));
        }
        Group group = new Group("g", Combine.EXCLUSIVE, rules, null, Role.ADJUDICATOR, null, List.of());
        return new Schedule(
                List.of(group),
                List.of(),
                Map.of(),
                Sharing.FIRST_ONLY,
                Separate.FIRST_ONLY,
                null,
                null,
                false,
                Remainder.ONE_FEN_EACH,
                false,
                List.of(),
                Optional.of(new Rounding(1, RoundingMode.DOWN)),
                Optional.empty(),
                Optional.empty());
    }

    private static long cash(Schedule schedule, Map<String, String> facts, boolean most) {
        Map<String, Long> chosen = new HashMap<>();
        for (Rule rule : schedule.groups().get(0).rules()) {
            rule.then().get(0).quantity().map(Amount::base).ifPresent(base -> {
                if (base instanceof Amount.Chosen range) {
                    chosen.put(rule.code(), most ? range.max() : range.min());
                }
            });
        }
        return Calculation.by(schedule)
                .of(new RewardCase(
                        facts, List.of(Beneficiary.alone()), chosen, Map.of(), Set.of(), Map.of(), Map.of(), List.of()))
                .fold(explanation -> explanation.units(1, "CASH"), problems -> {
                    throw new AssertionError(problems + " of " + facts);
                });
    }

    /** The steps up that give less in some case, each as the numbers of its two rules. */
    private static Set<List<Integer>> inverted(Schedule schedule) {
        Set<List<Integer>> inverted = new HashSet<>();
        for (int loss = 0; loss <= LOSS; loss++) {
            for (int dead = 1; dead <= DEAD; dead++) {
                for (boolean most : new boolean[] {false, true}) {
                    Map<String, String> facts =
                            new HashMap<>(Map.of("loss", Integer.toString(loss), "dead", Integer.toString(dead)));
                    List<Long> given = new ArrayList<>();
                    for (String size : SIZES) {
                        facts.put("size", size);
                        given.add(cash(schedule, facts, most));
                    }
                    for (int small = 0; small < given.size(); small++) {
                        for (int big = small + 1; big < given.size(); big++) {
                            if (given.get(big) < given.get(small)) {
                                inverted.add(List.of(small, big));
                            }
                        }
                    }
                }
            }
        }
        return inverted;
    }

    private static Map<String, String> example(String told) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : told.split(", ")) {
            given.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, String> facts = Facts.canonical(given, TYPES, "example", problems);
        assertThat(problems).isEmpty();
        return facts;
    }

    @Property(tries = 600)
    void everyInvertedStepIsToldAndEveryExampleBearsOut(@ForAll("ladders") List<Amount> amounts) {
        Schedule schedule = schedule(amounts);
        List<Finding> told = ScheduleCheck.check(schedule, TYPES).stream()
                .filter(finding -> finding.problem().code().equals("reward.inverted-ladder"))
                .toList();
        Set<List<Integer>> found = new HashSet<>();
        for (Finding finding : told) {
            Map<String, String> bigger = example(finding.problem().value());
            String allowed = finding.problem().allowed();
            Map<String, String> smaller = new LinkedHashMap<>(bigger);
            smaller.putAll(example(allowed.substring(allowed.indexOf('(') + 1, allowed.length() - 1)));
            assertThat(cash(schedule, bigger, false) < cash(schedule, smaller, false)
                            || cash(schedule, bigger, true) < cash(schedule, smaller, true))
                    .as(finding.toString())
                    .isTrue();
            found.add(List.of(SIZES.indexOf(smaller.get("size")), SIZES.indexOf(bigger.get("size"))));
        }
        assertThat(found).isEqualTo(inverted(schedule));
        assertThat(ScheduleCheck.check(schedule, TYPES))
                .extracting(finding -> finding.problem().code())
                .doesNotContain("reward.not-proven");
    }

    /** What depends on the case is a thing to look at; what is so in every case is a fault. */
    @Property(tries = 200)
    void whatIsInvertedWhateverTheCaseIsAnError(@ForAll("ladders") List<Amount> amounts) {
        Schedule schedule = schedule(amounts);
        for (Finding finding : ScheduleCheck.check(schedule, TYPES)) {
            if (finding.problem().code().equals("reward.inverted-ladder") && finding.severity() == Severity.WARNING) {
                Map<String, String> bigger = example(finding.problem().value());
                String allowed = finding.problem().allowed();
                String step = allowed.substring(allowed.indexOf('(') + 1, allowed.length() - 1);
                assertThat(someCaseIsInOrder(schedule, bigger, example(step))).isTrue();
            }
        }
    }

    private static boolean someCaseIsInOrder(Schedule schedule, Map<String, String> bigger, Map<String, String> step) {
        for (int loss = 0; loss <= LOSS; loss++) {
            for (int dead = 1; dead <= DEAD; dead++) {
                Map<String, String> big = new HashMap<>(bigger);
                big.putAll(Map.of("loss", Integer.toString(loss), "dead", Integer.toString(dead)));
                Map<String, String> small = new HashMap<>(big);
                small.putAll(step);
                if (cash(schedule, big, false) >= cash(schedule, small, false)
                        && cash(schedule, big, true) >= cash(schedule, small, true)) {
                    return true;
                }
            }
        }
        return false;
    }
}
