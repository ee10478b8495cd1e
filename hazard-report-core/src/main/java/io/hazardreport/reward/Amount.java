package io.hazardreport.reward;

import io.hazardreport.loop.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much, in the component's smallest unit: fen, points, hundredths of a score.
 *
 * @param base what it starts from
 * @param floor never less; null: no floor
 * @param cap never more; null: no cap
 * @param uplifts what is added for circumstances; the percents of those that hold add up
 * @param capFirst whether floor and cap come before the uplift; else after it
 * @param rounding where percents make fractions; null: the schedule's
 */
public record Amount(
        Base base,
        @Nullable Long floor,
        @Nullable Long cap,
        List<Uplift> uplifts,
        boolean capFirst,
        @Nullable Rounding rounding) {

    public Amount {
        uplifts = List.copyOf(uplifts);
    }

    /** What an amount starts from. */
    public sealed interface Base {}

    public record Fixed(long value) implements Base {}

    /**
     * Somebody chooses, both ends included.
     *
     * @param min null: 0
     * @param max null: no upper end, which takes an adjudicator
     * @param adjudicator who chooses; null: nobody, which is a fault
     */
    public record Chosen(
            @Nullable Long min,
            @Nullable Long max,
            @Nullable Role adjudicator) implements Base {}

    /** @param of the money fact it is a part of */
    public record Percent(BigDecimal percent, String of) implements Base {}

    /** @param per the number fact it is multiplied by */
    public record PerUnit(long each, String per) implements Base {}

    /** @param percent of the amount, added when the tests hold */
    public record Uplift(String code, List<FactTest> when, BigDecimal percent) {

        public Uplift {
            when = List.copyOf(when);
        }
    }

    static Amount fixed(long value) {
        return new Amount(new Fixed(value), null, null, List.of(), false, null);
    }

    /** Whether nothing changes what it starts from. */
    boolean isPlain() {
        return floor == null && cap == null && uplifts.isEmpty();
    }

    /** Whether fractions can come of it. */
    boolean needsRounding() {
        return base instanceof Percent || !uplifts.isEmpty();
    }

    /** The least it can be, where that can be told. */
    Optional<Long> least() {
        if (floor != null && !capFirst) {
            return Optional.of(floor);
        }
        if (base instanceof Fixed fixed) {
            return Optional.of(clamped(fixed.value()));
        }
        if (base instanceof Chosen chosen) {
            Long min = chosen.min();
            return Optional.of(clamped(min == null ? 0 : min));
        }
        return Optional.ofNullable(floor);
    }

    /** The most it can be; empty where there is no such thing. */
    Optional<Long> most() {
        if (cap != null && (!capFirst || uplifts.isEmpty())) {
            return Optional.of(cap);
        }
        if (!uplifts.isEmpty()) {
            return Optional.empty();
        }
        if (base instanceof Fixed fixed) {
            return Optional.of(clamped(fixed.value()));
        }
        return base instanceof Chosen chosen && chosen.max() != null
                ? Optional.of(clamped(chosen.max()))
                : Optional.empty();
    }

    private long clamped(long value) {
        long high = cap == null ? value : Math.min(value, cap);
        return floor == null ? high : Math.max(high, floor);
    }
}
