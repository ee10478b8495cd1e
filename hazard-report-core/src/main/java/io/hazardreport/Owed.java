package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Obligation;
import java.util.UUID;

/**
 * An obligation somebody has, and what it is about.
 *
 * @param loop {@code report} or {@code award}
 * @param subject the report or award
 * @param label receipt number of the report it concerns
 * @param daysLate whole local days since its last day; 0 as long as it is not overdue
 */
public record Owed(
        @JsonProperty("loop") String loop,
        @JsonProperty("subject") UUID subject,
        @JsonProperty("label") String label,
        @JsonProperty("obligation") Obligation obligation,
        @JsonProperty("status") OwedStatus status,
        @JsonProperty("daysLate") long daysLate) {

    /** What is to be done. */
    public Text text() {
        return Messages.text(loop + ".duty." + obligation.code());
    }

    public boolean overdue() {
        return status == OwedStatus.OVERDUE;
    }

    Owed next() {
        return new Owed(loop, subject, label, obligation, OwedStatus.NEXT, daysLate);
    }
}
