package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.fund.Bearing;
import io.hazardreport.fund.EntryKind;
import io.hazardreport.fund.FundSource;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Decided;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Reporter;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardContext;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import io.hazardreport.reward.Beneficiary;
import io.hazardreport.reward.Calculation;
import io.hazardreport.reward.Cap;
import io.hazardreport.reward.CapScope;
import io.hazardreport.reward.Explanation;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Eligibility;
import io.hazardreport.worker.EligibilityFacts;
import io.hazardreport.worker.Reason;
import io.hazardreport.worker.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides rewards and takes each award round its loop. Safe for use by several threads. */
public final class Awards {

    private static final Logger LOG = LoggerFactory.getLogger(Awards.class);

    /** How often a decision is made anew when a counter it rests on moved meanwhile. */
    private static final int TRIES = 20;

    private static final Set<AwardState> GIVEN = EnumSet.of(
            AwardState.PROPOSED, AwardState.APPROVED, AwardState.ANNOUNCED, AwardState.PAYABLE, AwardState.PAID);

    private final Core core;
    private final Schemes schemes;
    private final Reports reports;

    Awards(Core core, Schemes schemes, Reports reports) {
        this.core = core;
        this.schemes = schemes;
        this.reports = reports;
    }

    /**
     * Decides what a true report earns: writes the decision with its explanation, proposes one award for each beneficiary
     * and component (a refusal is one too), and reserves the money; all at once. What the source cannot bear is booked as
     * internal coordination, never refused.
     *
     * @throws ActionRefusedException when the report is not found true, an amount is missing or outside its range, or
     *     nothing is left to decide
     */
    public RewardDecision decide(UnitId unit, DecideCommand command) {
        Shapes.checked(command);
        for (int attempt = 1; ; attempt++) {
            Optional<Write.Claim> earlier = core.journal().claim(unit, "request|" + command.requestId());
            if (earlier.isPresent()) {
                return decision(unit, command.reportId(), earlier.get().version());
            }
            Deciding deciding = new Deciding(unit, command);
            RewardDecision decision = deciding.run();
            Outcome outcome = core.journal().commit(unit, deciding.writes);
            if (outcome instanceof Outcome.Saved) {
                return decision;
            }
            LOG.debug("unit {}: decision on {} made anew after {}", unit, command.reportId(), outcome);
            boolean moved = outcome instanceof Outcome.LimitReached || outcome instanceof Outcome.Taken;
            if (!moved || attempt == TRIES) {
                throw new StaleReportException(
                        "somebody else changed " + command.reportId() + " or its limits first: " + outcome, false);
            }
        }
    }

    /** One attempt at a decision: reads, calculates, and collects the writes. */
    private final class Deciding {

        private final UnitId unit;
        private final DecideCommand command;
        private final Reports.Loaded loaded;
        private final HazardReport report;
        private final Scheme scheme;
        private final Instant now;
        private final Instant at;
        private final List<Write> writes = new ArrayList<>();
        private final Map<CounterKey, Long> spent = new TreeMap<>();
        private final Map<CounterKey, Long> ceilings = new HashMap<>();

        Deciding(UnitId unit, DecideCommand command) {
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
            writes.add(new Write.Claim(
                    "request|" + command.requestId(), report.id().value(), number));
            return decision;
        }

        private LocalDate submittedOn() {
            return LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
        }

        private CounterKey monthOf(PersonKey person) {
            return new CounterKey("person-month", YearMonth.from(submittedOn()).toString(), person.hex());
        }

        private PersonKey key(int ordinal) {
            return Awards.key(loaded.rows(), ordinal);
        }

        private Explanation calculate() {
            List<Beneficiary> beneficiaries = new ArrayList<>();
            report.reporters().forEach(reporter -> beneficiaries.add(beneficiary(reporter)));
            Map<String, String> facts = new HashMap<>();
            report.assessment().ifPresent(found -> {
                facts.put("grade", found.grade().name());
                facts.put("tier", found.tier());
                facts.put("suggestionAdopted", Boolean.toString(found.suggestionAdopted()));
            });
            facts.put("item", report.item());
            facts.put("class", report.item().isEmpty() ? "" : report.item().substring(0, 1));
            facts.put("source", report.submission().source().name());
            facts.put("fixedOnTheSpot", Boolean.toString(report.submission().fixedOnTheSpot()));
            Money loss = command.potentialLoss();
            if (loss != null) {
                facts.put("potentialLoss", Long.toString(loss.fen()));
            }
            return Calculation.of(scheme.schedule(), facts, beneficiaries, command.adjudicated())
                    .fold(explanation -> explanation, problems -> {
                        throw new ActionRefusedException(problems);
                    });
        }

