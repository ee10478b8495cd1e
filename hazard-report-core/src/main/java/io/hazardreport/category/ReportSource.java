package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** Where a report comes from. */
public enum ReportSource {
    @JsonProperty("SELF_REPORT")
    SELF_REPORT,
    @JsonProperty("SHIFT_CHECK")
    SHIFT_CHECK,
    @JsonProperty("ORGANISED_INSPECTION")
    ORGANISED_INSPECTION,
    @JsonProperty("AUTHORITY")
    AUTHORITY,
    @JsonProperty("MONITORING")
    MONITORING,
    @JsonProperty("IMPORT")
    IMPORT;

    public Text displayName() {
        return Messages.text("category.source." + name());
    }

    /** Only a worker's own report is an internal report and earns the standard award. */
    public boolean countsAsInternalReport() {
        return this == SELF_REPORT;
    }
}
