package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What became of one line of a payment batch. */
public enum PaymentResult {
    /** Finance has not said yet. */
    @JsonProperty("OPEN")
    OPEN,
    /** With the agency; the worker has not confirmed yet. */
    @JsonProperty("HANDED")
    HANDED,
    @JsonProperty("PAID")
    PAID,
    /** It never arrived; the award can be paid again. */
    @JsonProperty("FAILED")
    FAILED,
    /** It came back after it had been paid; the award can be paid again. */
    @JsonProperty("RETURNED")
    RETURNED;

    /** By what happened to the award since it was listed in the batch. */
    public static PaymentResult of(Award award, PaymentBatch batch) {
        PaymentResult result = OPEN;
        for (AwardEvent event : award.inBatch(batch.number().value())) {
            result = switch (event.action()) {
                case HAND_TO_AGENCY -> HANDED;
                case CONFIRM_PAID -> PAID;
                case PAYMENT_FAILED -> FAILED;
                case RETURN_PAYMENT -> RETURNED;
                default -> result;
            };
        }
        return result;
    }

    public Text displayName() {
        return Messages.text("award.result." + name());
    }
}
