package io.hazardreport.statistics;

import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How the days are cut into periods of a return.
 *
 * @param cutOffDay the last day of a period, 1 to 28; 0 for whole calendar months. The plan asks for the figures before
 *     the 21st, so the default is the 20th, 24:00 local time
 */
public record PeriodRule(
        @JsonProperty("cutOffDay") @JsonSetter(nulls = FAIL) int cutOffDay) {

    public static final PeriodRule STANDARD = new PeriodRule(20);
    public static final PeriodRule CALENDAR_MONTH = new PeriodRule(0);

    public PeriodRule {
        if (cutOffDay < 0 || cutOffDay > 28) {
            throw new IllegalArgumentException("cutOffDay = " + cutOffDay + ", allowed: 0 to 28");
        }
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
}
