package io.hazardreport.reward;

import io.hazardreport.base.Money;
import java.util.List;
import java.util.Map;

/**
 * One reporter at the decision.
 *
 * @param ordinal his number on the report
 * @param ownFacts facts of his own, before those of the case
 * @param refusals why he gets nothing; empty when he is entitled
 * @param usedThisMonth cash he was already given for reports of the same month
 */
public record Beneficiary(int ordinal, Map<String, String> ownFacts, List<Reason> refusals, Money usedThisMonth) {

    /** @param source the rule behind it, in words */
    public record Reason(String code, String source) {}

    public Beneficiary {
        ownFacts = Map.copyOf(ownFacts);
        refusals = List.copyOf(refusals);
    }

    public boolean isEntitled() {
        return refusals.isEmpty();
    }
}
