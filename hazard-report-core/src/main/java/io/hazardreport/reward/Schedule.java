package io.hazardreport.reward;

import java.util.List;

/**
 * A company's reward rule as data: groups of rules, how reporters share, and caps. Amounts first come from the rules, go
 * together within each group and over the groups, are cut by the cap of a decision, shared, and cut by the cap of a
 * person's month.
 */
public record Schedule(List<Group> groups, Sharing sharing, Remainder remainder, List<Cap> caps) {

    public Schedule {
        groups = List.copyOf(groups);
        caps = List.copyOf(caps);
    }
}
