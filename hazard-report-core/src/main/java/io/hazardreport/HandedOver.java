package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import java.util.List;

/**
 * What came of handing everything one person has to another. A report that complains of the one who hands over is in
 * neither list: to him it is not there.
 *
 * @param done the reports handed over now
 * @param refused the reports that stayed where they were, each with why
 */
public record HandedOver(
        @JsonProperty("done") List<ReportId> done,
        @JsonProperty("refused") List<Refused> refused) {

    public HandedOver {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
    }

    /**
     * A report that could not go to the new one.
     *
     * @param label its receipt number
     */
    public record Refused(
            @JsonProperty("report") ReportId report,
            @JsonProperty("label") String label,
            @JsonProperty("problems") List<Problem> problems) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
