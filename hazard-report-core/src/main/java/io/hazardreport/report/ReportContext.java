package io.hazardreport.report;

import io.hazardreport.category.LegalGrade;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one decision looks at.
 *
 * @param other the first report, where the act marks a duplicate
 * @param namesReporter whether the act names a reporter of this report as a handler
 * @param namesConcerned whether the act names a person complained of
 * @param complainedOf how many people the report complains of
 * @param recordedAt when the act is taken in, by the library's own clock; {@code at} is when it was done, as the actor says
 * @param standsIn whether the actor stands in, by the roster, for one of those sent to verify
 * @param coversComplaints whether the other report complains of everybody this one complains of
 * @param lateElsewhere whether something is overdue on an award of this actor's for it, or on the report it is a duplicate of
 */
public record ReportContext(
        HazardReport report,
        ReportAct act,
        Acting actor,
        Instant at,
        ReportRules rules,
        @Nullable HazardReport other,
        boolean namesReporter,
        boolean namesConcerned,
        int complainedOf,
        Instant recordedAt,
        boolean standsIn,
        boolean coversComplaints,
        boolean lateElsewhere) {

    /** Of an act that looks at nothing but the report. */
    public static ReportContext of(HazardReport report, ReportAct act, Acting actor, Instant at, ReportRules rules) {
        return new ReportContext(report, act, actor, at, rules, null, false, false, 0, at, false, true, false);
    }

    /** The grade this act leads to: the new one where it grades, else the present one. */
    LegalGrade gradeAfter() {
        if (act instanceof ReportAct.Grading grading) {
            return grading.assessment().grade();
        }
        return report.grade();
    }

    boolean isMajorAfter() {
        return gradeAfter() == LegalGrade.MAJOR;
    }

    /** Whether the act finds an item that this one was not judged by yet, and that may be major in this industry. */
    private boolean raisesSuspicion() {
        if (!(act instanceof ReportAct.Grading grading)) {
            return act instanceof FollowUp.Suspect;
        }
        Set<String> judged = report.assessment().map(Assessment::items).orElse(Set.of());
        return grading.assessment().items().stream()
                .anyMatch(item -> !judged.contains(item)
                        && !rules.suspectedStandard(item, report.submittedAt()).isEmpty());
    }

    /** Whether a major hazard is in question: before the act, after it, or by what it finds. */
    boolean isGrave() {
        return report.isMajorOrSuspected() || isMajorAfter() || raisesSuspicion();
    }

    /** Whether the act settles for less than what was found or suspected. */
    boolean isDowngrade() {
        return act instanceof ReportAct.Grading
                && !isMajorAfter()
                && (report.isMajorOrSuspected() || raisesSuspicion());
    }

    /** Whether the act grades a closed report otherwise than it was counted. */
    boolean changesWhatWasCounted() {
        return report.state() == ReportState.CLOSED && gradeAfter() != report.grade();
    }
}
