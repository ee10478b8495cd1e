package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Text;
import java.time.Instant;

/**
 * One line of what a reporter sees of his report.
 *
 * @param at when it happened, or when it is due
 * @param text in plain words
 * @param said what was written to the reporter with it; empty for nothing
 * @param ahead whether it is still to come
 */
public record TimelineEntry(
        @JsonProperty("at") Instant at,
        @JsonProperty("text") Text text,
        @JsonProperty("said") String said,
        @JsonProperty("ahead") boolean ahead) {}
