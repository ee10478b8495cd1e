package io.hazardreport.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CHINA = WorkingCalendar.china();
    private static final Map<LocalDate, Boolean> LISTED = listed();

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

    private static Instant start(int minutes) {
        return Instant.parse("2023-01-02T00:00:00Z").plusSeconds(minutes * 60L);
    }

    @Property
    void isMonotoneInItsStartAndInTheLimit(
            @ForAll @IntRange(max = 1_500_000) int minutes,
            @ForAll @IntRange(max = 5000) int later,
            @ForAll @IntRange(max = 60) int amount,
            @ForAll LimitUnit unit,
            @ForAll Roll roll) {
        Instant due = Deadline.of(start(minutes), new Limit(amount, unit, roll), CHINA, SHANGHAI)
                .due();
        assertThat(Deadline.of(start(minutes + later), new Limit(amount, unit, roll), CHINA, SHANGHAI)
                        .due())
                .isAfterOrEqualTo(due);
        assertThat(Deadline.of(start(minutes), new Limit(amount + 1, unit, roll), CHINA, SHANGHAI)
                        .due())
                .isAfterOrEqualTo(due);
    }

    @Property(tries = 1000)
    void equalsANaiveCountDayByDay(
            @ForAll @IntRange(max = 1_500_000) int minutes,
            @ForAll @IntRange(max = 120) int amount,
            @ForAll boolean working,
            @ForAll Roll roll) {
        LimitUnit unit = working ? LimitUnit.WORKING_DAYS : LimitUnit.DAYS;
        LocalDate day = LocalDate.ofInstant(start(minutes), SHANGHAI);
        int counted = 0;
        while (counted < amount) {
            day = day.plusDays(1);
            counted += !working || worked(day) ? 1 : 0;
        }
        while (roll == Roll.FORWARD && !worked(day)) {
            day = day.plusDays(1);
        }
        assertThat(Deadline.of(start(minutes), new Limit(amount, unit, roll), CHINA, SHANGHAI)
                        .lastDay())
                .isEqualTo(day);
    }

    /** Read from the shipped table by hand, so that the calendar's own reading is tried too. */
    private static boolean worked(LocalDate day) {
        Boolean off = LISTED.get(day);
        return off == null ? day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() : !off;
    }

    private static Map<LocalDate, Boolean> listed() {
        try (InputStream table =
                WorkingCalendar.class.getResourceAsStream("/io/hazardreport/deadline/china-2023-2026.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells.length == 3 && cells[0].matches("\\d{4}"))
                    .collect(Collectors.toMap(cells -> LocalDate.parse(cells[1]), cells -> Boolean.valueOf(cells[2])));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
