package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
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
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Calculation;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.Group;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.reward.Route;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Employment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One attempt at a decision: reads, calculates, and collects the writes. */
final class Deciding {

    private static final int LONGEST_BASIS = 80;

    private final Core core;
    private final UnitId unit;
    private final Reports reports;
    private final DecideCommand command;
    private final Reports.Loaded loaded;
    private final HazardReport report;
    private final Scheme scheme;
    private final Instant now;
    private final Instant at;
    private final List<Award> before;
    private final Claimants claimants;
    private final DecisionCase building;
    final List<Write> writes = new ArrayList<>();
    private final Map<CounterKey, Long> spent = new TreeMap<>();
    private final Map<CounterKey, Long> ceilings = new HashMap<>();

    Deciding(Core core, Schemes schemes, Reports reports, Awards awards, UnitId unit, DecideCommand command) {
        this.core = core;
        this.reports = reports;
        this.unit = unit;
        this.command = command;
        this.loaded = reports.load(unit, command.reportId());
        this.report = loaded.report();
        this.scheme = schemes.version(unit, report.schemeVersion());
        this.now = core.now();
        this.at = command.occurredAt() == null ? now : command.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        this.before = awards.ofReport(unit, report.id());
        this.claimants = Claimants.of(reports, unit, loaded, before);
        this.building = new DecisionCase(core, reports, awards, unit, command, report, scheme, claimants, before);
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
        Acting actor = core.acting(unit, command.actor(), claimants.rows());
        Journaling journaling = new Journaling(unit, command.requestId(), now);
        long number = report.decisions() + 1;
        reports.add(journaling, loaded, new ReportAct.DecideReward(number), actor, at, writes);
        RewardCase theCase = building.build();
        Explanation explanation = calculate(theCase);
        Role approval = scheme.awards().approver(explanation.total());
        RewardDecision decision =
                new RewardDecision(report.id(), number, scheme.version(), approval, explanation, theCase);
        propose(journaling, decision, actor);
        write(journaling, decision, actor);
        spent.forEach((counter, amount) ->
                writes.add(new Write.Spend(counter, amount, ceilings.getOrDefault(counter, Long.MAX_VALUE))));
        writes.add(new Write.Claim("request|" + command.requestId(), report.id().value(), number));
        return decision;
    }

    private Explanation calculate(RewardCase theCase) {
        Explanation explanation = Calculation.by(scheme.schedule()).of(theCase).fold(given -> given, Deciding::refused);
        List<Problem> problems = new ArrayList<>();
        for (Group group : scheme.schedule().groups()) {
            if (explanation.manualGroups().contains(group.code())) {
                problems.add(Problem.of(
                        "reward.manual-amount-missing",
                        group.code(),
                        "-",
                        group.adjudicator().name()));
            }
            boolean byHand = explanation.fired().stream().anyMatch(f -> f.rule().equals(group.code()))
                    || (theCase.chosen().containsKey(group.code())
                            && explanation.shut().stream()
                                    .anyMatch(s -> s.code().equals("BY_HAND")));
            String basis = theCase.bases().getOrDefault(group.code(), "");
            if (byHand && (basis.isBlank() || basis.length() > LONGEST_BASIS)) {
                problems.add(Problem.of("reward.basis-missing", group.code(), basis, "1-" + LONGEST_BASIS));
            }
        }
        return problems.isEmpty() ? explanation : refused(problems);
    }

    private static Explanation refused(List<Problem> problems) {
        throw new ActionRefusedException(problems);
    }

