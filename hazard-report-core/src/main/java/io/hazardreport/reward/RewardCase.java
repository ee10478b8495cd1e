package io.hazardreport.reward;

import java.util.List;
import java.util.Map;

/**
 * What a calculation looks at.
 *
 * @param facts by name: money in fen, days as {@code 2024-09-02}; what is not known is absent
 * @param reporters in the order declared
 * @param chosen amounts somebody chose, by rule code (or {@code rule.KIND}); {@code later} for who came later, by
 *     {@code later.ordinal}
 * @param weights parts by the reporter's number, in hundredths of a percent; add up to 10,000
 * @param used what the unit gave before, by code of the cap it counts against
 */
public record RewardCase(
        Map<String, String> facts,
        List<Beneficiary> reporters,
        Map<String, Long> chosen,
        Map<Integer, Integer> weights,
        Map<String, Long> used) {

    public RewardCase {
        facts = Map.copyOf(facts);
        reporters = List.copyOf(reporters);
        chosen = Map.copyOf(chosen);
        weights = Map.copyOf(weights);
        used = Map.copyOf(used);
    }
}
