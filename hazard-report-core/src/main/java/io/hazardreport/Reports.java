package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Decided;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes reports in and takes them round the closed loop. Safe for use by several threads. */
public final class Reports {

    private final Core core;
    private final Schemes schemes;
    private final Rosters rosters;
    private final @Nullable EvidenceFiles files;
    private final Submitting submitting;
    private final Consequences consequences;
    private final Contexts contexts;

    Reports(Core core, Schemes schemes, Rosters rosters, @Nullable EvidenceFiles files) {
        this.core = core;
        this.schemes = schemes;
        this.rosters = rosters;
        this.files = files;
        this.submitting = new Submitting(core, schemes, rosters, this);
        this.consequences = new Consequences(this, submitting);
        this.contexts = new Contexts(core, this, rosters);
    }

    /** A report with what it takes to append to it. */
    record Loaded(HazardReport report, String headHash, List<SealedRow> rows) {}

    /**
     * Takes a report in; never refused for form's sake. A retry with the same report id has the first receipt; a claim code
     * made here is not in it again, one made by the client is.
     *
     * @throws InvalidInputException when something is too long, or a self-report has no reporter
     */
    public Receipt submit(UnitId unit, SubmitCommand command) {
        return submit(unit, command, List.of());
    }

    /** @param alongside written in the same commit */
    Receipt submit(UnitId unit, SubmitCommand command, List<Write> alongside) {
        return submitting.submit(unit, command, alongside);
    }

    enum Done {
        SAVED,
        TAKEN
    }

    Done commit(UnitId unit, List<Write> writes, String what) {
        Outcome outcome = core.journal().commit(unit, writes);
        if (outcome instanceof Outcome.Saved) {
            return Done.SAVED;
        }
        if (outcome instanceof Outcome.Taken) {
            return Done.TAKEN;
        }
        throw new StaleReportException("somebody else changed " + what + " first: " + outcome, false);
    }

    /** Where a report would go if it were handed in now by somebody of no particular department. */
    public Routed route(UnitId unit, Submission submission, List<PersonId> concerned) {
        return route(unit, submission, "", concerned);
    }

    /**
     * Where a report would go if it were handed in now, so that the reporter knows before he sends it; when no independent
     * person is left, where he may turn outside. Nothing is kept.
     *
     * @param department of the first reporter
     */
    public Routed route(UnitId unit, Submission submission, String department, List<PersonId> concerned) {
        Instant now = core.now();
        Scheme scheme = schemes.inForce(unit, now);
        return Routed.of(Submitting.desk(scheme, rosters.of(unit), submission, department, concerned, now), scheme);
    }

    Write.Append append(
            Journaling journaling, HazardReport report, long version, String headHash, List<ReportEvent> added) {
        StreamId stream = new StreamId(HazardReport.KIND, report.id().value());
        List<Event> events = new ArrayList<>();
        String hash = headHash;
        for (ReportEvent event : added) {
            Event row = journaling.event(
                    stream,
                    version + events.size(),
                    hash,
                    event.action().name(),
                    event.at(),
                    event.actor(),
                    event.role(),
                    event.schemeVersion(),
                    event.from().name(),
                    event.to().name(),
                    event.payload());
            events.add(row);
            hash = row.hash();
        }
        return new Write.Append(stream, version, report.snapshot(hash), events);
    }

