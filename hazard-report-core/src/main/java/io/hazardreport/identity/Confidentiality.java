package io.hazardreport.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What the reporter chose: everybody who handles the report may know the name, only the receiver may, or nobody. */
public enum Confidentiality {
    @JsonProperty("OPEN")
    OPEN,
    @JsonProperty("RECEIVER_ONLY")
    RECEIVER_ONLY,
    @JsonProperty("ANONYMOUS")
    ANONYMOUS;

    public Text displayName() {
        return Messages.text("identity.confidentiality." + name());
    }
}
