package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who has anything when several report the same hazard apart from each other. */
public enum Separate {
    /** Only who came first. */
    @JsonProperty("FIRST_ONLY")
    FIRST_ONLY,
    /** Everybody, as if he were alone. */
    @JsonProperty("EACH_FULL")
    EACH_FULL,
    /** Who came first; somebody may give the later ones an amount of its own. */
    @JsonProperty("FIRST_THEN_DISCRETIONARY")
    FIRST_THEN_DISCRETIONARY
}
