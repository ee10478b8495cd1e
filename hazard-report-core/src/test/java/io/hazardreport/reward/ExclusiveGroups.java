package io.hazardreport.reward;

import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.FactType.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Arbitrary exclusive groups over one to six facts so small that every case of theirs can be tried. */
final class ExclusiveGroups {

    private static final Text NAME = Text.of("规则", "rule");
    private static final long FIRST_DAY = LocalDate.parse("2024-02-28").toEpochDay();

    /** @param values every value that can make a difference, from small to big, canonical */
    record Fact(FactType type, List<String> values) {

        String name() {
            return type.name();
        }
    }

    /**
     * A group and what each rule of it accepts.
     *
     * @param boxes by rule: of each fact, the numbers of the values it accepts
     */
    record Sample(List<Fact> facts, List<List<Set<Integer>>> boxes, Group group) {

        Schedule schedule() {
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
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Map<String, FactType> types() {
            Map<String, FactType> types = new LinkedHashMap<>();
            facts.forEach(fact -> types.put(fact.name(), fact.type()));
            return types;
        }

        /** Every case there is: of each fact, the number of its value. */
        List<int[]> cases() {
            List<int[]> cases = new ArrayList<>();
            int[] each = new int[facts.size()];
            int at;
            do {
                cases.add(each.clone());
                at = each.length - 1;
                while (at >= 0 && ++each[at] == facts.get(at).values().size()) {
                    each[at--] = 0;
                }
            } while (at >= 0);
            return cases;
        }

        /** The rules that accept this case, in their order. */
        List<Integer> accepting(int[] each) {
            List<Integer> accepting = new ArrayList<>();
            for (int r = 0; r < boxes.size(); r++) {
                boolean all = true;
                for (int f = 0; f < each.length; f++) {
                    all &= boxes.get(r).get(f).contains(each[f]);
                }
                if (all) {
                    accepting.add(r);
                }
            }
            return accepting;
        }

        Map<String, String> facts(int[] each) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int f = 0; f < each.length; f++) {
                values.put(facts.get(f).name(), facts.get(f).values().get(each[f]));
            }
            return values;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("otherwise " + group.otherwise());
            group.rules()
                    .forEach(rule ->
                            text.append('\n').append(rule.when()).append(' ').append(rule.then()));
            return text.toString();
        }
    }

    private ExclusiveGroups() {}

    /** One of each kind of fact; those that go from small to big say so. */
    private static List<Fact> facts(boolean ladders) {
        return List.of(
                new Fact(new FactType.OneOf("place", List.of("A", "B", "C"), ladders), List.of("A", "B", "C")),
                new Fact(FactType.OneOf.flag("night"), List.of("false", "true")),
                new Fact(new FactType.Quantity("heat", -2, 1L, Measure.NUMBER, ladders), List.of("-2", "-1", "0", "1")),
                new Fact(new FactType.Quantity("loss", 0, null, Measure.MONEY, ladders), List.of("0", "1", "2", "3")),
                new Fact(
                        new FactType.Quantity("submittedOn", FIRST_DAY, FIRST_DAY + 2, Measure.DAY, false),
                        List.of("2024-02-28", "2024-02-29", "2024-03-01")),
                new Fact(new FactType.OneOf("kind", List.of("X", "Y"), false), List.of("X", "Y")));
    }

    /** Rules that accept anything they like. */
    static Arbitrary<Sample> loose() {
        Arbitrary<List<List<Integer>>> genes = Arbitraries.integers()
                .between(0, 15)
                .list()
                .ofSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(
                        genes, Arbitraries.integers().between(1, 6), otherwise(), Arbitraries.of(false, true))
                .as((rules, many, otherwise, byNot) -> {
                    List<Fact> facts = facts(false).subList(0, many);
                    List<List<Set<Integer>>> boxes = new ArrayList<>();
                    for (List<Integer> rule : rules) {
                        List<Set<Integer>> box = new ArrayList<>();
                        for (int f = 0; f < many; f++) {
                            box.add(accepted(facts.get(f), rule.get(f)));
                        }
                        boxes.add(box);
                    }
                    return sample(facts, boxes, otherwise, byNot, List.of());
                });
    }

    /** Rules cut out of everything, so that each case has exactly one, but for one that may be taken out or widened. */
    static Arbitrary<Sample> cut(boolean ladders) {
        Arbitrary<List<List<Integer>>> cuts =
                Arbitraries.integers().between(0, 23).list().ofSize(3).list().ofMaxSize(12);
        return Combinators.combine(
                        cuts,
                        Arbitraries.integers().between(1, 6),
                        otherwise(),
                        Arbitraries.of(false, true),
                        Arbitraries.integers().between(0, ladders ? 7 : 23),
                        Arbitraries.integers().between(1, 3).list().ofSize(13))
                .as((all, many, otherwise, byNot, change, yuan) -> {
                    List<Fact> facts = facts(ladders).subList(0, many);
                    List<List<Set<Integer>>> boxes = new ArrayList<>();
                    boxes.add(facts.stream().map(ExclusiveGroups::everything).toList());
                    all.forEach(cut -> cut(boxes, cut, facts));
                    change(boxes, change, facts);
                    return sample(facts, boxes, otherwise, byNot, yuan);
                });
    }

    private static Arbitrary<Otherwise> otherwise() {
        return Arbitraries.of(Otherwise.class).injectNull(0.4);
    }

    private static Set<Integer> everything(Fact fact) {
        return between(0, fact.values().size() - 1);
    }

    private static Set<Integer> between(int low, int high) {
        Set<Integer> values = new TreeSet<>();
        for (int i = low; i <= high; i++) {
            values.add(i);
        }
        return values;
    }

    private static Set<Integer> accepted(Fact fact, int gene) {
        int size = fact.values().size();
        if (fact.type() instanceof FactType.Quantity) {
            int low = gene % size;
            int high = Math.min(size - 1, low + gene / size);
            return gene == 0 ? everything(fact) : between(low, high);
        }
        Set<Integer> values = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            if ((gene >> i & 1) == 1) {
                values.add(i);
            }
        }
        return values.isEmpty() ? everything(fact) : values;
    }

    private static void cut(List<List<Set<Integer>>> boxes, List<Integer> cut, List<Fact> facts) {
        List<Set<Integer>> box = boxes.get(cut.get(0) % boxes.size());
        int fact = cut.get(1) % facts.size();
        List<Integer> values = new ArrayList<>(box.get(fact));
        if (values.size() < 2) {
            return;
        }
        boxes.remove(box);
        int at = 1 + cut.get(2) % (values.size() - 1);
        boxes.add(with(box, fact, new TreeSet<>(values.subList(0, at))));
        boxes.add(with(box, fact, new TreeSet<>(values.subList(at, values.size()))));
    }

    private static List<Set<Integer>> with(List<Set<Integer>> box, int fact, Set<Integer> values) {
        List<Set<Integer>> other = new ArrayList<>(box);
        other.set(fact, values);
        return other;
    }

    private static void change(List<List<Set<Integer>>> boxes, int change, List<Fact> facts) {
        int rule = change / 4 % boxes.size();
        if (change % 4 == 1 && boxes.size() > 1) {
            boxes.remove(rule);
        } else if (change % 4 == 2) {
            int fact = change % facts.size();
            boxes.set(rule, with(boxes.get(rule), fact, everything(facts.get(fact))));
        }
    }

    /** @param byNot whether a choice of values is written as all but the others, and days as those the rule holds for */
    private static Sample sample(
            List<Fact> facts,
            List<List<Set<Integer>>> boxes,
            @Nullable Otherwise otherwise,
            boolean byNot,
            List<Integer> yuan) {
        List<Rule> rules = new ArrayList<>();
        for (int r = 0; r < boxes.size(); r++) {
            List<FactTest> when = new ArrayList<>();
            LocalDate from = null;
            LocalDate until = null;
            for (int f = 0; f < facts.size(); f++) {
                Fact fact = facts.get(f);
                Set<Integer> accepted = boxes.get(r).get(f);
                if (byNot && fact.name().equals("submittedOn") && !accepted.equals(everything(fact))) {
                    from = day(fact, accepted.iterator().next());
                    until = day(fact, accepted.iterator().next() + accepted.size() - 1);
                } else {
                    test(fact, accepted, byNot).ifPresent(when::add);
                }
            }
            Amount amount = Amount.fixed(yuan.isEmpty() ? 100 : yuan.get(r) * 100L);
            rules.add(new Rule("r" + r, NAME, when, List.of(new Component.Cash(amount)), from, until, null));
        }
        Group group = new Group("g", Combine.EXCLUSIVE, rules, otherwise, Role.ADJUDICATOR, null, List.of());
        return new Sample(facts, boxes, group);
    }

    private static LocalDate day(Fact fact, int number) {
        return LocalDate.parse(fact.values().get(number));
    }

    private static Optional<FactTest> test(Fact fact, Set<Integer> accepted, boolean byNot) {
        if (accepted.equals(everything(fact))) {
            return Optional.empty();
        }
        if (fact.type() instanceof FactType.Quantity quantity) {
            int low = accepted.iterator().next();
            int high = low + accepted.size() - 1;
            Long from = low == 0 && byNot
                    ? null
                    : Long.valueOf(FactTest.number(fact.values().get(low)));
            Long below = high == fact.values().size() - 1
                    ? null
                    : Long.valueOf(FactTest.number(fact.values().get(high)) + 1);
            return Optional.of(new FactTest.Between(fact.name(), from, below, quantity.measure()));
        }
        Set<String> in = new TreeSet<>();
        Set<String> out = new TreeSet<>();
        for (int i = 0; i < fact.values().size(); i++) {
            (accepted.contains(i) ? in : out).add(fact.values().get(i));
        }
        return Optional.of(byNot ? new FactTest.NotIn(fact.name(), out) : new FactTest.In(fact.name(), in));
    }
}
