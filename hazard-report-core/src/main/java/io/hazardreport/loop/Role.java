package io.hazardreport.loop;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** In what capacity somebody acts. The host vouches for every role but {@link #REPORTER}, which the vault finds out. */
public enum Role {
    @JsonProperty("REPORTER")
    REPORTER,
    @JsonProperty("WORKER")
    WORKER,
    @JsonProperty("RECEIVER")
    RECEIVER,
    @JsonProperty("VERIFIER")
    VERIFIER,
    @JsonProperty("RECTIFIER")
    RECTIFIER,
    @JsonProperty("RECHECKER")
    RECHECKER,
    @JsonProperty("DUTY_HEAD")
    DUTY_HEAD,
    @JsonProperty("SAFETY_HEAD")
    SAFETY_HEAD,
    @JsonProperty("PRINCIPAL")
    PRINCIPAL,
    @JsonProperty("UNION")
    UNION,
    @JsonProperty("ADJUDICATOR")
    ADJUDICATOR,
    @JsonProperty("FINANCE")
    FINANCE,
    @JsonProperty("SYSTEM")
    SYSTEM;

    public Text displayName() {
        return Messages.text("loop.role." + name());
    }
}
