package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How another report hangs on this one. */
public enum LinkKind {
    @JsonProperty("DUPLICATE_OF_THIS")
    DUPLICATE_OF_THIS,
    @JsonProperty("PART_OF_THIS")
    PART_OF_THIS
}
