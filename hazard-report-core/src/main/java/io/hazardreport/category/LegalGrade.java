package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** The two grades the law knows (安监总局令第16号 3); enterprise tiers map onto them. From small to big. */
public enum LegalGrade {
    @JsonProperty("GENERAL")
    GENERAL,
    @JsonProperty("MAJOR")
    MAJOR;

    public Text displayName() {
        return Messages.text("category.grade." + name());
    }
}
