package io.hazardreport.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Pure deadline arithmetic. */
public final class Deadline {

    private Deadline() {}

    /**
     * When a limit that starts now is due. The start day does not count; a working-day limit ends with the last of its
     * working days. Minutes and hours run on, by night and over days off, whatever their roll: a limit of hours that
     * jumped to the end of a day would end later than a longer one. Only working-day limits and rolling day limits look
     * at the calendar.
     *
     * @throws MissingCalendarYearException when it reaches into a year the calendar has no data for
     */
    public static Due of(Instant start, Limit limit, WorkingCalendar calendar, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(start, zone);
        return switch (limit.unit()) {
            case MINUTES -> exact(start.plus(Duration.ofMinutes(limit.amount())), zone);
            case HOURS -> exact(start.plus(Duration.ofHours(limit.amount())), zone);
            case DAYS -> endOf(rolled(first.plusDays(limit.amount()), limit, calendar), zone);
            case WORKING_DAYS -> endOf(rolled(workingDays(first, limit.amount(), calendar), limit, calendar), zone);
        };
    }

    private static Due exact(Instant due, ZoneId zone) {
        return new Due(due, LocalDate.ofInstant(due, zone));
    }

    private static Due endOf(LocalDate day, ZoneId zone) {
        return new Due(day.plusDays(1).atStartOfDay(zone).toInstant(), day);
    }

    private static LocalDate workingDays(LocalDate first, long amount, WorkingCalendar calendar) {
        LocalDate day = first;
        for (long left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (calendar.isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    private static LocalDate rolled(LocalDate day, Limit limit, WorkingCalendar calendar) {
        LocalDate last = day;
        while (limit.roll() == Roll.FORWARD && !calendar.isWorkday(last)) {
            last = last.plusDays(1);
        }
        return last;
    }
}
