package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.loop.Role;

/** How much money: a fixed amount, or a range within which somebody chooses. */
public sealed interface Amount {

    /** The least it can be. */
    Money min();

    /** The most it can be. */
    Money max();

    record Fixed(Money money) implements Amount {

        @Override
        public Money min() {
            return money;
        }

        @Override
        public Money max() {
            return money;
        }
    }

    /** @param adjudicator who chooses, both ends included */
    record Range(Money min, Money max, Role adjudicator) implements Amount {}
}
