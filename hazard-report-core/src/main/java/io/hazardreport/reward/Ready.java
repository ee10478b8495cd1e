package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A schedule made ready to be applied to many cases. */
record Ready(Schedule schedule, Screen screen, List<ReadyGroup> groups) {

    record ReadyGroup(Group group, List<ReadyRule> rules, List<Sharing> sharings) {

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

    static Ready of(Schedule schedule) {
        Screen screen = new Screen();
        List<ReadyGroup> groups = new ArrayList<>();
        for (Group group : schedule.groups()) {
            List<ReadyRule> rules = new ArrayList<>();
            List<Sharing> sharings = new ArrayList<>(List.of(schedule.sharing(group, null)));
            for (Rule rule : group.rules()) {
                rules.add(new ReadyRule(schedule, group, rule, screen));
                sharings.add(schedule.sharing(group, rule));
            }
            groups.add(new ReadyGroup(
                    group, List.copyOf(rules), sharings.stream().distinct().toList()));
        }
        return new Ready(schedule, screen, List.copyOf(groups));
    }

    int place(String group) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).group().code().equals(group)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no group " + group);
    }
}
