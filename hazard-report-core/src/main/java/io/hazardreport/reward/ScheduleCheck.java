package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a schedule as a whole before it is used: everything at once, each with its path and, where facts play a part, a concrete example. */
public final class ScheduleCheck {

    private final Schedule schedule;
    private final Map<String, FactType> types;
    private final List<Finding> findings = new ArrayList<>();

    private ScheduleCheck(Schedule schedule, Map<String, FactType> types) {
        this.schedule = schedule;
        this.types = types;
    }

    /** @param types every fact a rule may ask for, by name */
    public static List<Finding> check(Schedule schedule, Map<String, FactType> types) {
        return new ScheduleCheck(schedule, types).run();
    }

    private List<Finding> run() {
        Set<String> codes = new HashSet<>();
        for (int g = 0; g < schedule.groups().size(); g++) {
            Group group = schedule.groups().get(g);
            String path = "groups[" + g + "]";
            once(codes, "group " + group.code(), path + ".code", group.code());
            for (int r = 0; r < group.rules().size(); r++) {
                Rule rule = group.rules().get(r);
                once(codes, rule.code(), path + ".rules[" + r + "].code", rule.code());
                rule(path + ".rules[" + r + "]", rule);
            }
        }
        for (int c = 0; c < schedule.caps().size(); c++) {
            Cap cap = schedule.caps().get(c);
            once(codes, "cap " + cap.code(), "caps[" + c + "].code", cap.code());
            if (!cap.amount().isPositive()) {
                error("reward.amount-not-positive", "caps[" + c + "].amount", cap.amount(), "> 0.00");
            }
        }
        if (findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            for (int g = 0; g < schedule.groups().size(); g++) {
                findings.addAll(GroupCheck.check(schedule.groups().get(g), "groups[" + g + "]", types));
            }
        }
        whole();
        return List.copyOf(findings);
    }

    private void once(Set<String> codes, String key, String path, String code) {
        if (!codes.add(key)) {
            error("reward.code-twice", path, code, "1 ×");
        }
    }

    private void rule(String path, Rule rule) {
        Set<String> seen = new HashSet<>();
        for (FactTest test : rule.when()) {
            String at = path + ".when." + test.fact();
            FactType type = types.get(test.fact());
            if (type == null) {
                error("reward.unknown-fact", at, test.fact(), String.join(", ", types.keySet()));
            } else if (!seen.add(test.fact())) {
                error("reward.code-twice", at, test.fact(), "1 ×");
            } else {
                test(at, test, type);
            }
        }
        if (rule.then() instanceof Component.Cash cash) {
            amount(path + ".then.cash", cash.amount());
        }
    }

    private void test(String path, FactTest test, FactType type) {
        if (test instanceof FactTest.In in) {
            if (!(type instanceof FactType.OneOf oneOf)) {
                error("reward.wrong-test", path, in.allowed(), "{ from, below }");
                return;
            }
            in.values().stream()
                    .filter(value -> !oneOf.values().contains(value))
                    .sorted()
                    .forEach(value -> error("reward.unknown-value", path, value, String.join(", ", oneOf.values())));
            return;
        }
        FactTest.Between between = (FactTest.Between) test;
        if (!(type instanceof FactType.Quantity number)) {
            error("reward.wrong-test", path, between.allowed(), "[ … ]");
            return;
        }
        Long from = between.from();
        Long below = between.below();
        long low = from == null ? number.min() : from;
        if (low < number.min() || (below != null && below <= low)) {
            error("reward.empty-interval", path, between.allowed(), "from < below, ≥ " + number.min());
        }
    }

    private void amount(String path, Amount amount) {
        if (!amount.min().isPositive()) {
            error("reward.amount-not-positive", path, amount.min(), "> 0.00");
        }
        if (amount.min().compareTo(amount.max()) > 0) {
            error("reward.range-inverted", path, amount.min() + " - " + amount.max(), "from ≤ to");
        }
    }

    /** What a careful reader asks of the whole. */
    private void whole() {
        List<Component> all = schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .map(Rule::then)
                .toList();
        if (all.stream().noneMatch(Component.Cash.class::isInstance)) {
            warn("reward.no-material", "groups", "-", "cash");
        }
        if (all.stream().noneMatch(Component.Honour.class::isInstance)) {
            warn("reward.no-honour", "groups", "-", "honour");
        }
        boolean topTier = schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.then() instanceof Component.Cash)
                .anyMatch(rule ->
                        rule.when().stream().allMatch(test -> !test.fact().equals("grade") || test.holds("MAJOR")));
        if (!topTier) {
            warn("reward.no-top-tier", "groups", "-", "grade: [MAJOR]");
        }
    }

    private void error(String code, String path, Object value, String allowed) {
        findings.add(new Finding(Severity.ERROR, Problem.of(code, path, value, allowed)));
    }

    private void warn(String code, String path, Object value, String allowed) {
        findings.add(new Finding(Severity.WARNING, Problem.of(code, path, value, allowed)));
    }

    /** For examples: a number as people write it. */
    static String shown(FactType type, String value) {
        return type instanceof FactType.Quantity number && number.money() && !value.isEmpty()
                ? Money.ofFen(Long.parseLong(value)).toString()
                : value;
    }
}
