package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proves a group free of gaps, overlaps, unreachable rules and inverted ladders, exactly: every fact's values are cut into
 * atoms that no test of the group tells apart, and every combination of atoms is tried.
 */
final class GroupCheck {

    private static final int MOST_FACTS = 6;
    private static final long MOST_CELLS = 200_000;

    /** Values of one fact that no test of the group tells apart, by one of them. */
    private record Atom(String example) {}

    private final Group group;
    private final String path;
    private final Map<String, FactType> types;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<List<Atom>> atoms = new ArrayList<>();

    private GroupCheck(Group group, String path, Map<String, FactType> types) {
        this.group = group;
        this.path = path;
        this.types = types;
    }

    /** Only for groups whose facts, values and amounts have passed the other checks. */
    static List<Finding> check(Group group, String path, Map<String, FactType> types) {
        return new GroupCheck(group, path, types).run();
    }

    private List<Finding> run() {
        Set<String> named = new LinkedHashSet<>();
        group.rules().forEach(rule -> rule.when().forEach(test -> named.add(test.fact())));
        long cells = 1;
        for (String fact : named) {
            facts.add(fact);
            atoms.add(atoms(fact));
            cells = Math.min(MOST_CELLS + 1, cells * atoms.get(atoms.size() - 1).size());
        }
        if (facts.size() > MOST_FACTS || cells > MOST_CELLS) {
            add(Severity.WARNING, "reward.not-proven", path, facts, "≤ " + MOST_FACTS + " facts, ≤ " + MOST_CELLS);
            return findings;
        }
        walk();
        return findings;
    }

    private List<Atom> atoms(String fact) {
        FactType type = types.get(fact);
        if (type instanceof FactType.OneOf oneOf) {
            return oneOf.ordered() ? each(oneOf) : classes(fact, oneOf);
        }
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(type instanceof FactType.Quantity number ? number.min() : 0L);
        tests(fact).forEach(test -> {
            FactTest.Between between = (FactTest.Between) test;
            Long from = between.from();
            Long below = between.below();
            if (from != null) {
                starts.add(from);
            }
            if (below != null) {
                starts.add(below);
            }
        });
        return starts.stream().map(start -> new Atom(Long.toString(start))).toList();
    }

    private static List<Atom> each(FactType.OneOf oneOf) {
        return oneOf.values().stream().map(Atom::new).toList();
    }

    /** One atom for all values that the same tests accept. */
    private List<Atom> classes(String fact, FactType.OneOf oneOf) {
        Map<String, Atom> bySignature = new LinkedHashMap<>();
        for (String value : oneOf.values()) {
            StringBuilder signature = new StringBuilder();
            tests(fact).forEach(test -> signature.append(test.holds(value) ? '1' : '0'));
            bySignature.putIfAbsent(signature.toString(), new Atom(value));
        }
        return List.copyOf(bySignature.values());
    }

    private List<FactTest> tests(String fact) {
        return group.rules().stream()
                .flatMap(rule -> rule.when().stream())
                .filter(test -> test.fact().equals(fact))
                .toList();
    }

    private void walk() {
        Map<List<Integer>, List<Integer>> firing = new LinkedHashMap<>();
        int[] cell = new int[facts.size()];
        do {
            firing.put(Arrays.stream(cell).boxed().toList(), firing(cell));
        } while (next(cell));
        gaps(firing);
        overlaps(firing);
        unreachable(firing);
        ladders(firing);
    }

    private boolean next(int[] cell) {
        for (int i = cell.length - 1; i >= 0; i--) {
            if (++cell[i] < atoms.get(i).size()) {
                return true;
            }
            cell[i] = 0;
        }
        return false;
    }

    private List<Integer> firing(int[] cell) {
        List<Integer> rules = new ArrayList<>();
        for (int r = 0; r < group.rules().size(); r++) {
            if (group.rules().get(r).when().stream().allMatch(test -> test.holds(value(cell, test.fact())))) {
                rules.add(r);
            }
        }
        return rules;
    }

    private String value(int[] cell, String fact) {
        int at = facts.indexOf(fact);
        return atoms.get(at).get(cell[at]).example();
    }

