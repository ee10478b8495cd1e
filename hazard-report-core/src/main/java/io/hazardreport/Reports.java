package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.Roster;
import io.hazardreport.channel.Routing;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.intake.IntakeAdvice;
import io.hazardreport.intake.IntakeReason;
import io.hazardreport.intake.Verdict;
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
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Submitted;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes reports in and takes them round the closed loop. Safe for use by several threads. */
public final class Reports {

    private final Core core;
    private final Schemes schemes;
    private final Rosters rosters;
    private final @Nullable EvidenceFiles files;

    Reports(Core core, Schemes schemes, Rosters rosters, @Nullable EvidenceFiles files) {
        this.core = core;
        this.schemes = schemes;
        this.rosters = rosters;
        this.files = files;
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
        Shapes.checked(command);
        if (command.submission().source().countsAsInternalReport()
                && command.reporters().isEmpty()) {
            throw new InvalidInputException(Problem.of("report.reporter-missing", "reporters", 0, "1-50"));
        }
        Instant now = core.now();
        Instant claimed = command.occurredAt();
        Instant at = at(claimed != null && claimed.isAfter(now) ? now : claimed, now);
        Scheme scheme = schemes.forSubmission(unit, at, now);
        if (find(unit, command.reportId()).isPresent()) {
            return again(unit, command, scheme);
        }
        List<Write> writes = new ArrayList<>(alongside);
        @Nullable ClaimCode claimCode = claimCode(command);
        List<Reporter> reporters = reporters(unit, scheme, command, claimCode, writes);
        HazardReport report = take(
                new Journaling(unit, "submit:" + command.reportId(), now),
                scheme,
                command.reportId(),
                command.submission(),
                reporters,
                command.concerned(),
                taken -> taken.by(helper(command)),
                at,
                writes);
        return switch (commit(unit, writes, command.reportId().toString())) {
            case SAVED -> receipt(unit, report, command, scheme, claimCode);
            case TAKEN -> again(unit, command, scheme);
        };
    }

    private @Nullable ClaimCode claimCode(SubmitCommand command) {
        if (command.reporters().stream().allMatch(r -> r.identity().isPresent())) {
            return null;
        }
        return command.claimCode() == null ? core.vault().newClaimCode() : command.claimCode();
    }

    /** A reporter is no helper of his own: his id would stand in the event. */
    private static String helper(SubmitCommand command) {
        PersonId helper = command.handedInBy();
        return helper == null
                        || command.reporters().stream()
                                .flatMap(r -> r.identity().stream())
                                .anyMatch(identity -> identity.person().equals(helper))
                ? ""
                : helper.value();
    }

    /** The receipt of a retry; the client's own claim code only if it is the report's. */
    private Receipt again(UnitId unit, SubmitCommand command, Scheme scheme) {
        Loaded first = load(unit, command.reportId());
        ClaimCode code = command.claimCode();
        boolean his = code != null
                && core.acting(unit, Actor.anonymous(code), first.rows()).isReporter();
        return receipt(unit, first.report(), command, scheme, his ? code : null);
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

    private List<Reporter> reporters(
            UnitId unit, Scheme scheme, SubmitCommand command, @Nullable ClaimCode code, List<Write> writes) {
        List<Reporter> reporters = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Declaration declared : command.reporters()) {
            PersonKey key = declared.identity()
                    .map(identity -> core.vault().key(unit, identity.person()))
                    .orElseGet(() -> core.vault().key(unit, Objects.requireNonNull(code)));
            if (!seen.add(key.hex())) {
                continue; // the same person twice is one reporter
            }
            int ordinal = reporters.size() + 1;
            String scope = scheme.pseudonymPerPerson() ? "" : command.reportId().toString();
            String pseudonym = core.vault().pseudonym(unit, scope, key);
            UUID owner = command.reportId().value();
            writes.add(new Write.Seal(
                    core.vault().sealReporter(unit, owner, ordinal, key, pseudonym, declared.identity())));
            reporters.add(new Reporter(
                    ordinal, pseudonym, declared.confidentiality(), declared.standing(), ordinal == 1, false));
        }
        return reporters;
    }

    /**
     * Adds everything a new report writes, and answers the report.
     *
     * @param how what else is to be said of how it came in
     */
    HazardReport take(
            Journaling journaling,
            Scheme scheme,
            ReportId id,
            Submission submission,
            List<Reporter> reporters,
            List<PersonId> concerned,
            UnaryOperator<Submitted> how,
            Instant at,
            List<Write> writes) {
        UnitId unit = journaling.unit();
        Set<String> keys = new TreeSet<>();
        for (PersonId person : concerned) {
            if (keys.add(core.vault().key(unit, person).hex())) {
                writes.add(new Write.Seal(core.vault().sealConcerned(unit, id.value(), keys.size(), person)));
            }
        }
        Roster roster = rosters.of(unit);
        String department =
                reporters.isEmpty() ? "" : reporters.get(0).standing().department();
        Optional<Desk> desk = desk(scheme, roster, submission, department, concerned, at);
        LocalDate day = LocalDate.ofInstant(at, scheme.rules().zone());
        String suspected = scheme.suspectedStandard(submission.item(), day);
        ReceiptNumber number = ReceiptNumber.of(day, core.ids().random(6));
        Submitted plain = how.apply(Submitted.here(
                submission, number, reporters, desk.map(Desk::code).orElse(""), suspected, roster.shiftAt(at)));
        Submitted sealed = plain.withTexts(core.sealing(unit, id, List.of(), writes));
        Acting actor = reporters.isEmpty()
                ? Acting.system()
                : new Acting(reporters.get(0).pseudonym(), Set.of(Role.REPORTER), false);
        ReportEvent first = ReportLoop.submit(id, sealed, actor, at, scheme.rules());
        HazardReport report = HazardReport.begin(id, first);
        writes.add(new Write.Claim("receipt|" + number, id.value(), 1));
        writes.add(append(journaling, report, 0, Event.NO_HASH, List.of(first)));
        return report;
    }

