package io.hazardreport.reward;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One reporter at the decision.
 *
 * @param ordinal his number, from 1
 * @param filing reporters with the same one signed the same report
 * @param registeredAt when his report was registered; decides who came first
 * @param realName whether he gave his name
 * @param ownFacts facts of his own, before those of the case
 * @param refusals why he gets nothing; empty when he is entitled
 * @param used what he was given before, by code of the cap it counts against; fen or points
 * @param earlier cash he was given before for the same or a contained hazard, in fen
 */
public record Beneficiary(
        int ordinal,
        int filing,
        Instant registeredAt,
        boolean realName,
        Map<String, String> ownFacts,
        List<Reason> refusals,
        Map<String, Long> used,
        long earlier) {

    /** @param source the rule behind it, in words */
    public record Reason(String code, String source) {}

    public Beneficiary {
        ownFacts = Map.copyOf(ownFacts);
        refusals = List.copyOf(refusals);
        used = Map.copyOf(used);
    }

    /** The only one, entitled, with nothing before. */
    public static Beneficiary alone() {
        return new Beneficiary(1, 1, Instant.EPOCH, true, Map.of(), List.of(), Map.of(), 0);
    }

    public boolean isEntitled() {
        return refusals.isEmpty();
    }
}
