package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The facts a group asks for, each cut into atoms that none of its tests tells apart, and the region each rule takes. */
final class FactAtoms {

    /** How far out what has no end is looked at. */
    static final long FAR = 100_000_000;

    /** One fact: the first and the last value of each atom; of an open end, one far out. */
    private record Cut(String fact, boolean ordered, List<String> first, List<String> last) {}

    private final List<Cut> cuts = new ArrayList<>();
    private final List<Region> rules = new ArrayList<>();
    private final Region whole;

    private FactAtoms(Group group, Map<String, FactType> types, Function<Rule, Stream<FactTest>> asked) {
        Map<String, List<FactTest>> tests = new HashMap<>();
        Set<String> named = new LinkedHashSet<>();
        for (Rule rule : group.rules()) {
            rule.when().forEach(test -> named.add(test.fact()));
        }
        group.rules().stream().flatMap(asked).forEach(test -> {
            named.add(test.fact());
            tests.computeIfAbsent(test.fact(), fact -> new ArrayList<>()).add(test);
        });
        for (String fact : named) {
            FactType type = Objects.requireNonNull(types.get(fact), fact);
            List<FactTest> of = tests.getOrDefault(fact, List.of());
            cuts.add(type instanceof FactType.OneOf oneOf ? cut(oneOf, of) : cut((FactType.Quantity) type, of));
        }
        BitSet[] all = new BitSet[cuts.size()];
        for (int f = 0; f < all.length; f++) {
            all[f] = new BitSet();
            all[f].set(0, cuts.get(f).first().size());
        }
        this.whole = new Region(all);
        group.rules().forEach(rule -> rules.add(region(rule.when())));
    }

    /** Cut by what lets the rules fire. */
    static FactAtoms of(Group group, Map<String, FactType> types) {
        return new FactAtoms(group, types, rule -> rule.when().stream());
    }

    /** Cut by what lets the rules fire and by what raises their amounts. */
    static FactAtoms withAmounts(Group group, Map<String, FactType> types) {
        return new FactAtoms(
                group,
                types,
                rule -> Stream.concat(
                        rule.when().stream(),
                        rule.then().stream()
                                .flatMap(component -> component.quantity().stream())
                                .flatMap(amount -> amount.uplifts().stream())
                                .flatMap(uplift -> uplift.when().stream())));
    }

    /** Of values in no order, those that no test tells apart are one. */
    private static Cut cut(FactType.OneOf type, List<FactTest> tests) {
        if (type.ordered()) {
            return new Cut(type.name(), true, type.values(), type.values());
        }
        Map<List<Boolean>, String> alike = new HashMap<>();
        List<String> different = new ArrayList<>();
        for (String value : type.values()) {
            List<Boolean> answers =
                    tests.stream().map(test -> test.holds(value)).toList();
            if (alike.putIfAbsent(answers, value) == null) {
                different.add(value);
            }
        }
        return new Cut(type.name(), false, different, different);
    }

    private static Cut cut(FactType.Quantity type, List<FactTest> tests) {
        Long max = type.max();
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(type.min());
        for (FactTest test : tests) {
            if (test instanceof FactTest.Between between) {
                Stream.of(
                                between.from() == null ? type.min() : between.from(),
                                between.below() == null ? type.min() : between.below())
                        .filter(start -> start >= type.min() && (max == null || start <= max))
                        .forEach(starts::add);
            }
        }
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (Long start : starts) {
            Long next = starts.higher(start);
            long end = next != null ? next - 1 : max != null ? max : Math.max(start, start + FAR);
            first.add(Long.toString(start));
            last.add(Long.toString(end));
        }
        return new Cut(type.name(), true, first, last);
    }

    private Region region(List<FactTest> tests) {
        BitSet[] sets = new BitSet[cuts.size()];
        for (int f = 0; f < sets.length; f++) {
            Cut cut = cuts.get(f);
            List<FactTest> of = tests.stream()
                    .filter(test -> test.fact().equals(cut.fact()))
                    .toList();
            sets[f] = new BitSet();
            for (int atom = 0; atom < cut.first().size(); atom++) {
                String value = cut.first().get(atom);
                sets[f].set(atom, of.stream().allMatch(test -> test.holds(value)));
            }
        }
        return new Region(sets);
    }

    int size() {
        return cuts.size();
    }

    List<String> facts() {
        return cuts.stream().map(Cut::fact).toList();
    }

    boolean isOrdered(int fact) {
        return cuts.get(fact).ordered();
    }

    /** The first value of an atom. */
    String first(int fact, int atom) {
        return cuts.get(fact).first().get(atom);
    }

    /** The last value of an atom; where it has no end, one far out. */
    String last(int fact, int atom) {
        return cuts.get(fact).last().get(atom);
    }

    Region whole() {
        return whole;
    }

    /** Where each rule fires, in their order. */
    List<Region> rules() {
        return rules;
    }
}
