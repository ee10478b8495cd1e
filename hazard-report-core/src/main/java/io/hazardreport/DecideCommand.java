package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.worker.Circumstance;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a true report earns by the scheme that judges it.
 *
 * @param expectedVersion of the report
 * @param requestId made by the client, 1 to 80 characters; a retry with the same id has the first decision
 * @param actor holds, beside {@link io.hazardreport.loop.Role#ADJUDICATOR}, the role to which the rule leaves each amount
 *     chosen
 * @param adjudicated the amounts chosen within ranges, by rule code; where a group is left to somebody, by its code
 * @param circumstances what was found of a reporter, by his number on the report
 * @param points the points or scores (in hundredths) chosen within ranges, by rule code
 * @param bases what an amount set by hand rests on, by group code; a reference, at most 80 characters and no name
 * @param weights parts of joint reporters by number, in hundredths of a percent, where the rule shares by weight
 * @param facts what the adjudicator found of the hazard, by name and as people write it: {@code potentialLoss 120000.00}
 * @param reporterFacts what was found of a reporter, by his number ({@link Awards#claimants})
 * @param occurredAt when it was decided; null: now
 */
public record DecideCommand(
        @NotNull(message = "report.field-missing") ReportId reportId,

        @Positive(message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        long expectedVersion,

        @NotNull(message = "report.field-missing") @Size(min = 1, max = 80, message = "report.bad-length")
        String requestId,

        @NotNull(message = "report.field-missing") Actor actor,
        @JsonSetter(nulls = AS_EMPTY) Map<String, Money> adjudicated,
        @JsonSetter(nulls = AS_EMPTY) Map<Integer, Set<Circumstance>> circumstances,
        @JsonSetter(nulls = AS_EMPTY) Map<String, Long> points,
        @JsonSetter(nulls = AS_EMPTY) Map<String, String> bases,
        @JsonSetter(nulls = AS_EMPTY) Map<Integer, Integer> weights,
        @JsonSetter(nulls = AS_EMPTY) Map<String, String> facts,
        @JsonSetter(nulls = AS_EMPTY) Map<Integer, Map<String, String>> reporterFacts,
        @Nullable Instant occurredAt) {

    public DecideCommand {
        adjudicated = Map.copyOf(adjudicated);
        circumstances = Map.copyOf(circumstances);
        points = Map.copyOf(points);
        weights = Map.copyOf(weights);
        bases = Map.copyOf(bases);
        facts = Map.copyOf(facts);
        Map<Integer, Map<String, String>> copies = new HashMap<>();
        reporterFacts.forEach((ordinal, found) -> copies.put(ordinal, Map.copyOf(found)));
        reporterFacts = Map.copyOf(copies);
    }

    /** A decision in which nothing has to be chosen and nothing was found of the reporters. */
    public static DecideCommand plain(ReportId report, long expectedVersion, String requestId, Actor actor) {
        return new DecideCommand(
                report,
                expectedVersion,
                requestId,
                actor,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
    }

    public DecideCommand adjudicating(Map<String, Money> amounts) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                amounts,
                circumstances,
                points,
                bases,
                weights,
                facts,
                reporterFacts,
                occurredAt);
    }

    public DecideCommand finding(Map<Integer, Set<Circumstance>> found) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                found,
                points,
                bases,
                weights,
                facts,
                reporterFacts,
                occurredAt);
    }

    public DecideCommand scoring(Map<String, Long> chosen) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                circumstances,
                chosen,
                bases,
                weights,
                facts,
                reporterFacts,
                occurredAt);
    }

    public DecideCommand restingOn(Map<String, String> references) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                circumstances,
                points,
                references,
                weights,
                facts,
                reporterFacts,
                occurredAt);
    }

    public DecideCommand sharing(Map<Integer, Integer> parts) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                circumstances,
                points,
                bases,
                parts,
                facts,
                reporterFacts,
                occurredAt);
    }

    public DecideCommand withFacts(Map<String, String> found) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                circumstances,
                points,
                bases,
                weights,
                found,
                reporterFacts,
                occurredAt);
    }

    public DecideCommand withReporterFacts(Map<Integer, Map<String, String>> found) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                circumstances,
                points,
                bases,
                weights,
                facts,
                found,
                occurredAt);
    }

    public DecideCommand at(Instant occurred) {
        return new DecideCommand(
                reportId,
                expectedVersion,
                requestId,
                actor,
                adjudicated,
                circumstances,
                points,
                bases,
                weights,
                facts,
                reporterFacts,
                occurred);
    }
}
