package io.hazardreport.channel;

import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When somebody is reminded of what he owes, and who is told when it is overdue.
 *
 * @param before how long before the end, the longest first
 * @param ladder who is told how long after the end, in order
 * @param again how often an immediate danger is called out until somebody acknowledges it, by day and by night
 */
public record ReminderRules(List<Limit> before, List<Rung> ladder, Limit again) {

    private static final Set<String> CALLED_OUT = Set.of("DANGER_ACKNOWLEDGEMENT");

    /** One rung of the escalation ladder. */
    public record Rung(Limit after, Role role) {}

    /**
     * A stage an obligation has reached.
     *
     * @param code stable: {@code BEFORE-1}, {@code OVERDUE-1}, {@code CALL-3}; once for each obligation
     * @param role who is told; the owner's before the end, the ladder's after it
     * @param escalated whether it goes beyond the one who owes it
     */
    public record Stage(String code, Role role, boolean escalated) {}

    public ReminderRules {
        before = List.copyOf(before);
        ladder = List.copyOf(ladder);
    }

    /** Every stage reached at this instant, the latest last. */
    public List<Stage> reached(Obligation obligation, Instant at, WorkingCalendar calendar, ZoneId zone) {
        List<Stage> stages = new ArrayList<>();
        if (CALLED_OUT.contains(obligation.code())) {
            long minutes = Math.max(1, again.amount());
            long calls = Duration.between(obligation.since(), at).toMinutes() / minutes;
            for (long call = 0; call <= calls; call++) {
                stages.add(new Stage("CALL-" + (call + 1), obligation.owner(), false));
            }
        } else {
            for (int i = 0; i < before.size(); i++) {
                if (!at.isBefore(before(obligation.due(), before.get(i), calendar, zone))) {
                    stages.add(new Stage("BEFORE-" + (i + 1), obligation.owner(), false));
                }
            }
        }
        for (int i = 0; i < ladder.size(); i++) {
            Instant end = after(obligation.due(), ladder.get(i).after(), calendar, zone);
            if (!at.isBefore(end)) {
                stages.add(new Stage("OVERDUE-" + (i + 1), ladder.get(i).role(), true));
            }
        }
        return stages;
    }

    private static Instant after(Instant due, Limit length, WorkingCalendar calendar, ZoneId zone) {
        return length.amount() == 0
                ? due
                : Deadline.of(due.minusMillis(1), length, calendar, zone).due();
    }

    private static Instant before(Instant due, Limit length, WorkingCalendar calendar, ZoneId zone) {
        return switch (length.unit()) {
            case MINUTES -> due.minus(Duration.ofMinutes(length.amount()));
            case HOURS -> due.minus(Duration.ofHours(length.amount()));
            case DAYS -> due.atZone(zone).minusDays(length.amount()).toInstant();
            case WORKING_DAYS ->
                workingDaysBefore(due.atZone(zone), length.amount(), calendar).toInstant();
        };
    }

    private static ZonedDateTime workingDaysBefore(ZonedDateTime due, long amount, WorkingCalendar calendar) {
        LocalDate day = due.toLocalDate();
        for (long left = amount; left > 0; ) {
            day = day.minusDays(1);
            if (calendar.isWorkday(day)) {
                left--;
            }
        }
        return due.with(day);
    }
}
