package io.hazardreport.scheme;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.category.HazardItem;
import io.hazardreport.category.MajorHazardTable;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.ReminderRules;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.fund.FundSource;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.report.ReportRules;
import io.hazardreport.reward.AwardRules;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactTypes;
import io.hazardreport.reward.Schedule;
import io.hazardreport.statistics.PeriodRule;
import io.hazardreport.worker.EligibilityRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a company's rule (制度), composed.
 *
 * @param version the company's own name of it, written on every event
 * @param validFrom from when it judges new reports; never before it was loaded
 * @param industry the regulated field (监管行业领域) the company is in
 * @param tiers codes of the enterprise's ladder, from small to big
 * @param honours given at the end of a year by quota
 * @param source the fund source rewards are paid from first
 * @param authorityLine where to turn outside the company
 * @param parentLine where to turn in the parent company, if there is one
 * @param principals who heads the unit (主要负责人), by the host's ids; a report about one of them goes to the union
 * @param pseudonymPerPerson whether a reporter has one pseudonym for all reports, or one for each
 */
public record Scheme(
        String version,
        Text name,
        Instant validFrom,
        String industry,
        List<String> tiers,
        ReportRules rules,
        AwardRules awards,
        Schedule schedule,
        List<HonourRule> honours,
        EligibilityRules eligibility,
        MajorHazardTable majorHazards,
        List<Desk> desks,
        ReminderRules reminders,
        List<FundSource> sources,
        FundSource source,
        PeriodRule periods,
        Text authorityLine,
        Optional<Text> parentLine,
        List<PersonId> principals,
        boolean pseudonymPerPerson) {

    public Scheme {
        tiers = List.copyOf(tiers);
        honours = List.copyOf(honours);
        desks = List.copyOf(desks);
        sources = List.copyOf(sources);
        principals = List.copyOf(principals);
    }

    /** The standard under which an item may be major here; empty when there is none. */
    public String suspectedStandard(String item, LocalDate on) {
        return majorHazards.suspects(item, industry, on).map(Object::toString).orElse("");
    }

    /** Where to turn outside the unit: the parent company, if there is one, and the authority. */
    public Text outsideLines() {
        return parentLine
                .map(parent -> Text.of(parent.zh() + "；" + authorityLine.zh(), parent.en() + "; " + authorityLine.en()))
                .orElse(authorityLine);
    }

    /** Every fact the reward rule may ask for. */
    public Map<String, FactType> factTypes() {
        Map<String, FactType> types = new HashMap<>(FactTypes.standard(
                tiers, rules.catalogue().items().stream().map(HazardItem::code).toList()));
        types.putAll(schedule.facts());
        return types;
    }

    /** The same from another instant on. */
    public Scheme from(Instant instant) {
        return with(instant, rules, awards);
    }

    /** The same by another calendar. */
    public Scheme by(WorkingCalendar calendar) {
        return with(validFrom, rules.by(calendar), awards.by(calendar));
    }

    private Scheme with(Instant from, ReportRules rules, AwardRules awards) {
        return new Scheme(
                version,
                name,
                from,
                industry,
                tiers,
                rules,
                awards,
                schedule,
                honours,
                eligibility,
                majorHazards,
                desks,
                reminders,
                sources,
                source,
                periods,
                authorityLine,
                parentLine,
                principals,
                pseudonymPerPerson);
    }
}
