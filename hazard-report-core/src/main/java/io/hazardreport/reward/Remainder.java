package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the fen go that an equal split leaves over: one each to the first ones, or all to the first. */
public enum Remainder {
    @JsonProperty("ONE_FEN_EACH")
    ONE_FEN_EACH,
    @JsonProperty("ALL_TO_FIRST")
    ALL_TO_FIRST
}
