package io.hazardreport.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether somebody who was not there could act on a text. */
public enum Verdict {
    @JsonProperty("OK")
    OK,
    @JsonProperty("INSUFFICIENT")
    INSUFFICIENT
}
