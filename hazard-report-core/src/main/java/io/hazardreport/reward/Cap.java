package io.hazardreport.reward;

import org.jspecify.annotations.Nullable;

/**
 * A limit; what is above it is not given.
 *
 * @param kind {@code CASH} (the collective's too) or {@code POINTS}
 * @param amount in fen or points
 * @param by the fact whose values are counted apart; null: none
 */
public record Cap(
        String code,
        CapScope scope,
        String kind,
        long amount,
        @Nullable String by) {

    boolean limits(String component) {
        return kind.equals(component) || (kind.equals("CASH") && component.equals("COLLECTIVE"));
    }
}
