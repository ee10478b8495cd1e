package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.loop.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Works out one amount: exact until the last step, which rounds as the rule says. */
final class Figuring {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Rounding TO_THE_UNIT = new Rounding(1, RoundingMode.HALF_UP);

    /** @param how with its numbers, e.g. {@code 15% × 20000.00 = 3000.00} */
    record Figured(long units, String how) {}

    private final Rounding usual;
    private final Map<String, Long> chosen;
    private final Set<Role> choosers;
    private final List<Problem> problems;

    /** @param choosers the roles of who chose; empty: not asked */
    Figuring(@Nullable Rounding usual, Map<String, Long> chosen, Set<Role> choosers, List<Problem> problems) {
        this.usual = usual == null ? TO_THE_UNIT : usual;
        this.chosen = chosen;
        this.choosers = choosers;
        this.problems = problems;
    }

    static Figuring of(Schedule schedule, RewardCase theCase, List<Problem> problems) {
        return new Figuring(schedule.rounding().orElse(null), theCase.chosen(), theCase.choosers(), problems);
    }

    /**
     * @param choice the code under which the amount is chosen, where somebody chooses
     * @param facts value by name; empty when not known
     */
    Figured figure(Amount amount, String kind, String choice, UnaryOperator<String> facts) {
        try {
            return exactly(amount, kind, choice, facts);
        } catch (ArithmeticException tooBig) {
            problems.add(Problem.of("reward.amount-too-big", choice, "-", "≤ " + shown(kind, Long.MAX_VALUE)));
            return new Figured(0, "-");
        }
    }

    private Figured exactly(Amount amount, String kind, String choice, UnaryOperator<String> facts) {
        if (amount.base() instanceof Amount.Fixed fixed && amount.isPlain()) {
            return new Figured(fixed.value(), shown(kind, fixed.value()));
        }
        StringBuilder how = new StringBuilder(64);
        BigDecimal value = base(amount.base(), kind, choice, facts, how);
        if (amount.capFirst()) {
            value = uplifted(amount, clamped(amount, value, kind, how), facts, how);
        } else {
            value = clamped(amount, uplifted(amount, value, facts, how), kind, how);
        }
        long units = value.scale() <= 0 && !amount.needsRounding()
                ? value.longValueExact()
                : rounded(amount, value, how, kind);
        String result = shown(kind, units);
        if (result.contentEquals(how)) {
            return new Figured(units, result);
        }
        return new Figured(units, how.append(" = ").append(result).toString());
    }

    private long rounded(Amount amount, BigDecimal value, StringBuilder how, String kind) {
        Rounding rounding = amount.rounding() == null ? usual : amount.rounding();
        long units = rounding.apply(value);
        if (BigDecimal.valueOf(units).compareTo(value) != 0) {
            show(how.append(" ≈ ").append(rounding.mode()).append(' '), kind, rounding.step());
        }
        boolean capComesFirst = amount.capFirst() && !amount.uplifts().isEmpty();
        return capComesFirst ? units : clamped(amount, units, kind, how);
    }

    private BigDecimal base(
            Amount.Base base, String kind, String choice, UnaryOperator<String> facts, StringBuilder how) {
        if (base instanceof Amount.Fixed fixed) {
            show(how, kind, fixed.value());
            return BigDecimal.valueOf(fixed.value());
        }
        if (base instanceof Amount.Percent percent) {
            long of = FactTest.number(facts.apply(percent.of()));
            how.append(percent.percent().toPlainString()).append("% × ").append(Money.ofFen(of));
            // of yuan, not of fen: 1 % of 10,000.00 yuan is 100 points; a score is in hundredths as fen are
            return BigDecimal.valueOf(of, kind.equals("POINTS") ? 4 : 2).multiply(percent.percent());
        }
        if (base instanceof Amount.PerUnit perUnit) {
            long count = FactTest.number(facts.apply(perUnit.per()));
            show(how, kind, perUnit.each()).append(" × ").append(count);
            return BigDecimal.valueOf(Math.multiplyExact(perUnit.each(), count));
        }
        long value = chosen((Amount.Chosen) base, kind, choice);
        show(how, kind, value);
        return BigDecimal.valueOf(value);
    }

    /** Who chose has the role that the rule leaves it to. */
    void mayChoose(String choice, Role adjudicator) {
        if (!choosers.isEmpty() && !choosers.contains(adjudicator)) {
            problems.add(Problem.of("reward.adjudicator-role", choice, choosers, adjudicator.name()));
        }
    }

    private long chosen(Amount.Chosen range, String kind, String choice) {
        Long given = chosen.get(choice);
        Role adjudicator = range.adjudicator();
        if (given != null && adjudicator != null) {
            mayChoose(choice, adjudicator);
        }
        Long min = range.min();
        Long max = range.max();
        String allowed = max == null
                ? "≥ " + shown(kind, min == null ? 0 : min)
                : shown(kind, min == null ? 0 : min) + " - " + shown(kind, max);
        if (given == null) {
            problems.add(Problem.of("reward.amount-missing", choice, "-", allowed));
            return 0;
        }
        if (given < (min == null ? 0 : min) || (max != null && given > max)) {
            problems.add(Problem.of("reward.amount-outside-range", choice, shown(kind, given), allowed));
            return 0;
        }
        return given;
    }

    private BigDecimal clamped(Amount amount, BigDecimal value, String kind, StringBuilder how) {
        Long floor = amount.floor();
        Long cap = amount.cap();
        if (floor != null && value.compareTo(BigDecimal.valueOf(floor)) < 0) {
            show(how.append(" → ≥ "), kind, floor);
            return BigDecimal.valueOf(floor);
        }
        if (cap != null && value.compareTo(BigDecimal.valueOf(cap)) > 0) {
            show(how.append(" → ≤ "), kind, cap);
            return BigDecimal.valueOf(cap);
        }
        return value;
    }

    private long clamped(Amount amount, long units, String kind, StringBuilder how) {
        Long floor = amount.floor();
        Long cap = amount.cap();
        if (floor != null && units < floor) {
            show(how.append(" → ≥ "), kind, floor);
            return floor;
        }
        if (cap != null && units > cap) {
            show(how.append(" → ≤ "), kind, cap);
            return cap;
        }
        return units;
    }

    private static BigDecimal uplifted(
            Amount amount, BigDecimal value, UnaryOperator<String> facts, StringBuilder how) {
        BigDecimal percent = BigDecimal.ZERO;
        for (Amount.Uplift uplift : amount.uplifts()) {
            if (uplift.when().stream().allMatch(test -> test.holds(facts.apply(test.fact())))) {
                percent = percent.add(uplift.percent());
                how.append(" + ").append(uplift.percent().toPlainString());
                how.append("% (").append(uplift.code()).append(')');
            }
        }
        return percent.signum() == 0
                ? value
                : value.multiply(HUNDRED.add(percent)).movePointLeft(2).max(BigDecimal.ZERO);
    }

    private static StringBuilder show(StringBuilder how, String kind, long units) {
        return how.append(shown(kind, units));
    }

    /** An amount of this kind as people write it. */
    static String shown(String kind, long units) {
        return switch (kind) {
            case "CASH", "COLLECTIVE", "GOODS" -> Money.ofFen(units).toString();
            case "SCORE" -> BigDecimal.valueOf(units, 2).stripTrailingZeros().toPlainString();
            default -> Long.toString(units);
        };
    }
}
