package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.Explanation.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Divides what one report earned among those who signed it; the parts always add up to the whole. */
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

    /** @param entitled in order, the first one first; at least one */
    List<Grant> divide(List<Grant> whole, List<Beneficiary> entitled) {
        List<Integer> parts = weights(entitled);
        List<Grant> grants = new ArrayList<>();
        for (Grant grant : whole) {
            if (grant.component().equals("COLLECTIVE")) {
                grants.add(grant.to(0));
            } else if (!isDivided(grant)) {
                entitled.forEach(b -> grants.add(grant.to(b.ordinal())));
            } else {
                List<Long> units = units(grant.units(), parts);
                for (int i = 0; i < entitled.size(); i++) {
                    grants.add(grant.to(entitled.get(i).ordinal()).of(units.get(i)));
                }
            }
        }
        return grants;
    }

    private boolean isDivided(Grant grant) {
        return switch (grant.component()) {
            case "CASH", "POINTS" -> true;
            case "SCORE" -> schedule.divideScore();
            default -> false;
        };
    }

    private List<Integer> weights(List<Beneficiary> entitled) {
        if (schedule.sharing() != Sharing.WEIGHTED || entitled.size() == 1) {
            return entitled.stream().map(b -> 1).toList();
        }
        List<Integer> given =
                entitled.stream().map(b -> weights.getOrDefault(b.ordinal(), 0)).toList();
        int sum = given.stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE || given.stream().anyMatch(weight -> weight < 0)) {
            problems.add(Problem.of("reward.weights-not-whole", "weights", given, "= " + WHOLE + " (100 %)"));
            return entitled.stream().map(b -> 1).toList();
        }
        return given;
    }

    private List<Long> units(long whole, List<Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        List<Long> units = new ArrayList<>();
        long left = whole;
        for (int weight : weights) {
            long part = Math.multiplyExact(whole, weight) / sum;
            units.add(part);
            left -= part;
        }
        spread(units, left);
        return units;
    }

    private void spread(List<Long> units, long left) {
        switch (schedule.remainder()) {
            case ALL_TO_FIRST -> units.set(0, units.get(0) + left);
            case ALL_TO_LAST -> units.set(units.size() - 1, units.get(units.size() - 1) + left);
            case ONE_FEN_EACH -> {
                for (int i = 0; i < left; i++) {
                    units.set(i, units.get(i) + 1);
                }
            }
        }
    }
}
