package io.hazardreport.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.recognition.PointsMove.Kind;
import io.hazardreport.reward.PointsRule;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * One person's points: what was earned and redeemed, and, worked out from these, what lapsed. The oldest points are used
 * first. Points can be used until the day that is so many months after the day they were earned, that day included.
 *
 * @param lines day by day, each with the balance after it
 * @param balance 0 or more; below 0 only where points were taken back after they had been redeemed
 */
public record PointsAccount(
        @JsonProperty("lines") List<Line> lines,
        @JsonProperty("balance") long balance) {

    /** A move and the balance after it. */
    public record Line(
            @JsonProperty("move") PointsMove move,
            @JsonProperty("balance") long balance) {}

    public PointsAccount {
        lines = List.copyOf(lines);
    }

    /**
     * The account on {@code today}.
     *
     * @param moves earned and redeemed, in any order; later ones than {@code today} are left out
     */
    public static PointsAccount of(List<PointsMove> moves, PointsRule rule, LocalDate today) {
        Fold fold = new Fold(rule);
        moves.stream()
                .filter(move -> !move.day().isAfter(today))
                .sorted(Comparator.comparing(PointsMove::day).thenComparing(PointsMove::kind))
                .forEach(fold::take);
        fold.lapse(today.minusDays(1));
        return new PointsAccount(fold.lines, fold.balance);
    }

    /** How many were redeemed in all. */
    public long redeemed() {
        return lines.stream()
                .map(Line::move)
                .filter(move -> move.kind() == Kind.REDEEMED)
                .mapToLong(PointsMove::points)
                .sum();
    }

    /** How many can be redeemed: whole batches of what is there. */
    public long redeemable(PointsRule rule) {
        return balance <= 0 ? 0 : rule.redeemable(balance);
    }

    /** Points earned together, as far as they are left. */
    private record Lot(PointsMove earned, LocalDate lastDay, long left) {}

    private static final class Fold {

        private final PointsRule rule;
        private final Deque<Lot> lots = new ArrayDeque<>();
        private final List<Line> lines = new ArrayList<>();
        private long balance;
        private long owed;

        private Fold(PointsRule rule) {
            this.rule = rule;
        }

        private void take(PointsMove move) {
            lapse(move.day().minusDays(1));
            if (move.kind() == Kind.EARNED) {
                add(move, move.points());
                long settled = Math.min(owed, move.points());
                owed -= settled;
                if (move.points() > settled) {
                    lots.add(new Lot(move, lastDay(move.day()), move.points() - settled));
                }
            } else {
                add(move, -move.points());
                use(move.points());
            }
        }

        private void use(long points) {
            long left = points;
            while (left > 0 && !lots.isEmpty()) {
                Lot lot = lots.removeFirst();
                long used = Math.min(left, lot.left());
                left -= used;
                if (lot.left() > used) {
                    lots.addFirst(new Lot(lot.earned(), lot.lastDay(), lot.left() - used));
                }
            }
            owed += left;
        }

        private LocalDate lastDay(LocalDate earned) {
            Integer months = rule.expireMonths();
            return months == null ? LocalDate.MAX : earned.plusMonths(months);
        }

        /** Takes away what has no day left after {@code day}. */
        private void lapse(LocalDate day) {
            while (!lots.isEmpty() && !lots.getFirst().lastDay().isAfter(day)) {
                Lot lot = lots.removeFirst();
                add(
                        new PointsMove(
                                Kind.LAPSED,
                                lot.lastDay(),
                                lot.left(),
                                lot.earned().reference()),
                        -lot.left());
            }
        }

        private void add(PointsMove move, long change) {
            balance += change;
            lines.add(new Line(move, balance));
        }
    }
}
