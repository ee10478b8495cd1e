package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hazardreport.worker.Circumstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One reporter at the decision.
 *
 * @param ordinal his number, from 1
 * @param filing reporters with the same one signed the same report
 * @param registeredAt when his report was registered; decides who came first
 * @param realName whether he gave his name
 * @param ownFacts facts of his own, before those of the case
 * @param circumstances what the adjudicator found of him
 * @param refusals why he gets nothing; empty when he is entitled
 * @param used what counted before against the caps that count him apart, by code of the cap
 */
public record Beneficiary(
        int ordinal,
        int filing,
        Instant registeredAt,
        boolean realName,
        Map<String, String> ownFacts,
        Set<Circumstance> circumstances,
        List<Reason> refusals,
        Map<String, Long> used) {

    /** @param source the rule behind it, in words */
    public record Reason(String code, String source) {}

    public Beneficiary {
        ownFacts = Map.copyOf(ownFacts);
        circumstances = Set.copyOf(circumstances);
        refusals = List.copyOf(refusals);
        used = Map.copyOf(used);
    }

    /** The only one, entitled, with nothing before. */
    public static Beneficiary alone() {
        return new Beneficiary(1, 1, Instant.EPOCH, true, Map.of(), Set.of(), List.of(), Map.of());
    }

    /** By name: his own first, then those of the hazard; empty when not known. */
    UnaryOperator<String> facts(Map<String, String> ofHazard) {
        return name -> {
            String own = ownFacts.isEmpty() ? null : ownFacts.get(name);
            return own != null ? own : ofHazard.getOrDefault(name, "");
        };
    }

    @JsonIgnore
    public boolean isEntitled() {
        return refusals.isEmpty();
    }
}
