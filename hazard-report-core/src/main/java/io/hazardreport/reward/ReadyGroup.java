package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Screen.Screened;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A group made ready to be applied to many cases. What comes of one that depends on nothing but values its rules name is
 * kept, as in a decision table filled where it is looked at.
 */
final class ReadyGroup {

    private static final int LARGEST_TABLE = 4096;

    private final Group group;
    private final List<ReadyRule> rules;
    private final Set<Sharing> sharings = EnumSet.noneOf(Sharing.class);
    private final Screen.Numbering numbering;
    private final @Nullable Outcome[] table;

    /** What a group comes to for the first reporter. */
    record Outcome(List<Earned> earned, List<Refused> refused) {

        Outcome {
            earned = List.copyOf(earned);
            refused = List.copyOf(refused);
        }
    }

    ReadyGroup(Schedule schedule, Group group, List<ReadyRule> rules, Screen screen) {
        this.group = group;
        this.rules = rules;
        sharings.add(schedule.sharing(group, null));
        group.rules().forEach(rule -> sharings.add(schedule.sharing(group, rule)));
        this.numbering = screen.numbering(
                group.rules().stream().flatMap(rule -> rule.when().stream()).toList(), LARGEST_TABLE);
        this.table = new Outcome[numbering.size()];
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

    /** The number of the first reporter's case; negative where its outcome is not kept. */
    int number(Screened screened, int ordinal) {
        return table.length == 0 || ordinal != Screen.FIRST ? -1 : numbering.of(screened);
    }

    @Nullable
    Outcome kept(int number) {
        return number < 0 ? null : table[number];
    }

    /** Two threads may keep the same twice: it is equal and cannot change. */
    void keep(int number, Outcome outcome) {
        table[number] = outcome;
    }
}
