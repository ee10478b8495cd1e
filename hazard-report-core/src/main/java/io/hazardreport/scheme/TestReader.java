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
            } else if (!test.isObject()) {
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

    private static Set<String> values(Node list) {
        Set<String> values = new LinkedHashSet<>();
        list.someItems().forEach(value -> values.add(value.value("?")));
        return values;
    }

    /** {@code from} and {@code to} are included, {@code above} and {@code below} are not. */
    private FactTest interval(String fact, Node test) {
        Measure measure = types.get(fact) instanceof FactType.Quantity quantity ? quantity.measure() : Measure.NUMBER;
        Long from = bound(measure, test.at("from"));
        Long above = bound(measure, test.at("above"));
        Long below = bound(measure, test.at("below"));
        Long to = bound(measure, test.at("to"));
        boolean unbounded = from == null && above == null && below == null && to == null;
        if (unbounded || (from != null && above != null) || (below != null && to != null)) {
            errors.add(Problem.of("scheme.not-one-of", test.path(), test.fields(), "not | from | above, below | to"));
        }
        test.nothingElse();
        Long low = from == null && above != null ? (Long) (above + 1) : from;
        Long high = below == null && to != null ? (Long) (to + 1) : below;
        return new FactTest.Between(fact, low, high, measure);
    }

    private static @Nullable Long bound(Measure measure, Node node) {
        return node.isThere() ? (Long) value(measure, node) : null;
    }

    static long value(Measure measure, Node node) {
        return node.parsed(
                form(measure),
                text -> switch (measure) {
                    case MONEY -> Money.parse(text).fen();
                    case DAY -> LocalDate.parse(text).toEpochDay();
                    case NUMBER -> Long.parseLong(text);
                },
                0L);
    }

    static Form form(Measure measure) {
        return switch (measure) {
            case MONEY -> Form.MONEY;
            case DAY -> Form.DAY;
            case NUMBER -> Form.SIGNED;
        };
    }
}
