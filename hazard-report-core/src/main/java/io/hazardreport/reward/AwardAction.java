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
    CLAW_BACK,
    @JsonProperty("PAY_ON_SPOT")
    PAY_ON_SPOT,
    /** Given on the spot to whom an agency dispatched; paid only when he himself confirms. */
    @JsonProperty("HAND_ON_SPOT")
    HAND_ON_SPOT,
    @JsonProperty("OBJECT")
    OBJECT,
    @JsonProperty("DISMISS_OBJECTION")
    DISMISS_OBJECTION,
    @JsonProperty("CLAIM")
    CLAIM,
    @JsonProperty("HAND_TO_AGENCY")
    HAND_TO_AGENCY,
    /** Listed in a payment batch: from now on finance is paying it. */
    @JsonProperty("ENTER_BATCH")
    ENTER_BATCH,
    @JsonProperty("PAYMENT_FAILED")
    PAYMENT_FAILED,
    @JsonProperty("APPEAL")
    APPEAL,
    @JsonProperty("DISMISS_APPEAL")
    DISMISS_APPEAL,
    @JsonProperty("UPHOLD_APPEAL")
    UPHOLD_APPEAL;

    public Text displayName() {
        return Messages.text("award.action." + name());
    }
}
