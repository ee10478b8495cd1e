package io.hazardreport.similarity;

import io.hazardreport.base.ReportId;
import java.time.Instant;

/**
 * Where, when and what somebody saw. {@code toString} never shows the words.
 *
 * @param workshop the larger place the place lies in; empty when not known or when {@code place} says it
 * @param place as it was written; may be empty
 * @param item code of the catalogue, whose first letter is the class; may be empty
 * @param at when it was found
 * @param text what was written of it; may be empty
 */
public record Sighting(ReportId id, String workshop, String place, String item, Instant at, String text) {

    @Override
    public String toString() {
        return "Sighting[" + id + " " + item + " " + at + "]";
    }
}
