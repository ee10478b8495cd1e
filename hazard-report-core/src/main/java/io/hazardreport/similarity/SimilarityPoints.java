package io.hazardreport.similarity;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What each reason is worth; all 0 or more.
 *
 * @param otherPlace taken off when both places are known and have too little in common
 */
public record SimilarityPoints(
        @JsonProperty("samePlace") int samePlace,
        @JsonProperty("nearPlace") int nearPlace,
        @JsonProperty("otherPlace") int otherPlace,
        @JsonProperty("nearTime") int nearTime,
        @JsonProperty("sameItem") int sameItem,
        @JsonProperty("sameClass") int sameClass,
        @JsonProperty("similarText") int similarText) {

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
