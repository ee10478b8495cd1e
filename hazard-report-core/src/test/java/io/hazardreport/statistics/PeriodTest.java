package io.hazardreport.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.deadline.Roll;
import io.hazardreport.deadline.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** J11 and J5: the period of a return and the day it is due are parameters. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "20, 2024-10-20, 2024-10, 2024-09-21, 截至 2024-10-20（本期自 2024-09-21）",
        "20, 2024-10-31, 2024-11, 2024-10-21, 截至 2024-10-31（本期自 2024-10-21）",
        "20, 2024-12-25, 2025-01, 2024-12-21, 截至 2024-12-25（本期自 2024-12-21）",
        "0, 2024-10-31, 2024-10, 2024-10-01, 截至 2024-10-31（本期自 2024-10-01）",
        "0, 2024-10-02, 2024-10, 2024-10-01, 截至 2024-10-02（本期自 2024-10-01）"
    })
    void asOfADateItRunsFromTheLastCutOffToThatDay(
            int cutOff, LocalDate day, YearMonth due, LocalDate from, String printed) {
        Period period = Period.asOf(day, new PeriodRule(cutOff));
        assertThat(period).isEqualTo(new Period(due, from, day, true));
        assertThat(period.displayName().zh()).isEqualTo(printed);
        assertThat(period.displayName().en()).isEqualTo("as of " + day + " (this period from " + from + ")");
    }

    @Test
    void aWholePeriodIsPrintedWithItsEnds() {
        assertThat(PeriodRule.STANDARD
                        .period(YearMonth.of(2024, 10))
                        .displayName()
                        .zh())
                .isEqualTo("2024-09-21 至 2024-10-20");
        assertThat(PeriodRule.CALENDAR_MONTH
                        .period(YearMonth.of(2024, 2))
                        .displayName()
                        .zh())
                .isEqualTo("2024-02-01 至 2024-02-29");
    }

    @ParameterizedTest
    @CsvSource({
        "20, 21, false, NONE, 2024-10, 2024-10-20",
        "20, 21, true, NONE, 2024-10, 2024-10-21",
        "20, 21, false, FORWARD, 2024-10, 2024-10-21",
        "20, 21, false, NONE, 2024-04, 2024-04-20",
        "20, 21, true, FORWARD, 2024-09, 2024-09-23",
        "20, 5, true, NONE, 2024-10, 2024-11-05",
        "0, 21, false, NONE, 2024-10, 2024-11-20",
        "0, 5, true, FORWARD, 2024-09, 2024-10-08"
    })
    void theLastDayInTimeCountsTheDueDayOrNotAndRollsOrNot(
            int cutOff, int dueDay, boolean included, Roll roll, YearMonth due, LocalDate last) {
        assertThat(new PeriodRule(cutOff, dueDay, included, roll).dueBy(due, WorkingCalendar.china()))
                .isEqualTo(last);
    }
}
