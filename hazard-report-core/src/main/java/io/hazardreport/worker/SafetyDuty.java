package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** Whether looking for hazards is somebody's job. */
public enum SafetyDuty {
    @JsonProperty("NONE")
    NONE,
    @JsonProperty("PART_TIME")
    PART_TIME,
    @JsonProperty("FULL_TIME")
    FULL_TIME;

    public Text displayName() {
        return Messages.text("worker.safetyDuty." + name());
    }
}
