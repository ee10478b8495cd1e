package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds inverted ladders: two rules that apply to hazards alike but for one ordered fact, of which the one for the bigger
 * value gives less. For rules that add up or compete, the whole group is compared, as far as it can be walked.
 */
final class LadderCheck {

    private static final long MOST_CASES = 60_000;

    private final Group group;
    private final String path;
    private final Map<String, FactType> types;
    private final List<Finding> findings = new ArrayList<>();

    private LadderCheck(Group group, String path, Map<String, FactType> types) {
        this.group = group;
        this.path = path;
        this.types = types;
    }

    static List<Finding> check(Group group, String path, Map<String, FactType> types) {
        LadderCheck check = new LadderCheck(group, path, types);
        check.run();
        return check.findings;
    }

    private void run() {
        Set<String> facts = new LinkedHashSet<>();
        group.rules().forEach(rule -> rule.when().forEach(test -> facts.add(test.fact())));
        for (String fact : facts) {
            FactType type = types.get(fact);
            if (type != null && type.isLadder()) {
                if (group.combine() == Combine.EXCLUSIVE) {
                    pairs(fact, type);
                } else {
                    walk(fact, List.copyOf(facts));
                }
            }
        }
    }

    /** Where a rule stands on a fact: its lowest and highest place. */
    private record Span(int low, int high) {}

    private void pairs(String fact, FactType type) {
        List<String> places = places(fact, type);
        List<Optional<Span>> spans =
                group.rules().stream().map(rule -> span(rule, fact, places)).toList();
        Set<Integer> told = new HashSet<>();
        for (int big = 0; big < spans.size(); big++) {
            for (int small = 0; small < spans.size(); small++) {
                Optional<Span> b = spans.get(big);
                Optional<Span> s = spans.get(small);
                if (big != small
                        && b.isPresent()
                        && s.isPresent()
                        && b.get().low() > s.get().high()
                        && alikeBut(fact, group.rules().get(big), group.rules().get(small))
                        && paysLess(
                                List.of(group.rules().get(big)),
                                List.of(group.rules().get(small)))
                        && told.add(big)) {
                    add(
                            big,
                            fact,
                            type,
                            places.get(b.get().low()),
                            List.of(group.rules().get(small)));
                }
            }
        }
    }

    private List<String> places(String fact, FactType type) {
        if (type instanceof FactType.OneOf oneOf) {
            return oneOf.values();
        }
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(((FactType.Quantity) type).min());
        tests(fact).forEach(test -> {
            if (test instanceof FactTest.Between between) {
                Optional.ofNullable(between.from()).ifPresent(starts::add);
                Optional.ofNullable(between.below()).ifPresent(starts::add);
            }
        });
        return starts.stream().map(start -> Long.toString(start)).toList();
    }

    private List<FactTest> tests(String fact) {
        return group.rules().stream()
                .flatMap(rule -> rule.when().stream())
                .filter(test -> test.fact().equals(fact))
                .toList();
    }

    private static boolean accepts(Rule rule, String fact, String value) {
        return rule.when().stream().filter(test -> test.fact().equals(fact)).allMatch(test -> test.holds(value));
    }

    private static Optional<Span> span(Rule rule, String fact, List<String> places) {
        if (rule.when().stream().noneMatch(test -> test.fact().equals(fact))) {
            return Optional.empty();
        }
        int low = -1;
        int high = -1;
        for (int i = 0; i < places.size(); i++) {
            if (accepts(rule, fact, places.get(i))) {
                low = low < 0 ? i : low;
                high = i;
            }
        }
        return low < 0 ? Optional.empty() : Optional.of(new Span(low, high));
    }

    /** Whether some case meets all other tests of both rules. */
    private boolean alikeBut(String fact, Rule big, Rule small) {
        Set<String> others = new LinkedHashSet<>();
        big.when().forEach(test -> others.add(test.fact()));
        small.when().forEach(test -> others.add(test.fact()));
        others.remove(fact);
        for (String other : others) {
            FactType type = types.get(other);
            if (type != null
                    && places(other, type).stream()
                            .noneMatch(value -> accepts(big, other, value) && accepts(small, other, value))) {
                return false;
            }
        }
        return true;
    }

