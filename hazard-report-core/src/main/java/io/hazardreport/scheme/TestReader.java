package io.hazardreport.scheme;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.reward.FactTest;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactType.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tests on facts: {@code {"grade": ["MAJOR"], "listed": true, "item": {"not": ["E99"]}, "potentialLoss": {"from":
 * "100000.00", "below": "500000.00"}}}.
 */
final class TestReader {

    private final List<Problem> errors;
    private final Map<String, FactType> types;

    TestReader(List<Problem> errors, Map<String, FactType> types) {
        this.errors = errors;
        this.types = types;
    }

    List<FactTest> read(Node when) {
        List<FactTest> tests = new ArrayList<>();
        for (String fact : when.fields()) {
            Node test = when.at(fact);
            if (test.isFlag()) {
                tests.add(new FactTest.In(fact, Set.of(Boolean.toString(test.flag(false)))));
            } else if (test.fields().isEmpty()) {
                tests.add(new FactTest.In(fact, values(test)));
            } else if (test.at("not").isThere()) {
                tests.add(new FactTest.NotIn(fact, values(test.at("not"))));
                test.nothingElse();
            } else {
                tests.add(interval(fact, test));
            }
        }
        return tests;
    }

    private Set<String> values(Node list) {
        Set<String> values = new LinkedHashSet<>();
        list.items().forEach(value -> values.add(value.required("?")));
        if (values.isEmpty()) {
            errors.add(Problem.of("scheme.blank", list.path(), "[]", "[ … ] | true | false | { from, below }"));
        }
        return values;
    }

    /** {@code from} and {@code to} are included, {@code above} and {@code below} are not. */
    private FactTest interval(String fact, Node test) {
        Measure measure = types.get(fact) instanceof FactType.Quantity quantity ? quantity.measure() : Measure.NUMBER;
        Long from = bound(measure, test.at("from"));
        Long above = bound(measure, test.at("above"));
        Long below = bound(measure, test.at("below"));
        Long to = bound(measure, test.at("to"));
        if ((from != null && above != null) || (below != null && to != null)) {
            errors.add(Problem.of("scheme.not-one-of", test.path(), test.fields(), "from | above, below | to"));
        }
        test.nothingElse();
        Long low = from == null && above != null ? (Long) (above + 1) : from;
        Long high = below == null && to != null ? (Long) (to + 1) : below;
        return new FactTest.Between(fact, low, high, measure);
    }

    private static @Nullable Long bound(Measure measure, Node node) {
        if (!node.isThere()) {
            return null;
        }
        return switch (measure) {
            case MONEY -> node.parsed(Money::parse, Money.ZERO).fen();
            case DAY -> node.parsed(LocalDate::parse, LocalDate.EPOCH).toEpochDay();
            case NUMBER -> node.parsed(Long::valueOf, 0L);
        };
    }
}
