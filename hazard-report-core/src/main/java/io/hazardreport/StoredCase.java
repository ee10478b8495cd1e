package io.hazardreport;

import io.hazardreport.identity.Confidentiality;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stored report says of itself to a reward rule. */
final class StoredCase {

    private StoredCase() {}

    /**
     * The facts of the hazard.
     *
     * @param handling what the adjudicator found of it; empty: as the reporter said
     */
    static Map<String, String> facts(HazardReport report, LocalDate submittedOn, String handling) {
        Map<String, String> facts = new HashMap<>();
        report.assessment().ifPresent(found -> {
            facts.put("grade", found.grade().name());
            facts.put("tier", found.tier());
            if (!found.rewardTier().isEmpty()) {
                facts.put("rewardTier", found.rewardTier());
            }
        });
        boolean suggested = !report.submission().suggestion().isEmpty();
        boolean adopted = report.suggestionTakenUp().orElse(false);
        facts.put("suggestionAdopted", Boolean.toString(adopted));
        facts.put("suggestion", adopted ? "ADOPTED" : suggested ? "PROPOSED" : "NONE");
        facts.put("item", report.item());
        facts.put("class", report.item().isEmpty() ? "" : report.item().substring(0, 1));
        facts.put("kind", report.submission().kind().name());
        facts.put("source", report.submission().source().name());
        boolean fixed = report.submission().fixedOnTheSpot();
        facts.put("fixedOnTheSpot", Boolean.toString(fixed));
        facts.put("handling", !handling.isEmpty() ? handling : fixed ? "FIXED" : "REPORTED");
        facts.put("reporters", Integer.toString(report.reporters().size()));
        facts.put("submittedOn", submittedOn.toString());
        return facts;
    }

    /** The facts of a reporter. */
    static Map<String, String> facts(Reporter reporter) {
        Standing standing = reporter.standing();
        return Map.of(
                "role", standing.jobRole().name(),
                "employment", standing.employment().name(),
                "serviceMonths", Integer.toString(standing.serviceMonths()),
                "safetyDuty", standing.safetyDuty().name());
    }

    static Trial.Case of(HazardReport report, Scheme scheme, Map<String, Long> chosen) {
        List<Trial.Person> people = new ArrayList<>();
        for (Reporter reporter : report.reporters()) {
            people.add(new Trial.Person(
                    reporter.pseudonym(),
                    1,
                    report.submittedAt(),
                    reporter.confidentiality() != Confidentiality.ANONYMOUS,
                    facts(reporter),
                    Set.of(),
                    0,
                    Map.of(),
                    0));
        }
        List<String> contains = report.links().stream()
                .filter(link -> link.kind() == LinkKind.CONTAINS)
                .map(link -> link.other().toString())
                .toList();
        LocalDate day = LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
        return new Trial.Case(
                report.receipt().value(),
                report.id().toString(),
                contains,
                facts(report, day, ""),
                people,
                chosen,
                Map.of());
    }
}
