package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What kind of thing is reported. An accident is not handled here: it goes to accident reporting. */
public enum ReportKind {
    @JsonProperty("HAZARD")
    HAZARD,
    @JsonProperty("UNSAFE_ACT")
    UNSAFE_ACT,
    @JsonProperty("NEAR_MISS")
    NEAR_MISS,
    @JsonProperty("SUGGESTION")
    SUGGESTION,
    @JsonProperty("ACCIDENT")
    ACCIDENT;

    /** Whether the figures of hazards count it; what else people report is counted apart. */
    public boolean countsAsHazard() {
        return this == HAZARD || this == UNSAFE_ACT;
    }

    public Text displayName() {
        return Messages.text("category.kind." + name());
    }
}
