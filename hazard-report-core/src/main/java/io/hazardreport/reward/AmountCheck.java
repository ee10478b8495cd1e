package io.hazardreport.reward;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an amount by itself: that it can be figured, and paid as it is written. */
final class AmountCheck {

    private final Map<String, FactType> types;
    private final boolean usuallyRounded;
    private final TestCheck tests;
    private final Findings found;

    /** @param usuallyRounded whether the schedule says how an amount is rounded that does not say so itself */
    AmountCheck(Map<String, FactType> types, boolean usuallyRounded, TestCheck tests, Findings found) {
        this.types = types;
        this.usuallyRounded = usuallyRounded;
        this.tests = tests;
        this.found = found;
    }

    void check(String path, String kind, Amount amount) {
        if (amount.base() instanceof Amount.Fixed fixed && fixed.value() <= 0) {
            found.error("reward.amount-not-positive", path, Figuring.shown(kind, fixed.value()), "> 0");
        } else if (amount.base() instanceof Amount.Chosen chosen) {
            chosen(path, kind, chosen);
        } else if (amount.base() instanceof Amount.Percent percent) {
            basis(path + ".of", percent.of(), FactType.Measure.MONEY);
            if (percent.percent().signum() <= 0) {
                found.error("reward.amount-not-positive", path + ".percent", percent.percent(), "> 0");
            }
        } else if (amount.base() instanceof Amount.PerUnit perUnit) {
            basis(path + ".per", perUnit.per(), FactType.Measure.NUMBER);
            if (perUnit.each() <= 0) {
                found.error("reward.amount-not-positive", path + ".each", Figuring.shown(kind, perUnit.each()), "> 0");
            }
        }
        Long floor = amount.floor();
        Long cap = amount.cap();
        if (floor != null && cap != null && floor > cap) {
            found.error("reward.range-inverted", path, range(kind, floor, cap), "floor ≤ cap");
        }
        asWritten(path, kind, amount);
        if (amount.needsRounding() && amount.rounding() == null && !usuallyRounded) {
            found.error("reward.no-rounding", path, "-", "rounding: { to, mode }");
        }
        for (int u = 0; u < amount.uplifts().size(); u++) {
            Amount.Uplift uplift = amount.uplifts().get(u);
            String at = path + ".uplifts[" + u + "]";
            tests.tests(at + ".when", uplift.when());
            if (uplift.percent().signum() <= 0) {
                found.error("reward.amount-not-positive", at + ".percent", uplift.percent(), "> 0");
            }
        }
    }

    /** What it starts from lies between its floor and its cap, or would never be paid as it is written. */
    private void asWritten(String path, String kind, Amount amount) {
        Long least = amount.base() instanceof Amount.Chosen chosen ? chosen.min() : fixed(amount);
        Long most = amount.base() instanceof Amount.Chosen chosen ? chosen.max() : fixed(amount);
        Long floor = amount.floor();
        Long cap = amount.cap();
        if (cap != null && least != null && least > cap) {
            found.error("reward.range-inverted", path + ".cap", range(kind, least, cap), from(amount) + " ≤ cap");
        }
        if (floor != null && most != null && floor > most && amount.uplifts().isEmpty()) {
            String to = amount.base() instanceof Amount.Chosen ? "to" : "fixed";
            found.error("reward.range-inverted", path + ".floor", range(kind, floor, most), "floor ≤ " + to);
        }
        if (cap != null && amount.base() instanceof Amount.PerUnit perUnit && perUnit.each() > cap) {
            String each = "≥ " + Figuring.shown(kind, perUnit.each()) + " (" + path + ".each)";
            found.warn("reward.cap-below-amount", path + ".cap", Figuring.shown(kind, cap), each);
        }
    }

    private static String from(Amount amount) {
        return amount.base() instanceof Amount.Chosen ? "from" : "fixed";
    }

    private static @Nullable Long fixed(Amount amount) {
        return amount.base() instanceof Amount.Fixed fixed ? (Long) fixed.value() : null;
    }

    private static String range(String kind, Long min, Long max) {
        return Figuring.shown(kind, min) + " - " + Figuring.shown(kind, max);
    }

    private void chosen(String path, String kind, Amount.Chosen chosen) {
        Long min = chosen.min();
        Long max = chosen.max();
        if (chosen.adjudicator() == null) {
            String shown = max == null
                    ? "≥ " + Figuring.shown(kind, min == null ? 0 : min)
                    : range(kind, min == null ? 0 : min, max);
            found.error("reward.no-adjudicator", path, shown, "adjudicator: ROLE");
        }
        if (max != null && max <= 0) {
            found.error("reward.amount-not-positive", path, Figuring.shown(kind, max), "> 0");
        }
        if (min != null && max != null && min > max) {
            found.error("reward.range-inverted", path, range(kind, min, max), "from ≤ to");
        }
    }

    private void basis(String path, String fact, FactType.Measure measure) {
        if (tests.known(path, fact)
                && !(types.get(fact) instanceof FactType.Quantity quantity && quantity.measure() == measure)) {
            found.error("reward.wrong-test", path, fact, measure.name());
        }
    }
}
