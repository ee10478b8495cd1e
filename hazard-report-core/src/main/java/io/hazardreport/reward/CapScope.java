package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a cap limits: the cash of one decision, or of one person for reports submitted in one month. */
public enum CapScope {
    @JsonProperty("PER_DECISION")
    PER_DECISION,
    @JsonProperty("PER_PERSON_MONTH")
    PER_PERSON_MONTH
}
