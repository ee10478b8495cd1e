package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** Where an award stands in its loop. */
public enum AwardState {
    @JsonProperty("PROPOSED")
    PROPOSED,
    @JsonProperty("APPROVED")
    APPROVED,
    @JsonProperty("ANNOUNCED")
    ANNOUNCED,
    @JsonProperty("PAYABLE")
    PAYABLE,
    @JsonProperty("PAID")
    PAID,
    @JsonProperty("DECLINED")
    DECLINED,
    @JsonProperty("WAIVED")
    WAIVED,
    @JsonProperty("EXPIRED")
    EXPIRED,
    @JsonProperty("REVOKED")
    REVOKED,
    @JsonProperty("CLAWED_BACK")
    CLAWED_BACK,

    /** An appeal was upheld; somebody else decides anew. */
    @JsonProperty("OVERTURNED")
    OVERTURNED;

    public Text displayName() {
        return Messages.text("award.state." + name());
    }
}
