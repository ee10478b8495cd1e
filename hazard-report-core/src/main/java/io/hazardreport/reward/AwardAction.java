package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What can be done to an award; each is the type of the event it leaves. */
public enum AwardAction {
    @JsonProperty("PROPOSE")
    PROPOSE,
    @JsonProperty("APPROVE")
    APPROVE,
    @JsonProperty("ANNOUNCE")
    ANNOUNCE,
    @JsonProperty("MAKE_PAYABLE")
    MAKE_PAYABLE,
    @JsonProperty("CONFIRM_PAID")
    CONFIRM_PAID,
    @JsonProperty("RETURN_PAYMENT")
    RETURN_PAYMENT,
    @JsonProperty("DECLINE")
    DECLINE,
    @JsonProperty("WAIVE")
    WAIVE,
    @JsonProperty("EXPIRE")
    EXPIRE,
    @JsonProperty("REVOKE")
    REVOKE,
    @JsonProperty("CLAW_BACK")
    CLAW_BACK;

    public Text displayName() {
        return Messages.text("award.action." + name());
    }
}
