package io.hazardreport.reward;

import io.hazardreport.reward.FactType.Measure;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A test on one fact. A fact that is not known fails it. */
public sealed interface FactTest {

    /** Grade and tiers of a mere suggestion: known, and there is none. */
    String NO_HAZARD = "NO_HAZARD";

    String fact();

    boolean holds(String value);

    /** What it accepts, for people. */
    String allowed();

    /** The fact is one of these. */
    record In(String fact, Set<String> values, String allowed) implements FactTest {

        public In(String fact, Set<String> values) {
            this(
                    fact,
                    Set.copyOf(values),
                    String.join(" | ", values.stream().sorted().toList()));
        }

        @Override
        public boolean holds(String value) {
            return values.contains(value);
        }
    }

    /** The fact is known and none of these. */
    record NotIn(String fact, Set<String> values, String allowed) implements FactTest {

        public NotIn(String fact, Set<String> values) {
            this(
                    fact,
                    Set.copyOf(values),
                    "≠ " + String.join(", ", values.stream().sorted().toList()));
        }

        @Override
        public boolean holds(String value) {
            return !value.isEmpty() && !value.equals(NO_HAZARD) && !values.contains(value);
        }
    }

    /**
     * The fact lies in an interval.
     *
     * @param from inclusive; null: no lower bound. Money in fen, a day as days since 1970-01-01
     * @param below exclusive; null: no upper bound
     */
    record Between(
            String fact, @Nullable Long from, @Nullable Long below, Measure measure) implements FactTest {

        @Override
        public boolean holds(String value) {
            if (!isQuantity(value)) {
                return false;
            }
            long number = number(value);
            return (from == null || number >= from) && (below == null || number < below);
        }

        /** Whether it looks like something that can lie in an interval. */
        static boolean isQuantity(String value) {
            return !value.isEmpty() && (value.charAt(0) == '-' || Character.isDigit(value.charAt(0)));
        }

        @Override
        public String allowed() {
            return "[" + (from == null ? "-∞" : measure.shown(from)) + ", "
                    + (below == null ? "∞" : measure.shown(below)) + ")";
        }
    }

    /** Whether a fact of this type can be tested so. */
    default boolean fits(FactType type) {
        return this instanceof Between == type instanceof FactType.Quantity;
    }

    /** A number, an amount in fen, or a day as days since 1970-01-01. */
    static long number(String value) {
        return value.indexOf('-') == 4 ? LocalDate.parse(value).toEpochDay() : Long.parseLong(value);
    }
}
