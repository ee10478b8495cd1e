package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Capped;
import io.hazardreport.reward.Explanation.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Takes away what is above a limit or was given before, from the last grant backwards. */
final class CapCuts {

    /** Stands for what was given for the same hazard before. */
    static final String EARLIER = "EARLIER";

    private final List<Grant> grants;
    private final List<Capped> capped;
    private final RewardCase theCase;

    CapCuts(List<Grant> grants, RewardCase theCase, List<Capped> capped) {
        this.grants = new ArrayList<>(grants);
        this.theCase = theCase;
        this.capped = capped;
    }

    List<Grant> grants() {
        return grants;
    }

    /**
     * Decision first (what it may give in all was cut before it was shared), then person, then what was given for the same
     * hazard before, then what is shared over decisions; among equals in the order of the schedule.
     */
    void apply(List<Cap> caps) {
        for (CapScope scope : CapScope.values()) {
            if (scope == CapScope.PER_PERSON_MONTH) {
                deduct();
            }
            for (Cap cap : caps) {
                if (cap.scope() == scope && cap.counts()) {
                    count(cap);
                } else if (cap.scope() == scope && scope != CapScope.PER_DECISION) {
                    apply(cap);
                }
            }
        }
    }

    /** One beneficiary's component of one rule; without the rule, all his rules'. */
    private record Same(int ordinal, String rule, String component, String title) {

        static Same of(Earlier earlier) {
            return new Same(earlier.ordinal(), earlier.rule(), earlier.component(), earlier.title());
        }

        Same anyRule() {
            return new Same(ordinal, "", component, title);
        }

        boolean is(Grant grant) {
            return grant.ordinal() == ordinal
                    && (rule.isEmpty() || grant.rule().equals(rule))
                    && grant.component().equals(component)
                    && grant.title().equals(title);
        }
    }

    /** First what the same rule gave, then the rest of what was given, from the others. */
    private void deduct() {
        Map<Same, Long> given = new LinkedHashMap<>();
        Map<Same, Long> ended = new LinkedHashMap<>();
        for (Earlier earlier : theCase.earlier()) {
            if (earlier.isAmount()) {
                (earlier.origin() == Earlier.Origin.ENDED ? ended : given)
                        .merge(Same.of(earlier), earlier.units(), Math::addExact);
            } else if (earlier.origin() != Earlier.Origin.RELATED) {
                onceOnly(earlier);
            }
        }
        Map<Same, Long> rest = new LinkedHashMap<>();
        given.forEach((same, units) -> {
            long left = same.rule().isEmpty() ? units : deduct(same, units);
            rest.merge(same.anyRule(), left, Math::addExact);
        });
        ended.forEach(this::deduct);
        rest.forEach(this::deduct);
    }

    /** @return what there was not to deduct from */
    private long deduct(Same same, long units) {
        long there = sum(same::is);
        cut(EARLIER, there - units, same::is);
        return Math.max(0, units - there);
    }

    private void onceOnly(Earlier earlier) {
        Same same = Same.of(earlier);
        Same again = earlier.origin() == Earlier.Origin.ENDED ? same : same.anyRule();
        remove(EARLIER, again::is);
    }

    private void apply(Cap cap) {
        if (cap.scope().ofPerson()) {
            for (int ordinal : ordinals()) {
                cut(
                        cap.code(),
                        cap.amount() - usedBy(cap, ordinal),
                        g -> cap.mayCut(g.component()) && g.ordinal() == ordinal);
            }
            return;
        }
        TreeMap<String, List<Integer>> byValue = new TreeMap<>();
        List<Integer> all = new ArrayList<>(List.of(0));
        all.addAll(ordinals());
        all.forEach(ordinal -> byValue.computeIfAbsent(value(cap, ordinal), value -> new ArrayList<>())
                .add(ordinal));
        byValue.forEach((value, ordinals) -> {
            int one = ordinals.get(ordinals.size() - 1);
            cut(
                    cap.code(),
                    cap.amount() - usedBy(cap, one),
                    g -> cap.limits(g.component()) && ordinals.contains(g.ordinal()));
        });
    }

    private List<Integer> ordinals() {
        return List.copyOf(new TreeSet<>(
                theCase.reporters().stream().map(Beneficiary::ordinal).toList()));
    }

    private String value(Cap cap, int ordinal) {
        String by = cap.by();
        return by == null ? "" : theCase.factsOf(ordinal).apply(by);
    }

    private long usedBy(Cap cap, int ordinal) {
        if (!cap.scope().isShared()) {
            return 0;
        }
        return theCase.reporters().stream()
                .filter(b -> b.ordinal() == ordinal && cap.isPersonal(b.ownFacts()))
                .findFirst()
                .map(b -> b.used().getOrDefault(cap.code(), 0L))
                .orElseGet(() -> theCase.used().getOrDefault(cap.code(), 0L));
    }

    /** How often: each person once; who is above the limit has no amounts and goods. */
    private void count(Cap cap) {
        Map<String, Long> now = new TreeMap<>();
        for (int ordinal : ordinals()) {
            Predicate<Grant> his = g -> g.ordinal() == ordinal && !g.component().equals("HONOUR");
            boolean gets = grants.stream().anyMatch(his.and(Grant::isSomething));
            if (gets && !(cap.scope().isShared() && theCase.hadBefore(ordinal))) {
                String whose = cap.scope().ofPerson() ? "#" + ordinal : value(cap, ordinal);
                if (usedBy(cap, ordinal) + now.getOrDefault(whose, 0L) >= cap.amount()) {
                    capped.add(new Capped(ordinal, cap.code(), Cap.COUNT, 1, 0));
                    grants.removeIf(his);
                } else {
                    now.merge(whose, 1L, Long::sum);
                }
            }
        }
    }

    private long sum(Predicate<Grant> of) {
        return grants.stream().filter(of).mapToLong(Grant::units).sum();
    }

    private void remove(String cap, Predicate<Grant> of) {
        grants.stream().filter(of).forEach(g -> {
            long before = g.component().equals("HONOUR") ? 1 : g.units();
            capped.add(new Capped(g.ordinal(), cap, g.component(), before, 0));
        });
        grants.removeIf(of);
    }

    /**
     * Goods cannot be cut: in their order those that fit are given whole, and the others not at all.
     *
     * @param grants changed in place
     * @return what is left for what can be cut
     */
    static long goods(String cap, long left, List<Grant> grants, Predicate<Grant> of, List<Capped> capped) {
        long rest = Math.max(0, left);
        for (int i = 0; i < grants.size(); i++) {
            Grant grant = grants.get(i);
            if (grant.component().equals("GOODS") && of.test(grant)) {
                if (grant.units() <= rest) {
                    rest -= grant.units();
                } else {
                    capped.add(new Capped(grant.ordinal(), cap, "GOODS", grant.units(), 0));
                    grants.remove(i--);
                }
            }
        }
        return rest;
    }

    private void cut(String cap, long most, Predicate<Grant> all) {
        long left = goods(cap, most, grants, all, capped);
        Predicate<Grant> of = all.and(grant -> !grant.component().equals("GOODS"));
        long excess = sum(of) - left;
        for (int i = grants.size() - 1; i >= 0 && excess > 0; i--) {
            Grant grant = grants.get(i);
            if (of.test(grant) && grant.units() > 0) {
                long after = grant.units() - Math.min(grant.units(), excess);
                excess -= grant.units() - after;
                capped.add(new Capped(grant.ordinal(), cap, grant.component(), grant.units(), after));
                grants.set(i, grant.of(after));
            }
        }
    }
}
