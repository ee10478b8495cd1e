package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import java.util.List;

/**
 * What became of a ledger's rows; {@code taken + remarked + refused + unchanged = rows}.
 *
 * @param taken taken in without a remark
 * @param remarked taken in with remarks
 * @param refused not taken in
 * @param unchanged taken in by an earlier import
 * @param lines what there is to say of single rows
 * @param reports the reports taken in now, in the ledger's order
 */
public record ImportResult(
        @JsonProperty("rows") int rows,
        @JsonProperty("taken") int taken,
        @JsonProperty("remarked") int remarked,
        @JsonProperty("refused") int refused,
        @JsonProperty("unchanged") int unchanged,
        @JsonProperty("lines") List<Line> lines,
        @JsonProperty("reports") List<ReportId> reports) {

    /** @param number of the row in the file, from 1 */
    public record Line(
            @JsonProperty("row") int number,
            @JsonProperty("refused") boolean refused,
            @JsonProperty("problem") Problem problem) {}

    public ImportResult {
        lines = List.copyOf(lines);
        reports = List.copyOf(reports);
    }
}
