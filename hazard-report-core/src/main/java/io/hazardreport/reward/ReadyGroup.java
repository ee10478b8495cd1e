package io.hazardreport.reward;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A group made ready to be applied to many cases. */
final class ReadyGroup {

    private final Group group;
    private final List<ReadyRule> rules;
    private final Set<Sharing> sharings = EnumSet.noneOf(Sharing.class);

    ReadyGroup(Schedule schedule, Group group, List<ReadyRule> rules) {
        this.group = group;
        this.rules = rules;
        sharings.add(schedule.sharing(group, null));
        group.rules().forEach(rule -> sharings.add(schedule.sharing(group, rule)));
    }

    String code() {
        return group.code();
    }

    Group group() {
        return group;
    }

    List<ReadyRule> rules() {
        return rules;
    }

    /** Whether anything it may give is shared in such a way. */
    boolean isLookedAt(Predicate<Sharing> counts) {
        for (Sharing sharing : sharings) {
            if (counts.test(sharing)) {
                return true;
            }
        }
        return false;
    }
}
