package io.hazardreport.reward;

import io.hazardreport.report.Acting;
import java.time.Instant;

/**
 * All that one decision on an award looks at.
 *
 * @param beneficiary whether the actor is the one it is for
 * @param pointsOwed where the award pays for points, how many the person owes since they were taken back; else 0
 */
public record AwardContext(
        Award award, AwardAct act, Acting actor, boolean beneficiary, Instant at, AwardRules rules, long pointsOwed) {}
