package io.hazardreport;

import io.hazardreport.base.PersonKey;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.SuggestionState;
import io.hazardreport.reward.Beneficiary;
import io.hazardreport.reward.FactTest;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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
        if (report.state() == ReportState.SETTLED) {
            Stream.of("grade", "tier", "rewardTier").forEach(fact -> facts.put(fact, FactTest.NO_HAZARD));
        }
        facts.put("suggestionAdopted", Boolean.toString(report.suggestion() == SuggestionState.ADOPTED));
        facts.put("suggestion", report.suggestion().name());
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

    /** As it would be decided now, with nothing found or chosen. */
    static Trial.Case of(HazardReport report, Scheme scheme, Claimants claimants, Function<PersonKey, String> ids) {
        List<Trial.Person> people = new ArrayList<>();
        for (Claimant claimant : claimants.all()) {
            Reporter reporter = claimant.reporter();
            people.add(new Trial.Person(
                    ids.apply(claimants.key(claimant.ordinal())),
                    claimant.filing(),
                    claimant.registeredAt(),
                    reporter.confidentiality() != Confidentiality.ANONYMOUS,
                    facts(reporter),
                    Set.of(),
                    0,
                    Map.of(),
                    Map.of(),
                    reporter.confirmed(),
                    reporter.nameTakenBack()));
        }
        LocalDate day = LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
        return of(report, facts(report, day, ""), people, Map.of(), Map.of());
    }

    /** As it was decided. */
    static Trial.Case of(
            HazardReport report, RewardCase decided, Claimants claimants, Function<PersonKey, String> ids) {
        List<Trial.Person> people = new ArrayList<>();
        for (Beneficiary b : decided.reporters()) {
            people.add(new Trial.Person(
                    claimants.find(b.ordinal()).map(ids).orElse(report.id() + "#" + b.ordinal()),
                    b.filing(),
                    b.registeredAt(),
                    b.realName(),
                    found(b),
                    b.circumstances(),
                    decided.weights().getOrDefault(b.ordinal(), 0),
                    Map.of(),
                    Map.of(),
                    !isShut(b, "NOT_CONFIRMED_BY_SELF"),
                    isShut(b, "NAME_TAKEN_BACK")));
        }
        return of(report, decided.facts(), people, decided.chosen(), decided.bases());
    }

    private static boolean isShut(Beneficiary beneficiary, String code) {
        return beneficiary.refusals().stream()
                .anyMatch(refusal -> refusal.code().equals(code));
    }

    /** His facts without what another rule would derive otherwise. */
    private static Map<String, String> found(Beneficiary b) {
        Map<String, String> found = new HashMap<>(b.ownFacts());
        found.remove("duty");
        found.remove("realName", Boolean.toString(b.realName()));
        found.remove("ownDuty", b.circumstances().contains(Circumstance.OWN_DUTY) ? "INSIDE" : "OUTSIDE");
        return found;
    }

    private static Trial.Case of(
            HazardReport report,
            Map<String, String> facts,
            List<Trial.Person> people,
            Map<String, Long> chosen,
            Map<String, String> bases) {
        List<String> contains = report.links().stream()
                .filter(link -> link.kind() == LinkKind.CONTAINS)
                .map(link -> link.other().toString())
                .toList();
        return new Trial.Case(
                report.receipt().value(), report.id().toString(), contains, facts, people, chosen, bases, Map.of());
    }
}
