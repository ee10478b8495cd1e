package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.fund.Bearing;
import io.hazardreport.fund.EntryKind;
import io.hazardreport.fund.FundSource;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Outcome;
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
import io.hazardreport.report.ReportAction;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardContext;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.Calculation;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides rewards and takes each award round its loop. Safe for use by several threads. */
public final class Awards {

    private static final Logger LOG = LoggerFactory.getLogger(Awards.class);

    /** How often a decision is made anew when a counter it rests on moved meanwhile. */
    private static final int TRIES = 20;

    private final Core core;
    private final Schemes schemes;
    private final Reports reports;
    private final PointsLedger ledger;

    Awards(Core core, Schemes schemes, Reports reports) {
        this.core = core;
        this.schemes = schemes;
        this.reports = reports;
        this.ledger = new PointsLedger(core, schemes);
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
            Deciding deciding = new Deciding(core, schemes, reports, this, unit, command);
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

    static PersonKey key(List<SealedRow> rows, int ordinal) {
        return rows.stream()
                .filter(row -> row.kind() == SealedKind.REPORTER && row.ordinal() == ordinal)
                .map(row -> new PersonKey(row.personKey()))
                .findFirst()
                .orElseThrow();
    }

    static void append(
            Journaling journaling,
            Award award,
            List<AwardEvent> added,
            long version,
            String headHash,
            @Nullable PersonKey person,
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

    static void book(Award award, AwardAction action, Instant at, String reference, List<Write> writes) {
        Bearing bearing = award.terms().bearing();
        for (EntryKind kind : award.books(action)) {
            boolean repeats = kind == EntryKind.PAY || kind == EntryKind.RETURN;
            writes.add(new Write.Book(new Entry(
                    award.id().value(),
                    kind.name(),
                    repeats ? award.round() : 1,
                    bearing.source(),
                    award.terms().year(),
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
        @Nullable PersonKey person = person(row(unit, award));
        long pointsOwed = owed(points(unit, award, command.act().action(), person));
        return AwardLoop.decide(context(
                        unit, award, person, command.actor(), command.act(), at(command.occurredAt()), pointsOwed))
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
        Snapshot snapshot = row(unit, award);
        List<Write> writes = new ArrayList<>();
        Journaling journaling = new Journaling(unit, command.requestId(), core.now());
        Award after =
                write(journaling, award, snapshot, command.actor(), command.act(), at(command.occurredAt()), writes);
        AwardEvent event = after.history().get(after.history().size() - 1);
        writes.add(new Write.Claim(requestKey, award.id().value(), after.version()));
        if (event.action() == AwardAction.UPHOLD_APPEAL && award.terms().isDecided()) {
            reports.byOurselves(
                    journaling,
                    reports.load(unit, award.terms().report()),
                    ReportAct.of(ReportAction.REWARD_AGAIN),
                    event.at(),
                    writes);
        }
        Outcome outcome = core.journal().commit(unit, writes);
        if (outcome instanceof Outcome.Taken) {
            return outcome(unit, core.journal().claim(unit, requestKey).orElseThrow(() -> stale(award, outcome)));
        }
        if (!(outcome instanceof Outcome.Saved)) {
            throw stale(award, outcome);
        }
        return after;
    }

    /**
     * What one action writes: its event and its money.
     *
     * @throws ActionRefusedException when it is refused
     */
    Award write(
            Journaling journaling,
            Award award,
            Snapshot row,
            Actor actor,
            AwardAct act,
            Instant at,
            List<Write> writes) {
        @Nullable PersonKey person = person(row);
        UnitId unit = journaling.unit();
        Optional<PointsLedger.Reading> points = points(unit, award, act.action(), person);
        Decided<AwardEvent> decided = AwardLoop.decide(context(unit, award, person, actor, act, at, owed(points)));
        AwardEvent event = decided.fold(accepted -> accepted, problems -> {
            throw new ActionRefusedException(problems);
        });
        Award after = award.apply(event);
        append(journaling, after, List.of(event), award.version(), row.headHash(), person, writes);
        money(award, event, person, writes);
        points.ifPresent(reading -> writes.add(reading.unchanged()));
        return after;
    }

    /** What the person's points account says, where the award pays for points and the step asks for them. */
    private Optional<PointsLedger.Reading> points(
            UnitId unit, Award award, AwardAction action, @Nullable PersonKey person) {
        boolean asks = award.terms().component().equals(PointsLedger.REDEEMED)
                && AwardLoop.asksForPoints(award.state(), action);
        return asks && person != null ? Optional.of(ledger.read(unit, person)) : Optional.empty();
    }

    private static long owed(Optional<PointsLedger.Reading> points) {
        return points.map(PointsLedger.Reading::owed).orElse(0L);
    }

    /** Whether the award pays for points that were taken back. */
    boolean owesPoints(UnitId unit, Award award, AwardAction action, Snapshot row) {
        return owed(points(unit, award, action, person(row))) > 0;
    }

    private static StaleReportException stale(Award award, Outcome outcome) {
        return new StaleReportException("somebody else changed " + award + " first: " + outcome, false);
    }

    /** The lines an action books, and what a release gives back to budget and caps. */
    private static void money(Award award, AwardEvent event, @Nullable PersonKey person, List<Write> writes) {
        book(award, event.action(), event.at(), event.act().reference(), writes);
        if (person != null && PointsLedger.takesBack(award, event)) {
            writes.add(new Write.Spend(PointsLedger.takenBack(person), 1, Long.MAX_VALUE));
        }
        if (!award.isReleasedBy(event.action())) {
            return;
        }
        Bearing bearing = award.terms().bearing();
        int year = award.terms().year();
        giveBack(
                FundSource.counter(bearing.source(), year), bearing.fromSource().fen(), writes);
        giveBack(FundSource.coordination(year), bearing.coordinated().fen(), writes);
        for (String counted : award.terms().counted()) {
            giveBack(
                    CapCounter.key(counted, person),
                    CapCounter.counted(counted, award.terms().units()),
                    writes);
        }
    }

    private static void giveBack(CounterKey counter, long units, List<Write> writes) {
        if (units > 0) {
            writes.add(new Write.Spend(counter, -units, Long.MAX_VALUE));
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

    /** The vault's rows of a report and its duplicates. */
    private List<SealedRow> rows(UnitId unit, ReportId report) {
        Reports.Loaded loaded = reports.load(unit, report);
        List<SealedRow> rows = new ArrayList<>(loaded.rows());
        loaded.report()
                .duplicates()
                .forEach(duplicate -> rows.addAll(core.journal().sealed(unit, duplicate.value())));
        return rows;
    }

    /** Whose award it is its own row says, by key; the beneficiary need not be a reporter of the award's report. */
    private AwardContext context(
            UnitId unit,
            Award award,
            @Nullable PersonKey person,
            Actor actor,
            AwardAct act,
            Instant at,
            long pointsOwed) {
        List<SealedRow> rows = rows(unit, award.terms().report());
        Acting acting = core.acting(unit, actor, rows);
        boolean beneficiary =
                person != null && core.key(unit, actor).filter(person::equals).isPresent();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(acting.roles());
        roles.remove(Role.REPORTER);
        if (beneficiary) {
            roles.add(Role.REPORTER);
        } else if (roles.isEmpty()) {
            roles.add(Role.WORKER);
        }
        String reference = beneficiary ? award.terms().pseudonym() : acting.reference();
        Set<String> names = new HashSet<>(acting.names());
        names.add(reference);
        return new AwardContext(
                award,
                act,
                new Acting(reference, names, roles, acting.concerned()),
                beneficiary,
                at,
                schemes.version(unit, award.schemeVersion()).awards(),
                pointsOwed);
    }

    Snapshot row(UnitId unit, Award award) {
        StreamId stream = new StreamId(Award.KIND, award.id().value());
        return core.journal().snapshot(unit, stream).orElseThrow();
    }

    static @Nullable PersonKey person(Snapshot row) {
        return row.columns().get("person_key") instanceof String hex ? new PersonKey(hex) : null;
    }

    Award require(UnitId unit, AwardId id) {
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

    /**
     * What a decision comes to when it is made again from what was stored of it and the scheme's version of the time: the
     * same explanation, to the letter.
     *
     * @param number from 1
     */
    public Explanation recalculated(UnitId unit, ReportId report, long number) {
        RewardDecision decision = decision(unit, report, number);
        Scheme scheme = schemes.version(unit, decision.schemeVersion());
        return Calculation.by(scheme.schedule()).of(decision.theCase()).fold(explanation -> explanation, problems -> {
            throw new IllegalStateException(report + ": decision " + number + " cannot be made again: " + problems);
        });
    }

    /**
     * Whom a decision on the hazard looks at, with the numbers by which a {@link DecideCommand} and the awards call them:
     * the report's reporters, and behind them those of its duplicates.
     */
    public List<Claimant> claimants(UnitId unit, ReportId report) {
        return List.copyOf(claimantsOf(unit, report).all());
    }

    private Claimants claimantsOf(UnitId unit, ReportId report) {
        return Claimants.of(reports, unit, reports.load(unit, report), ofReport(unit, report));
    }

    /**
     * The true reports of the unit as cases for a {@link Trial}: first each decision in the order in which they were made,
     * with the facts and amounts it was made from, then what is not decided yet. A person has the same id in all of them,
     * made for this call. What was declined, waived or revoked later counts as given.
     */
    public List<Trial.Case> cases(UnitId unit) {
        Map<PersonKey, String> ids = new HashMap<>();
        Function<PersonKey, String> id = key -> {
            String next = "P" + (ids.size() + 1);
            String known = ids.putIfAbsent(key, next);
            return known == null ? next : known;
        };
        TreeMap<Instant, List<Trial.Case>> decided = new TreeMap<>();
        List<Trial.Case> open = new ArrayList<>();
        core.eachStream(unit, HazardReport.KIND, Core.ALWAYS, events -> {
            HazardReport report = HazardReport.fold(events);
            if (report.assessment().isEmpty() || report.reporters().isEmpty()) {
                return;
            }
            Claimants claimants = claimantsOf(unit, report.id());
            List<Event> decisions = core.journal()
                    .events(unit, new StreamId(RewardDecision.KIND, report.id().value()));
            for (Event event : decisions) {
                decided.computeIfAbsent(event.recordedAt(), at -> new ArrayList<>())
                        .add(StoredCase.of(report, RewardDecision.from(event).theCase(), claimants, id));
            }
            if (decisions.isEmpty() && report.submission().source().countsAsInternalReport()) {
                open.add(StoredCase.of(report, schemes.version(unit, report.schemeVersion()), claimants, id));
            }
        });
        List<Trial.Case> cases = new ArrayList<>();
        decided.values().forEach(cases::addAll);
        cases.addAll(open);
        return cases;
    }

    /** The ledger lines of one award. */
    public List<Entry> entries(UnitId unit, AwardId award) {
        return core.journal().entries(unit, award.value());
    }
}