    private String example(List<Integer> cell) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            FactType type = types.get(facts.get(i));
            String value = atoms.get(i).get(cell.get(i)).example();
            parts.add(facts.get(i) + "=" + (type == null ? value : ScheduleCheck.shown(type, value)));
        }
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    /** One finding for each box of neighbouring uncovered cells. */
    private void gaps(Map<List<Integer>, List<Integer>> firing) {
        if (group.combine() != Combine.EXCLUSIVE || group.otherwise() == Otherwise.NONE) {
            return;
        }
        Set<List<Integer>> open = new LinkedHashSet<>();
        firing.forEach((cell, rules) -> {
            if (rules.isEmpty()) {
                open.add(cell);
            }
        });
        while (!open.isEmpty()) {
            List<Integer> corner = open.iterator().next();
            Set<List<Integer>> box = box(corner, open);
            open.removeAll(box);
            Severity severity = group.otherwise() == Otherwise.MANUAL ? Severity.WARNING : Severity.ERROR;
            String code = severity == Severity.ERROR ? "reward.gap" : "reward.gap-by-hand";
            add(severity, code, path, example(corner), "otherwise: NONE | MANUAL");
        }
    }

    /** The cells reached from a corner by growing along one fact after the other while all of them stay uncovered. */
    private Set<List<Integer>> box(List<Integer> corner, Set<List<Integer>> open) {
        Set<List<Integer>> box = new LinkedHashSet<>();
        box.add(corner);
        for (int fact = 0; fact < facts.size(); fact++) {
            for (int step = corner.get(fact) + 1; step < atoms.get(fact).size(); step++) {
                Set<List<Integer>> layer = new LinkedHashSet<>();
                for (List<Integer> cell : box) {
                    if (cell.get(fact).equals(corner.get(fact))) {
                        List<Integer> moved = new ArrayList<>(cell);
                        moved.set(fact, step);
                        layer.add(moved);
                    }
                }
                if (!open.containsAll(layer)) {
                    break;
                }
                box.addAll(layer);
            }
        }
        return box;
    }

    private void overlaps(Map<List<Integer>, List<Integer>> firing) {
        if (group.combine() != Combine.EXCLUSIVE) {
            return;
        }
        Set<List<Integer>> told = new LinkedHashSet<>();
        firing.forEach((cell, rules) -> {
            for (int i = 1; i < rules.size(); i++) {
                List<Integer> pair = List.of(rules.get(0), rules.get(i));
                if (told.add(pair)) {
                    add(
                            Severity.ERROR,
                            "reward.overlap",
                            path + ".rules[" + pair.get(0) + "], " + path + ".rules[" + pair.get(1) + "]",
                            example(cell),
                            "1 rule");
                }
            }
        });
    }

    private void unreachable(Map<List<Integer>, List<Integer>> firing) {
        for (int r = 0; r < group.rules().size(); r++) {
            int rule = r;
            if (firing.values().stream().noneMatch(rules -> rules.contains(rule))) {
                add(
                        Severity.ERROR,
                        "reward.unreachable",
                        path + ".rules[" + r + "]",
                        group.rules().get(r).code(),
                        "≥ 1 case");
            }
        }
    }

    /** A bigger value of an ordered fact, all else equal, must not pay less. */
    private void ladders(Map<List<Integer>, List<Integer>> firing) {
        Map<String, Integer> told = new TreeMap<>();
        for (int i = 0; i < facts.size(); i++) {
            FactType type = types.get(facts.get(i));
            boolean ordered =
                    type instanceof FactType.Quantity || (type instanceof FactType.OneOf one && one.ordered());
            if (!ordered || facts.get(i).equals("serviceMonths")) {
                continue;
            }
            int fact = i;
            firing.forEach((cell, rules) -> {
                List<Integer> bigger = new ArrayList<>(cell);
                bigger.set(fact, cell.get(fact) + 1);
                List<Integer> there = firing.get(bigger);
                if (there != null && !rules.isEmpty() && !there.isEmpty() && paysLess(there, rules)) {
                    String where = path + ".rules[" + there.get(0) + "].then";
                    if (told.put(where + fact, 1) == null) {
                        add(Severity.ERROR, "reward.inverted-ladder", where, example(bigger), "≥ " + most(rules));
                    }
                }
            });
        }
    }

    private boolean paysLess(List<Integer> bigger, List<Integer> smaller) {
        return most(bigger).compareTo(most(smaller)) < 0 || least(bigger).compareTo(least(smaller)) < 0;
    }

    private Money most(List<Integer> rules) {
        return sum(rules, true);
    }

    private Money least(List<Integer> rules) {
        return sum(rules, false);
    }

    private Money sum(List<Integer> rules, boolean most) {
        Money sum = Money.ZERO;
        for (int r : rules) {
            if (group.rules().get(r).then() instanceof Component.Cash cash) {
                Money amount = most ? cash.amount().max() : cash.amount().min();
                sum = group.combine() == Combine.SUM ? sum.plus(amount) : sum.max(amount);
            }
        }
        return sum;
    }

    private void add(Severity severity, String code, String at, Object value, String allowed) {
        findings.add(new Finding(severity, Problem.of(code, at, value, allowed)));
    }
}