    static Instant at(@Nullable Instant occurredAt, Instant now) {
        Instant at = occurredAt == null ? now : occurredAt.truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now)) {
            throw new InvalidInputException(Problem.of("report.future", "occurredAt", at, "≤ " + now));
        }
        return at;
    }

    List<Problem> mismatches(UnitId unit, List<Evidence> evidence) {
        return files == null ? List.of() : files.mismatches(unit, evidence);
    }

    /** Every problem the command would meet now; empty when it would be accepted. Nothing changes. */
    public List<Problem> check(UnitId unit, ReportCommand command) {
        Shapes.checked(command);
        List<Problem> own = own(command);
        if (!own.isEmpty()) {
            return own;
        }
        Loaded loaded = load(unit, command.reportId());
        List<Problem> problems = new ArrayList<>(stale(loaded.report(), command));
        Instant now = core.now();
        Instant at = at(command.occurredAt(), now);
        problems.addAll(mismatches(unit, command.act().evidence()));
        problems.addAll(
                ReportLoop.decide(contexts.of(unit, loaded, command, at, now)).problems());
        return problems;
    }

    /** What a service does as a part of its own work is no command: rewards are decided by {@link Awards}, and so on. */
    private static List<Problem> own(ReportCommand command) {
        ReportAction action = command.act().action();
        return action.isOwn()
                ? List.of(Problem.of("report.not-by-command", "act", action, "Reports.split, Awards.decide"))
                : List.of();
    }

    private static List<Problem> stale(HazardReport report, ReportCommand command) {
        return command.expectedVersion() == report.version()
                ? List.of()
                : List.of(Problem.of(
                        "report.version-stale",
                        "expectedVersion",
                        command.expectedVersion(),
                        Long.toString(report.version())));
    }

    /**
     * Does it, or does nothing. The same request id has the first outcome.
     *
     * @throws ActionRefusedException with the problems {@link #check} answers
     * @throws StaleReportException when somebody else was first
     */
    public HazardReport perform(UnitId unit, ReportCommand command) {
        Shapes.checked(command);
        List<Problem> own = own(command);
        if (!own.isEmpty()) {
            throw new ActionRefusedException(own);
        }
        return perform(unit, command, List.of());
    }

    /**
     * Splits a submission that holds several hazards: each further one becomes a report of its own with the same
     * reporters, linked as a part; all at once.
     *
     * @param command its act is ignored; the split is made from {@code further}
     * @return the reports of the further hazards
     */
    public List<HazardReport> split(UnitId unit, ReportCommand command, List<Submission> further) {
        if (further.isEmpty()) {
            throw new InvalidInputException(Problem.of("report.bad-length", "further", 0, "1-50"));
        }
        Instant now = core.now();
        List<ReportId> ids = new ArrayList<>();
        further.forEach(part -> ids.add(ReportId.of(core.ids().next(now))));
        ReportCommand splitting = new ReportCommand(
                command.reportId(),
                command.expectedVersion(),
                command.requestId(),
                command.actor(),
                new ReportAct.Split(ids),
                command.occurredAt());
        HazardReport whole = perform(unit, splitting, further);
        ReportEvent done = whole.history().get(whole.history().size() - 1);
        return done.act() instanceof ReportAct.Split split
                ? split.parts().stream().map(part -> require(unit, part)).toList()
                : List.of();
    }

    /**
     * Hands everything one person has or had on his hands, closed reports too, to another; the history keeps who did what.
     * What the other may not take (he reported it, it complains of him, or two pairs of eyes would become one) stays and is
     * named in the answer. Each report by itself, so that a stop half-way is made good by doing it again; what is handed
     * over once is not handed over twice, whatever the request id. Awards lie with roles, never with a person, and so need
     * no handing over.
     */
    public HandedOver handOver(UnitId unit, String from, String to, Actor by, String why, String requestId) {
        return new HandingOver(core, this, unit, from, to).run(by, why, requestId);
    }

    private HazardReport perform(UnitId unit, ReportCommand command, List<Submission> parts) {
        Shapes.checked(command);
        String requestKey = "request|" + command.requestId();
        Optional<Write.Claim> earlier = core.journal().claim(unit, requestKey);
        if (earlier.isPresent()) {
            return outcome(unit, earlier.get());
        }
        Instant now = core.now();
        Instant at = at(command.occurredAt(), now);
        Loaded loaded = load(unit, command.reportId());
        List<Problem> stale = stale(loaded.report(), command);
        if (!stale.isEmpty()) {
            throw new StaleReportException(stale.get(0).toString(), false);
        }
        List<Problem> mismatches = mismatches(unit, command.act().evidence());
        if (!mismatches.isEmpty()) {
            throw new ActionRefusedException(mismatches);
        }
        ReportContext context = contexts.of(unit, loaded, command, at, now);
        Decided<ReportEvent> decided = ReportLoop.decide(context);
        if (decided instanceof Decided.Refused<ReportEvent> refused) {
            throw new ActionRefusedException(refused.problems());
        }
        List<Write> writes = new ArrayList<>();
        Journaling journaling = new Journaling(unit, command.requestId(), now);
        ReportEvent event = sealed(
                ((Decided.Accepted<ReportEvent>) decided).value(),
                core.sealing(unit, command.reportId(), loaded.rows(), writes));
        HazardReport after = loaded.report().apply(event);
        writes.add(append(journaling, after, loaded.report().version(), loaded.headHash(), List.of(event)));
        writes.add(new Write.Claim(requestKey, after.id().value(), after.version()));
        consequences.write(journaling, loaded, context, after, parts, writes);
        return switch (commit(unit, writes, loaded.report().toString())) {
            case SAVED -> after;
            case TAKEN ->
                outcome(
                        unit,
                        core.journal()
                                .claim(unit, requestKey)
                                .orElseThrow(() -> new StaleReportException(
                                        "somebody else changed " + loaded.report() + " first", false)));
        };
    }

    private static ReportEvent sealed(ReportEvent event, UnaryOperator<FreeText> sealing) {
        return new ReportEvent(
                event.act().withTexts(sealing),
                event.actor(),
                event.role(),
                event.at(),
                event.schemeVersion(),
                event.from(),
                event.to(),
                event.opens(),
                event.closes(),
                event.waived());
    }

    /** The report as it was right after a request that was done before. */
    private HazardReport outcome(UnitId unit, Write.Claim claim) {
        List<Event> events = core.journal().events(unit, new StreamId(HazardReport.KIND, claim.stream()));
        return HazardReport.fold(events.subList(0, (int) claim.version()));
    }

    ReportRules rules(UnitId unit, HazardReport report) {
        return schemes.version(unit, report.schemeVersion()).rules();
    }

    Loaded load(UnitId unit, ReportId id) {
        List<Event> events = core.journal().events(unit, new StreamId(HazardReport.KIND, id.value()));
        if (events.isEmpty()) {
            throw new InvalidInputException(Problem.of("report.not-found", "reportId", id, "-"));
        }
        return new Loaded(
                HazardReport.fold(events),
                events.get(events.size() - 1).hash(),
                core.journal().sealed(unit, id.value()));
    }

    /** Appends an act of another service to the report, in that service's own commit. */
    void add(Journaling journaling, Loaded loaded, ReportAct act, Acting actor, Instant at, List<Write> writes) {
        ReportContext context =
                ReportContext.of(loaded.report(), act, actor, at, rules(journaling.unit(), loaded.report()));
        ReportEvent event = ReportLoop.decide(context).fold(accepted -> accepted, problems -> {
            throw new ActionRefusedException(problems);
        });
        HazardReport after = loaded.report().apply(event);
        writes.add(append(journaling, after, loaded.report().version(), loaded.headHash(), List.of(event)));
    }

    /** What nobody asks for but the loop does by itself; never before what was done last. */
    void byOurselves(Journaling journaling, Loaded loaded, ReportAct act, Instant at, List<Write> writes) {
        List<ReportEvent> history = loaded.report().history();
        Instant last = history.get(history.size() - 1).at();
        add(journaling, loaded, act, Acting.system(), at.isBefore(last) ? last : at, writes);
    }

    HazardReport require(UnitId unit, ReportId id) {
        return find(unit, id)
                .orElseThrow(() -> new InvalidInputException(Problem.of("report.not-found", "reportId", id, "-")));
    }

    public Optional<HazardReport> find(UnitId unit, ReportId id) {
        List<Event> events = core.journal().events(unit, new StreamId(HazardReport.KIND, id.value()));
        return events.isEmpty() ? Optional.empty() : Optional.of(HazardReport.fold(events));
    }

    /** The report with this receipt, if the unit has it. */
    public Optional<HazardReport> find(UnitId unit, ReceiptNumber receipt) {
        return core
                .journal()
                .select(unit, HazardReport.KIND, List.of(Condition.equal("receipt", receipt.value())), "id", 1)
                .stream()
                .findFirst()
                .flatMap(snapshot -> find(unit, ReportId.of(snapshot.stream().id())));
    }

    /** The ids of everything this person reported, or this claim code belongs to. */
    public List<ReportId> reportedBy(UnitId unit, Actor actor) {
        return core.key(unit, actor).stream()
                .flatMap(key -> core.journal().sealedFor(unit, SealedKind.REPORTER, key.hex()).stream())
                .map(row -> ReportId.of(row.owner()))
                .toList();
    }

    /**
     * The words behind a sealed text: for people who handle the report all of them, for its reporters what they wrote and
     * what was written to them. Empty when erased, for strangers, and for everybody complained of.
     */
    public Optional<String> words(UnitId unit, ReportId id, FreeText text, Actor actor) {
        return words(unit, load(unit, id), actor).of(text);
    }

    Words words(UnitId unit, Loaded loaded, Actor actor) {
        return new Words(core, unit, loaded, core.acting(unit, actor, loaded.rows()));
    }

    /**
     * Takes in what another unit of this installation transferred here ({@link ReportAct.Transfer#there}): the second half
     * of {@link ReportAction#TRANSFER}, in a commit of its own; doing it again changes nothing. The reporters are sealed
     * anew under this unit's keys; who took his name back is left out, and an anonymous reporter's claim code opens the
     * report there only. Receipt and answer stay due there.
     *
     * @throws InvalidInputException {@code report.not-transferred-here}
     */
    public HazardReport receiveTransfer(UnitId here, UnitId from, ReportId there) {
        return new Transfers(core, schemes, this, submitting).receive(here, from, there);
    }

    /**
     * Who reported, as far as this actor may know: everybody who handles it for an open name, the people of the receiving desk
     * for a name known to the receiver only, nobody for an anonymous one; never a person complained of.
     */
    public List<Identity> reporters(UnitId unit, ReportId id, Actor actor) {
        Loaded loaded = load(unit, id);
        if (!words(unit, loaded, actor).isHandler()) {
            return List.of();
        }
        Scheme scheme = schemes.version(unit, loaded.report().schemeVersion());
        boolean receives = actor.roles().contains(Role.RECEIVER)
                && scheme.desks().stream()
                        .filter(desk ->
                                desk.code().equals(loaded.report().submitted().desk()))
                        .anyMatch(desk ->
                                actor.person().filter(desk.members()::contains).isPresent());
        return loaded.rows().stream()
                .filter(row -> row.kind() == SealedKind.REPORTER)
                .filter(row -> loaded.report().reporters().stream()
                        .filter(r -> r.ordinal() == row.ordinal())
                        .anyMatch(r -> r.confidentiality() == Confidentiality.OPEN
                                || (r.confidentiality() == Confidentiality.RECEIVER_ONLY && receives)))
                .flatMap(row -> core.vault().identity(unit, row).stream())
                .toList();
    }
}
