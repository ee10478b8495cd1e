package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A separation of duties. A listed very small unit may waive it by code, never for a major hazard. */
public enum Separation {
    /** The reporter never verifies. */
    @JsonProperty("REPORTER_NEVER_VERIFIES")
    REPORTER_NEVER_VERIFIES,

    /** The one who rectified never rechecks. */
    @JsonProperty("RECTIFIER_NEVER_RECHECKS")
    RECTIFIER_NEVER_RECHECKS,

    /** Who proposed a decision never gives the second signature. */
    @JsonProperty("PROPOSER_NEVER_SIGNS")
    PROPOSER_NEVER_SIGNS,

    /** Who puts it right never gives himself a new date, out of a fix at once or after a broken promise. */
    @JsonProperty("RECTIFIER_NEVER_REPLANS")
    RECTIFIER_NEVER_REPLANS,

    /** Whose decision an appeal overturned never judges the same report again. */
    @JsonProperty("OVERTURNED_NEVER_JUDGES")
    OVERTURNED_NEVER_JUDGES;

    boolean isViolated(ReportContext context) {
        return switch (this) {
            case REPORTER_NEVER_VERIFIES -> context.actor().isReporter() || context.namesReporter();
            case RECTIFIER_NEVER_RECHECKS ->
                context.actor().isOneOf(context.report().rectifiers());
            case RECTIFIER_NEVER_REPLANS -> PlanGuards.givesHimselfTime(context);
            case OVERTURNED_NEVER_JUDGES ->
                context.act() instanceof ReportAct.StartVerification start
                        ? start.verifiers().stream().anyMatch(context.report().overturned()::contains)
                        : context.actor().isOneOf(context.report().overturned());
            case PROPOSER_NEVER_SIGNS ->
                context.report()
                        .proposal(context.act().action())
                        .filter(proposal -> context.actor().is(proposal.by()))
                        .isPresent();
        };
    }

    boolean isWaived(ReportContext context) {
        return context.rules().waived().contains(this) && !context.report().isMajorOrSuspected();
    }
}
