package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** How an obligation stands at an instant. */
public enum OwedStatus {
    /** Its end has passed. */
    @JsonProperty("OVERDUE")
    OVERDUE,
    /** It ends within the local day. */
    @JsonProperty("DUE_TODAY")
    DUE_TODAY,
    /** The first of what ends later, of one person or desk. */
    @JsonProperty("NEXT")
    NEXT,
    @JsonProperty("OPEN")
    OPEN;

    public Text displayName() {
        return Messages.text("timeline.owed." + name());
    }
}
