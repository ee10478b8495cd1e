package io.hazardreport.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    private static Due due(String from, String limit) {
        return Deadline.of(LocalDateTime.parse(from).atZone(SHANGHAI).toInstant(), Limit.parse(limit), CHINA, SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-27T16:30, 3 working days,          2024-10-08, 2024-10-08T16:00:00Z",
        "2024-09-27T16:30, 3 working days forward,  2024-10-08, 2024-10-08T16:00:00Z",
        "2024-09-30T10:00, 1 day,                   2024-10-01, 2024-10-01T16:00:00Z",
        "2024-09-30T10:00, 1 day forward,           2024-10-08, 2024-10-08T16:00:00Z",
        "2024-09-30T10:00, 0 days,                  2024-09-30, 2024-09-30T16:00:00Z",
        "2024-09-30T23:30, 2 hours,                 2024-10-01, 2024-09-30T17:30:00Z",
        "2024-09-30T23:30, 2 hours forward,         2024-10-01, 2024-09-30T17:30:00Z",
        "2024-09-30T23:55, 10 minutes,              2024-10-01, 2024-09-30T16:05:00Z",
        "2024-02-03T09:00, 1 working day,           2024-02-04, 2024-02-04T16:00:00Z",
        "2024-02-28T09:00, 1 day,                   2024-02-29, 2024-02-29T16:00:00Z",
        "2023-12-29T09:00, 1 working day,           2024-01-02, 2024-01-02T16:00:00Z"
    })
    void endsWhereTheCalendarSays(String from, String limit, LocalDate lastDay, Instant end) {
        assertThat(due(from, limit)).isEqualTo(new Due(end, lastDay));
    }

    /**
     * D4 cut-off hour and D19 "where business hours exist their end may count": domain requirements D4, D19; answer within
     * working days as in the receipt rules quoted in the regulation's section 4.
     */
    @ParameterizedTest(name = "{0}: {1} from {2}")
    @CsvSource({
        "D4 before the cut-off hour it counts from today,            2 working days cut-off 16:00,          2024-09-25T15:59, 2024-09-27T16:00:00Z",
        "D4 at the cut-off hour it counts from tomorrow,             2 working days cut-off 16:00,          2024-09-25T16:00, 2024-09-29T16:00:00Z",
        "D4 what comes on a day off counts from the next workday,    1 working day cut-off 16:00,           2024-09-28T10:00, 2024-09-30T16:00:00Z",
        "D4 without a cut-off hour a day off counts as received,     1 working day,                         2024-09-28T10:00, 2024-09-29T16:00:00Z",
        "D4 a make-up workday is one to receive on,                  1 working day cut-off 16:00,           2024-09-29T10:00, 2024-09-30T16:00:00Z",
        "D4 days off are no matter to a limit in days,               1 day cut-off 16:00,                   2024-09-28T16:00, 2024-09-30T16:00:00Z",
        "D4 no day at all but after the cut-off hour: tomorrow,      0 days by 17:30 cut-off 16:00,         2024-09-25T16:30, 2024-09-26T09:30:00Z",
        "D19 the end of business may count,                          2 working days by 17:30,               2024-09-25T10:00, 2024-09-27T09:30:00Z",
        "D19 the end of business on a day off is still that day,     1 day by 17:30,                        2024-09-27T10:00, 2024-09-28T09:30:00Z",
        "D19 a payment rolls over days off to the end of business,   1 day forward by 17:30,                2024-09-27T10:00, 2024-09-29T09:30:00Z",
        "D19 all together,                                           3 working days forward by 17:30 cut-off 16:00, 2024-09-27T16:00, 2024-10-09T09:30:00Z"
    })
    void countsFromTheCutOffHourAndToTheEndOfBusiness(String clause, String limit, String from, Instant end) {
        assertThat(due(from, limit).due()).as(clause).isEqualTo(end);
    }

    @Test
    void aPauseStopsHoursAtOnceAndDaysOnlyWhollyInside() {
        Instant start = Instant.parse("2024-09-23T01:00:00Z");
        List<Pause> pause = List.of(new Pause(start.plusSeconds(3600), start.plusSeconds(3 * 86_400)));
        assertThat(Deadline.of(start, Limit.parse("2 hours"), pause, CHINA, SHANGHAI)
                        .due())
                .isEqualTo(start.plusSeconds(3 * 86_400 + 3600));
        assertThat(Deadline.of(start, Limit.parse("3 working days"), pause, CHINA, SHANGHAI)
                        .lastDay())
                .as("Tuesday and Wednesday are wholly inside")
                .isEqualTo("2024-09-29");
        assertThat(Deadline.of(start, LocalDate.parse("2024-09-25"), pause, CHINA, SHANGHAI)
                        .lastDay())
                .isEqualTo("2024-09-27");
    }

    @Test
    void aCalendarTakesTheYearsOfAnother() {
        WorkingCalendar later = CHINA.with(List.of("2027,2027-01-01,true", "2027,2026-12-31,true"));
        WorkingCalendar both = CHINA.and(later);
        assertThat(both.years()).containsExactlyInAnyOrder(2023, 2024, 2025, 2026, 2027);
        assertThat(both.isWorkday(LocalDate.parse("2026-12-31")))
                .as("by the notice of 2027")
                .isFalse();
        assertThat(both.isWorkday(LocalDate.parse("2027-01-01"))).isFalse();
        assertThat(both.lastDay()).isEqualTo("2027-12-31");
        assertThat(later.and(CHINA)).isSameAs(later);
    }

    @Test
    void isExclusive() {
        Due due = due("2024-09-27T16:30", "3 working days");
        assertThat(due.isOver(due.due().minusMillis(1))).isFalse();
        assertThat(due.isOver(due.due())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void knowsHowManyDaysAreWorked(int year, long days) {
        assertThat(CHINA.workdaysIn(year)).isEqualTo(days);
    }

    @Test
    void namesTheYearItDoesNotKnowAndHowToAddIt() {
        assertThatThrownBy(() -> due("2026-12-31T09:00", "1 working day"))
                .isInstanceOf(MissingCalendarYearException.class)
                .hasMessageContaining("2027")
                .hasMessageContaining("2023, 2024, 2025, 2026")
                .hasMessageContaining("WorkingCalendar.with");
        assertThat(due("2026-12-31T09:00", "1 day").lastDay()).isEqualTo("2027-01-01");
        WorkingCalendar more = CHINA.with(List.of("2027,2027-01-01,true"));
        assertThat(Deadline.of(Instant.parse("2026-12-31T01:00:00Z"), Limit.parse("1 working day"), more, SHANGHAI)
                        .lastDay())
                .isEqualTo("2027-01-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "3 fortnights", "-1 day", "10001 days", "3", "1.5 hours"})
    void refusesALimitItCannotRead(String text) {
        assertThatThrownBy(() -> Limit.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("limit");
    }

    @ParameterizedTest
    @CsvSource({
        "3个工作日, 3 working days",
        "24小时, 24 hours",
        "5日, 5 days",
        "1天, 1 day",
        "10分钟, 10 minutes",
        "15个工作日顺延, 15 working days forward",
        "1 hours, 1 hour"
    })
    void readsChineseAndPrintsWhatItReadsBack(String text, String canonical) {
        assertThat(Limit.parse(text)).hasToString(canonical);
        assertThat(Limit.parse(Limit.parse(text).toString())).isEqualTo(Limit.parse(text));
    }

    @Test
    void theMachinesOwnZonePlaysNoPart() {
        TimeZone usual = TimeZone.getDefault();
        try {
            Due before = due("2024-09-27T16:30", "3 working days");
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(due("2024-09-27T16:30", "3 working days")).isEqualTo(before);
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Test
    void endsAtMidnightWhereClocksAreTurned() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant start = LocalDateTime.parse("2024-03-30T12:00").atZone(berlin).toInstant();
        Due due = Deadline.of(start, Limit.parse("1 day"), CHINA, berlin);
        assertThat(due.due()).isEqualTo("2024-03-31T22:00:00Z");
    }
}
