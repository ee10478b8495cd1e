package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a version of the company's rule says about the award's loop.
 *
 * @param approvals who approves up to which total; the last has no bound
 * @param notice whether a public notice by case number comes before payment, for the limit {@code awardNotice}
 * @param expiry whether an unclaimed award lapses
 * @param spotUpTo the most one of the named persons may give on the spot; empty: nobody may
 * @param spotGivers who may, by the host's ids
 */
public record AwardRules(
        String version,
        ZoneId zone,
        WorkingCalendar calendar,
        Map<String, Limit> limits,
        List<Level> approvals,
        boolean notice,
        boolean expiry,
        Optional<Money> spotUpTo,
        Set<String> spotGivers,
        PaymentRules payment) {

    /** @param upTo inclusive; empty for all above */
    public record Level(Optional<Money> upTo, Role role) {}

    public AwardRules {
        limits = Map.copyOf(limits);
        approvals = List.copyOf(approvals);
        spotGivers = Set.copyOf(spotGivers);
    }

    /** Who approves a decision of this total. */
    public Role approver(Money total) {
        return approvals.stream()
                .filter(level ->
                        level.upTo().filter(bound -> total.compareTo(bound) > 0).isEmpty())
                .findFirst()
                .orElse(approvals.get(approvals.size() - 1))
                .role();
    }

    /** The same rule by another calendar. */
    public AwardRules by(WorkingCalendar other) {
        return new AwardRules(version, zone, other, limits, approvals, notice, expiry, spotUpTo, spotGivers, payment);
    }

    Instant due(String limit, Instant start) {
        Limit found = limits.get(limit);
        if (found == null) {
            throw new IllegalStateException("scheme " + version + " has no limit " + limit);
        }
        return Deadline.of(start, found, calendar, zone).due();
    }
}
