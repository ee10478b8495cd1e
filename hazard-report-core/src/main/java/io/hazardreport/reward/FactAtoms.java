package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The facts a group asks for, each cut into pieces that none of its tests tells apart, with the rules that accept each. */
final class FactAtoms {

    /**
     * Values that leave the same rules.
     *
     * @param example one of them
     * @param isTelling whether other values leave other rules
     */
    record Branch(String example, BitSet alive, boolean isTelling) {}

    private final Group group;
    private final List<String> facts;
    private final List<List<String>> values = new ArrayList<>();
    private final List<Boolean> ordered = new ArrayList<>();
    private final List<List<BitSet>> accepting = new ArrayList<>();

    FactAtoms(Group group, Map<String, FactType> types) {
        this.group = group;
        Set<String> named = new LinkedHashSet<>();
        group.rules().forEach(rule -> rule.when().forEach(test -> named.add(test.fact())));
        this.facts = List.copyOf(named);
        for (String fact : facts) {
            FactType type = Objects.requireNonNull(types.get(fact), fact);
            boolean inOrder = !(type instanceof FactType.OneOf oneOf) || oneOf.ordered();
            List<String> examples = type instanceof FactType.OneOf oneOf ? oneOf.values() : starts(fact, type);
            values.add(examples);
            ordered.add(inOrder);
            accepting.add(examples.stream().map(value -> accepting(fact, value)).toList());
        }
    }

    List<String> facts() {
        return facts;
    }

    private List<FactTest> tests(String fact) {
        return group.rules().stream()
                .flatMap(rule -> rule.when().stream())
                .filter(test -> test.fact().equals(fact))
                .toList();
    }

    /** The first value of each stretch that no test cuts. */
    private List<String> starts(String fact, FactType type) {
        FactType.Quantity quantity = (FactType.Quantity) type;
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(quantity.min());
        for (FactTest test : tests(fact)) {
            if (test instanceof FactTest.Between between) {
                Long from = between.from();
                Long below = between.below();
                if (from != null) {
                    starts.add(from);
                }
                if (below != null) {
                    starts.add(below);
                }
            }
        }
        Long max = quantity.max();
        return starts.stream()
                .filter(start -> start >= quantity.min() && (max == null || start <= max))
                .map(start -> Long.toString(start))
                .toList();
    }

    private BitSet accepting(String fact, String value) {
        BitSet accepting = new BitSet();
        for (int r = 0; r < group.rules().size(); r++) {
            boolean accepts = group.rules().get(r).when().stream()
                    .filter(test -> test.fact().equals(fact))
                    .allMatch(test -> test.holds(value));
            accepting.set(r, accepts);
        }
        return accepting;
    }

    /** How the values of a fact divide the rules that may still fire; neighbours of an ordered fact stay together. */
    List<Branch> branches(int level, BitSet alive) {
        List<String> examples = values.get(level);
        List<Branch> branches = new ArrayList<>();
        Map<BitSet, Integer> seen = new LinkedHashMap<>();
        BitSet last = new BitSet();
        for (int i = 0; i < examples.size(); i++) {
            BitSet left = (BitSet) alive.clone();
            left.and(accepting.get(level).get(i));
            boolean known = ordered.get(level) ? i > 0 && left.equals(last) : seen.containsKey(left);
            if (!known) {
                branches.add(new Branch(examples.get(i), left, true));
                seen.put(left, i);
            }
            last = left;
        }
        return branches.size() == 1
                ? List.of(new Branch(branches.get(0).example(), branches.get(0).alive(), false))
                : branches;
    }
}
