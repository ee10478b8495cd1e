package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the talk with a reporter went. */
public enum TalkKind {
    /** He was talked to, in person, by telephone, or through his receipt. */
    @JsonProperty("HELD")
    HELD,

    /** It was tried and he did not answer; an anonymous reporter was asked through his receipt. */
    @JsonProperty("NOT_REACHED")
    NOT_REACHED,

    /** He said there was nothing to add. */
    @JsonProperty("DECLINED")
    DECLINED
}
