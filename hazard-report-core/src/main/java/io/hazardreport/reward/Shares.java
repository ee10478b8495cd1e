package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.Explanation.Grant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides what one report earned among those who signed it; the parts always add up to the whole. What a split leaves over
 * is left over once for all amounts of a kind, not once for each rule.
 */
final class Shares {

    private static final int WHOLE = 10_000;

    private final Schedule schedule;
    private final Map<Integer, Integer> weights;
    private final List<Problem> problems;

    Shares(Schedule schedule, Map<Integer, Integer> weights, List<Problem> problems) {
        this.schedule = schedule;
        this.weights = weights;
        this.problems = problems;
    }

    /**
     * @param whole only what {@link #divides divides} and the collective's
     * @param entitled in order, the first one first; at least one
     */
    List<Grant> divide(List<Grant> whole, List<Beneficiary> entitled, Sharing sharing) {
        List<Integer> parts = weights(entitled, sharing);
        Map<String, List<Grant>> divided = new LinkedHashMap<>();
        List<Grant> grants = new ArrayList<>();
        for (Grant grant : whole) {
            if (grant.component().equals("COLLECTIVE")) {
                grants.add(grant.to(0));
            } else {
                divided.computeIfAbsent(grant.component(), component -> new ArrayList<>())
                        .add(grant);
            }
        }
        divided.values().forEach(same -> {
            List<List<Long>> units = units(same.stream().map(Grant::units).toList(), parts, schedule.remainder());
            for (int row = 0; row < same.size(); row++) {
                for (int i = 0; i < entitled.size(); i++) {
                    long part = units.get(row).get(i);
                    grants.add(same.get(row).to(entitled.get(i).ordinal()).of(part));
                }
            }
        });
        return grants;
    }

    /** Whether there is one of it for all who signed: what they divide, and the collective's. */
    static boolean divides(Grant grant, Schedule schedule) {
        return switch (grant.component()) {
            case "CASH", "POINTS", "COLLECTIVE" -> true;
            case "SCORE" -> schedule.divideScore();
            default -> false;
        };
    }

    private List<Integer> weights(List<Beneficiary> entitled, Sharing sharing) {
        if (sharing != Sharing.WEIGHTED || entitled.size() == 1) {
            return entitled.stream().map(b -> 1).toList();
        }
        List<Integer> given =
                entitled.stream().map(b -> weights.getOrDefault(b.ordinal(), 0)).toList();
        long sum = given.stream().mapToLong(Integer::longValue).sum();
        if (sum != WHOLE || given.stream().anyMatch(weight -> weight < 0)) {
            problems.add(Problem.of("reward.weights-not-whole", "weights", given, "= " + WHOLE + " (100 %)"));
            return entitled.stream().map(b -> 1).toList();
        }
        return given;
    }

    /** By row and part; each row adds up to its amount, and each column to its part of the sum of all rows. */
    private static List<List<Long>> units(List<Long> rows, List<Integer> parts, Remainder remainder) {
        List<Long> open =
                new ArrayList<>(parts(rows.stream().mapToLong(Long::longValue).sum(), longs(parts), remainder));
        List<List<Long>> table = new ArrayList<>();
        for (long row : rows) {
            List<Long> floors = floors(row, longs(parts));
            for (int i = 0; i < floors.size(); i++) {
                open.set(i, open.get(i) - floors.get(i));
            }
            table.add(floors);
        }
        for (int row = 0; row < rows.size(); row++) {
            List<Long> cells = table.get(row);
            long left =
                    rows.get(row) - cells.stream().mapToLong(Long::longValue).sum();
            for (int i = 0; i < cells.size() && left > 0; i++) {
                long more = Math.min(left, open.get(i));
                cells.set(i, cells.get(i) + more);
                open.set(i, open.get(i) - more);
                left -= more;
            }
        }
        return table;
    }

    private static List<Long> longs(List<Integer> parts) {
        return parts.stream().map(Integer::longValue).toList();
    }

    /** The whole in proportion to the weights; what is left over goes as said, to nobody whose weight is zero. */
    static List<Long> parts(long whole, List<Long> weights, Remainder remainder) {
        List<Long> parts = floors(whole, weights);
        long left = whole - parts.stream().mapToLong(Long::longValue).sum();
        List<Integer> takers = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                takers.add(i);
            }
        }
        for (int i = 0; left > 0 && !takers.isEmpty(); i++) {
            int taker = remainder == Remainder.ALL_TO_LAST ? takers.get(takers.size() - 1) : takers.get(i);
            long more = remainder == Remainder.ONE_FEN_EACH ? 1 : left;
            parts.set(taker, parts.get(taker) + more);
            left -= more;
        }
        return parts;
    }

    private static List<Long> floors(long whole, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> floors = new ArrayList<>();
        for (long weight : weights) {
            floors.add(sum == 0 ? 0 : floor(whole, weight, sum));
        }
        return floors;
    }

    private static long floor(long whole, long weight, long sum) {
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(sum))
                .longValueExact();
    }
}
