package io.hazardreport.fund;

import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.journal.CounterKey;
import java.util.Optional;

/**
 * What pays rewards: safety production expense (安全生产费用) where it applies, wages, union, or other own means.
 *
 * @param code stable, written on every ledger line
 * @param yearlyBudget a hard limit for a calendar year; empty when there is none
 */
public record FundSource(String code, Text name, Optional<Money> yearlyBudget) {

    /** The counter of what it has borne in a year. */
    public CounterKey counter(int year) {
        return counter(code, year);
    }

    public static CounterKey counter(String code, int year) {
        return new CounterKey("budget:" + code, Integer.toString(year), "");
    }

    /** The highest the counter may go, in fen. */
    public long ceiling() {
        return yearlyBudget.map(Money::fen).orElse(Long.MAX_VALUE);
    }

    /** The counter of what internal coordination (内部协调) bore for all sources in a year; it has no ceiling. */
    public static CounterKey coordination(int year) {
        return new CounterKey("coordination", Integer.toString(year), "");
    }

    /** How an amount is borne when {@code used} of the budget is gone: as much as is left, the rest by coordination. */
    public Bearing bear(Money amount, Money used) {
        Money left =
                yearlyBudget.map(budget -> budget.minus(used).max(Money.ZERO)).orElse(amount);
        return new Bearing(code, amount, amount.minus(amount.min(left)));
    }
}
