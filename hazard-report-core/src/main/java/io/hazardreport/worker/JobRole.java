package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What somebody is in the company; all of them are full reporters (工作方案 二（一）). */
public enum JobRole {
    @JsonProperty("MANAGER")
    MANAGER,
    @JsonProperty("TECHNICIAN")
    TECHNICIAN,
    @JsonProperty("OPERATIVE")
    OPERATIVE;

    public Text displayName() {
        return Messages.text("worker.jobRole." + name());
    }
}
