package io.hazardreport.examples.benchmarks;

import java.util.Map;

/** One hazard's facts, as a bean for the other engine and as a map for the library. */
public final class Hazard {

    private final String tier;
    private final String duty;
    private final String handling;
    private final boolean suggestionAdopted;
    private final boolean listed;
    private final long avoidedLoss;

    /** @param avoidedLoss in fen */
    Hazard(String tier, String duty, String handling, boolean suggestionAdopted, boolean listed, long avoidedLoss) {
        this.tier = tier;
        this.duty = duty;
        this.handling = handling;
        this.suggestionAdopted = suggestionAdopted;
        this.listed = listed;
        this.avoidedLoss = avoidedLoss;
    }

    public String getTier() {
        return tier;
    }

    public String getDuty() {
        return duty;
    }

    public String getHandling() {
        return handling;
    }

    public boolean isSuggestionAdopted() {
        return suggestionAdopted;
    }

    public boolean isListed() {
        return listed;
    }

    public long getAvoidedLoss() {
        return avoidedLoss;
    }

    Map<String, String> facts() {
        return Map.of(
                "tier",
                tier,
                "duty",
                duty,
                "handling",
                handling,
                "suggestionAdopted",
                Boolean.toString(suggestionAdopted),
                "listed",
                Boolean.toString(listed),
                "avoidedLoss",
                Long.toString(avoidedLoss));
    }
}
