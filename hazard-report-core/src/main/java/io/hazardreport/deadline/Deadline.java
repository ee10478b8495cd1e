package io.hazardreport.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pure deadline arithmetic. */
public final class Deadline {

    private final List<Pause> pauses;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    private Deadline(List<Pause> pauses, WorkingCalendar calendar, ZoneId zone) {
        this.pauses = Pause.merged(pauses);
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * When a limit that starts now is due. The start day does not count; a working-day limit ends with the last of its
     * working days. Minutes and hours run on, by night and over days off, whatever their roll: a limit of hours that
     * jumped to the end of a day would end later than a longer one. Only working-day limits and rolling day limits look
     * at the calendar.
     *
     * @throws MissingCalendarYearException when it reaches into a year the calendar has no data for
     */
    public static Due of(Instant start, Limit limit, WorkingCalendar calendar, ZoneId zone) {
        return of(start, limit, List.of(), calendar, zone);
    }

    /** The same, with stretches of time that do not count. */
    public static Due of(Instant start, Limit limit, List<Pause> pauses, WorkingCalendar calendar, ZoneId zone) {
        return new Deadline(pauses, calendar, zone).due(start, limit);
    }

    /**
     * When a promise by date is due: at the end of that day, later by every day after the start that lies wholly inside a
     * pause, so that as many days are left for it as if there had been none.
     */
    public static Due of(Instant start, LocalDate day, List<Pause> pauses, WorkingCalendar calendar, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(start, zone), day);
        Deadline counting = new Deadline(pauses, calendar, zone);
        LocalDate last = days <= 0 ? day : counting.counted(LocalDate.ofInstant(start, zone), days, LimitUnit.DAYS);
        return counting.endOf(last, null);
    }

    /**
     * The same as {@link #of(Instant, Limit, WorkingCalendar, ZoneId)} for what must not fail: where the calendar ends
     * before the limit, due at the end of the last year it knows, or of the day of the start if that is later. Earlier than
     * the true day, never later.
     */
    public static Due known(Instant start, Limit limit, WorkingCalendar calendar, ZoneId zone) {
        try {
            return of(start, limit, calendar, zone);
        } catch (MissingCalendarYearException ends) {
            LocalDate first = LocalDate.ofInstant(start, zone);
            LocalDate last = calendar.lastDay();
            return new Deadline(List.of(), calendar, zone).endOf(last.isAfter(first) ? last : first, null);
        }
    }

    private Due due(Instant start, Limit limit) {
        return switch (limit.unit()) {
            case MINUTES -> exact(start, Duration.ofMinutes(limit.amount()), zone);
            case HOURS -> exact(start, Duration.ofHours(limit.amount()), zone);
            case DAYS, WORKING_DAYS -> endOf(last(start, limit), limit.by());
        };
    }

    private Due exact(Instant start, Duration length, ZoneId in) {
        Instant due = exact(start, length);
        return new Due(due, LocalDate.ofInstant(due, in));
    }

    private Instant exact(Instant start, Duration length) {
        Instant at = start;
        Duration left = length;
        for (Pause pause : pauses) {
            if (pause.until().isAfter(at)) {
                Duration free = pause.from().isAfter(at) ? Duration.between(at, pause.from()) : Duration.ZERO;
                if (free.compareTo(left) >= 0 && !free.isZero()) {
                    return at.plus(left);
                }
                left = left.minus(free);
                at = pause.until();
            }
        }
        return at.plus(left);
    }

    private Due endOf(LocalDate day, @Nullable LocalTime by) {
        Instant due = by == null
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(by).atZone(zone).toInstant();
        return new Due(due, day);
    }

    private LocalDate last(Instant start, Limit limit) {
        LocalDate last = counted(received(start, limit), limit.amount(), limit.unit());
        while (limit.roll() == Roll.FORWARD && !counts(last, LimitUnit.WORKING_DAYS)) {
            last = last.plusDays(1);
        }
        return last;
    }

    /** The day on which something counts as received. */
    private LocalDate received(Instant start, Limit limit) {
        ZonedDateTime local = start.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalTime cutOff = limit.cutOff();
        if (cutOff == null) {
            return day;
        }
        boolean late = !local.toLocalTime().isBefore(cutOff);
        if (limit.unit() == LimitUnit.DAYS) {
            return late ? day.plusDays(1) : day;
        }
        if (!late && calendar.isWorkday(day)) {
            return day;
        }
        LocalDate next = day.plusDays(1);
        if (!calendar.isWorkday(day)) {
            next = day;
        }
        while (!calendar.isWorkday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private LocalDate counted(LocalDate first, long amount, LimitUnit unit) {
        LocalDate day = first;
        for (long left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (counts(day, unit)) {
                left--;
            }
        }
        return day;
    }

    private boolean counts(LocalDate day, LimitUnit unit) {
        return (unit == LimitUnit.DAYS || calendar.isWorkday(day))
                && pauses.stream().noneMatch(pause -> pause.covers(day, zone));
    }
}
