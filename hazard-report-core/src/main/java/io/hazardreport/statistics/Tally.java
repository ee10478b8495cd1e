package io.hazardreport.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts by cell. Merging is commutative and associative with {@link #ZERO} as neutral, so units, months and shards may
 * be added in any order. Immutable.
 */
public final class Tally {

    public static final Tally ZERO = new Tally(Map.of());

    private final Map<Cell, Long> counts;

    private Tally(Map<Cell, Long> counts) {
        this.counts = counts;
    }

    /** Collects counts of one thread. */
    public static final class Builder {

        private final Map<Cell, Long> counts = new HashMap<>();

        public Builder add(Cell cell, long count) {
            counts.merge(cell, count, Math::addExact);
            return this;
        }

        public Builder add(Tally other) {
            other.counts.forEach(this::add);
            return this;
        }

        public Tally build() {
            Map<Cell, Long> kept = new HashMap<>(counts);
            kept.values().removeIf(count -> count == 0);
            return new Tally(Map.copyOf(kept));
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public Tally plus(Tally other) {
        return builder().add(this).add(other).build();
    }

    /** A flow or first-time figure over whole days, both ends included. */
    public long flow(Figure figure, LocalDate from, LocalDate to, Predicate<Cell> where) {
        return sum(cell -> cell.figure() == figure
                && !cell.day().isBefore(from)
                && !cell.day().isAfter(to)
                && where.test(cell));
    }

    /** A stock at the end of a day: all that came in less all that went out until then. */
    public long stock(Figure figure, LocalDate day, Predicate<Cell> where) {
        return sum(cell -> cell.figure() == figure && !cell.day().isAfter(day) && where.test(cell));
    }

    private long sum(Predicate<Cell> where) {
        return counts.entrySet().stream()
                .filter(entry -> where.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally tally && counts.equals(tally.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "Tally[" + counts.size() + " cells]";
    }
}
