package io.hazardreport.reward;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks tests one by one: that their facts exist, and can be tested so. */
final class TestCheck {

    private final Map<String, FactType> types;
    private final Findings found;

    TestCheck(Map<String, FactType> types, Findings found) {
        this.types = types;
        this.found = found;
    }

    boolean known(String path, String fact) {
        if (types.containsKey(fact)) {
            return true;
        }
        found.error(
                "reward.unknown-fact",
                path,
                fact,
                String.join(", ", types.keySet().stream().sorted().toList()));
        return false;
    }

    void tests(String path, List<FactTest> tests) {
        Set<String> seen = new HashSet<>();
        for (FactTest test : tests) {
            String at = path + "." + test.fact();
            if (known(at, test.fact())) {
                if (!seen.add(test.fact()) && !test.fact().equals("submittedOn")) {
                    found.error("reward.code-twice", at, test.fact(), "1 ×");
                }
                FactType type = types.get(test.fact());
                if (type != null) {
                    test(at, test, type);
                }
            }
        }
    }

    private void test(String path, FactTest test, FactType type) {
        if (test instanceof FactTest.Between between) {
            interval(path, between, type);
            return;
        }
        Set<String> values = test instanceof FactTest.In in ? in.values() : ((FactTest.NotIn) test).values();
        if (!(type instanceof FactType.OneOf oneOf)) {
            found.error("reward.wrong-test", path, test.allowed(), "{ from, below }");
            return;
        }
        values.stream()
                .filter(value -> !oneOf.values().contains(value))
                .sorted()
                .forEach(value -> found.error("reward.unknown-value", path, value, String.join(", ", oneOf.values())));
    }

    private void interval(String path, FactTest.Between between, FactType type) {
        if (!(type instanceof FactType.Quantity number)) {
            found.error("reward.wrong-test", path, between.allowed(), "[ … ]");
            return;
        }
        Long from = between.from();
        Long below = between.below();
        Long max = number.max();
        long low = from == null ? number.min() : from;
        boolean outside = low < number.min() || (max != null && (low > max || (below != null && below > max + 1)));
        if (outside || (below != null && below <= low)) {
            String range = number.measure().shown(number.min())
                    + " - "
                    + (max == null ? "∞" : number.measure().shown(max));
            found.error("reward.empty-interval", path, between.allowed(), "from < below, " + range);
        }
    }
}
