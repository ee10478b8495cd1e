package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Source;
import io.hazardreport.base.Text;

/**
 * Why somebody may report, or is treated otherwise than others at the reward.
 *
 * @param code stable; its sentence for the reporter is found by it
 * @param effect what follows from it
 */
public record Reason(
        @JsonProperty("code") String code,
        @JsonProperty("effect") Treatment effect,
        @JsonProperty("source") Source source) {

    public Text text() {
        return Messages.text("worker.reason." + code);
    }
}
