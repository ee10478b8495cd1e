package io.hazardreport.worker;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a scheme rewards.
 *
 * @param employments admitted to reward
 * @param jobRoles admitted to reward
 * @param safetyStaff how full-time safety staff are treated for what is their own round
 * @param ownDuty how a hazard within the reporter's own duty is treated
 * @param minimumServiceMonths 0 for none
 * @param anonymousRewarded whether an anonymous reporter may be rewarded
 */
public record EligibilityRules(
        Set<Employment> employments,
        Set<JobRole> jobRoles,
        Treatment safetyStaff,
        Treatment ownDuty,
        int minimumServiceMonths,
        boolean anonymousRewarded) {

    static final Source PLAN = Source.of("工作方案（2024，街道）", "二（一）");

    public EligibilityRules {
        employments = Set.copyOf(employments);
        jobRoles = Set.copyOf(jobRoles);
    }

    /** Everybody the plan counts as a worker; full-time safety staff and own duty at the lower tier. */
    public static EligibilityRules standard() {
        return new EligibilityRules(
                EnumSet.of(Employment.REGULAR, Employment.TEMPORARY, Employment.DISPATCHED),
                EnumSet.allOf(JobRole.class),
                Treatment.LOWER_TIER,
                Treatment.LOWER_TIER,
                0,
                true);
    }

    /** Nobody is shut out and nobody is treated otherwise. */
    public static EligibilityRules everybody() {
        return new EligibilityRules(
                EnumSet.allOf(Employment.class),
                EnumSet.allOf(JobRole.class),
                Treatment.NORMAL,
                Treatment.NORMAL,
                0,
                true);
    }

    /** Whom of the plan's workers these rules shut out: warnings that quote the plan. */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        for (JobRole role : JobRole.values()) {
            if (!jobRoles.contains(role)) {
                warnings.add(Problem.of("worker.shut-out", "jobRoles", role, List.of(JobRole.values()) + "")
                        .from(PLAN));
            }
        }
        for (Employment employment : Employment.values()) {
            if (employment.isOwn() && !employments.contains(employment)) {
                warnings.add(
                        Problem.of("worker.shut-out", "employments", employment, "[REGULAR, TEMPORARY, DISPATCHED]")
                                .from(PLAN));
            }
        }
        return warnings;
    }
}
