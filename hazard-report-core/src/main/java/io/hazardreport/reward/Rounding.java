package io.hazardreport.reward;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * To what and how an amount is rounded.
 *
 * @param step in the amount's smallest unit (fen, points, hundredths of a score); 1 or more
 */
public record Rounding(long step, RoundingMode mode) {

    public Rounding {
        if (step < 1) {
            throw new IllegalArgumentException("step " + step + ", allowed: ≥ 1");
        }
    }

    long apply(BigDecimal exact) {
        BigDecimal steps = exact.divide(BigDecimal.valueOf(step), 0, mode);
        return steps.longValueExact() * step;
    }
}
