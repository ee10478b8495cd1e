package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts a schedule may ask for. */
public final class FactTypes {

    private FactTypes() {}

    /**
     * @param tiers the enterprise's ladder from small to big; may be empty
     * @param items codes of the catalogue
     */
    public static Map<String, FactType> standard(List<String> tiers, Collection<String> items) {
        Map<String, FactType> types = new LinkedHashMap<>();
        one(types, "grade", true, "GENERAL", "MAJOR");
        types.put("tier", new FactType.OneOf("tier", tiers.isEmpty() ? List.of("") : tiers, true));
        one(types, "class", false, "P", "E", "V", "M");
        types.put("item", new FactType.OneOf("item", new ArrayList<>(items), false));
        one(types, "role", false, "MANAGER", "TECHNICIAN", "OPERATIVE");
        one(types, "employment", false, "REGULAR", "TEMPORARY", "DISPATCHED", "INTERN", "CONTRACTOR", "VISITOR");
        one(
                types,
                "source",
                false,
                "SELF_REPORT",
                "SHIFT_CHECK",
                "ORGANISED_INSPECTION",
                "AUTHORITY",
                "MONITORING",
                "IMPORT");
        one(types, "suggestionAdopted", false, "false", "true");
        one(types, "fixedOnTheSpot", false, "false", "true");
        one(types, "duty", false, "NORMAL", "LOWER");
        types.put("serviceMonths", new FactType.Quantity("serviceMonths", 0, null, false));
        types.put("potentialLoss", new FactType.Quantity("potentialLoss", 0, null, true));
        return types;
    }

    private static void one(Map<String, FactType> types, String name, boolean ordered, String... values) {
        types.put(name, new FactType.OneOf(name, List.of(values), ordered));
    }
}
