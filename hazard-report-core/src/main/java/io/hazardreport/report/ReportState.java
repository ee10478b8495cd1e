package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** Where a hazard report stands in its closed loop. */
public enum ReportState {
    @JsonProperty("SUBMITTED")
    SUBMITTED,
    @JsonProperty("ADMITTED")
    ADMITTED,
    @JsonProperty("VERIFYING")
    VERIFYING,
    @JsonProperty("CONFIRMED")
    CONFIRMED,
    @JsonProperty("RECTIFYING")
    RECTIFYING,
    @JsonProperty("AWAITING_RECHECK")
    AWAITING_RECHECK,
    @JsonProperty("CLOSED")
    CLOSED,
    @JsonProperty("NOT_ADMITTED")
    NOT_ADMITTED,
    @JsonProperty("UNFOUNDED")
    UNFOUNDED,
    @JsonProperty("UNVERIFIABLE")
    UNVERIFIABLE,
    @JsonProperty("DUPLICATE")
    DUPLICATE,
    @JsonProperty("TRANSFERRED")
    TRANSFERRED,
    @JsonProperty("SETTLED")
    SETTLED;

    public Text displayName() {
        return Messages.text("report.state." + name());
    }
}
