package io.hazardreport.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When something is due.
 *
 * @param due exclusive: at this instant it is late
 * @param lastDay the last day on which it is in time; for minutes and hours the local date of {@code due}
 */
public record Due(
        @JsonProperty("due") Instant due,
        @JsonProperty("lastDay") LocalDate lastDay) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** For people: the last day of what ends with a day, else the day and the minute at which it is late. */
    public static String shown(Instant due, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(due, zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1).toString()
                : local.format(MINUTE);
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(due);
    }
}
