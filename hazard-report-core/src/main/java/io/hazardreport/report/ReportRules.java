package io.hazardreport.report;

import io.hazardreport.base.Text;
import io.hazardreport.category.Catalogue;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.MajorHazardTable;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.Pause;
import io.hazardreport.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a version of the company's rule says about the loop.
 *
 * @param version of the scheme
 * @param limits by code; {@code code.MAJOR} where a major hazard has its own, {@code code.STEP} where a step has
 * @param notAdmittedReasons the closed list, each with its sentence
 * @param tiers codes of the enterprise's ladder with the legal grade each stands for; empty when it has none
 * @param waived separations of duty a listed very small unit may do without
 * @param talk on which reports the reporter must be talked to before a conclusion
 * @param extensions how often one promise may be extended; 0: never
 * @param industry the regulated field the company is in
 * @param majorHazards which items may be major hazards there
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
        int extensions,
        String industry,
        MajorHazardTable majorHazards) {

    /** The limit for which a cure by plan must have held before its effect is checked. */
    static final String HELD = "effectCheck";

    /** The same of what was fixed at once or on the spot; a rule without it asks for no such check. */
    static final String HELD_FIXED = "effectCheck.FIX_NOW";

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

    /** The same within a step, which may have a limit of its own. */
    Instant due(String limit, String step, LegalGrade grade, Instant start) {
        return Deadline.of(start, limit(limit, step, grade), calendar, zone).due();
    }

    /** The same, with stretches of time that do not count. */
    Instant due(String limit, LegalGrade grade, Instant start, List<Pause> pauses) {
        return Deadline.of(start, limit(limit, grade), pauses, calendar, zone).due();
    }

    /** The same for what must not fail where the calendar ends; see {@link Deadline#known}. */
    Instant known(String limit, LegalGrade grade, Instant start) {
        return Deadline.known(start, limit(limit, grade), calendar, zone).due();
    }

    /** When a promise by date is due: exclusive. */
    Instant due(LocalDate day, Instant start, List<Pause> pauses) {
        return Deadline.of(start, day, pauses, calendar, zone).due();
    }

    /** The limit with this code; a major hazard may have its own. */
    public Limit limit(String code, LegalGrade grade) {
        return limit(code, "", grade);
    }

    /**
     * The limit with this code for something within a step: the first there is of {@code code.STEP.MAJOR},
     * {@code code.STEP}, {@code code.MAJOR}, {@code code}; those of a major hazard for a major one only.
     *
     * @param step code of the main duty; empty for what is the same in every step
     */
    public Limit limit(String code, String step, LegalGrade grade) {
        return Stream.of(code + "." + step, code)
                .flatMap(key -> Stream.of(grade == LegalGrade.MAJOR ? key + ".MAJOR" : key, key))
                .map(limits::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("scheme " + version + " has no limit " + code));
    }

    /** The same rule by another calendar. */
    public ReportRules by(WorkingCalendar other) {
        return new ReportRules(
                version,
                zone,
                other,
                limits,
                catalogue,
                tiers,
                notAdmittedReasons,
                waived,
                talk,
                extensions,
                industry,
                majorHazards);
    }

    /** The last day before an exclusive end. */
    LocalDate lastDay(Instant due) {
        return LocalDate.ofInstant(due.minusMillis(1), zone);
    }

    /** The end of a day: exclusive. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The standard in force at that instant under which an item may be a major hazard here; empty when there is none. */
    public String suspectedStandard(String item, Instant at) {
        return majorHazards
                .suspects(item, industry, LocalDate.ofInstant(at, zone))
                .map(Object::toString)
                .orElse("");
    }
}
