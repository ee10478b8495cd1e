package io.hazardreport.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Deadlines as somebody with a calendar on the wall counts them: minute by minute, day by day. Shares no line with
 * {@link Deadline}.
 */
final class DayByDay {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<LocalDate, Boolean> LISTED = listed();

    /** It has turned the last leaf of the calendar. */
    static final class NoMoreLeaves extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Pause> pauses;

    DayByDay(List<Pause> pauses) {
        this.pauses = pauses;
    }

    Instant due(Instant start, Limit limit) {
        return switch (limit.unit()) {
            case MINUTES -> minuteByMinute(start, limit.amount());
            case HOURS -> minuteByMinute(start, limit.amount() * 60);
            case DAYS -> dayByDay(start, limit, false);
            case WORKING_DAYS -> dayByDay(start, limit, true);
        };
    }

    /** A promise by date: as many days stay as there were between start and date. */
    Instant due(Instant start, LocalDate promised) {
        LocalDate first = LocalDate.ofInstant(start, SHANGHAI);
        int days = 0;
        for (LocalDate day = first; day.isBefore(promised); day = day.plusDays(1)) {
            days++;
        }
        return days == 0 ? midnightAfter(promised) : dayByDay(start, Limit.of(days, LimitUnit.DAYS), false);
    }

    private Instant minuteByMinute(Instant start, long minutes) {
        Instant at = start;
        while (isPaused(at)) {
            at = at.plusSeconds(60);
        }
        for (long left = minutes; left > 0; at = at.plusSeconds(60)) {
            left -= isPaused(at) ? 0 : 1;
        }
        return at;
    }

    private boolean isPaused(Instant minute) {
        for (Pause pause : pauses) {
            if (!minute.isBefore(pause.from()) && minute.isBefore(pause.until())) {
                return true;
            }
        }
        return false;
    }

    private Instant dayByDay(Instant start, Limit limit, boolean working) {
        LocalDateTime wall = LocalDateTime.ofInstant(start, SHANGHAI);
        LocalDate day = wall.toLocalDate();
        LocalTime cutOff = limit.cutOff();
        if (cutOff != null) {
            if (wall.toLocalTime().compareTo(cutOff) >= 0) {
                day = day.plusDays(1);
            }
            while (working && !isWorked(day)) {
                day = day.plusDays(1);
            }
        }
        for (long left = limit.amount(); left > 0; ) {
            day = day.plusDays(1);
            if ((!working || isWorked(day)) && !isPausedAllDay(day)) {
                left--;
            }
        }
        while (limit.roll() == Roll.FORWARD && (!isWorked(day) || isPausedAllDay(day))) {
            day = day.plusDays(1);
        }
        return limit.by() == null
                ? midnightAfter(day)
                : day.atTime(limit.by()).atZone(SHANGHAI).toInstant();
    }

    private boolean isPausedAllDay(LocalDate day) {
        for (int hour = 0; hour < 24; hour++) {
            Instant at = day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
            if (!isPaused(at) || !isPaused(at.plusSeconds(3599))) {
                return false;
            }
        }
        return true;
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    /** Read from the shipped table by hand, so that the calendar's own reading is tried too. */
    static boolean isWorked(LocalDate day) {
        if (day.getYear() > 2026) {
            throw new NoMoreLeaves();
        }
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
