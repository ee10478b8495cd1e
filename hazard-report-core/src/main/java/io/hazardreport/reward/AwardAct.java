package io.hazardreport.reward;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.journal.Payload;
import jakarta.validation.constraints.NotNull;

/**
 * What somebody does to an award.
 *
 * @param reason a code, where something is refused, revoked, returned or clawed back
 * @param reference voucher, receipt or bank line, where money or a thing changes hands
 */
public record AwardAct(
        @JsonProperty("action") @NotNull(message = "report.field-missing")
        AwardAction action,

        @JsonProperty("reason") @JsonSetter(nulls = AS_EMPTY)
        String reason,

        @JsonProperty("reference") @JsonSetter(nulls = AS_EMPTY)
        String reference) {

    public static AwardAct of(AwardAction action) {
        return new AwardAct(action, "", "");
    }

    public static AwardAct because(AwardAction action, String reason) {
        return new AwardAct(action, reason, "");
    }

    public static AwardAct confirmed(String reference) {
        return new AwardAct(AwardAction.CONFIRM_PAID, "", reference);
    }

    Payload payload() {
        return Payload.builder()
                .put("reason", reason)
                .put("reference", reference)
                .build();
    }
}