    private static Optional<Desk> desk(
            Scheme scheme,
            Roster roster,
            Submission submission,
            String department,
            List<PersonId> concerned,
            Instant at) {
        LocalDate day = LocalDate.ofInstant(at, scheme.rules().zone());
        boolean suspected = !scheme.suspectedStandard(submission.item(), day).isEmpty();
        return Routing.route(
                scheme.desks(),
                department,
                submission.item(),
                suspected ? LegalGrade.MAJOR : LegalGrade.GENERAL,
                concerned::contains,
                Stream.concat(scheme.principals().stream(), roster.onDuty(Role.PRINCIPAL, at).stream())
                        .anyMatch(concerned::contains));
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
        return Routed.of(desk(scheme, rosters.of(unit), submission, department, concerned, now), scheme);
    }

    private Write.Append append(
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

    private static Instant at(@Nullable Instant occurredAt, Instant now) {
        Instant at = occurredAt == null ? now : occurredAt.truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now)) {
            throw new InvalidInputException(Problem.of("report.future", "occurredAt", at, "≤ " + now));
        }
        return at;
    }

    private Receipt receipt(
            UnitId unit, HazardReport report, SubmitCommand command, Scheme scheme, @Nullable ClaimCode claimCode) {
        List<Problem> advice =
                new ArrayList<>(mismatches(unit, report.submission().evidence()));
        if (!report.submission().saysSomething()) {
            advice.add(Problem.of("report.say-something", "description", "-", "1-4000"));
        }
        if (report.submitted().desk().isEmpty()) {
            advice.add(Problem.of(
                    "report.no-independent-desk",
                    "concerned",
                    "-",
                    scheme.outsideLines().toString()));
        }
        if (!report.submitted().suspectedStandard().isEmpty()) {
            advice.add(Problem.of(
                    "report.suspected-major", "item", report.submitted().suspectedStandard(), "SET_INTERIM"));
        }
        return new Receipt(report.id(), report.receipt(), claimCode, advice, intake(command.submission()));
    }

    /** What the words lack; a place given in its own field need not be in the text, and a picture speaks for itself. */
    private static IntakeAdvice intake(Submission submission) {
        FreeText text = submission.description().isEmpty() ? submission.suggestion() : submission.description();
        if (text.isEmpty() && !submission.evidence().isEmpty()) {
            return new IntakeAdvice(Verdict.OK, List.of());
        }
        IntakeAdvice advice = IntakeAdvice.of(text.plain());
        return submission.place().isEmpty() ? advice : advice.without(IntakeReason.NO_PLACE);
    }

    private List<Problem> mismatches(UnitId unit, List<Evidence> evidence) {
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
        Instant at = at(command.occurredAt(), core.now());
        problems.addAll(mismatches(unit, command.act().evidence()));
        problems.addAll(ReportLoop.decide(context(unit, loaded, command, at)).problems());
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
        ReportContext context = context(unit, loaded, command, at);
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
        consequences(journaling, loaded, context, after, parts, writes);
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

    /** What an act means for other streams and the vault, written with it. */
    private void consequences(
            Journaling journaling,
            Loaded loaded,
            ReportContext context,
            HazardReport after,
            List<Submission> parts,
            List<Write> writes) {
        HazardReport other = context.other();
        if (other != null && context.act().action() == ReportAction.MARK_DUPLICATE) {
            link(journaling, other.id(), new ReportAct.Link(LinkKind.DUPLICATE_OF_THIS, after.id()), context, writes);
        }
        if (other != null && context.act() instanceof FollowUp.Relate relate) {
            link(journaling, other.id(), new ReportAct.Link(relate.kind().inverse(), after.id()), context, writes);
        }
        if (ReportLoop.hasFallen(after.state())
                && after.state() != loaded.report().state()) {
            after.duplicates().forEach(id -> revive(journaling, id, context, writes));
        }
        if (context.act().action() == ReportAction.TAKE_BACK_NAME) {
            loaded.rows().stream()
                    .filter(row -> row.kind() == SealedKind.REPORTER
                            && row.pseudonym().equals(context.actor().reference()))
                    .forEach(row -> writes.add(new Write.Seal(row.erased())));
        }
        if (context.act() instanceof ReportAct.Split split) {
            for (int i = 0; i < split.parts().size(); i++) {
                part(journaling, loaded, split.parts().get(i), parts.get(i), context.at(), writes);
            }
        }
    }

    private void link(Journaling journaling, ReportId to, ReportAct act, ReportContext context, List<Write> writes) {
        byOurselves(journaling, load(journaling.unit(), to), act, context.at(), writes);
    }

    private void revive(Journaling journaling, ReportId id, ReportContext context, List<Write> writes) {
        Loaded duplicate = load(journaling.unit(), id);
        if (duplicate
                .report()
                .duplicateOf()
                .filter(context.report().id()::equals)
                .isPresent()) {
            byOurselves(journaling, duplicate, ReportAct.of(ReportAction.REVIVE), context.at(), writes);
        }
    }

    void byOurselves(Journaling journaling, Loaded loaded, ReportAct act, Instant at, List<Write> writes) {
        HazardReport report = loaded.report();
        Instant last = report.history().get(report.history().size() - 1).at();
        ReportContext context = new ReportContext(
                report,
                act,
                Acting.system(),
                at.isBefore(last) ? last : at,
                rules(journaling.unit(), report),
                null,
                false,
                false,
                false);
        ReportEvent event = ReportLoop.decide(context).fold(accepted -> accepted, problems -> {
            throw new ActionRefusedException(problems);
        });
        HazardReport after = report.apply(event);
        writes.add(append(journaling, after, report.version(), loaded.headHash(), List.of(event)));
    }

    /** A further hazard of the same submission: the same people, sealed again under its own id. */
    private void part(
            Journaling journaling, Loaded whole, ReportId id, Submission submission, Instant at, List<Write> writes) {
        UnitId unit = journaling.unit();
        for (SealedRow row : whole.rows()) {
            if (row.kind() == SealedKind.REPORTER) {
                writes.add(new Write.Seal(core.vault()
                        .sealReporter(
                                unit,
                                id.value(),
                                row.ordinal(),
                                new PersonKey(row.personKey()),
                                row.pseudonym(),
                                core.vault().identity(unit, row))));
            }
        }
        List<PersonId> concerned = whole.rows().stream()
                .filter(row -> row.kind() == SealedKind.CONCERNED)
                .flatMap(row -> core.vault().identity(unit, row).stream())
                .map(Identity::person)
                .toList();
        Scheme scheme = schemes.version(unit, whole.report().schemeVersion());
        take(
                journaling,
                scheme,
                id,
                submission,
                whole.report().reporters(),
                concerned,
                taken -> taken.asPartOf(whole.report().id()),
                at,
                writes);
    }

    private ReportRules rules(UnitId unit, HazardReport report) {
        return schemes.version(unit, report.schemeVersion()).rules();
    }

    private ReportContext context(UnitId unit, Loaded loaded, ReportCommand command, Instant at) {
        ReportAct act = ownOrdinal(unit, loaded, command);
        HazardReport other =
                Optional.ofNullable(act.other()).flatMap(id -> find(unit, id)).orElse(null);
        return new ReportContext(
                loaded.report(),
                act,
                core.acting(unit, command.actor(), loaded.rows()),
                at,
                rules(unit, loaded.report()),
                other,
                core.names(unit, act.persons(), loaded.rows(), SealedKind.REPORTER),
                core.names(unit, act.persons(), loaded.rows(), SealedKind.CONCERNED),
                loaded.rows().stream().anyMatch(row -> row.kind() == SealedKind.CONCERNED));
    }

    /** Which joint reporter confirms is found out here; a host cannot confirm for somebody else. */
    private ReportAct ownOrdinal(UnitId unit, Loaded loaded, ReportCommand command) {
        if (!(command.act() instanceof ReportAct.ConfirmJoint)) {
            return command.act();
        }
        String pseudonym = core.acting(unit, command.actor(), loaded.rows()).reference();
        int ordinal = loaded.report().reporters().stream()
                .filter(r -> r.pseudonym().equals(pseudonym))
                .map(Reporter::ordinal)
                .findFirst()
                .orElse(0);
        return new ReportAct.ConfirmJoint(ordinal);
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
        ReportContext context = new ReportContext(
                loaded.report(), act, actor, at, rules(journaling.unit(), loaded.report()), null, false, false, false);
        ReportEvent event = ReportLoop.decide(context).fold(accepted -> accepted, problems -> {
            throw new ActionRefusedException(problems);
        });
        HazardReport after = loaded.report().apply(event);
        writes.add(append(journaling, after, loaded.report().version(), loaded.headHash(), List.of(event)));
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
        return new Transfers(core, schemes, this).receive(here, from, there);
    }

    /**
     * Who reported, as far as this actor may know: everybody with a role for an open name, the people of the receiving desk
     * for a name known to the receiver only, nobody for an anonymous one; never a person complained of.
     */
    public List<Identity> reporters(UnitId unit, ReportId id, Actor actor) {
        Loaded loaded = load(unit, id);
        if (core.acting(unit, actor, loaded.rows()).concerned() || actor.roles().isEmpty()) {
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
