package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** The way an award reaches its beneficiary. */
public enum Route {
    @JsonProperty("DIRECT")
    DIRECT,

    /** Through the agency that dispatched him; open until the worker himself confirms. */
    @JsonProperty("AGENCY")
    AGENCY,

    /** Through a custodian, since nobody but he knows who he is; by claim code. */
    @JsonProperty("CUSTODIAN")
    CUSTODIAN;

    public Text displayName() {
        return Messages.text("award.route." + name());
    }
}
