package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount of yuan, held exactly in fen. Immutable; arithmetic overflows loudly; rounding never happens by itself.
 * Written and read as a decimal with two places ({@code "1200.00"}). It knows no other currency.
 *
 * @param fen hundredths of a yuan; may be negative (a reversal)
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return ofFen(Math.multiplyExact(yuan, 100L));
    }

    /**
     * Reads {@code "1200"}, {@code "1200.5"} or {@code "1200.00"}.
     *
     * @throws InvalidInputException when it is blank, no number, or finer than a fen
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money parse(String yuan) {
        try {
            return ofFen(new BigDecimal(yuan.strip()).movePointRight(2).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InvalidInputException(Problem.of("base.not-an-amount", "amount", yuan, "1200.00"));
        }
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money times(long factor) {
        return ofFen(Math.multiplyExact(fen, factor));
    }

    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    /** {@code numerator / denominator} of this amount, rounded to the fen as told. */
    public Money fraction(long numerator, long denominator, RoundingMode rounding) {
        return ofFen(BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, rounding)
                .longValueExact());
    }

    /** Equal shares that sum to the whole; the fen left over go one each to the first shares. */
    public List<Money> split(int shares) {
        if (shares < 1) {
            throw new IllegalArgumentException("shares = " + shares + ", allowed: at least 1");
        }
        long each = Math.floorDiv(fen, shares);
        long left = Math.floorMod(fen, (long) shares);
        List<Money> parts = new ArrayList<>(shares);
        for (int i = 0; i < shares; i++) {
            parts.add(ofFen(i < left ? each + 1 : each));
        }
        return List.copyOf(parts);
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    @JsonValue
    public String toString() {
        long whole = fen / 100;
        long rest = Math.abs(fen % 100);
        return (fen < 0 && whole == 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
    }
}
