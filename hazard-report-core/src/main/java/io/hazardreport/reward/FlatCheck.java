package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a schedule that gives the same for a small hazard and a big one. */
final class FlatCheck {

    private FlatCheck() {}

    /** What is given to all alike; empty where some step of some ladder makes a difference, or somebody chooses. */
    static Optional<String> flat(Schedule schedule, Map<String, FactType> types) {
        List<Rule> rules = schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.then().stream().anyMatch(c -> c.quantity().isPresent()))
                .toList();
        boolean fixed = rules.stream()
                .flatMap(rule -> rule.then().stream())
                .flatMap(component -> component.quantity().stream())
                .allMatch(amount -> amount.base() instanceof Amount.Fixed
                        && amount.uplifts().isEmpty());
        boolean byLadder = types.values().stream().filter(FactType::isLadder).anyMatch(type -> differs(type, rules));
        return rules.isEmpty() || !fixed || byLadder
                ? Optional.empty()
                : Optional.of(String.join(", ", given(rules).stream().distinct().toList()));
    }

    private static boolean differs(FactType type, List<Rule> rules) {
        List<Rule> testing = rules.stream()
                .filter(rule -> rule.when().stream().anyMatch(test -> asks(test, type)))
                .toList();
        if (testing.isEmpty()) {
            return false;
        }
        Set<List<String>> outcomes = new HashSet<>();
        for (String value : values(type, testing)) {
            outcomes.add(given(rules.stream()
                    .filter(rule -> rule.when().stream()
                            .filter(test -> asks(test, type))
                            .allMatch(test -> test.holds(value)))
                    .toList()));
            if (outcomes.size() > 1) {
                return true;
            }
        }
        return false;
    }

    /** A test of the wrong form is told elsewhere and asks nothing. */
    private static boolean asks(FactTest test, FactType type) {
        return test.fact().equals(type.name()) && test.fits(type);
    }

    private static Collection<String> values(FactType type, List<Rule> testing) {
        if (type instanceof FactType.OneOf oneOf) {
            return oneOf.values();
        }
        FactType.Quantity quantity = (FactType.Quantity) type;
        Set<String> values = new LinkedHashSet<>(Set.of(Long.toString(quantity.min())));
        for (Rule rule : testing) {
            for (FactTest test : rule.when()) {
                if (test instanceof FactTest.Between between && between.fact().equals(type.name())) {
                    Optional.ofNullable(between.from()).ifPresent(start -> values.add(Long.toString(start)));
                    Optional.ofNullable(between.below()).ifPresent(end -> values.add(Long.toString(end)));
                }
            }
        }
        return values;
    }

    private static List<String> given(List<Rule> rules) {
        List<String> given = new ArrayList<>();
        for (Rule rule : rules) {
            for (Component component : rule.then()) {
                component
                        .quantity()
                        .flatMap(Amount::most)
                        .ifPresent(
                                units -> given.add(component.kind() + " " + Figuring.shown(component.kind(), units)));
            }
        }
        return given.stream().sorted().toList();
    }
}
