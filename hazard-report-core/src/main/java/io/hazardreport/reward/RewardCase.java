package io.hazardreport.reward;

import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything a calculation looks at; with the version of the scheme it is enough to make the decision again. It names
 * nobody: reporters go by number.
 *
 * @param facts by name: money in fen, days as {@code 2024-09-02}; what is not known is absent
 * @param reporters in the order declared, those of duplicates behind
 * @param chosen amounts somebody chose, by rule code (or {@code rule.KIND}), by group code where a group was decided by
 *     hand; for who came later, by {@code later.ordinal}
 * @param bases what an amount decided by hand rests on, by group code
 * @param choosers the roles of who chose; empty: not asked
 * @param weights parts by the reporter's number, in hundredths of a percent; add up to 10,000
 * @param used what the unit gave before, by code of the cap it counts against
 * @param earlier what was given before for this hazard or a related one
 */
public record RewardCase(
        Map<String, String> facts,
        List<Beneficiary> reporters,
        Map<String, Long> chosen,
        Map<String, String> bases,
        Set<Role> choosers,
        Map<Integer, Integer> weights,
        Map<String, Long> used,
        List<Earlier> earlier) {

    public RewardCase {
        Map<String, String> known = new HashMap<>(facts);
        known.values().removeIf(String::isEmpty);
        facts = Map.copyOf(known);
        reporters = List.copyOf(reporters);
        chosen = Map.copyOf(chosen);
        bases = Map.copyOf(bases);
        choosers = Set.copyOf(choosers);
        weights = Map.copyOf(weights);
        used = Map.copyOf(used);
        earlier = List.copyOf(earlier);
    }

    /** Facts by name as they are for the reporter of this number, his own first; for 0, those of the hazard. */
    public UnaryOperator<String> factsOf(int ordinal) {
        for (Beneficiary reporter : reporters) {
            if (reporter.ordinal() == ordinal) {
                return reporter.facts(facts);
            }
        }
        return name -> facts.getOrDefault(name, "");
    }

    /** Whether he was given any amount or goods for this hazard or a related one before; what is added is no further award. */
    boolean hadBefore(int ordinal) {
        return earlier.stream()
                .anyMatch(e -> e.ordinal() == ordinal
                        && e.origin() != Earlier.Origin.ENDED
                        && !e.component().equals("HONOUR"));
    }

    public Payload toPayload() {
        return CasePayload.write(this);
    }

    public static RewardCase fromPayload(Payload payload) {
        return CasePayload.read(payload);
    }
}
