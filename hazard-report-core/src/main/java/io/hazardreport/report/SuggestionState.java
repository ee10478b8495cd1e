package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** Where a suggestion (合理化建议) stands. */
public enum SuggestionState {
    /** Nothing was suggested. */
    @JsonProperty("NONE")
    NONE,
    @JsonProperty("PROPOSED")
    PROPOSED,
    @JsonProperty("ADOPTED")
    ADOPTED,
    @JsonProperty("NOT_ADOPTED")
    NOT_ADOPTED;

    public Text displayName() {
        return Messages.text("report.suggestion." + name());
    }
}
