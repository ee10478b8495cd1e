package io.hazardreport.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.recognition.PointsMove.Kind;
import io.hazardreport.reward.PointsRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One person's points: what came in and went out, and, worked out from these, what lapsed. Points that lapse first are
 * used first, of those that lapse together the oldest. What a day's account says never changes: later moves only add
 * lines.
 *
 * @param lines in the order of booking, each with the balance after it; on a day, what lapsed comes first
 * @param balance 0 or more; below 0 where points were taken back after they had been redeemed, until others settle that
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
     * The account on {@code today}. At most as much is taken back as has not lapsed, and at most as much is returned as the
     * redemption used; the lines say how much.
     *
     * @param moves in the order in which they were put on record; of a later day than {@code today}: left out
     */
    public static PointsAccount of(List<PointsMove> moves, LocalDate today) {
        PointsFold fold = new PointsFold();
        moves.stream()
                .filter(move -> !move.day().isAfter(today))
                .sorted(Comparator.comparing(PointsMove::day))
                .forEach(fold::take);
        return fold.account(today);
    }

    /** How many were redeemed in all, those that were returned left out. */
    public long redeemed() {
        return sum(Kind.REDEEMED) - sum(Kind.RETURNED);
    }

    private long sum(Kind kind) {
        return lines.stream()
                .map(Line::move)
                .filter(move -> move.kind() == kind)
                .mapToLong(PointsMove::points)
                .sum();
    }

    /** How many can be redeemed: whole batches of what is there. */
    public long redeemable(PointsRule rule) {
        return balance <= 0 ? 0 : rule.redeemable(balance);
    }
}
