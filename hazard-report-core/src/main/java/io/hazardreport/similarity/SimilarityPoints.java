package io.hazardreport.similarity;

import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;

/**
 * What each reason is worth; all 0 or more.
 *
 * @param otherPlace taken off when both places are known and have too little in common
 */
public record SimilarityPoints(
        @JsonProperty("samePlace") @JsonSetter(nulls = FAIL) int samePlace,
        @JsonProperty("nearPlace") @JsonSetter(nulls = FAIL) int nearPlace,

        @JsonProperty("otherPlace") @JsonSetter(nulls = FAIL)
        int otherPlace,

        @JsonProperty("nearTime") @JsonSetter(nulls = FAIL) int nearTime,
        @JsonProperty("sameItem") @JsonSetter(nulls = FAIL) int sameItem,
        @JsonProperty("sameClass") @JsonSetter(nulls = FAIL) int sameClass,

        @JsonProperty("similarText") @JsonSetter(nulls = FAIL)
        int similarText) {

    public static final SimilarityPoints STANDARD = new SimilarityPoints(40, 20, 10, 20, 25, 5, 30);

    public SimilarityPoints {
        notNegative("samePlace", samePlace);
        notNegative("nearPlace", nearPlace);
        notNegative("otherPlace", otherPlace);
        notNegative("nearTime", nearTime);
        notNegative("sameItem", sameItem);
        notNegative("sameClass", sameClass);
        notNegative("similarText", similarText);
    }

    private static void notNegative(String name, int points) {
        if (points < 0 || points > 1000) {
            throw new IllegalArgumentException(name + " = " + points + ", allowed: 0 to 1000");
        }
    }
}
