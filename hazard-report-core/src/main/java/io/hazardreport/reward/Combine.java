package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the rules of a group go together: exactly one fires, the best of those that fire, or all of them. */
public enum Combine {
    @JsonProperty("EXCLUSIVE")
    EXCLUSIVE,
    @JsonProperty("BEST")
    BEST,
    @JsonProperty("SUM")
    SUM
}
