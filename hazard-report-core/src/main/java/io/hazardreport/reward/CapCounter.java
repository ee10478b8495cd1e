package io.hazardreport.reward;

import io.hazardreport.base.PersonKey;
import io.hazardreport.journal.CounterKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The counter row behind a cap that is shared over decisions. Printed as {@code code|period|value|P}, it may lie in an
 * event; whose it is is added when it is used.
 *
 * @param period month or year of the report's submission
 * @param value of the fact the cap counts apart; empty when it counts none
 */
public record CapCounter(Cap cap, String period, String value) {

    /** The counters of a schedule for a report submitted on this day. */
    public static List<CapCounter> of(Schedule schedule, LocalDate submittedOn, UnaryOperator<String> facts) {
        List<CapCounter> counters = new ArrayList<>();
        for (Cap cap : schedule.caps()) {
            if (cap.scope().isShared()) {
                String by = cap.by();
                boolean yearly = cap.scope() == CapScope.PER_PERSON_YEAR || cap.scope() == CapScope.PER_UNIT_YEAR;
                counters.add(new CapCounter(
                        cap,
                        yearly
                                ? Integer.toString(submittedOn.getYear())
                                : YearMonth.from(submittedOn).toString(),
                        by == null ? "" : facts.apply(by)));
            }
        }
        return counters;
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
        return String.join("|", cap.code(), period, value, cap.scope().ofPerson() ? "P" : "U");
    }
}
