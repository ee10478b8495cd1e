package io.hazardreport.statistics;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hazardreport.base.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What stands in a figure's field: a number, an amount, a rate, or why there is none. */
public sealed interface Value {

    /** How it is printed; the same in every language but for {@link NotCounted}. */
    @JsonValue
    String print();

    record Count(long number) implements Value {
        @Override
        public String print() {
            return Long.toString(number);
        }
    }

    record Amount(Money money) implements Value {
        @Override
        public String print() {
            return money.toString();
        }
    }

    /** A share in percent with one decimal, half up; a zero denominator prints {@code /}. */
    record Rate(long numerator, long denominator) implements Value {
        @Override
        public String print() {
            return denominator == 0
                    ? "/"
                    : BigDecimal.valueOf(numerator)
                                    .movePointRight(2)
                                    .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
                            + "%";
        }
    }

    /** The source of the figure does not exist yet: never a zero. */
    record NotCounted() implements Value {
        @Override
        public String print() {
            return "未统计";
        }
    }
}
