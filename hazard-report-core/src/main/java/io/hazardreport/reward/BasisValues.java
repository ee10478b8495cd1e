package io.hazardreport.reward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of what amounts are a part or a multiple of at which two payouts may be furthest apart: the ends of what it
 * can be, where a floor ends or a cap begins, and round numbers between, so that examples are no bigger than they must be.
 */
final class BasisValues {

    private static final int MOST = 4_000;

    private BasisValues() {}

    /** What one basis can be in the cases looked at. */
    record Range(long least, long most) {}

    /** What of a region can make a difference to what these rules give. */
    static String where(Region region, List<Rule> rules, Set<String> bases, FactAtoms atoms) {
        Set<String> asked = new TreeSet<>(bases);
        rules.stream()
                .flatMap(rule -> rule.then().stream())
                .flatMap(component -> component.quantity().stream())
                .flatMap(amount -> amount.uplifts().stream())
                .flatMap(uplift -> uplift.when().stream())
                .forEach(test -> asked.add(test.fact()));
        StringBuilder where = new StringBuilder();
        for (int f = 0; f < atoms.size(); f++) {
            where.append(asked.contains(atoms.facts().get(f)) ? region.at(f) : "")
                    .append(' ');
        }
        return where.toString();
    }

    /** What each can be in a region of cases; of one without an end, up to far out. */
    static Map<String, Range> ranges(Set<String> bases, Region region, FactAtoms atoms, Map<String, FactType> types) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        for (String basis : bases) {
            int f = atoms.facts().indexOf(basis);
            if (f >= 0 && !region.at(f).isEmpty()) {
                BitSet at = region.at(f);
                ranges.put(
                        basis,
                        new Range(
                                FactTest.number(atoms.first(f, at.nextSetBit(0))),
                                FactTest.number(atoms.last(f, at.length() - 1))));
            } else if (types.get(basis) instanceof FactType.Quantity quantity) {
                Long max = quantity.max();
                ranges.put(basis, new Range(quantity.min(), max == null ? quantity.min() + FactAtoms.FAR : max));
            }
        }
        return ranges;
    }

    /** Every combination; empty where there are too many. */
    static List<Map<String, String>> of(Map<String, Range> ranges, List<Rule> rules) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, Range> each : ranges.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (long value : values(each.getKey(), each.getValue(), rules)) {
                for (Map<String, String> before : all) {
                    Map<String, String> one = new LinkedHashMap<>(before);
                    one.put(each.getKey(), Long.toString(value));
                    longer.add(one);
                }
            }
            all = longer;
            if (all.size() > MOST) {
                return List.of();
            }
        }
        return all;
    }

    private static Set<Long> values(String basis, Range range, List<Rule> rules) {
        Set<Long> values = new TreeSet<>();
        for (Rule rule : rules) {
            for (Component component : rule.then()) {
                component
                        .quantity()
                        .filter(amount -> Earning.basis(amount).equals(basis))
                        .ifPresent(amount -> bends(amount, component.kind(), values));
            }
        }
        for (long round = 1; round <= range.most() / 10; round *= 10) {
            values.add(round);
            values.add(round * 10);
        }
        values.removeIf(value -> value < range.least() || value > range.most());
        values.add(range.least());
        values.add(range.most());
        return values;
    }

    /** Where the floor ends and the cap begins. */
    private static void bends(Amount amount, String kind, Set<Long> values) {
        BigDecimal each = amount.base() instanceof Amount.Percent percent
                ? percent.percent().movePointLeft(kind.equals("POINTS") ? 4 : 2)
                : amount.base() instanceof Amount.PerUnit perUnit
                        ? BigDecimal.valueOf(perUnit.each())
                        : BigDecimal.ZERO;
        for (Long limit : new Long[] {amount.floor(), amount.cap()}) {
            if (limit != null && each.signum() > 0) {
                long at = BigDecimal.valueOf(limit)
                        .divide(each, 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE - 1))
                        .longValueExact();
                values.add(at);
                values.add(at + 1);
            }
        }
    }
}
