package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a finding stands in the way of a schedule or is for a careful reader. */
public enum Severity {
    @JsonProperty("ERROR")
    ERROR,
    @JsonProperty("WARNING")
    WARNING
}
