package io.hazardreport.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** What a text lacks, in words its writer understands. */
public enum IntakeReason {
    /** Nothing is written. */
    @JsonProperty("EMPTY")
    EMPTY,
    /** Only a stock phrase, such as 已整改 or 一般隐患. */
    @JsonProperty("STOCK_PHRASE")
    STOCK_PHRASE,
    /** The words of the checklist, not of what was seen. */
    @JsonProperty("CHECKLIST_ECHO")
    CHECKLIST_ECHO,
    /** What ought to be or will be done, not what is wrong. */
    @JsonProperty("ONLY_A_REQUIREMENT")
    ONLY_A_REQUIREMENT,
    /** Which thing. */
    @JsonProperty("NO_OBJECT")
    NO_OBJECT,
    /** What is wrong with it. */
    @JsonProperty("NO_DEFECT")
    NO_DEFECT,
    /** Where it is. */
    @JsonProperty("NO_PLACE")
    NO_PLACE,
    /** Too little as a whole. */
    @JsonProperty("TOO_GENERAL")
    TOO_GENERAL;

    public Text displayName() {
        return Messages.text("intake." + name());
    }
}
