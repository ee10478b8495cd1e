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

    /** What is called out at once and again and again, instead of being reminded of; and to whom, whoever owes it. */
    private static final Set<String> CALLED_OUT = Set.of("DANGER_ACKNOWLEDGEMENT");

    private static final List<Role> CALLED = List.of(Role.DUTY_HEAD, Role.PRINCIPAL);

    /** One rung of the escalation ladder. */
    public record Rung(Limit after, Role role) {}

    /**
     * A stage an obligation has reached.
     *
     * @param kind what it is for
     * @param code stable: {@code BEFORE-1}, {@code OVERDUE}, {@code OVERDUE-1}, {@code RIGHTS}, {@code CALL-3}; with
     *     the role once for each obligation
     * @param role who is told; the owner's before the end and at it, then the ladder's
     */
    public record Stage(Kind kind, String code, Role role) {

        /** Whether it goes beyond the one who owes it. */
        public boolean escalated() {
            return kind == Kind.ESCALATED;
        }
    }

    /** What a stage is for. */
    public enum Kind {
        /** The owner is reminded before the end. */
        AHEAD,
        /** The owner is told that it is overdue. */
        OVERDUE,
        /** Somebody over the owner is told. */
        ESCALATED,
        /** The reporter is told that he may go higher. */
        RIGHTS,
        /** An immediate danger is called out. */
        CALLED
    }

    public ReminderRules {
        before = List.copyOf(before);
        ladder = List.copyOf(ladder);
    }

    /**
     * The stages reached at this instant that are worth telling: of those before the end only the latest and none once it
     * is overdue, of the calls only the latest for each role; every step of the ladder.
     */
    public List<Stage> reached(Obligation obligation, Instant at, WorkingCalendar calendar, ZoneId zone) {
        List<Stage> stages = new ArrayList<>();
        boolean called = CALLED_OUT.contains(obligation.code());
        if (called) {
            long minutes = Math.max(1, again.amount());
            long call = 1 + Math.max(0, Duration.between(obligation.since(), at).toMinutes()) / minutes;
            CALLED.forEach(role -> stages.add(new Stage(Kind.CALLED, "CALL-" + call, role)));
        } else if (!obligation.isOverdue(at)) {
            int latest = 0;
            for (int i = 0; i < before.size(); i++) {
                if (!at.isBefore(before(obligation.due(), before.get(i), calendar, zone))) {
                    latest = i + 1;
                }
            }
            if (latest > 0) {
                stages.add(new Stage(Kind.AHEAD, "BEFORE-" + latest, obligation.owner()));
            }
        }
        if (obligation.isOverdue(at)) {
            if (!called) {
                stages.add(new Stage(Kind.OVERDUE, "OVERDUE", obligation.owner()));
                ladder(obligation, at, calendar, zone, stages);
            }
            stages.add(new Stage(Kind.RIGHTS, "RIGHTS", Role.REPORTER));
        }
        return stages;
    }

    private void ladder(Obligation obligation, Instant at, WorkingCalendar calendar, ZoneId zone, List<Stage> stages) {
        for (int i = 0; i < ladder.size(); i++) {
            Rung rung = ladder.get(i);
            boolean toldAlready = rung.after().amount() == 0
                    && rung.role() == obligation.owner()
                    && obligation.assignee().isEmpty();
            if (!toldAlready && !at.isBefore(after(obligation.due(), rung.after(), calendar, zone))) {
                stages.add(new Stage(Kind.ESCALATED, "OVERDUE-" + (i + 1), rung.role()));
            }
        }
    }

    private static Instant after(Instant due, Limit length, WorkingCalendar calendar, ZoneId zone) {
        return length.amount() == 0
                ? due
                : Deadline.known(due.minusMillis(1), length, calendar, zone).due();
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

    /** Days the calendar does not know are skipped: better reminded too early than too late. */
    private static ZonedDateTime workingDaysBefore(ZonedDateTime due, long amount, WorkingCalendar calendar) {
        LocalDate day = due.toLocalDate();
        for (long left = amount; left > 0; ) {
            day = day.minusDays(1);
            if (calendar.knows(day) && calendar.isWorkday(day)) {
                left--;
            }
        }
        return due.with(day);
    }
}
