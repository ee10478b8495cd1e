package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Capped;
import io.hazardreport.reward.Explanation.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Takes away what is above a limit, from the last grant backwards. */
final class CapCuts {

    /** Stands for what was given for the same hazard before. */
    static final String EARLIER = "EARLIER";

    private final List<Grant> grants;
    private final List<Capped> capped = new ArrayList<>();

    CapCuts(List<Grant> grants) {
        this.grants = new ArrayList<>(grants);
    }

    List<Grant> grants() {
        return grants;
    }

    List<Capped> capped() {
        return capped;
    }

    /** Only what is more than was given before. */
    private void deduct(List<Beneficiary> beneficiaries) {
        for (Beneficiary beneficiary : beneficiaries) {
            if (beneficiary.earlier() > 0) {
                Predicate<Grant> his = g -> g.component().equals("CASH") && g.ordinal() == beneficiary.ordinal();
                cut(EARLIER, sum(his) - beneficiary.earlier(), his);
            }
        }
    }

    /**
     * Decision first, then person, then what was given for the same hazard before, then what is shared over decisions;
     * among equals in the order of the schedule.
     */
    void apply(List<Cap> caps, List<Beneficiary> beneficiaries, Map<String, Long> usedByUnit) {
        for (CapScope scope : CapScope.values()) {
            if (scope == CapScope.PER_PERSON_MONTH) {
                deduct(beneficiaries);
            }
            for (Cap cap : caps) {
                if (cap.scope() == scope) {
                    apply(cap, beneficiaries, usedByUnit);
                }
            }
        }
    }

    private void apply(Cap cap, List<Beneficiary> beneficiaries, Map<String, Long> usedByUnit) {
        if (!cap.scope().ofPerson()) {
            long used = cap.scope().isShared() ? usedByUnit.getOrDefault(cap.code(), 0L) : 0;
            cut(cap.code(), cap.amount() - used, g -> cap.limits(g.component()));
            return;
        }
        TreeSet<Integer> done = new TreeSet<>();
        for (Beneficiary beneficiary : beneficiaries) {
            if (done.add(beneficiary.ordinal())) {
                long used = cap.scope().isShared() ? beneficiary.used().getOrDefault(cap.code(), 0L) : 0;
                cut(
                        cap.code(),
                        cap.amount() - used,
                        g -> g.component().equals(cap.kind()) && g.ordinal() == beneficiary.ordinal());
            }
        }
    }

    private long sum(Predicate<Grant> of) {
        return grants.stream().filter(of).mapToLong(Grant::units).sum();
    }

    private void cut(String cap, long left, Predicate<Grant> of) {
        long excess = sum(of) - Math.max(0, left);
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
