package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the reporters who signed one report share what it earns. */
public enum Sharing {
    /** Only the first has anything. */
    @JsonProperty("FIRST_ONLY")
    FIRST_ONLY,
    /** Each has the full amount. */
    @JsonProperty("EACH_FULL")
    EACH_FULL,
    /** Equal parts. */
    @JsonProperty("EQUAL_SPLIT")
    EQUAL_SPLIT,
    /** The first collects the whole and distributes it himself. */
    @JsonProperty("FIRST_SIGNATORY")
    FIRST_SIGNATORY,
    /** By weights somebody sets, which add up to the whole. */
    @JsonProperty("WEIGHTED")
    WEIGHTED
}
