package io.hazardreport.report;

import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.deadline.Pause;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.rectification.RectificationPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One hazard report: the fold of its events. Immutable to everybody outside; {@link #apply} returns a new one. */
public final class HazardReport {

    /** How reports are stored and queried. */
    public static final StreamKind KIND = ReportSnapshot.KIND;

    /** The first signature under a decision that needs two, and in which role it was given. */
    public record Proposal(String by, Role role, String reason) {}

    /**
     * A clock that stands still from {@code since} to the end of {@code until}.
     *
     * @param resumed when it was let run again before that; null when it was not
     */
    public record Paused(
            Instant since, LocalDate until, @Nullable Instant resumed) {

        Pause span(ReportRules rules) {
            return new Pause(since, resumed == null ? rules.endOf(until) : resumed);
        }
    }

    /** More time was asked for. */
    public record ExtensionAsked(String by, LocalDate until) {}

    /** Another report this one is linked with. */
    public record Linked(LinkKind kind, ReportId other) {}

    private final ReportId id;
    private final List<ReportEvent> history;
    private final Submitted submitted;
    private Instant registeredAt;
    private ReportState state = ReportState.SUBMITTED;
    private List<Reporter> reporters;
    private List<Obligation> obligations = List.of();
    private Map<ReportAction, Proposal> proposals = Map.of();
    private List<Linked> links;
    private List<Evidence> evidence;
    private long decisions;
    private long recheckRounds;
    private long reopenings;
    private boolean danger;
    private String suspicion;
    private String itemSuspected = "";
    private String listing = "";
    private Handlers handlers = Handlers.NOBODY;
    private SinceTakenUp since = SinceTakenUp.NOTHING;
    private Timekeeping time;
    private @Nullable Boolean suggestionTakenUp;
    private @Nullable Assessment assessment;
    private @Nullable Branch branch;
    private @Nullable RectificationPlan plan;
    private @Nullable ReportId duplicateOf;

    private HazardReport(ReportId id, List<ReportEvent> history, Submitted submitted) {
        this.id = id;
        this.history = history;
        this.submitted = submitted;
        this.registeredAt = history.get(0).at();
        this.reporters = submitted.reporters();
        this.evidence = submitted.submission().evidence();
        this.danger = submitted.submission().danger();
        this.suspicion = submitted.suspectedStandard();
        this.time = Timekeeping.begun(history.get(0).at());
        this.links = submitted
                .origin()
                .map(from -> List.of(new Linked(LinkKind.TRANSFERRED_FROM, from.report())))
                .orElse(List.of());
    }

    /** The report that begins with this event, whose act is a {@link Submitted}. */
    public static HazardReport begin(ReportId id, ReportEvent first) {
        if (!(first.act() instanceof Submitted taken)) {
            throw new IllegalArgumentException("a report begins with SUBMIT, not with " + first.action());
        }
        HazardReport report = new HazardReport(id, List.of(first), taken);
        report.obligations = first.opens();
        return report;
    }

    /** The fold of a stream. */
    public static HazardReport fold(List<Event> events) {
        Event first = events.get(0);
        HazardReport report = begin(ReportId.of(first.stream().id()), read(first));
        report.registeredAt = report.isHandInVouchedFor() ? first.occurredAt() : first.recordedAt();
        for (Event event : events.subList(1, events.size())) {
            report = report.apply(read(event));
        }
        return report;
    }

    /** Reads a stored event. */
    public static ReportEvent read(Event event) {
        Payload payload = event.read();
        ReportState to = ReportState.valueOf(event.toState());
        return new ReportEvent(
                ReportAct.from(ReportAction.valueOf(event.type()), payload.object("act")),
                event.actor(),
                Role.valueOf(event.role()),
                event.occurredAt(),
                event.schemeVersion(),
                event.fromState().isEmpty() ? to : ReportState.valueOf(event.fromState()),
                to,
                payload.list("opens", ReportEvent::obligation),
                payload.strings("closes"),
                payload.strings("waived").stream().map(Separation::valueOf).toList());
    }

    /** This report after the event. */
    public HazardReport apply(ReportEvent event) {
        HazardReport next = copy(event);
        next.state = event.to();
        next.obligations = Obligation.after(obligations, event.from() != event.to(), event.opens(), event.closes());
        next.handlers = handlers.after(event, this);
        next.since = since.after(event);
        next.fold(event);
        next.time = time.after(event, this, next.grade(), next.recheckRounds);
        return next;
    }

    private HazardReport copy(ReportEvent event) {
        List<ReportEvent> longer = new ArrayList<>(history);
        longer.add(event);
        HazardReport next = new HazardReport(id, List.copyOf(longer), submitted);
        next.reporters = reporters;
        next.proposals = proposals;
        next.registeredAt = registeredAt;
        next.handlers = handlers;
        next.since = since;
        next.time = time;
        next.links = links;
        next.evidence = evidence;
        next.decisions = decisions;
        next.recheckRounds = recheckRounds;
        next.reopenings = reopenings;
        next.danger = danger;
        next.suspicion = suspicion;
        next.itemSuspected = itemSuspected;
        next.listing = listing;
        next.suggestionTakenUp = suggestionTakenUp;
        next.assessment = assessment;
        next.branch = branch;
        next.plan = plan;
        next.duplicateOf = duplicateOf;
        return next;
    }

    private void fold(ReportEvent event) {
        ReportAct act = event.act();
        String actor = event.actor();
        if (act instanceof ReportAct.Propose propose) {
            Map<ReportAction, Proposal> more = new HashMap<>(proposals);
            more.put(propose.proposed(), new Proposal(actor, event.role(), propose.reason()));
            proposals = Map.copyOf(more);
        } else if (act instanceof ReportAct.Grading grading) {
            assessment = grading.assessment();
        } else if (act instanceof ReportAct.MarkDuplicate duplicate) {
            duplicateOf = duplicate.first();
        } else if (act instanceof ReportAct.Link link) {
            Linked duplicate = new Linked(LinkKind.DUPLICATE_OF_THIS, link.other());
            links = link.kind() == LinkKind.DUPLICATE_NO_MORE
                    ? links.stream().filter(linked -> !linked.equals(duplicate)).toList()
                    : with(links, new Linked(link.kind(), link.other()));
        } else if (act instanceof ReportAct.Split split) {
            for (ReportId part : split.parts()) {
                links = with(links, new Linked(LinkKind.PART_OF_THIS, part));
            }
        } else if (act instanceof ReportAct.StartFix) {
            branch = Branch.FIX_NOW;
        } else if (act instanceof ReportAct.Planning planning) {
            branch = Branch.PLANNED;
            plan = planning.plan();
        } else if (act instanceof ReportAct.Complete complete) {
            evidence = joined(evidence, complete.evidence());
        } else if (act instanceof ReportAct.ConfirmJoint joint) {
            reporters = changed(joint.ordinal(), Reporter::confirm);
        } else if (act instanceof ReportAct.DecideReward reward) {
            decisions = reward.decision();
        }
        if (act instanceof FollowUp followUp) {
            fold(followUp);
        }
        foldByAction(event.action(), actor);
        if (event.from() == ReportState.CLOSED && event.to() != ReportState.CLOSED) {
            recheckRounds++;
            reopenings++;
        }
    }

    private void fold(FollowUp act) {
        if (act instanceof FollowUp.Suspect suspect) {
            suspicion = suspect.standard();
            itemSuspected = suspect.item().isEmpty() ? itemSuspected : suspect.item();
        } else if (act instanceof FollowUp.Message message) {
            evidence = joined(evidence, message.evidence());
        } else if (act instanceof FollowUp.Relate relate) {
            links = with(links, new Linked(relate.kind(), relate.other()));
        } else if (act instanceof FollowUp.Verdict verdict && verdict.action() != ReportAction.CHECK_EFFECT) {
            suggestionTakenUp = verdict.yes();
        } else if (act instanceof FollowUp.Until until && until.action() == ReportAction.LIST_SUPERVISION) {
            listing = until.reference();
        } else if (act instanceof FollowUp.Reassign reassign) {
            obligations = obligations.stream()
                    .map(o -> o.assignee().equals(reassign.from()) ? o.withAssignee(reassign.to()) : o)
                    .toList();
        }
    }

    private void foldByAction(ReportAction action, String actor) {
        switch (action) {
            case REVIVE, UPHOLD_APPEAL, TAKE_BACK_TRANSFER -> {
                duplicateOf = null;
                proposals = Map.of();
            }
            case ACCEPT_SPOT_FIX -> branch = Branch.FIXED_ON_SPOT;
            case REJECT_RECHECK -> recheckRounds++;
            case DELIST -> listing = "";
            case RAISE_DANGER -> danger = true;
            case TAKE_BACK_NAME ->
                reporters = reporters.stream()
                        .map(r -> r.pseudonym().equals(actor) ? r.takeBackName() : r)
                        .toList();
            default -> {
                // the others change obligations only
            }
        }
        if (action != ReportAction.PROPOSE && proposals.containsKey(action)) {
            Map<ReportAction, Proposal> fewer = new HashMap<>(proposals);
            fewer.remove(action);
            proposals = Map.copyOf(fewer);
        }
    }

    private List<Reporter> changed(int ordinal, UnaryOperator<Reporter> change) {
        return reporters.stream()
                .map(r -> r.ordinal() == ordinal ? change.apply(r) : r)
                .toList();
    }

    private static <T> List<T> joined(List<T> items, List<T> added) {
        List<T> more = new ArrayList<>(items);
        more.addAll(added);
        return List.copyOf(more);
    }

    private static <T> List<T> with(List<T> items, T item) {
        if (items.contains(item)) {
            return items;
        }
        return joined(items, List.of(item));
    }

    public ReportId id() {
        return id;
    }

    /** Number of events. */
    public long version() {
        return history.size();
    }

    /** All events, in order. */
    public List<ReportEvent> history() {
        return history;
    }

    public ReportState state() {
        return state;
    }

    public ReceiptNumber receipt() {
        return submitted.receipt();
    }

    public Submission submission() {
        return submitted.submission();
    }

    public Submitted submitted() {
        return submitted;
    }

    /** When it was handed in. */
    public Instant submittedAt() {
        return history.get(0).at();
    }

    /** A ledger says when, or somebody else who took it in. */
    private boolean isHandInVouchedFor() {
        return submission().isImported() || !submitted.handedInBy().isEmpty();
    }

    /**
     * The hour that counts among several who reported the same: when it was handed in where somebody else vouches for
     * that, else when it was received here, whatever hour the sender claims.
     */
    public Instant registeredAt() {
        return registeredAt;
    }

    /** The version of the company's rule that judges this report to its end. */
    public String schemeVersion() {
        return history.get(0).schemeVersion();
    }

    public List<Reporter> reporters() {
        return reporters;
    }

    public List<Obligation> obligations() {
        return obligations;
    }

    public Optional<Obligation> mainObligation() {
        return obligations.stream().filter(Obligation::main).findFirst();
    }

    public boolean owes(String code) {
        return obligation(code).isPresent();
    }

    Optional<Obligation> obligation(String code) {
        return obligations.stream().filter(o -> o.code().equals(code)).findFirst();
    }

    public Optional<Proposal> proposal(ReportAction action) {
        return Optional.ofNullable(proposals.get(action));
    }

    public List<String> verifiers() {
        return handlers.verifiers();
    }

    /** Everybody who is or was to put it right; none of them rechecks. */
    public List<String> rectifiers() {
        return handlers.rectifiers();
    }

    /** Who ended it, first signers too; none of them decides the appeal. */
    public List<String> deciders() {
        return handlers.deciders();
    }

    /** The reports that hang on this one as duplicates. */
    public List<ReportId> duplicates() {
        return linked(LinkKind.DUPLICATE_OF_THIS);
    }

    private List<ReportId> linked(LinkKind kind) {
        return links.stream()
                .filter(link -> link.kind() == kind)
                .map(Linked::other)
                .toList();
    }

    /** Every report linked with this one, in the order it was linked. */
    public List<Linked> links() {
        return links;
    }

    /** The pause that was ordered last in this state, over or not; empty after a resumption. */
    public Optional<Paused> paused() {
        return time.pauses().stream().reduce((earlier, later) -> later).filter(last -> last.resumed() == null);
    }

    /** The pauses, the last of which ends at this instant. */
    List<Paused> resumed(Instant at) {
        return time.resumed(at);
    }

    /** Every pause of the main duty of this state, in order; no two overlap. */
    public List<Paused> pauses() {
        return time.pauses();
    }

    /** What the main due rests on. */
    Promise promise() {
        return time.promise();
    }

    /** Whether there is a plan that was made since the hazard was confirmed, sent back or opened again, whichever is last. */
    boolean isPlannedThisRound() {
        return time.planned() == recheckRounds;
    }

    /** Since when the present round of putting it right counts: confirmed, sent back from the recheck, or opened again, by an appeal too. */
    Instant roundSince() {
        return history.stream()
                .filter(e -> e.from() != e.to()
                        && (e.to() == ReportState.CONFIRMED
                                || e.action() == ReportAction.REJECT_RECHECK
                                || (e.from() == ReportState.CLOSED && e.to() == ReportState.RECTIFYING)))
                .map(ReportEvent::at)
                .reduce((earlier, later) -> later)
                .orElseGet(this::submittedAt);
    }

    /** More time that was asked for and is not yet decided on. */
    public Optional<ExtensionAsked> extensionAsked() {
        return Optional.ofNullable(time.asked());
    }

    /** How often the promise of this state was extended. */
    public long extensions() {
        return time.extensions();
    }

    /** How often it was opened again after closing. */
    public long reopenings() {
        return reopenings;
    }

    /** Who decided what an appeal has overturned; none of them judges it again. */
    public List<String> overturned() {
        return handlers.overturned();
    }

    /** How often somebody complained of was heard since it was last taken up. */
    public int heard() {
        return since.heard();
    }

    /** Whether a talk with the reporter is on record, since it was last taken up. */
    public boolean talked() {
        return since.talked();
    }

    /** The number of the authority's listing for supervision; empty when it is not listed. */
    public String listing() {
        return listing;
    }

    /** Who accepted the last recheck; empty when nobody did. */
    public String closedBy() {
        return handlers.closedBy();
    }

    /** Whether the suggestion is taken up; empty while nobody has said so. */
    public Optional<Boolean> suggestionTakenUp() {
        return Optional.ofNullable(suggestionTakenUp)
                .or(() -> assessment().map(Assessment::suggestionAdopted).filter(adopted -> adopted));
    }

    /** Where the suggestion in it stands. */
    public SuggestionState suggestion() {
        return suggestionTakenUp()
                .map(yes -> yes ? SuggestionState.ADOPTED : SuggestionState.NOT_ADOPTED)
                .orElse(submission().suggests() ? SuggestionState.PROPOSED : SuggestionState.NONE);
    }

    /** Where it was transferred last, and under which id it is there; empty when it never was. */
    public Optional<ReportAct.Transfer> transfer() {
        return history.stream()
                .flatMap(e -> e.act() instanceof ReportAct.Transfer transfer ? Stream.of(transfer) : Stream.empty())
                .reduce((earlier, later) -> later);
    }

    /** Everybody who has something on his hands, or had it when the report ended. */
    public List<String> holders() {
        return Stream.of(
                        handlers.verifiers().stream(),
                        handlers.rectifiers().stream()
                                .filter(person -> !handlers.handedOn().contains(person)),
                        Stream.of(since.watcher(), handlers.receiver()),
                        obligations.stream().map(Obligation::assignee))
                .flatMap(people -> people)
                .filter(person -> !person.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    public boolean holds(String person) {
        return holders().contains(person);
    }

    /** The hazards that were split off, whenever it was. */
    public List<ReportId> parts() {
        return linked(LinkKind.PART_OF_THIS);
    }

    public List<Evidence> evidence() {
        return evidence;
    }

    public String receiver() {
        return handlers.receiver();
    }

    /** Who watches over the interim measures; empty before there are any, and once it was taken up again from an end. */
    public String watcher() {
        return since.watcher();
    }

    /** Until when interim measures protect people, exclusive; empty when none were set since it was last taken up. */
    public Optional<Instant> protectedUntil() {
        return Optional.ofNullable(since.protectedUntil());
    }

    /** Whether work was stopped, or people sent away, since it was last taken up. */
    boolean stopped() {
        return since.stopped();
    }

    /** Whether interim measures are in force. */
    public boolean isProtected(Instant at) {
        return protectedUntil().filter(at::isBefore).isPresent();
    }

    /** Number of decisions on its reward so far. */
    public long decisions() {
        return decisions;
    }

    public long recheckRounds() {
        return recheckRounds;
    }

    public boolean danger() {
        return danger;
    }

    public Optional<Assessment> assessment() {
        return Optional.ofNullable(assessment);
    }

    public Optional<Branch> branch() {
        return Optional.ofNullable(branch);
    }

    public Optional<RectificationPlan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Whether it is put right by a plan, not at once. */
    boolean isPlanned() {
        return branch == Branch.PLANNED;
    }

    public Optional<ReportId> duplicateOf() {
        return Optional.ofNullable(duplicateOf);
    }

    /** General until it is found otherwise. */
    public LegalGrade grade() {
        return assessment == null ? LegalGrade.GENERAL : assessment.grade();
    }

    /** Major, or suspected to be and not yet judged. */
    public boolean isMajorOrSuspected() {
        return assessment == null ? !suspicion.isEmpty() : grade() == LegalGrade.MAJOR;
    }

    /** The judgement standard under which it was last suspected to be major; empty when it never was. */
    public String suspicion() {
        return suspicion;
    }

    /** The item found, or suspected, or the one the reporter named; empty when none is known. */
    public String item() {
        if (assessment != null) {
            return assessment.item();
        }
        return itemSuspected.isEmpty() ? submission().item() : itemSuspected;
    }

    /** When it first did this. */
    public Optional<Instant> first(ReportAction action) {
        return history.stream()
                .filter(e -> e.action() == action)
                .map(ReportEvent::at)
                .findFirst();
    }

    /** How often this was done. */
    public long count(ReportAction action) {
        return history.stream().filter(e -> e.action() == action).count();
    }

    /** When it came into the end it is in; empty while it is open. */
    public Optional<Instant> endedAt() {
        return !ReportTable.LOOP.isEnd(state)
                ? Optional.empty()
                : history.stream()
                        .filter(e -> e.to() == state && e.from() != state)
                        .map(ReportEvent::at)
                        .reduce((earlier, later) -> later);
    }

    /** What is stored beside the events for queries. */
    public Snapshot snapshot(String headHash) {
        return ReportSnapshot.of(this, headHash);
    }

    /** The obligations a stored snapshot speaks of. */
    public static List<Obligation> obligations(Snapshot snapshot) {
        return snapshot.body().list("obligations", ReportEvent::obligation);
    }

    /** The people a stored snapshot says have something on their hands. */
    public static List<String> holders(Snapshot snapshot) {
        return snapshot.body().strings("holders");
    }

    /** The people a stored snapshot says are to verify. */
    public static List<String> verifiers(Snapshot snapshot) {
        return snapshot.body().strings("verifiers");
    }

    @Override
    public String toString() {
        return "HazardReport[" + id + " " + state + " v" + version() + "]";
    }
}
