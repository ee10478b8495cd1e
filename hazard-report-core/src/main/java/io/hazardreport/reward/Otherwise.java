package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens where no rule of an exclusive group fires: nothing, or somebody decides. */
public enum Otherwise {
    @JsonProperty("NONE")
    NONE,
    @JsonProperty("MANUAL")
    MANUAL
}
