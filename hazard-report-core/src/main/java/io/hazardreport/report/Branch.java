package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a confirmed hazard is put right: at once, by a plan, or it was by its own reporter on the spot. */
public enum Branch {
    @JsonProperty("FIX_NOW")
    FIX_NOW,
    @JsonProperty("PLANNED")
    PLANNED,
    @JsonProperty("FIXED_ON_SPOT")
    FIXED_ON_SPOT
}
