package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.intake.IntakeAdvice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter gets back at once.
 *
 * @param claimCode for an anonymous reporter: his own, or one made here and shown this once; null otherwise, and at a
 *     retry of one made here
 * @param advice what is missing and what follows, in words; never a refusal
 * @param intake what the text lacks for somebody who was not there; {@code OK} where a picture or voice speaks for it
 */
public record Receipt(
        @JsonProperty("reportId") ReportId reportId,
        @JsonProperty("receipt") ReceiptNumber receipt,
        @JsonProperty("claimCode") @Nullable ClaimCode claimCode,
        @JsonProperty("advice") List<Problem> advice,
        @JsonProperty("intake") IntakeAdvice intake) {

    public Receipt {
        advice = List.copyOf(advice);
    }
}