        private Beneficiary beneficiary(Reporter reporter) {
            Set<Circumstance> found = command.circumstances().getOrDefault(reporter.ordinal(), Set.of());
            EligibilityFacts facts = new EligibilityFacts(
                    reporter.standing(),
                    report.submission().source().countsAsInternalReport(),
                    reporter.confidentiality() != Confidentiality.ANONYMOUS,
                    reporter.confirmed(),
                    reporter.nameTakenBack(),
                    report.duplicateOf().isEmpty(),
                    found);
            List<Reason> reasons = Eligibility.forReward(facts, scheme.eligibility());
            boolean lower = reasons.stream().anyMatch(reason -> reason.effect() == Treatment.LOWER_TIER);
            Map<String, String> own = Map.of(
                    "role", reporter.standing().jobRole().name(),
                    "employment", reporter.standing().employment().name(),
                    "serviceMonths", Integer.toString(reporter.standing().serviceMonths()),
                    "duty", lower ? "LOWER" : "NORMAL");
            List<Beneficiary.Reason> refusals = reasons.stream()
                    .filter(reason -> reason.effect() == Treatment.EXCLUDED)
                    .map(reason -> new Beneficiary.Reason(
                            reason.code(), reason.source().toString()))
                    .toList();
            long used = core.journal().used(unit, monthOf(key(reporter.ordinal())));
            return new Beneficiary(reporter.ordinal(), own, refusals, Money.ofFen(used));
        }

