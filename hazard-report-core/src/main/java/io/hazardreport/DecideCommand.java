package io.hazardreport;

import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.worker.Circumstance;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a true report earns by the scheme that judges it.
 *
 * @param expectedVersion of the report
 * @param requestId made by the client, 1 to 80 characters; a retry with the same id has the first decision
 * @param adjudicated the amounts chosen within ranges, by rule code
 * @param circumstances what was found of a reporter, by his number on the report
 * @param potentialLoss what the hazard could have cost; null when nobody estimated it
 * @param occurredAt when it was decided; null: now
 */
public record DecideCommand(
        @NotNull(message = "report.field-missing") ReportId reportId,
        @Positive(message = "report.bad-length") long expectedVersion,

        @NotNull(message = "report.field-missing") @Size(min = 1, max = 80, message = "report.bad-length")
        String requestId,

        @NotNull(message = "report.field-missing") Actor actor,
        Map<String, Money> adjudicated,
        Map<Integer, Set<Circumstance>> circumstances,
        @Nullable Money potentialLoss,
        @Nullable Instant occurredAt) {

    public DecideCommand {
        adjudicated = Map.copyOf(adjudicated);
        circumstances = Map.copyOf(circumstances);
    }

    /** A decision in which nothing has to be chosen and nothing was found of the reporters. */
    public static DecideCommand plain(ReportId report, long expectedVersion, String requestId, Actor actor) {
        return new DecideCommand(report, expectedVersion, requestId, actor, Map.of(), Map.of(), null, null);
    }
}
