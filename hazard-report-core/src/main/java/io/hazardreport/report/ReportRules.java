package io.hazardreport.report;

import io.hazardreport.base.Text;
import io.hazardreport.category.Catalogue;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a version of the company's rule says about the loop.
 *
 * @param version of the scheme
 * @param limits by code; {@code code.MAJOR} where a major hazard has its own
 * @param notAdmittedReasons the closed list, each with its sentence
 * @param tiers codes of the enterprise's ladder with the legal grade each stands for; empty when it has none
 * @param waived separations of duty a listed very small unit may do without
 * @param talk on which reports the reporter must be talked to before a conclusion
 * @param extensions how often one promise may be extended; 0: never
 */
public record ReportRules(
        String version,
        ZoneId zone,
        WorkingCalendar calendar,
        Map<String, Limit> limits,
        Catalogue catalogue,
        Map<String, LegalGrade> tiers,
        Map<String, Text> notAdmittedReasons,
        Set<Separation> waived,
        TalkRule talk,
        int extensions) {

    public ReportRules {
        limits = Map.copyOf(limits);
        tiers = Map.copyOf(tiers);
        notAdmittedReasons = Map.copyOf(notAdmittedReasons);
        waived = Set.copyOf(waived);
    }

    /** The tiers that stand for this grade. */
    List<String> tiersOf(LegalGrade grade) {
        return tiers.entrySet().stream()
                .filter(tier -> tier.getValue() == grade)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** When something owed since {@code start} is due: exclusive. */
    public Instant due(String limit, LegalGrade grade, Instant start) {
        return Deadline.of(start, limit(limit, grade), calendar, zone).due();
    }

    /** The limit with this code; a major hazard may have its own. */
    public Limit limit(String code, LegalGrade grade) {
        Limit general = limits.get(code);
        Limit found = grade == LegalGrade.MAJOR ? limits.getOrDefault(code + ".MAJOR", general) : general;
        if (found == null) {
            throw new IllegalStateException("scheme " + version + " has no limit " + code);
        }
        return found;
    }

    /** The end of a day: exclusive. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
