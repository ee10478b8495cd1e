package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** How a scheme treats a group at the award: like everybody, at the lower tier, or not at all. */
public enum Treatment {
    @JsonProperty("NORMAL")
    NORMAL,
    @JsonProperty("LOWER_TIER")
    LOWER_TIER,
    @JsonProperty("EXCLUDED")
    EXCLUDED;

    public Text displayName() {
        return Messages.text("worker.treatment." + name());
    }
}
