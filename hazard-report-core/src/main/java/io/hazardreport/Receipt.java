package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.identity.ClaimCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter gets back at once.
 *
 * @param claimCode for an anonymous reporter, shown this once; null otherwise, and at a retry
 * @param advice what is missing and what follows, in words; never a refusal
 */
public record Receipt(
        @JsonProperty("reportId") ReportId reportId,
        @JsonProperty("receipt") ReceiptNumber receipt,
        @JsonProperty("claimCode") @Nullable ClaimCode claimCode,
        @JsonProperty("advice") List<Problem> advice) {

    public Receipt {
        advice = List.copyOf(advice);
    }
}
