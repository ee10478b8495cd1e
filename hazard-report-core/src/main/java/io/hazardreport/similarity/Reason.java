package io.hazardreport.similarity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.util.Map;

/**
 * One reason for or against two sightings being of one hazard.
 *
 * @param number places: permille of the shorter place's parts found in the other; time: whole hours between; item and
 *     class: 1; text: permille of shared character pairs
 * @param points what it adds to the score; negative where it speaks against
 */
public record Reason(
        @JsonProperty("trait") Trait trait,
        @JsonProperty("number") long number,
        @JsonProperty("points") int points) {

    /** The sentence a person reads. */
    public Text text() {
        return Messages.text(
                "similarity." + trait, Map.of("number", Long.toString(number), "points", Integer.toString(points)));
    }
}
