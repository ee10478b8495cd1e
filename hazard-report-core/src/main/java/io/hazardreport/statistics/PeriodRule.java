package io.hazardreport.statistics;

import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.deadline.Roll;
import io.hazardreport.deadline.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How the days are cut into periods of a return, and when the return is to be handed in.
 *
 * @param cutOffDay the last day of a period, 1 to 28; 0 for whole calendar months. The plan asks for the figures before
 *     the 21st, so the default is the 20th, 24:00 local time
 * @param dueDay the day of the month by which the return is handed in, 1 to 28, the first such day after the period
 * @param dueIncluded whether that day itself is still in time
 * @param roll whether a last day that is no working day moves to the next one
 */
public record PeriodRule(
        @JsonProperty("cutOffDay") @JsonSetter(nulls = FAIL) int cutOffDay,
        @JsonProperty("dueDay") @JsonSetter(nulls = FAIL) int dueDay,

        @JsonProperty("dueIncluded") @JsonSetter(nulls = FAIL)
        boolean dueIncluded,

        @JsonProperty("roll") Roll roll) {

    public static final PeriodRule STANDARD = new PeriodRule(20);
    public static final PeriodRule CALENDAR_MONTH = new PeriodRule(0);

    public PeriodRule {
        if (cutOffDay < 0 || cutOffDay > 28) {
            throw new IllegalArgumentException("cutOffDay = " + cutOffDay + ", allowed: 0 to 28");
        }
        if (dueDay < 1 || dueDay > 28) {
            throw new IllegalArgumentException("dueDay = " + dueDay + ", allowed: 1 to 28");
        }
    }

    /** Due before the 21st, as the plan has it, whatever day of the week that is. */
    public PeriodRule(int cutOffDay) {
        this(cutOffDay, 21, false, Roll.NONE);
    }

    /** The same due date for whole calendar months. */
    public PeriodRule ofCalendarMonths() {
        return new PeriodRule(0, dueDay, dueIncluded, roll);
    }

    /** (previous cut-off, cut-off] of the return named after {@code due}. */
    public Period period(YearMonth due) {
        return cutOffDay == 0
                ? new Period(due, due.atDay(1), due.atEndOfMonth())
                : new Period(due, due.minusMonths(1).atDay(cutOffDay).plusDays(1), due.atDay(cutOffDay));
    }

    /** The return a day belongs to. */
    public Period containing(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return cutOffDay != 0 && day.getDayOfMonth() > cutOffDay ? period(month.plusMonths(1)) : period(month);
    }

    /**
     * The last day on which the return named after {@code due} is in time.
     *
     * @throws io.hazardreport.deadline.MissingCalendarYearException when it rolls and the calendar has no such year
     */
    public LocalDate dueBy(YearMonth due, WorkingCalendar calendar) {
        YearMonth month = cutOffDay == 0 || dueDay <= cutOffDay ? due.plusMonths(1) : due;
        LocalDate last = month.atDay(dueDay).minusDays(dueIncluded ? 0 : 1);
        while (roll == Roll.FORWARD && !calendar.isWorkday(last)) {
            last = last.plusDays(1);
        }
        return last;
    }
}
