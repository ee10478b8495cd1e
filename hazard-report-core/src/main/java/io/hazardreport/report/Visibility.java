package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read an entry; a person complained of never may. */
public enum Visibility {
    /** The reporters and everybody who handles the report. */
    @JsonProperty("EVERYBODY")
    EVERYBODY,

    /** Those who handle the report only. */
    @JsonProperty("HANDLERS")
    HANDLERS
}
