package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.fund.Bearing;
import io.hazardreport.fund.FundSource;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Beneficiary;
import io.hazardreport.reward.Calculation;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.Facts;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.reward.Route;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Eligibility;
import io.hazardreport.worker.EligibilityFacts;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.Reason;
import io.hazardreport.worker.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One attempt at a decision: reads, calculates, and collects the writes. */
final class Deciding {

    private static final Set<AwardState> GIVEN = EnumSet.of(
            AwardState.PROPOSED, AwardState.APPROVED, AwardState.ANNOUNCED, AwardState.PAYABLE, AwardState.PAID);

    private final Core core;
    private final Awards awards;
    private final UnitId unit;
    private final Reports reports;
    private final DecideCommand command;
    private final Reports.Loaded loaded;
    private final HazardReport report;
    private final Scheme scheme;
    private final Instant now;
    private final Instant at;
    final List<Write> writes = new ArrayList<>();
    private final Map<CounterKey, Long> spent = new TreeMap<>();
    private final Map<CounterKey, Long> ceilings = new HashMap<>();

    Deciding(Core core, Schemes schemes, Reports reports, Awards awards, UnitId unit, DecideCommand command) {
        this.core = core;
        this.awards = awards;
        this.reports = reports;
        this.unit = unit;
        this.command = command;
        this.loaded = reports.load(unit, command.reportId());
        this.report = loaded.report();
        this.scheme = schemes.version(unit, report.schemeVersion());
        this.now = core.now();
        this.at = command.occurredAt() == null ? now : command.occurredAt().truncatedTo(ChronoUnit.MILLIS);
    }

    RewardDecision run() {
        if (command.expectedVersion() != report.version()) {
            throw new StaleReportException(
                    Problem.of(
                                    "report.version-stale",
                                    "expectedVersion",
                                    command.expectedVersion(),
                                    report.version() + "")
                            .toString(),
                    false);
        }
        Acting actor = core.acting(unit, command.actor(), loaded.rows());
        Journaling journaling = new Journaling(unit, command.requestId(), now);
        long number = report.decisions() + 1;
        reports.add(journaling, loaded, new ReportAct.DecideReward(number), actor, at, writes);
        Explanation explanation = calculate();
        Role approval = scheme.awards().approver(explanation.total());
        RewardDecision decision = new RewardDecision(report.id(), number, scheme.version(), approval, explanation);
        propose(journaling, decision, actor);
        write(journaling, decision, actor);
        spent.forEach((counter, amount) ->
                writes.add(new Write.Spend(counter, amount, ceilings.getOrDefault(counter, Long.MAX_VALUE))));
        writes.add(new Write.Claim("request|" + command.requestId(), report.id().value(), number));
        return decision;
    }

    private LocalDate submittedOn() {
        return LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
    }

    private PersonKey key(int ordinal) {
        return Awards.key(loaded.rows(), ordinal);
    }

    private Explanation calculate() {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> facts =
                new HashMap<>(Facts.canonical(command.facts(), scheme.factTypes(), "facts", problems));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        facts.putAll(StoredCase.facts(report, submittedOn(), facts.getOrDefault("handling", "")));
        List<Beneficiary> beneficiaries = new ArrayList<>();
        report.reporters().forEach(reporter -> beneficiaries.add(beneficiary(reporter, facts)));
        Map<String, Long> chosen = new HashMap<>(command.points());
        command.adjudicated().forEach((rule, amount) -> chosen.put(rule, amount.fen()));
        Map<String, Long> used = new HashMap<>();
        for (CapCounter counter :
                CapCounter.of(scheme.schedule(), submittedOn(), name -> facts.getOrDefault(name, ""))) {
            if (!counter.cap().scope().ofPerson()) {
                used.put(counter.cap().code(), core.journal().used(unit, counter.key(null)));
            }
        }
        RewardCase theCase = new RewardCase(facts, beneficiaries, chosen, command.weights(), used);
        return Calculation.of(scheme.schedule(), theCase).fold(explanation -> explanation, refusals -> {
            throw new ActionRefusedException(refusals);
        });
    }

