package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule made ready to be applied to many cases.
 *
 * @param rules how many it has
 */
record Ready(Schedule schedule, Screen screen, List<ReadyGroup> groups, int rules) {

    static Ready of(Schedule schedule) {
        Screen screen = new Screen();
        List<List<ReadyRule>> rules = new ArrayList<>();
        for (Group group : schedule.groups()) {
            rules.add(group.rules().stream()
                    .map(rule -> new ReadyRule(schedule, group, rule, screen))
                    .toList());
        }
        List<ReadyGroup> groups = new ArrayList<>();
        for (Group group : schedule.groups()) {
            groups.add(new ReadyGroup(schedule, group, rules.get(groups.size()), screen));
        }
        int all = rules.stream().mapToInt(List::size).sum();
        return new Ready(schedule, screen, List.copyOf(groups), all);
    }

    int place(String group) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).code().equals(group)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no group " + group);
    }
}