        /** One award for each grant and refusal; earlier decisions on the same hazard count against the grants. */
        private void propose(Journaling journaling, RewardDecision decision, Acting actor) {
            List<Award> before = ofReport(unit, report.id());
            Map<Integer, Money> given = new HashMap<>();
            before.stream()
                    .filter(award -> GIVEN.contains(award.state()))
                    .forEach(award ->
                            given.merge(award.terms().ordinal(), award.terms().amount(), Money::plus));
            int proposed = 0;
            for (Explanation.Grant grant : decision.explanation().grants()) {
                boolean cash = grant.component().equals("CASH");
                Money earlier = cash ? given.getOrDefault(grant.ordinal(), Money.ZERO) : Money.ZERO;
                Money due = grant.amount().minus(earlier).max(Money.ZERO);
                given.put(grant.ordinal(), cash ? earlier.minus(grant.amount()).max(Money.ZERO) : earlier);
                boolean known = before.stream()
                        .anyMatch(award -> award.terms().uniqueKey().equals(uniqueKey(grant)));
                if (!known && (due.isPositive() || !cash)) {
                    propose(
                            journaling,
                            decision,
                            actor,
                            grant.rule(),
                            grant.component(),
                            grant.ordinal(),
                            due,
                            grant.title());
                    proposed++;
                }
            }
            if (decision.number() == 1) {
                for (Map.Entry<Integer, String> refusal :
                        refusals(decision.explanation()).entrySet()) {
                    String code = refusal.getValue();
                    propose(journaling, decision, actor, code, AwardTerms.REFUSAL, refusal.getKey(), Money.ZERO, code);
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
            Set<Integer> granted = new TreeSet<>();
            explanation.grants().forEach(grant -> granted.add(grant.ordinal()));
            explanation.capped().stream()
                    .filter(capped -> !granted.contains(capped.ordinal()))
                    .forEach(capped -> refusals.putIfAbsent(capped.ordinal(), "CAP_REACHED"));
            return refusals;
        }

        private String uniqueKey(Explanation.Grant grant) {
            return "award|" + report.id() + "|" + grant.rule() + "|" + grant.ordinal() + "|" + grant.component();
        }

        private void propose(
                Journaling journaling,
                RewardDecision decision,
                Acting actor,
                String rule,
                String component,
                int ordinal,
                Money amount,
                String title) {
            PersonKey person = key(ordinal);
            AwardTerms terms = new AwardTerms(
                    AwardId.of(core.ids().next(now)),
                    report.id(),
                    decision.number(),
                    rule,
                    component,
                    ordinal,
                    report.reporters().stream()
                            .filter(r -> r.ordinal() == ordinal)
                            .findFirst()
                            .orElseThrow()
                            .pseudonym(),
                    bear(amount, person),
                    title,
                    decision.approval());
            Award award = Award.begin(terms, AwardLoop.propose(terms, actor, at, scheme.awards()));
            writes.add(new Write.Claim(terms.uniqueKey(), terms.id().value(), 1));
            append(journaling, award, List.of(award.history().get(0)), 0, Event.NO_HASH, person, writes);
            book(award, AwardAction.PROPOSE, 1, submittedOn().getYear(), at, "", writes);
        }

        private Bearing bear(Money amount, PersonKey person) {
            FundSource source = scheme.source();
            if (amount.isZero()) {
                return new Bearing(source.code(), Money.ZERO, Money.ZERO);
            }
            int year = submittedOn().getYear();
            CounterKey budget = source.counter(year);
            long used = core.journal().used(unit, budget) + spent.getOrDefault(budget, 0L);
            Bearing bearing = source.bear(amount, Money.ofFen(used));
            spend(budget, bearing.fromSource(), source.ceiling());
            spend(FundSource.coordination(year), bearing.coordinated(), Long.MAX_VALUE);
            scheme.schedule().caps().stream()
                    .filter(cap -> cap.scope() == CapScope.PER_PERSON_MONTH)
                    .map(Cap::amount)
                    .min(Money::compareTo)
                    .ifPresent(cap -> spend(monthOf(person), amount, cap.fen()));
            return bearing;
        }

        private void spend(CounterKey counter, Money amount, long ceiling) {
            if (amount.isPositive()) {
                spent.merge(counter, amount.fen(), Long::sum);
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

    private static PersonKey key(List<SealedRow> rows, int ordinal) {
        return rows.stream()
                .filter(row -> row.kind() == SealedKind.REPORTER && row.ordinal() == ordinal)
                .map(row -> new PersonKey(row.personKey()))
                .findFirst()
                .orElseThrow();
    }

    private static void append(
            Journaling journaling,
            Award award,
            List<AwardEvent> added,
            long version,
            String headHash,
            PersonKey person,
            List<Write> writes) {
        StreamId stream = new StreamId(Award.KIND, award.id().value());
        AwardEvent event = added.get(0);
        Event row = journaling.event(
                stream,
                version,
                headHash,
                event.action().name(),
                event.at(),
                event.actor(),
                event.role(),
                event.schemeVersion(),
                event.from().name(),
                event.to().name(),
                event.payload(award.terms()));
        writes.add(new Write.Append(stream, version, award.snapshot(row.hash(), person), List.of(row)));
    }

    private static void book(
            Award award, AwardAction action, int round, int year, Instant at, String reference, List<Write> writes) {
        Bearing bearing = award.terms().bearing();
        for (EntryKind kind : award.books(action)) {
            boolean repeats = kind == EntryKind.PAY || kind == EntryKind.RETURN;
            writes.add(new Write.Book(new Entry(
                    award.id().value(),
                    kind.name(),
                    repeats ? round : 1,
                    bearing.source(),
                    year,
                    bearing.amount().fen(),
                    bearing.coordinated().fen(),
                    at,
                    reference)));
        }
    }

    /** Every problem the command would meet now; empty when it would be accepted. Nothing changes. */
    public List<Problem> check(UnitId unit, AwardCommand command) {
        Shapes.checked(command);
        Award award = require(unit, command.awardId());
        return AwardLoop.decide(context(unit, award, command, at(command.occurredAt())))
                .problems();
    }

    /**
     * Does it, or does nothing. The same request id has the first outcome; nothing is paid twice.
     *
     * @throws ActionRefusedException with the problems {@link #check} answers
     * @throws StaleReportException when somebody else was first
     */
    public Award perform(UnitId unit, AwardCommand command) {
        Shapes.checked(command);
        String requestKey = "request|" + command.requestId();
        Optional<Write.Claim> earlier = core.journal().claim(unit, requestKey);
        if (earlier.isPresent()) {
            return outcome(unit, earlier.get());
        }
        StreamId stream = new StreamId(Award.KIND, command.awardId().value());
        List<Event> events = core.journal().events(unit, stream);
        if (events.isEmpty()) {
            throw notFound(command.awardId());
        }
        Award award = Award.fold(events);
        if (award.version() != command.expectedVersion()) {
            throw new StaleReportException(
                    Problem.of(
                                    "award.version-stale",
                                    "expectedVersion",
                                    command.expectedVersion(),
                                    award.version() + "")
                            .toString(),
                    false);
        }
        AwardContext context = context(unit, award, command, at(command.occurredAt()));
        Decided<AwardEvent> decided = AwardLoop.decide(context);
        if (decided instanceof Decided.Refused<AwardEvent> refused) {
            throw new ActionRefusedException(refused.problems());
        }
        AwardEvent event = ((Decided.Accepted<AwardEvent>) decided).value();
        Award after = award.apply(event);
        Snapshot snapshot = core.journal().snapshot(unit, stream).orElseThrow();
        PersonKey person = new PersonKey(String.valueOf(snapshot.columns().get("person_key")));
        List<Write> writes = new ArrayList<>();
        Journaling journaling = new Journaling(unit, command.requestId(), core.now());
        append(journaling, after, List.of(event), award.version(), snapshot.headHash(), person, writes);
        writes.add(new Write.Claim(requestKey, award.id().value(), after.version()));
        money(unit, award, event, person, writes);
        Outcome outcome = core.journal().commit(unit, writes);
        if (outcome instanceof Outcome.Taken) {
            return outcome(unit, core.journal().claim(unit, requestKey).orElseThrow(() -> stale(award, outcome)));
        }
        if (!(outcome instanceof Outcome.Saved)) {
            throw stale(award, outcome);
        }
        return after;
    }

    private static StaleReportException stale(Award award, Outcome outcome) {
        return new StaleReportException("somebody else changed " + award + " first: " + outcome, false);
    }

    /** The lines an action books, and what a release gives back to budget and caps. */
    private void money(UnitId unit, Award award, AwardEvent event, PersonKey person, List<Write> writes) {
        HazardReport report = reports.find(unit, award.terms().report()).orElseThrow();
        Scheme scheme = schemes.version(unit, award.schemeVersion());
        LocalDate day = LocalDate.ofInstant(report.submittedAt(), scheme.rules().zone());
        book(
                award,
                event.action(),
                award.round(),
                day.getYear(),
                event.at(),
                event.act().reference(),
                writes);
        if (!award.books(event.action()).contains(EntryKind.RELEASE)) {
            return;
        }
        Bearing bearing = award.terms().bearing();
        giveBack(
                new CounterKey("budget:" + bearing.source(), Integer.toString(day.getYear()), ""),
                bearing.fromSource(),
                writes);
        giveBack(FundSource.coordination(day.getYear()), bearing.coordinated(), writes);
        if (scheme.schedule().caps().stream().anyMatch(cap -> cap.scope() == CapScope.PER_PERSON_MONTH)) {
            giveBack(
                    new CounterKey("person-month", YearMonth.from(day).toString(), person.hex()),
                    bearing.amount(),
                    writes);
        }
    }

    private static void giveBack(CounterKey counter, Money amount, List<Write> writes) {
        if (amount.isPositive()) {
            writes.add(new Write.Spend(counter, -amount.fen(), Long.MAX_VALUE));
        }
    }

    private Award outcome(UnitId unit, Write.Claim claim) {
        List<Event> events = core.journal().events(unit, new StreamId(Award.KIND, claim.stream()));
        return Award.fold(events.subList(0, (int) claim.version()));
    }

    private Instant at(@Nullable Instant occurredAt) {
        Instant now = core.now();
        Instant at = occurredAt == null ? now : occurredAt.truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now)) {
            throw new InvalidInputException(Problem.of("report.future", "occurredAt", at, "≤ " + now));
        }
        return at;
    }

    private AwardContext context(UnitId unit, Award award, AwardCommand command, Instant at) {
        List<SealedRow> rows =
                core.journal().sealed(unit, award.terms().report().value());
        Acting acting = core.acting(unit, command.actor(), rows);
        boolean beneficiary = acting.reference().equals(award.terms().pseudonym());
        Set<Role> roles = EnumSet.copyOf(acting.roles().isEmpty() ? Set.of(Role.WORKER) : acting.roles());
        if (!beneficiary) {
            roles.remove(Role.REPORTER);
        }
        return new AwardContext(
                award,
                command.act(),
                new Acting(acting.reference(), roles, acting.concerned()),
                beneficiary,
                at,
                schemes.version(unit, award.schemeVersion()).awards());
    }

    private Award require(UnitId unit, AwardId id) {
        return find(unit, id).orElseThrow(() -> notFound(id));
    }

    private static InvalidInputException notFound(AwardId id) {
        return new InvalidInputException(Problem.of("award.not-found", "awardId", id, "-"));
    }

    public Optional<Award> find(UnitId unit, AwardId id) {
        List<Event> events = core.journal().events(unit, new StreamId(Award.KIND, id.value()));
        return events.isEmpty() ? Optional.empty() : Optional.of(Award.fold(events));
    }

    /** All awards of a report, by beneficiary and rule. */
    public List<Award> ofReport(UnitId unit, ReportId report) {
        return core
                .journal()
                .select(
                        unit,
                        Award.KIND,
                        List.of(Condition.equal("report_id", report.toString())),
                        "ordinal",
                        Integer.MAX_VALUE)
                .stream()
                .map(snapshot -> require(unit, AwardId.of(snapshot.stream().id())))
                .toList();
    }

    /** All decisions on a report's reward, oldest first. */
    public List<RewardDecision> decisions(UnitId unit, ReportId report) {
        return core.journal().events(unit, new StreamId(RewardDecision.KIND, report.value())).stream()
                .map(RewardDecision::from)
                .toList();
    }

    private RewardDecision decision(UnitId unit, ReportId report, long number) {
        return decisions(unit, report).get((int) number - 1);
    }

    /** The ledger lines of one award. */
    public List<Entry> entries(UnitId unit, AwardId award) {
        return core.journal().entries(unit, award.value());
    }
}
