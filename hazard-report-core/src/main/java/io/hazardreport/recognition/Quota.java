package io.hazardreport.recognition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many may have an honour (名额).
 *
 * @param places so many; null: by percent
 * @param percent of those counted, above 0 to 100; null: a fixed number
 * @param rounding how a part of a place is rounded; stated by the rule
 * @param atLeast never fewer, where anybody is counted at all; 0 or more
 */
public record Quota(@Nullable Integer places, @Nullable BigDecimal percent, RoundingMode rounding, int atLeast) {

    public Quota {
        if ((places == null) == (percent == null)) {
            throw new IllegalArgumentException("a quota is a number of places or a percent, not both or neither");
        }
    }

    /** The places for this many counted. */
    public int placesFor(int counted) {
        if (counted == 0) {
            return 0;
        }
        int exact = percent == null
                ? (places == null ? 0 : places)
                : BigDecimal.valueOf(counted)
                        .multiply(percent)
                        .divide(BigDecimal.valueOf(100), 0, rounding)
                        .intValueExact();
        return Math.min(counted, Math.max(atLeast, exact));
    }
}
