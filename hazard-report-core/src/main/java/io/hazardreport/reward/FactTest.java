package io.hazardreport.reward;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A test on one fact. A fact that is not known fails it. */
public sealed interface FactTest {

    String fact();

    boolean holds(String value);

    /** What it accepts, for people. */
    String allowed();

    /** The fact is one of these. */
    record In(String fact, Set<String> values) implements FactTest {

        public In {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(String value) {
            return values.contains(value);
        }

        @Override
        public String allowed() {
            return String.join(" | ", values.stream().sorted().toList());
        }
    }

    /**
     * The fact lies in an interval.
     *
     * @param from inclusive; null: no lower bound. Money in fen
     * @param below exclusive; null: no upper bound
     */
    record Between(
            String fact, @Nullable Long from, @Nullable Long below) implements FactTest {

        @Override
        public boolean holds(String value) {
            if (value.isEmpty()) {
                return false;
            }
            long number = Long.parseLong(value);
            return (from == null || number >= from) && (below == null || number < below);
        }

        @Override
        public String allowed() {
            return "[" + (from == null ? "-∞" : from) + ", " + (below == null ? "∞" : below) + ")";
        }
    }
}
