package io.hazardreport.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is due.
 *
 * @param due exclusive: at this instant it is late
 * @param lastDay the last day on which it is in time; for minutes and hours the local date of {@code due}
 */
public record Due(
        @JsonProperty("due") Instant due,
        @JsonProperty("lastDay") LocalDate lastDay) {

    public boolean isOver(Instant at) {
        return !at.isBefore(due);
    }
}
