package io.hazardreport.scheme;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.Schedule;
import io.hazardreport.worker.EligibilityRules;
import java.util.List;
import java.util.Map;

/**
 * The part of a rule that decides rewards, of a whole scheme or written by itself: {@code tiers}, {@code catalogue},
 * {@code eligibility}, {@code reward}.
 *
 * @param types every fact it may ask for
 * @param warnings what a careful reader would ask about it
 */
public record RewardRule(
        Schedule schedule, Map<String, FactType> types, EligibilityRules eligibility, List<Problem> warnings) {

    public RewardRule {
        types = Map.copyOf(types);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads it; of a whole scheme only the values of this part are looked at. A document without {@code reward} is taken as the schedule
     * itself. Without {@code eligibility}, everybody is eligible.
     *
     * @throws InvalidInputException with every problem, each with its path
     */
    public static RewardRule read(String json) {
        return SchemeReader.readReward(json);
    }

    /** The JSON Schema of such a document; it refers to that of schemes, which is to lie beside it. */
    public static String jsonSchema() {
        return ExampleScheme.read("reward.schema.json");
    }
}
