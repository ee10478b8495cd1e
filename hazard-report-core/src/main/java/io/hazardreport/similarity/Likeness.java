package io.hazardreport.similarity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.ReportId;
import java.util.List;

/**
 * How much speaks for a sighting being of the same hazard as another.
 *
 * @param score the sum of the reasons' points
 * @param reasons in the order of {@link Trait}
 */
public record Likeness(
        @JsonProperty("id") ReportId id,
        @JsonProperty("score") int score,
        @JsonProperty("reasons") List<Reason> reasons) {

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    static Likeness of(ReportId id, List<Reason> reasons) {
        return new Likeness(id, reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }
}
