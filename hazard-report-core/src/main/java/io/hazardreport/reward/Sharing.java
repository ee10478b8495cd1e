package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How several reporters of one hazard share its cash: only the first, each the full amount, or equal parts of it. */
public enum Sharing {
    @JsonProperty("FIRST_ONLY")
    FIRST_ONLY,
    @JsonProperty("EACH_FULL")
    EACH_FULL,
    @JsonProperty("EQUAL_SPLIT")
    EQUAL_SPLIT
}
