package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.fund.Bearing;
import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Role;
import java.util.List;

/**
 * What an award is about: one beneficiary, one component of one rule, or a refusal; settled when it is proposed.
 *
 * @param decision number of the decision on this hazard, from 1; 0: given outside any, for points or at the year's end
 * @param rule code of the rule that gives it; for a refusal, the code of the reason
 * @param component {@code CASH}, {@code HONOUR}, … or {@code REFUSAL}
 * @param ordinal the beneficiary's number on the report
 * @param pseudonym how events call the beneficiary
 * @param bearing the amount and who bears it; zero for what is no money
 * @param units how much in the component's smallest unit: fen, points, hundredths of a score; 0 for an honour
 * @param title what an honour or goods are called, or which collective; empty for an amount
 * @param approval who approves it, by the decision's total
 * @param counted the limits it counts against, given back when it ends unpaid
 * @param route how it reaches him
 * @param generation from 1; grows when an earlier one for the same was overturned on appeal
 * @param year the budget year it counts in, that of the report's submission
 * @param total what the whole decision it belongs to is worth: money, goods by value, points by what they are exchanged for
 */
public record AwardTerms(
        AwardId id,
        ReportId report,
        long decision,
        String rule,
        String component,
        int ordinal,
        String pseudonym,
        Bearing bearing,
        long units,
        String title,
        Role approval,
        List<String> counted,
        Route route,
        int generation,
        int year,
        Money total) {

    public AwardTerms {
        counted = List.copyOf(counted);
    }

    /** The component of an award that gives nothing, with its reason. */
    public static final String REFUSAL = "REFUSAL";

    @JsonIgnore
    public boolean isRefusal() {
        return component.equals(REFUSAL);
    }

    /** Whether a decision on its report gave it, so that another one can give it anew. */
    @JsonIgnore
    public boolean isDecided() {
        return decision > 0;
    }

    /** The key nobody may take twice: (hazard, rule, beneficiary, component). */
    public String uniqueKey() {
        return key(report, rule, ordinal, component, generation);
    }

    /** The key of an award that may not be there yet. */
    public static String key(ReportId report, String rule, int ordinal, String component, int generation) {
        String key = "award|" + report + "|" + rule + "|" + ordinal + "|" + component;
        return generation == 1 ? key : key + "|" + generation;
    }

    public Money amount() {
        return bearing.amount();
    }

    Payload payload() {
        return Payload.builder()
                .put("report", report.toString())
                .put("decision", decision)
                .put("rule", rule)
                .put("component", component)
                .put("ordinal", ordinal)
                .put("pseudonym", pseudonym)
                .put("amount", bearing.amount())
                .put("coordinated", bearing.coordinated())
                .put("fundSource", bearing.source())
                .put("units", units)
                .put("title", title)
                .put("approval", approval)
                .putStrings("counted", counted)
                .put("route", route)
                .put("generation", generation)
                .put("year", year)
                .put("total", total)
                .build();
    }

    static AwardTerms from(AwardId id, Payload payload) {
        return new AwardTerms(
                id,
                ReportId.of(payload.required("report")),
                payload.number("decision"),
                payload.required("rule"),
                payload.required("component"),
                (int) payload.number("ordinal"),
                payload.required("pseudonym"),
                new Bearing(payload.string("fundSource"), payload.money("amount"), payload.money("coordinated")),
                payload.number("units"),
                payload.string("title"),
                payload.constant("approval", Role.class).orElseThrow(),
                payload.strings("counted"),
                payload.constant("route", Route.class).orElse(Route.DIRECT),
                (int) Math.max(1, payload.number("generation")),
                (int) payload.number("year"),
                payload.money("total"));
    }
}
