package io.hazardreport.worker;

import java.util.Set;

/**
 * What is known of one reporter and one report when the reward is decided.
 *
 * @param selfReport whether the source is a worker's own report
 * @param named whether the reporter gave a name (it may be known to the receiver only)
 * @param first whether nobody reported the same hazard earlier
 * @param circumstances what the adjudicator found besides
 */
public record EligibilityFacts(
        Standing standing,
        boolean selfReport,
        boolean named,
        boolean confirmed,
        boolean nameTakenBack,
        boolean first,
        Set<Circumstance> circumstances) {

    public EligibilityFacts {
        circumstances = Set.copyOf(circumstances);
    }
}
