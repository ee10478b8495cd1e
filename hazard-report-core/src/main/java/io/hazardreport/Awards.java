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
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardContext;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    static void book(
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
        @Nullable
        PersonKey person = snapshot.columns().get("person_key") instanceof String hex ? new PersonKey(hex) : null;
        List<Write> writes = new ArrayList<>();
        Journaling journaling = new Journaling(unit, command.requestId(), core.now());
        append(journaling, after, List.of(event), award.version(), snapshot.headHash(), person, writes);
        writes.add(new Write.Claim(requestKey, award.id().value(), after.version()));
        money(unit, award, event, person, writes);
        if (event.action() == AwardAction.UPHOLD_APPEAL) {
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

    private static StaleReportException stale(Award award, Outcome outcome) {
        return new StaleReportException("somebody else changed " + award + " first: " + outcome, false);
    }

    /** The lines an action books, and what a release gives back to budget and caps. */
    private void money(UnitId unit, Award award, AwardEvent event, @Nullable PersonKey person, List<Write> writes) {
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
        if (!award.isReleasedBy(event.action())) {
            return;
        }
        Bearing bearing = award.terms().bearing();
        giveBack(
                new CounterKey("budget:" + bearing.source(), Integer.toString(day.getYear()), ""),
                bearing.fromSource().fen(),
                writes);
        giveBack(FundSource.coordination(day.getYear()), bearing.coordinated().fen(), writes);
        for (String counted : award.terms().counted()) {
            giveBack(CapCounter.key(counted, person), award.terms().units(), writes);
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
                new Acting(acting.reference(), acting.names(), roles, acting.concerned()),
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

    /**
     * The true reports of the unit as cases for a {@link Trial}: the facts they were, or would be, decided by, with
     * reporters by pseudonym. Amounts that somebody chose by the rule of the time are carried over by rule code.
     */
    public List<Trial.Case> cases(UnitId unit) {
        List<Trial.Case> cases = new ArrayList<>();
        core.eachStream(unit, HazardReport.KIND, Core.ALWAYS, events -> {
            HazardReport report = HazardReport.fold(events);
            if (report.assessment().isPresent()
                    && report.submission().source().countsAsInternalReport()
                    && !report.reporters().isEmpty()) {
                Scheme scheme = schemes.version(unit, report.schemeVersion());
                Map<String, Long> chosen = new HashMap<>();
                decisions(unit, report.id())
                        .forEach(decision -> decision.explanation()
                                .fired()
                                .forEach(fired -> chosen.put(fired.rule(), fired.units())));
                cases.add(StoredCase.of(report, scheme, chosen));
            }
        });
        return cases;
    }

    /** The ledger lines of one award. */
    public List<Entry> entries(UnitId unit, AwardId award) {
        return core.journal().entries(unit, award.value());
    }
}
