package io.hazardreport.similarity;

import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;

/**
 * From where on two sightings are shown as probable duplicates. Words alone can never be enough: settings that would
 * allow it are refused.
 *
 * @param windowDays sightings further apart are not compared; 1 to 3,650
 * @param nearHours up to how many hours apart is near in time; 0 or more
 * @param nearPlacePermille from which share of the shorter place found in the other a place is near; 1 to 1,000
 * @param similarTextPermille from which share of character pairs texts are similar; 1 to 1,000
 * @param similarLatinPermille the same where a text is mostly in Latin letters: unrelated English texts share many more
 *     pairs than Chinese ones; 1 to 1,000
 * @param threshold the score from which a candidate is shown; more than {@code points.similarText()}
 */
public record SimilaritySettings(
        @JsonProperty("windowDays") @JsonSetter(nulls = FAIL)
        int windowDays,

        @JsonProperty("nearHours") @JsonSetter(nulls = FAIL) int nearHours,

        @JsonProperty("nearPlacePermille") @JsonSetter(nulls = FAIL)
        int nearPlacePermille,

        @JsonProperty("similarTextPermille") @JsonSetter(nulls = FAIL)
        int similarTextPermille,

        @JsonProperty("similarLatinPermille") @JsonSetter(nulls = FAIL)
        int similarLatinPermille,

        @JsonProperty("threshold") @JsonSetter(nulls = FAIL) int threshold,
        @JsonProperty("points") SimilarityPoints points) {

    public static final SimilaritySettings STANDARD =
            new SimilaritySettings(30, 72, 650, 400, 650, 70, SimilarityPoints.STANDARD);

    public SimilaritySettings {
        within("windowDays", windowDays, 1, 3_650);
        within("nearHours", nearHours, 0, 24 * 3_650);
        within("nearPlacePermille", nearPlacePermille, 1, 1_000);
        within("similarTextPermille", similarTextPermille, 1, 1_000);
        within("similarLatinPermille", similarLatinPermille, 1, 1_000);
        within("threshold", threshold, points.similarText() + 1, 10_000);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " = " + value + ", allowed: " + least + " to " + most);
        }
    }
}
