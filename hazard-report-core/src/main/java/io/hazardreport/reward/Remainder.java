package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the fen go that a split leaves over: one each to the first ones, all to the first, or all to the last. */
public enum Remainder {
    @JsonProperty("ONE_FEN_EACH")
    ONE_FEN_EACH,
    @JsonProperty("ALL_TO_FIRST")
    ALL_TO_FIRST,
    @JsonProperty("ALL_TO_LAST")
    ALL_TO_LAST
}
