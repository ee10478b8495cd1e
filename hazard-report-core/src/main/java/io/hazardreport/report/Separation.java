package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Predicate;

/** A separation of duties. A listed very small unit may waive it by code, never for a major hazard. */
public enum Separation {
    /** The reporter never verifies. */
    @JsonProperty("REPORTER_NEVER_VERIFIES")
    REPORTER_NEVER_VERIFIES(context -> context.actor().isReporter() || context.namesReporter()),

    /** The one who rectified never rechecks. */
    @JsonProperty("RECTIFIER_NEVER_RECHECKS")
    RECTIFIER_NEVER_RECHECKS(
            context -> context.report().rectifiers().contains(context.actor().reference())),

    /** Who proposed a decision never gives the second signature. */
    @JsonProperty("PROPOSER_NEVER_SIGNS")
    PROPOSER_NEVER_SIGNS(context -> context.report()
            .proposal(context.act().action())
            .filter(proposal -> proposal.by().equals(context.actor().reference()))
            .isPresent());

    private final Predicate<ReportContext> violation;

    Separation(Predicate<ReportContext> violation) {
        this.violation = violation;
    }

    boolean isViolated(ReportContext context) {
        return violation.test(context);
    }

    boolean isWaived(ReportContext context) {
        return context.rules().waived().contains(this) && !context.report().isMajorOrSuspected();
    }
}
