package io.hazardreport.reward;

import io.hazardreport.report.Acting;
import java.time.Instant;

/**
 * All that one decision on an award looks at.
 *
 * @param beneficiary whether the actor is the one it is for
 */
public record AwardContext(
        Award award, AwardAct act, Acting actor, boolean beneficiary, Instant at, AwardRules rules) {}