    /** One award for each grant and refusal; what was given for this hazard before is off the grants already. */
    private void propose(Journaling journaling, RewardDecision decision, Acting actor) {
        Map<String, Integer> generations = new HashMap<>();
        Set<String> refusedBefore = new TreeSet<>();
        for (Award award : before) {
            AwardTerms terms = award.terms();
            String base = AwardTerms.key(terms.report(), terms.rule(), terms.ordinal(), terms.component(), 1);
            generations.merge(base, 1, Integer::sum);
            if (terms.isRefusal() && award.state() != AwardState.OVERTURNED) {
                refusedBefore.add(base);
            }
        }
        List<Explanation.Grant> grants = decision.explanation().grants();
        List<List<CapCounter>> counted = CapCounter.counted(grants, decision.theCase(), building::counters);
        int proposed = grants.size();
        for (int i = 0; i < grants.size(); i++) {
            Explanation.Grant grant = grants.get(i);
            int generation = generations.merge(uniqueKey(grant), 1, Integer::sum);
            propose(journaling, decision, actor, grant, generation, counted.get(i));
        }
        for (Map.Entry<Integer, String> refusal :
                refusals(decision.explanation()).entrySet()) {
            String code = refusal.getValue();
            Explanation.Grant nothing =
                    new Explanation.Grant(refusal.getKey(), code, AwardTerms.REFUSAL, code, Money.ZERO, 0);
            if (refusedBefore.add(uniqueKey(nothing))) {
                int generation = generations.merge(uniqueKey(nothing), 1, Integer::sum);
                propose(journaling, decision, actor, nothing, generation, List.of());
                proposed++;
            }
        }
        if (proposed == 0) {
            throw new ActionRefusedException(
                    List.of(Problem.of("award.nothing-decided", "reward", "0", "rules that fire, or a higher grade")));
        }
    }

    /** Why a beneficiary gets nothing, by his number. */
    private static Map<Integer, String> refusals(Explanation explanation) {
        Map<Integer, String> refusals = new TreeMap<>();
        explanation.shut().forEach(shut -> refusals.putIfAbsent(shut.ordinal(), shut.code()));
        refusals.remove(0);
        explanation.grants().forEach(grant -> refusals.remove(grant.ordinal()));
        return refusals;
    }

    private String uniqueKey(Explanation.Grant grant) {
        return AwardTerms.key(report.id(), grant.rule(), grant.ordinal(), grant.component(), 1);
    }

    private void propose(
            Journaling journaling,
            RewardDecision decision,
            Acting actor,
            Explanation.Grant grant,
            int generation,
            List<CapCounter> counters) {
        boolean collective = grant.ordinal() == 0;
        @Nullable PersonKey person = collective ? null : claimants.key(grant.ordinal());
        AwardTerms terms = new AwardTerms(
                AwardId.of(core.ids().next(now)),
                report.id(),
                decision.number(),
                grant.rule(),
                grant.component(),
                grant.ordinal(),
                collective
                        ? grant.title()
                        : claimants.require(grant.ordinal()).reporter().pseudonym(),
                bear(grant.amount()),
                grant.units(),
                grant.title(),
                decision.approval(),
                counters.stream().map(CapCounter::toString).toList(),
                route(grant.ordinal()),
                generation,
                year(),
                scheme.schedule().worth(decision.explanation()));
        counters.forEach(counter -> spend(
                counter.key(person),
                CapCounter.counted(counter.toString(), grant.units()),
                counter.cap().amount()));
        Award award = Award.begin(terms, AwardLoop.propose(terms, actor, at, scheme.awards()));
        writes.add(new Write.Claim(terms.uniqueKey(), terms.id().value(), 1));
        Awards.append(journaling, award, List.of(award.history().get(0)), 0, Event.NO_HASH, person, writes);
        Awards.book(award, AwardAction.PROPOSE, at, "", writes);
    }

    private Route route(int ordinal) {
        if (ordinal == 0) {
            return Route.DIRECT;
        }
        Reporter reporter = claimants.require(ordinal).reporter();
        return reporter.confidentiality() == Confidentiality.ANONYMOUS
                ? Route.CUSTODIAN
                : reporter.standing().employment() == Employment.DISPATCHED
                        ? scheme.awards().payment().dispatched()
                        : Route.DIRECT;
    }

    private int year() {
        return building.submittedOn().getYear();
    }

    private Bearing bear(Money amount) {
        FundSource source = scheme.source();
        if (amount.isZero()) {
            return new Bearing(source.code(), Money.ZERO, Money.ZERO);
        }
        int year = year();
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
