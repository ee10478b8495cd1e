package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How finance pays.
 *
 * @param dispatched how dispatched workers are paid: directly or through their agency
 * @param payItem what finance sees instead of the report
 * @param taxPercent withheld from, or borne on top of, each amount; zero: the payer settles tax elsewhere
 */
public record PaymentRules(Route dispatched, Text payItem, BigDecimal taxPercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Directly, as a safety contribution award, without tax. */
    public static PaymentRules standard() {
        return new PaymentRules(Route.DIRECT, Text.of("安全贡献奖励", "safety contribution award"), BigDecimal.ZERO);
    }

    /** What one amount means in money: {@code gross = tax + net}. */
    public record Taxed(Money gross, Money tax, Money net) {}

    /**
     * @param included whether the amount includes tax (含税); else the company bears it on top
     */
    public Taxed taxed(Money amount, boolean included) {
        if (taxPercent.signum() == 0) {
            return new Taxed(amount, Money.ZERO, amount);
        }
        BigDecimal fen = BigDecimal.valueOf(amount.fen());
        if (included) {
            Money tax = Money.ofFen(fen.multiply(taxPercent)
                    .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                    .longValueExact());
            return new Taxed(amount, tax, amount.minus(tax));
        }
        Money gross = Money.ofFen(fen.multiply(HUNDRED)
                .divide(HUNDRED.subtract(taxPercent), 0, RoundingMode.HALF_UP)
                .longValueExact());
        return new Taxed(gross, gross.minus(amount), amount);
    }
}
