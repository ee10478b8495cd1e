package io.hazardreport.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/**
 * How a figure adds up. A flow adds over time. A stock stands at a date: opening + in − out. A first-time figure counts a
 * person once in each period, or once in each year, at the first event.
 */
public enum FigureKind {
    @JsonProperty("FLOW")
    FLOW,
    @JsonProperty("STOCK")
    STOCK,
    @JsonProperty("FIRST_IN_PERIOD")
    FIRST_IN_PERIOD,
    @JsonProperty("FIRST_IN_YEAR")
    FIRST_IN_YEAR;

    public Text displayName() {
        return Messages.text("statistics.kind." + name());
    }
}
