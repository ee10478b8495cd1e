package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** The four classes of what may be reported (工作方案 二（一）). */
public enum HazardClass {
    @JsonProperty("P")
    P,
    @JsonProperty("E")
    E,
    @JsonProperty("V")
    V,
    @JsonProperty("M")
    M;

    public Text displayName() {
        return Messages.text("category.class." + name());
    }
}