    /** Walks every case of a group whose rules add up or compete. */
    private void walk(String fact, List<String> facts) {
        List<List<String>> values = new ArrayList<>();
        long cases = 1;
        for (String each : facts) {
            FactType type = types.get(each);
            if (type == null) {
                return;
            }
            values.add(places(each, type));
            cases *= values.get(values.size() - 1).size();
        }
        if (cases > MOST_CASES) {
            return;
        }
        int at = facts.indexOf(fact);
        int[] cell = new int[facts.size()];
        do {
            if (cell[at] + 1 < values.get(at).size()) {
                List<Rule> here = firing(facts, values, cell);
                cell[at]++;
                List<Rule> bigger = firing(facts, values, cell);
                String value = values.get(at).get(cell[at]);
                cell[at]--;
                if (!here.isEmpty() && !bigger.isEmpty() && paysLess(bigger, here)) {
                    add(group.rules().indexOf(bigger.get(0)), fact, types.get(fact), value, here);
                    return;
                }
            }
        } while (next(cell, values));
    }

    private static boolean next(int[] cell, List<List<String>> values) {
        for (int i = cell.length - 1; i >= 0; i--) {
            if (++cell[i] < values.get(i).size()) {
                return true;
            }
            cell[i] = 0;
        }
        return false;
    }

    private List<Rule> firing(List<String> facts, List<List<String>> values, int[] cell) {
        return group.rules().stream()
                .filter(rule -> rule.when().stream()
                        .allMatch(test -> test.holds(
                                values.get(facts.indexOf(test.fact())).get(cell[facts.indexOf(test.fact())]))))
                .toList();
    }

    private boolean paysLess(List<Rule> bigger, List<Rule> smaller) {
        String kind = gives(bigger, "CASH") && gives(smaller, "CASH") ? "CASH" : "POINTS";
        if (!gives(bigger, kind) || !gives(smaller, kind)) {
            return false;
        }
        Optional<Long> least = least(bigger, kind);
        Optional<Long> leastSmaller = least(smaller, kind);
        Optional<Long> most = most(bigger, kind);
        Optional<Long> mostSmaller = most(smaller, kind);
        boolean fewer = least.isPresent() && leastSmaller.isPresent() && least.get() < leastSmaller.get();
        boolean lower = most.isPresent() && (mostSmaller.isEmpty() || most.get() < mostSmaller.get());
        return fewer || (lower && isKnown(smaller, kind));
    }

    /** An open end somebody chooses is comparable, a part of a sum nobody knows is not. */
    private static boolean isKnown(List<Rule> rules, String kind) {
        return amounts(rules, kind).stream()
                .allMatch(amount -> amount.base() instanceof Amount.Fixed || amount.base() instanceof Amount.Chosen);
    }

    private static List<Amount> amounts(List<Rule> rules, String kind) {
        return rules.stream()
                .flatMap(rule -> rule.then().stream())
                .filter(component -> component.kind().equals(kind))
                .flatMap(component -> component.quantity().stream())
                .toList();
    }

    private static boolean gives(List<Rule> rules, String kind) {
        return !amounts(rules, kind).isEmpty();
    }

    private Optional<Long> least(List<Rule> rules, String kind) {
        return together(amounts(rules, kind).stream().map(Amount::least).toList());
    }

    private Optional<Long> most(List<Rule> rules, String kind) {
        return together(amounts(rules, kind).stream().map(Amount::most).toList());
    }

    private Optional<Long> together(List<Optional<Long>> amounts) {
        if (amounts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return amounts.stream()
                .flatMap(Optional::stream)
                .reduce((a, b) -> group.combine() == Combine.SUM ? Long.sum(a, b) : Math.max(a, b));
    }

    private void add(int rule, String fact, @Nullable FactType type, String value, List<Rule> smaller) {
        String kind = gives(smaller, "CASH") ? "CASH" : "POINTS";
        String shown = type == null ? value : ScheduleCheck.shown(type, value);
        // competing rules with a gap left to somebody may well pay less just there; the gap is told already
        Severity severity = group.otherwise() == Otherwise.MANUAL && group.combine() != Combine.EXCLUSIVE
                ? Severity.WARNING
                : Severity.ERROR;
        findings.add(new Finding(
                severity,
                Problem.of(
                        "reward.inverted-ladder",
                        path + ".rules[" + rule + "].then",
                        fact + "=" + shown,
                        "≥ "
                                + most(smaller, kind)
                                        .map(units -> Figuring.shown(kind, units))
                                        .orElse("?"))));
    }
}
