package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Capped;
import io.hazardreport.reward.Explanation.Grant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what one decision may give, before it is divided. Where several have the full amount, all are cut in proportion, and
 * what that leaves over goes where a split's remainder goes; who came later at discretion is cut before.
 */
final class DecisionCaps {

    private final Remainder remainder;
    private final List<Capped> capped;

    DecisionCaps(Remainder remainder, List<Capped> capped) {
        this.remainder = remainder;
        this.capped = capped;
    }

    /**
     * @param parts what each would have, the first before it is divided; changed in place
     * @param later what who came later would have
     */
    void apply(List<Cap> caps, List<List<Grant>> parts, List<List<Grant>> later) {
        for (Cap cap : caps) {
            if (cap.scope() == CapScope.PER_DECISION && !cap.counts()) {
                long before = sum(cap, parts);
                long left = cap.amount() - before;
                for (int i = later.size() - 1; i >= 0; i--) {
                    long rest = later.subList(0, i).stream()
                            .mapToLong(part -> sum(cap, List.of(part)))
                            .sum();
                    cut(cap, later.get(i), Math.max(0, left - rest));
                }
                if (before > cap.amount()) {
                    proportionally(cap, parts);
                }
            }
        }
    }

    private static long sum(Cap cap, List<List<Grant>> parts) {
        return parts.stream()
                .flatMap(List::stream)
                .filter(grant -> cap.limits(grant.component()))
                .mapToLong(Grant::units)
                .sum();
    }

    private void proportionally(Cap cap, List<List<Grant>> parts) {
        List<Long> weights = parts.stream().map(part -> sum(cap, List.of(part))).toList();
        List<Long> targets = new ArrayList<>(Shares.parts(cap.amount(), weights, remainder));
        long over = 0;
        for (int i = 0; i < parts.size(); i++) {
            long most = Math.min(targets.get(i), weights.get(i));
            over += targets.get(i) - most;
            targets.set(i, most);
        }
        for (int i = 0; i < parts.size() && over > 0; i++) {
            long more = Math.min(over, weights.get(i) - targets.get(i));
            targets.set(i, targets.get(i) + more);
            over -= more;
        }
        for (int i = 0; i < parts.size(); i++) {
            cut(cap, parts.get(i), targets.get(i));
        }
    }

    /** From the last grant backwards. */
    private void cut(Cap cap, List<Grant> part, long most) {
        long left = CapCuts.goods(cap.code(), most, part, grant -> cap.limits(grant.component()), capped);
        long goods = part.stream()
                .filter(grant -> grant.component().equals("GOODS") && cap.limits(grant.component()))
                .mapToLong(Grant::units)
                .sum();
        long excess = sum(cap, List.of(part)) - goods - left;
        for (int i = part.size() - 1; i >= 0 && excess > 0; i--) {
            Grant grant = part.get(i);
            if (cap.limits(grant.component()) && !grant.component().equals("GOODS") && grant.units() > 0) {
                long after = grant.units() - Math.min(grant.units(), excess);
                excess -= grant.units() - after;
                capped.add(new Capped(grant.ordinal(), cap.code(), grant.component(), grant.units(), after));
                part.set(i, grant.of(after));
            }
        }
    }
}
