package io.hazardreport.similarity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What two sightings have in common, or what tells them apart. */
public enum Trait {
    @JsonProperty("SAME_PLACE")
    SAME_PLACE,
    @JsonProperty("NEAR_PLACE")
    NEAR_PLACE,
    @JsonProperty("OTHER_PLACE")
    OTHER_PLACE,
    @JsonProperty("NEAR_TIME")
    NEAR_TIME,
    @JsonProperty("SAME_ITEM")
    SAME_ITEM,
    @JsonProperty("SAME_CLASS")
    SAME_CLASS,
    @JsonProperty("SIMILAR_TEXT")
    SIMILAR_TEXT
}
