package io.hazardreport.report;

import io.hazardreport.category.LegalGrade;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that one decision looks at.
 *
 * @param other the first report, where the act marks a duplicate
 * @param namesReporter whether the act names a reporter of this report as a handler
 * @param namesConcerned whether the act names a person complained of
 */
public record ReportContext(
        HazardReport report,
        ReportAct act,
        Acting actor,
        Instant at,
        ReportRules rules,
        @Nullable HazardReport other,
        boolean namesReporter,
        boolean namesConcerned) {

    static ReportContext of(HazardReport report, ReportAct act, Acting actor, Instant at, ReportRules rules) {
        return new ReportContext(report, act, actor, at, rules, null, false, false);
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
}
