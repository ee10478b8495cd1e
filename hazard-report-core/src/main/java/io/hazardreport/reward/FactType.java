package io.hazardreport.reward;

import io.hazardreport.base.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fact can be. */
public sealed interface FactType {

    String name();

    /**
     * One of these values; a yes or no is {@code false, true}.
     *
     * @param ordered whether the values go from small to big, so that a bigger one should never pay less
     */
    record OneOf(String name, List<String> values, boolean ordered) implements FactType {

        public OneOf {
            values = List.copyOf(values);
        }

        public static OneOf flag(String name) {
            return new OneOf(name, List.of("false", "true"), false);
        }

        public boolean isFlag() {
            return values.equals(List.of("false", "true"));
        }
    }

    /** What a quantity is counted in. */
    enum Measure {
        NUMBER,
        /** Fen. */
        MONEY,
        /** Days since 1970-01-01, written as {@code 2024-09-02}. */
        DAY;

        /** As people write it. */
        public String shown(long value) {
            return switch (this) {
                case NUMBER -> Long.toString(value);
                case MONEY -> Money.ofFen(value).toString();
                case DAY -> LocalDate.ofEpochDay(value).toString();
            };
        }
    }

    /**
     * A whole number, an amount of money or a day.
     *
     * @param max inclusive; null: no upper bound
     * @param ladder whether a bigger value should never pay less
     */
    record Quantity(String name, long min, @Nullable Long max, Measure measure, boolean ladder) implements FactType {

        public boolean money() {
            return measure == Measure.MONEY;
        }
    }

    /** Whether a bigger value of it should never pay less. */
    default boolean isLadder() {
        return this instanceof OneOf oneOf ? oneOf.ordered() : ((Quantity) this).ladder();
    }
}
