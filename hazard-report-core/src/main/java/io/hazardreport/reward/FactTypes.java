package io.hazardreport.reward;

import io.hazardreport.reward.FactType.Measure;
import io.hazardreport.reward.FactType.OneOf;
import io.hazardreport.reward.FactType.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts a schedule may ask for without declaring them. */
public final class FactTypes {

    private FactTypes() {}

    /**
     * @param tiers the enterprise's ladder from small to big; may be empty
     * @param items codes of the catalogue
     */
    public static Map<String, FactType> standard(List<String> tiers, Collection<String> items) {
        Map<String, FactType> types = new LinkedHashMap<>();
        ladder(types, "grade", "GENERAL", "MAJOR");
        types.put("tier", new OneOf("tier", tiers.isEmpty() ? List.of("") : tiers, true));
        types.put("rewardTier", new OneOf("rewardTier", tiers.isEmpty() ? List.of("") : tiers, true));
        one(types, "class", "P", "E", "V", "M");
        types.put("item", new OneOf("item", new ArrayList<>(items), false));
        one(types, "kind", "HAZARD", "UNSAFE_ACT", "NEAR_MISS", "SUGGESTION");
        one(types, "source", "SELF_REPORT", "SHIFT_CHECK", "ORGANISED_INSPECTION", "AUTHORITY", "MONITORING", "IMPORT");
        reporter(types);
        hazard(types);
        for (String money : List.of("fine", "avoidedLoss", "cost")) {
            types.put(money, new Quantity(money, 0, null, Measure.MONEY, !money.equals("cost")));
        }
        for (String count : List.of("deaths", "headCount", "photos", "items", "reporters")) {
            types.put(count, new Quantity(count, 0, null, Measure.NUMBER, count.equals("deaths")));
        }
        types.put("submittedOn", new Quantity("submittedOn", -365_000, null, Measure.DAY, false));
        return types;
    }

    private static void reporter(Map<String, FactType> types) {
        one(types, "role", "MANAGER", "TECHNICIAN", "OPERATIVE");
        one(types, "employment", "REGULAR", "TEMPORARY", "DISPATCHED", "INTERN", "CONTRACTOR", "VISITOR");
        one(types, "duty", "NORMAL", "LOWER");
        one(types, "ownDuty", "INSIDE", "OUTSIDE");
        one(types, "safetyDuty", "NONE", "PART_TIME", "FULL_TIME");
        types.put("realName", OneOf.flag("realName"));
        types.put("serviceMonths", new Quantity("serviceMonths", 0, null, Measure.NUMBER, false));
    }

    private static void hazard(Map<String, FactType> types) {
        ladder(types, "potentialAccident", "NONE", "GENERAL", "LARGER", "SERIOUS", "EXTRA");
        ladder(types, "effect", "LOW", "MEDIUM", "HIGH");
        ladder(types, "urgency", "LOW", "MEDIUM", "HIGH");
        one(types, "difficulty", "LOW", "MEDIUM", "HIGH");
        one(types, "evidenceQuality", "NONE", "PARTIAL", "FULL");
        one(types, "handling", "REPORTED", "CONTROLLED", "STOPPED", "FIXED", "RESCUED");
        one(types, "suggestion", "NONE", "PROPOSED", "ADOPTED", "NOT_ADOPTED");
        for (String flag : List.of("suggestionAdopted", "fixedOnTheSpot", "listed", "thirdParty")) {
            types.put(flag, OneOf.flag(flag));
        }
        types.put("potentialLoss", new Quantity("potentialLoss", 0, null, Measure.MONEY, true));
        types.put("potentialDeaths", new Quantity("potentialDeaths", 0, null, Measure.NUMBER, true));
        types.put("potentialInjuries", new Quantity("potentialInjuries", 0, null, Measure.NUMBER, true));
    }

    private static void one(Map<String, FactType> types, String name, String... values) {
        types.put(name, new OneOf(name, List.of(values), false));
    }

    private static void ladder(Map<String, FactType> types, String name, String... values) {
        types.put(name, new OneOf(name, List.of(values), true));
    }
}
