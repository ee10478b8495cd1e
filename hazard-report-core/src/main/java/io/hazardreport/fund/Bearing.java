package io.hazardreport.fund;

import io.hazardreport.base.Money;

/**
 * Who bears an amount.
 *
 * @param coordinated the part the source could not bear; zero to the whole amount
 */
public record Bearing(String source, Money amount, Money coordinated) {

    public Bearing {
        if (coordinated.isNegative() || coordinated.compareTo(amount) > 0) {
            throw new IllegalArgumentException("coordinated " + coordinated + " of " + amount + ", allowed: 0 to all");
        }
    }

    public Money fromSource() {
        return amount.minus(coordinated);
    }
}