    private Beneficiary beneficiary(Reporter reporter, Map<String, String> facts) {
        Set<Circumstance> found = command.circumstances().getOrDefault(reporter.ordinal(), Set.of());
        boolean named = reporter.confidentiality() != Confidentiality.ANONYMOUS;
        EligibilityFacts known = new EligibilityFacts(
                reporter.standing(),
                report.submission().source().countsAsInternalReport()
                        || scheme.schedule()
                                .namesSource(report.submission().source().name()),
                named,
                reporter.confirmed(),
                reporter.nameTakenBack(),
                report.duplicateOf().isEmpty(),
                found);
        List<Reason> reasons = Eligibility.forReward(known, scheme.eligibility());
        boolean lower = reasons.stream().anyMatch(reason -> reason.effect() == Treatment.LOWER_TIER);
        Map<String, String> own = new HashMap<>(StoredCase.facts(reporter));
        own.put("realName", Boolean.toString(named));
        own.put("ownDuty", found.contains(Circumstance.OWN_DUTY) ? "INSIDE" : "OUTSIDE");
        own.put("duty", lower ? "LOWER" : "NORMAL");
        List<Beneficiary.Reason> refusals = reasons.stream()
                .filter(reason -> reason.effect() == Treatment.EXCLUDED)
                .map(reason ->
                        new Beneficiary.Reason(reason.code(), reason.source().toString()))
                .toList();
        PersonKey person = key(reporter.ordinal());
        Map<String, Long> used = new HashMap<>();
        CapCounter.of(scheme.schedule(), submittedOn(), name -> own.getOrDefault(name, facts.getOrDefault(name, "")))
                .stream()
                .filter(counter -> counter.cap().scope().ofPerson())
                .forEach(
                        counter -> used.put(counter.cap().code(), core.journal().used(unit, counter.key(person))));
        return new Beneficiary(
                reporter.ordinal(),
                1,
                report.submittedAt(),
                named,
                own,
                refusals,
                used,
                earlier(reporter.ordinal(), person));
    }

    /** Cash the person was given before for this hazard, or for one this hazard contains or lies within. */
    private long earlier(int ordinal, PersonKey person) {
        long same = given(report.id(), award -> award.terms().ordinal() == ordinal);
        long contained = report.links().stream()
                .filter(link -> link.kind().propagates().contains(LinkKind.Propagated.REWARD_DIFFERENCE))
                .mapToLong(link -> given(link.other(), award -> isOf(award, person)))
                .sum();
        return same + contained;
    }

    private boolean isOf(Award award, PersonKey person) {
        return core.journal()
                .snapshot(unit, new StreamId(Award.KIND, award.id().value()))
                .filter(row -> person.hex().equals(row.columns().get("person_key")))
                .isPresent();
    }

    private long given(ReportId hazard, Predicate<Award> of) {
        return awards.ofReport(unit, hazard).stream()
                .filter(award -> GIVEN.contains(award.state())
                        && award.terms().component().equals("CASH"))
                .filter(of)
                .mapToLong(award -> award.terms().amount().fen())
                .sum();
    }

    /** One award for each grant and refusal; what was given for this hazard before is off the grants already. */
    private void propose(Journaling journaling, RewardDecision decision, Acting actor) {
        Map<String, Integer> overturned = new HashMap<>();
        Set<String> known = new TreeSet<>();
        for (Award award : awards.ofReport(unit, report.id())) {
            AwardTerms terms = award.terms();
            String base = AwardTerms.key(terms.report(), terms.rule(), terms.ordinal(), terms.component(), 1);
            if (award.state() == AwardState.OVERTURNED) {
                overturned.merge(base, 1, Integer::sum);
            } else {
                known.add(base);
            }
        }
        int proposed = 0;
        for (Explanation.Grant grant : decision.explanation().grants()) {
            if (known.add(uniqueKey(grant))) {
                propose(journaling, decision, actor, grant, 1 + overturned.getOrDefault(uniqueKey(grant), 0));
                proposed++;
            }
        }
        for (Map.Entry<Integer, String> refusal :
                refusals(decision.explanation()).entrySet()) {
            String code = refusal.getValue();
            Explanation.Grant nothing =
                    new Explanation.Grant(refusal.getKey(), code, AwardTerms.REFUSAL, code, Money.ZERO, 0);
            if (known.add(uniqueKey(nothing))) {
                propose(journaling, decision, actor, nothing, 1 + overturned.getOrDefault(uniqueKey(nothing), 0));
                proposed++;
            }
        }
        if (proposed == 0) {
            throw new ActionRefusedException(List.of(Problem.of(
                    "award.nothing-decided",
                    "reward",
                    decision.explanation().manualGroups(),
                    "rules that fire, or a higher grade")));
        }
    }

    /** Why a beneficiary gets nothing, by his number: he is shut out, or a cap left nothing. */
    private static Map<Integer, String> refusals(Explanation explanation) {
        Map<Integer, String> refusals = new TreeMap<>();
        explanation.shut().forEach(shut -> refusals.putIfAbsent(shut.ordinal(), shut.code()));
        refusals.remove(0);
        Set<Integer> granted = new TreeSet<>();
        explanation.grants().forEach(grant -> granted.add(grant.ordinal()));
        explanation.capped().stream()
                .filter(capped -> !capped.cap().equals("EARLIER") && !granted.contains(capped.ordinal()))
                .forEach(capped -> refusals.putIfAbsent(capped.ordinal(), "CAP_REACHED"));
        return refusals;
    }

