package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which reports the reporter must be talked to before a conclusion. */
public enum TalkRule {
    @JsonProperty("ALL")
    ALL,
    @JsonProperty("MAJOR")
    MAJOR,
    @JsonProperty("NONE")
    NONE
}
