package io.hazardreport.reward;

import io.hazardreport.reward.Screen.Screened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schedule made ready to be applied to many cases.
 *
 * @param rules how many it has
 */
record Ready(Schedule schedule, Screen screen, List<ReadyGroup> groups, int rules, Cells cells) {

    private static final Map<String, FactType> STANDARD = Map.copyOf(FactTypes.standard(List.of(), List.of()));

    static Ready of(Schedule schedule) {
        Screen screen = new Screen(types(schedule));
        List<ReadyGroup> groups = new ArrayList<>();
        int all = 0;
        for (Group group : schedule.groups()) {
            List<ReadyRule> rules = group.rules().stream()
                    .map(rule -> new ReadyRule(schedule, group, rule, screen))
                    .toList();
            groups.add(new ReadyGroup(schedule, group, rules));
            all += rules.size();
        }
        return new Ready(schedule, screen, List.copyOf(groups), all, new Cells(screen.size()));
    }

    private static Map<String, FactType> types(Schedule schedule) {
        if (schedule.facts().isEmpty()) {
            return STANDARD;
        }
        Map<String, FactType> types = new HashMap<>(STANDARD);
        types.putAll(schedule.facts());
        return types;
    }

    int place(String group) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).code().equals(group)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no group " + group);
    }

    /** The rule that gave this; null: somebody did by hand, or two rules go by the same code. */
    @Nullable
    ReadyRule rule(Earned earned) {
        ReadyRule found = null;
        for (ReadyRule rule : groups.get(place(earned.group())).rules()) {
            if (rule.code().equals(earned.rule())) {
                if (found != null) {
                    return null;
                }
                found = rule;
            }
        }
        return found;
    }

    /**
     * The case where nothing but facts enters into it: one entitled reporter, no limits, and nothing given before; else null.
     * What was chosen enters only where an amount is not fixed.
     */
    @Nullable
    Screened onlyFacts(RewardCase theCase) {
        if (!schedule.caps().isEmpty()
                || theCase.reporters().size() != 1
                || !theCase.earlier().isEmpty()) {
            return null;
        }
        Beneficiary only = theCase.reporters().get(0);
        return only.ordinal() == Screen.FIRST && only.isEntitled() ? screen.of(only.facts(theCase.facts())) : null;
    }
}
