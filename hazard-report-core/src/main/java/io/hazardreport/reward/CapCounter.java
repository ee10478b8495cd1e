package io.hazardreport.reward;

import io.hazardreport.base.PersonKey;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.reward.Explanation.Grant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The counter row behind a cap that is shared over decisions. Printed as {@code code|period|value|P}, it may lie in an
 * event; whose it is is added when it is used. One that counts how often ends in {@code |1}.
 *
 * @param period month, quarter or year of the report's submission
 * @param value of the fact the cap counts apart; empty when it counts none
 */
public record CapCounter(Cap cap, String period, String value) {

    /** The counters of a schedule for a report submitted on this day. */
    public static List<CapCounter> of(Schedule schedule, LocalDate submittedOn, UnaryOperator<String> facts) {
        List<CapCounter> counters = new ArrayList<>();
        for (Cap cap : schedule.caps()) {
            if (cap.scope().isShared()) {
                String by = cap.by();
                counters.add(new CapCounter(cap, cap.scope().period(submittedOn), by == null ? "" : facts.apply(by)));
            }
        }
        return counters;
    }

    /**
     * For each grant in turn, the counters it counts against; one that counts how often is with the first of a person's grants only, and
     * with none where he was given something for the hazard before.
     *
     * @param counters the schedule's for facts by name
     */
    public static List<List<CapCounter>> counted(
            List<Grant> grants, RewardCase theCase, Function<UnaryOperator<String>, List<CapCounter>> counters) {
        List<List<CapCounter>> counted = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (Grant grant : grants) {
            List<CapCounter> mine = new ArrayList<>();
            for (CapCounter counter : counters.apply(theCase.factsOf(grant.ordinal()))) {
                boolean often = counter.cap().counts();
                if (counter.cap().takes(grant)
                        && (!often
                                || (!theCase.hadBefore(grant.ordinal())
                                        && once.add(grant.ordinal() + "|" + counter)))) {
                    mine.add(counter);
                }
            }
            counted.add(mine);
        }
        return counted;
    }

    /** @param person whose counter; not looked at for a cap of the unit */
    public CounterKey key(@Nullable PersonKey person) {
        return key(toString(), person);
    }

    /** The key behind a printed counter. */
    public static CounterKey key(String printed, @Nullable PersonKey person) {
        String[] parts = printed.split("\\|", -1);
        boolean ofPerson = parts[3].equals("P");
        return new CounterKey(
                "cap:" + parts[0] + (parts[2].isEmpty() ? "" : ":" + parts[2]),
                parts[1],
                ofPerson && person != null ? person.hex() : "");
    }

    @Override
    public String toString() {
        return String.join(
                        "|",
                        apart(cap.code()),
                        period,
                        apart(value),
                        cap.scope().ofPerson() ? "P" : "U")
                + (cap.counts() ? "|1" : "");
    }

    /** What a company calls something may have the bar in it. */
    private static String apart(String name) {
        return name.replace("%", "%25").replace("|", "%7C");
    }

    /** What a printed counter counted of an award of so many units. */
    public static long counted(String printed, long units) {
        return printed.split("\\|", -1).length > 4 ? 1 : units;
    }
}
