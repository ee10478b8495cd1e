package io.hazardreport.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days of one return, both ends included.
 *
 * @param due the month it is named after
 */
public record Period(
        @JsonProperty("due") YearMonth due,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("to") LocalDate to) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
