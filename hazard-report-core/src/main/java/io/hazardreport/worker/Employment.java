package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** On what terms somebody works here. */
public enum Employment {
    @JsonProperty("REGULAR")
    REGULAR,
    @JsonProperty("TEMPORARY")
    TEMPORARY,
    @JsonProperty("DISPATCHED")
    DISPATCHED,
    @JsonProperty("INTERN")
    INTERN,
    @JsonProperty("CONTRACTOR")
    CONTRACTOR,
    @JsonProperty("VISITOR")
    VISITOR;

    public Text displayName() {
        return Messages.text("worker.employment." + name());
    }

    /** Whether the plan itself counts these people as workers of the unit, whatever the scheme says. */
    public boolean isOwn() {
        return this == REGULAR || this == TEMPORARY || this == DISPATCHED;
    }
}
