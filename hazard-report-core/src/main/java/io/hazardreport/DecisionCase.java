package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.StreamId;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Beneficiary;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.Earlier;
import io.hazardreport.reward.Facts;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Eligibility;
import io.hazardreport.worker.EligibilityFacts;
import io.hazardreport.worker.Reason;
import io.hazardreport.worker.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Brings together what a decision looks at: the report and its duplicates, what was found, and what was given before. */
final class DecisionCase {

    private static final Set<AwardState> GIVEN = EnumSet.of(
            AwardState.PROPOSED, AwardState.APPROVED, AwardState.ANNOUNCED, AwardState.PAYABLE, AwardState.PAID);

    private final Core core;
    private final Reports reports;
    private final Awards awards;
    private final UnitId unit;
    private final DecideCommand command;
    private final HazardReport report;
    private final Scheme scheme;
    private final Claimants claimants;
    private final List<Award> before;

    DecisionCase(
            Core core,
            Reports reports,
            Awards awards,
            UnitId unit,
            DecideCommand command,
            HazardReport report,
            Scheme scheme,
            Claimants claimants,
            List<Award> before) {
        this.core = core;
        this.reports = reports;
        this.awards = awards;
        this.unit = unit;
        this.command = command;
        this.report = report;
        this.scheme = scheme;
        this.claimants = claimants;
        this.before = before;
    }