    private String uniqueKey(Explanation.Grant grant) {
        return AwardTerms.key(report.id(), grant.rule(), grant.ordinal(), grant.component(), 1);
    }

    private void propose(
            Journaling journaling, RewardDecision decision, Acting actor, Explanation.Grant grant, int generation) {
        boolean collective = grant.ordinal() == 0;
        @Nullable PersonKey person = collective ? null : key(grant.ordinal());
        List<CapCounter> counters = counters(grant);
        AwardTerms terms = new AwardTerms(
                AwardId.of(core.ids().next(now)),
                report.id(),
                decision.number(),
                grant.rule(),
                grant.component(),
                grant.ordinal(),
                collective ? grant.title() : pseudonym(grant.ordinal()),
                bear(grant.amount()),
                grant.units(),
                grant.title(),
                decision.approval(),
                counters.stream().map(CapCounter::toString).toList(),
                route(grant.ordinal()),
                generation,
                submittedOn().getYear(),
                scheme.schedule().worth(decision.explanation()));
        counters.forEach(counter ->
                spend(counter.key(person), grant.units(), counter.cap().amount()));
        Award award = Award.begin(terms, AwardLoop.propose(terms, actor, at, scheme.awards()));
        writes.add(new Write.Claim(terms.uniqueKey(), terms.id().value(), 1));
        Awards.append(journaling, award, List.of(award.history().get(0)), 0, Event.NO_HASH, person, writes);
        Awards.book(award, AwardAction.PROPOSE, at, "", writes);
    }

    private Route route(int ordinal) {
        return report.reporters().stream()
                .filter(r -> r.ordinal() == ordinal)
                .findFirst()
                .map(r -> r.confidentiality() == Confidentiality.ANONYMOUS
                        ? Route.CUSTODIAN
                        : r.standing().employment() == Employment.DISPATCHED
                                ? scheme.awards().payment().dispatched()
                                : Route.DIRECT)
                .orElse(Route.DIRECT);
    }

    private String pseudonym(int ordinal) {
        return report.reporters().stream()
                .filter(r -> r.ordinal() == ordinal)
                .findFirst()
                .orElseThrow()
                .pseudonym();
    }

    /** The limits shared over decisions that a grant counts against. */
    private List<CapCounter> counters(Explanation.Grant grant) {
        if (grant.units() == 0) {
            return List.of();
        }
        boolean collective = grant.ordinal() == 0;
        return CapCounter.of(scheme.schedule(), submittedOn(), name -> factOf(grant.ordinal(), name)).stream()
                .filter(counter -> counter.cap().kind().equals(grant.component())
                        || (collective && counter.cap().kind().equals("CASH")))
                .filter(counter -> !collective || !counter.cap().scope().ofPerson())
                .toList();
    }

    private String factOf(int ordinal, String name) {
        Map<String, String> facts = StoredCase.facts(report, submittedOn(), "");
        report.reporters().stream().filter(r -> r.ordinal() == ordinal).forEach(r -> facts.putAll(StoredCase.facts(r)));
        return facts.getOrDefault(name, "");
    }

    private Bearing bear(Money amount) {
        FundSource source = scheme.source();
        if (amount.isZero()) {
            return new Bearing(source.code(), Money.ZERO, Money.ZERO);
        }
        int year = submittedOn().getYear();
        CounterKey budget = source.counter(year);
        long used = core.journal().used(unit, budget) + spent.getOrDefault(budget, 0L);
        Bearing bearing = source.bear(amount, Money.ofFen(used));
        spend(budget, bearing.fromSource().fen(), source.ceiling());
        spend(FundSource.coordination(year), bearing.coordinated().fen(), Long.MAX_VALUE);
        return bearing;
    }

    private void spend(CounterKey counter, long units, long ceiling) {
        if (units > 0) {
            spent.merge(counter, units, Long::sum);
            ceilings.put(counter, ceiling);
        }
    }

    private void write(Journaling journaling, RewardDecision decision, Acting actor) {
        StreamId stream = new StreamId(RewardDecision.KIND, report.id().value());
        List<Event> earlier = core.journal().events(unit, stream);
        Event event = journaling.event(
                stream,
                earlier.size(),
                earlier.isEmpty()
                        ? Event.NO_HASH
                        : earlier.get(earlier.size() - 1).hash(),
                "DECIDED",
                at,
                actor.reference(),
                Role.ADJUDICATOR,
                scheme.version(),
                "DECIDED",
                "DECIDED",
                decision.payload());
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("report_id", report.id().toString());
        columns.put("total_fen", decision.explanation().total().fen());
        columns.put("decided_at", at);
        Snapshot snapshot = new Snapshot(stream, event.seq(), event.hash(), "DECIDED", columns, Payload.EMPTY);
        writes.add(new Write.Append(stream, earlier.size(), snapshot, List.of(event)));
    }
}
