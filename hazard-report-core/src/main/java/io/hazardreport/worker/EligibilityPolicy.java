package io.hazardreport.worker;

import java.util.Optional;

/** One small rule of eligibility: nothing to object, or the reason for another treatment. */
interface EligibilityPolicy {

    Optional<Reason> judge(EligibilityFacts facts, EligibilityRules rules);
}