    RewardCase build() {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> found = Facts.canonical(command.facts(), scheme.factTypes(), "facts", problems);
        Map<Integer, Map<String, String>> ofReporters = new TreeMap<>();
        command.reporterFacts().forEach((ordinal, facts) -> {
            String path = "reporterFacts[" + ordinal + "]";
            if (claimants.all().stream().noneMatch(c -> c.ordinal() == ordinal)) {
                problems.add(Problem.of(
                        "reward.unknown-value",
                        path,
                        ordinal,
                        claimants.all().stream().map(Claimant::ordinal).toList() + ""));
            }
            ofReporters.put(ordinal, Facts.canonical(facts, scheme.factTypes(), path, problems));
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        Map<String, String> facts = new HashMap<>(found);
        facts.putAll(StoredCase.facts(report, submittedOn(), found.getOrDefault("handling", "")));
        List<Beneficiary> beneficiaries = claimants.all().stream()
                .map(claimant -> beneficiary(
                        claimant, facts, found.keySet(), ofReporters.getOrDefault(claimant.ordinal(), Map.of())))
                .toList();
        Map<String, Long> chosen = new HashMap<>(command.points());
        command.adjudicated().forEach((rule, amount) -> chosen.put(rule, amount.fen()));
        Map<String, Long> used = new HashMap<>();
        for (CapCounter counter : counters(name -> facts.getOrDefault(name, ""))) {
            if (!counter.cap().scope().ofPerson()) {
                used.put(counter.cap().code(), core.journal().used(unit, counter.key(null)));
            }
        }
        return new RewardCase(
                facts,
                beneficiaries,
                chosen,
                command.bases(),
                command.actor().roles(),
                command.weights(),
                used,
                earlier());
    }

    List<CapCounter> counters(UnaryOperator<String> facts) {
        return CapCounter.of(scheme.schedule(), submittedOn(), facts);
    }

    LocalDate submittedOn() {
        return LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
    }

    private Beneficiary beneficiary(
            Claimant claimant, Map<String, String> facts, Set<String> found, Map<String, String> foundOfHim) {
        Set<Circumstance> circumstances = command.circumstances().getOrDefault(claimant.ordinal(), Set.of());
        boolean named = claimant.reporter().confidentiality() != Confidentiality.ANONYMOUS;
        List<Reason> reasons = Eligibility.forReward(known(claimant, named, circumstances), scheme.eligibility());
        Map<String, String> own = new HashMap<>(StoredCase.facts(claimant.reporter()));
        own.put("realName", Boolean.toString(named));
        own.put("ownDuty", circumstances.contains(Circumstance.OWN_DUTY) ? "INSIDE" : "OUTSIDE");
        own.keySet().removeAll(found);
        own.putAll(foundOfHim);
        boolean lower = reasons.stream().anyMatch(reason -> reason.effect() == Treatment.LOWER_TIER);
        own.put("duty", lower ? "LOWER" : "NORMAL");
        List<Beneficiary.Reason> refusals = reasons.stream()
                .filter(reason -> reason.effect() == Treatment.EXCLUDED)
                .map(reason ->
                        new Beneficiary.Reason(reason.code(), reason.source().toString()))
                .toList();
        PersonKey person = claimants.key(claimant.ordinal());
        Map<String, Long> used = new HashMap<>();
        counters(name -> own.getOrDefault(name, facts.getOrDefault(name, ""))).stream()
                .filter(counter -> counter.cap().isPersonal(own))
                .forEach(
                        counter -> used.put(counter.cap().code(), core.journal().used(unit, counter.key(person))));
        return new Beneficiary(
                claimant.ordinal(),
                claimant.filing(),
                claimant.registeredAt(),
                named,
                own,
                circumstances,
                refusals,
                used);
    }

    /** Who came first is the schedule's question, not that of eligibility. */
    private EligibilityFacts known(Claimant claimant, boolean named, Set<Circumstance> circumstances) {
        var source = claimants.report(claimant).submission().source();
        return new EligibilityFacts(
                claimant.reporter().standing(),
                source.countsAsInternalReport() || scheme.schedule().namesSource(source.name()),
                named,
                claimant.reporter().confirmed(),
                claimant.reporter().nameTakenBack(),
                true,
                circumstances);
    }

    private List<Earlier> earlier() {
        List<Earlier> earlier = new ArrayList<>();
        for (Award award : before) {
            AwardTerms terms = award.terms();
            if (terms.isDecided() && !terms.isRefusal() && award.state() != AwardState.OVERTURNED) {
                earlier.add(earlier(
                        terms.ordinal(),
                        terms,
                        GIVEN.contains(award.state()) ? Earlier.Origin.SAME_HAZARD : Earlier.Origin.ENDED));
            }
        }
        for (ReportId other : related()) {
            for (Award award : awards.ofReport(unit, other)) {
                AwardTerms terms = award.terms();
                if (terms.isDecided() && !terms.isRefusal() && GIVEN.contains(award.state())) {
                    ordinals(award).forEach(ordinal -> earlier.add(earlier(ordinal, terms, Earlier.Origin.RELATED)));
                }
            }
        }
        return earlier;
    }

    private static Earlier earlier(int ordinal, AwardTerms terms, Earlier.Origin origin) {
        return new Earlier(ordinal, terms.rule(), terms.component(), terms.title(), terms.units(), origin);
    }

    /** Whose it is among the claimants; 0 for the collective. */
    private List<Integer> ordinals(Award award) {
        if (award.terms().ordinal() == 0) {
            return List.of(0);
        }
        Object key = core.journal()
                .snapshot(unit, new StreamId(Award.KIND, award.id().value()))
                .map(row -> row.columns().get("person_key"))
                .orElse("");
        return claimants.all().stream()
                .map(Claimant::ordinal)
                .filter(ordinal -> claimants.key(ordinal).hex().equals(key))
                .toList();
    }

    /** Those within this hazard, those it lies within that something was given for, and what else lies within these. */
    private Set<ReportId> related() {
        Set<ReportId> related = new LinkedHashSet<>(linked(report, LinkKind.CONTAINS));
        for (ReportId outer : linked(report, LinkKind.CONTAINED_IN)) {
            if (!awards.ofReport(unit, outer).isEmpty()) {
                related.add(outer);
                reports.find(unit, outer).ifPresent(whole -> related.addAll(linked(whole, LinkKind.CONTAINS)));
            }
        }
        related.remove(report.id());
        return related;
    }

    private static List<ReportId> linked(HazardReport report, LinkKind kind) {
        return report.links().stream()
                .filter(link -> link.kind() == kind)
                .map(link -> link.other())
                .toList();
    }
}
