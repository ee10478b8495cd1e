package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import java.util.List;

/** What one rule gives one reporter, and how those who signed with him share it. */
record Earned(String group, String rule, Sharing sharing, List<Grant> grants, List<Fired> fired) {

    Earning.Worth worth() {
        return new Earning.Worth(sum("CASH") + sum("COLLECTIVE"), sum("POINTS"), sum("SCORE"));
    }

    private long sum(String component) {
        return grants.stream()
                .filter(g -> g.component().equals(component))
                .mapToLong(Grant::units)
                .sum();
    }

    String shown() {
        return grants.stream()
                .map(g -> g.component() + " "
                        + (g.component().equals("HONOUR") ? g.title() : Figuring.shown(g.component(), g.units())))
                .reduce((a, b) -> a + ", " + b)
                .orElse("0");
    }
}
