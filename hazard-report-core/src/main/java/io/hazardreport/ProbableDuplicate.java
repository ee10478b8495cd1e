package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.report.ReportState;
import io.hazardreport.similarity.Reason;
import java.util.List;

/**
 * A report that may speak of the same hazard, for a person to judge; says nothing of who reported it.
 *
 * @param score the sum of the reasons' points
 */
public record ProbableDuplicate(
        @JsonProperty("id") ReportId id,
        @JsonProperty("receipt") ReceiptNumber receipt,
        @JsonProperty("state") ReportState state,
        @JsonProperty("score") int score,
        @JsonProperty("reasons") List<Reason> reasons) {

    public ProbableDuplicate {
        reasons = List.copyOf(reasons);
    }
}
