package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an adjudicator may find of a reporter that bears on the reward. */
public enum Circumstance {
    @JsonProperty("OWN_DUTY")
    OWN_DUTY,
    @JsonProperty("SELF_MADE")
    SELF_MADE,
    @JsonProperty("ALREADY_KNOWN")
    ALREADY_KNOWN,
    @JsonProperty("SERVICE_CONTRACT")
    SERVICE_CONTRACT,
    @JsonProperty("STATUTORY_DUTY")
    STATUTORY_DUTY,
    @JsonProperty("TOLD_OTHERS")
    TOLD_OTHERS,
    @JsonProperty("FABRICATED")
    FABRICATED,
    @JsonProperty("INCOMPLETE")
    INCOMPLETE,
    @JsonProperty("TOO_LATE")
    TOO_LATE
}
