package io.hazardreport.report;

import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.rectification.RectificationPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One hazard report: the fold of its events. Immutable to everybody outside; {@link #apply} returns a new one. */
public final class HazardReport {

    /** How reports are stored and queried. */
    public static final StreamKind KIND = new StreamKind(
            "report",
            "report",
            List.of(
                    Column.code("receipt"),
                    Column.code("kind"),
                    Column.code("source"),
                    Column.code("channel"),
                    Column.code("item"),
                    Column.code("hazard_class"),
                    Column.code("grade"),
                    Column.code("tier"),
                    Column.flag("suspected_major"),
                    Column.code("branch"),
                    Column.code("job_role"),
                    Column.code("employment"),
                    Column.code("department"),
                    Column.number("reporters"),
                    Column.instant("submitted_at"),
                    Column.instant("admitted_at"),
                    Column.instant("confirmed_at"),
                    Column.instant("closed_at"),
                    Column.instant("ended_at"),
                    Column.number("recheck_rounds"),
                    Column.flag("danger"),
                    Column.flag("fixed_on_spot"),
                    Column.flag("suggestion"),
                    Column.flag("suggestion_adopted"),
                    Column.flag("imported"),
                    Column.code("claimed_state"),
                    Column.code("duplicate_of"),
                    Column.code("part_of"),
                    Column.number("decisions"),
                    Column.code("main_duty"),
                    Column.code("main_assignee"),
                    Column.instant("main_due"),
                    Column.number("open_duties"),
                    Column.instant("next_due")));

    /** The first signature under a decision that needs two. */
    public record Proposal(String by, String reason) {}

    private final ReportId id;
    private final List<ReportEvent> history;
    private final Submitted submitted;
    private ReportState state = ReportState.SUBMITTED;
    private List<Reporter> reporters;
    private List<Obligation> obligations = List.of();
    private Map<ReportAction, Proposal> proposals = Map.of();
    private List<String> verifiers = List.of();
    private List<String> rectifiers = List.of();
    private List<String> deciders = List.of();
    private List<ReportId> duplicates = List.of();
    private List<ReportId> parts = List.of();
    private List<Evidence> evidence;
    private String watcher = "";
    private String receiver = "";
    private long decisions;
    private long recheckRounds;
    private boolean danger;
    private @Nullable Assessment assessment;
    private @Nullable Branch branch;
    private @Nullable RectificationPlan plan;
    private @Nullable ReportId duplicateOf;

    private HazardReport(ReportId id, List<ReportEvent> history, Submitted submitted) {
        this.id = id;
        this.history = history;
        this.submitted = submitted;
        this.reporters = submitted.reporters();
        this.evidence = submitted.submission().evidence();
        this.danger = submitted.submission().danger();
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
        for (Event event : events.subList(1, events.size())) {
            report = report.apply(read(event));
        }
        return report;
    }

    /** Reads a stored event; a type or version that is not known is refused by name. */
    public static ReportEvent read(Event event) {
        if (event.typeVersion() != 1) {
            throw new IllegalStateException(
                    event.stream() + ": event " + event.type() + " of version " + event.typeVersion() + ", known: 1");
        }
        Payload payload = event.payload();
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
        next.fold(event);
        return next;
    }

    private HazardReport copy(ReportEvent event) {
        List<ReportEvent> longer = new ArrayList<>(history);
        longer.add(event);
        HazardReport next = new HazardReport(id, List.copyOf(longer), submitted);
        next.reporters = reporters;
        next.proposals = proposals;
        next.verifiers = verifiers;
        next.rectifiers = rectifiers;
        next.deciders = deciders;
        next.duplicates = duplicates;
        next.parts = parts;
        next.evidence = evidence;
        next.watcher = watcher;
        next.receiver = receiver;
        next.decisions = decisions;
        next.recheckRounds = recheckRounds;
        next.danger = danger;
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
            more.put(propose.proposed(), new Proposal(actor, propose.reason()));
            proposals = Map.copyOf(more);
        } else if (act instanceof ReportAct.StartVerification start) {
            verifiers = start.verifiers();
        } else if (act instanceof ReportAct.Grading grading) {
            assessment = grading.assessment();
        } else if (act instanceof ReportAct.MarkDuplicate duplicate) {
            duplicateOf = duplicate.first();
        } else if (act instanceof ReportAct.Link link) {
            if (link.kind() == LinkKind.DUPLICATE_OF_THIS) {
                duplicates = with(duplicates, link.other());
            }
        } else if (act instanceof ReportAct.Split split) {
            parts = split.parts();
        } else if (act instanceof ReportAct.StartFix fix) {
            branch = Branch.FIX_NOW;
            rectifiers = List.of(fix.responsible());
        } else if (act instanceof ReportAct.Planning planning) {
            branch = Branch.PLANNED;
            plan = planning.plan();
            rectifiers = with(rectifiers, planning.plan().responsible());
        } else if (act instanceof ReportAct.Complete complete) {
            rectifiers = with(rectifiers, actor);
            List<Evidence> more = new ArrayList<>(evidence);
            more.addAll(complete.evidence());
            evidence = List.copyOf(more);
        } else if (act instanceof ReportAct.SetInterim interim) {
            watcher = interim.watcher();
        } else if (act instanceof ReportAct.ConfirmJoint joint) {
            reporters = changed(joint.ordinal(), Reporter::confirm);
        } else if (act instanceof ReportAct.DecideReward reward) {
            decisions = reward.decision();
        }
        foldByAction(event.action(), actor);
    }

    private void foldByAction(ReportAction action, String actor) {
        switch (action) {
            case ADMIT -> receiver = actor;
            case NOT_ADMIT, FIND_UNFOUNDED, FIND_UNVERIFIABLE, MARK_DUPLICATE -> deciders = with(deciders, actor);
            case REVIVE, UPHOLD_APPEAL -> {
                duplicateOf = null;
                proposals = Map.of();
            }
            case ACCEPT_SPOT_FIX -> {
                branch = Branch.FIXED_ON_SPOT;
                rectifiers = reporters.stream().map(Reporter::pseudonym).toList();
            }
            case REJECT_RECHECK -> recheckRounds++;
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

    private static <T> List<T> with(List<T> items, T item) {
        if (items.contains(item)) {
            return items;
        }
        List<T> more = new ArrayList<>(items);
        more.add(item);
        return List.copyOf(more);
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
        return obligations.stream().anyMatch(o -> o.code().equals(code));
    }

    public Optional<Proposal> proposal(ReportAction action) {
        return Optional.ofNullable(proposals.get(action));
    }

    public List<String> verifiers() {
        return verifiers;
    }

    /** Everybody who is or was to put it right; none of them rechecks. */
    public List<String> rectifiers() {
        return rectifiers;
    }

    /** Who ended it otherwise than by closing; none of them decides the appeal. */
    public List<String> deciders() {
        return deciders;
    }

    public List<ReportId> duplicates() {
        return duplicates;
    }

    public List<ReportId> parts() {
        return parts;
    }

    public List<Evidence> evidence() {
        return evidence;
    }

    public String receiver() {
        return receiver;
    }

    public String watcher() {
        return watcher;
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

    public Optional<ReportId> duplicateOf() {
        return Optional.ofNullable(duplicateOf);
    }

    /** General until it is found otherwise. */
    public LegalGrade grade() {
        return assessment == null ? LegalGrade.GENERAL : assessment.grade();
    }

    /** Major, or suspected to be and not yet judged. */
    public boolean isMajorOrSuspected() {
        return assessment == null ? !submitted.suspectedStandard().isEmpty() : grade() == LegalGrade.MAJOR;
    }

    /** The item found, or the one the reporter named; empty when neither is known. */
    public String item() {
        return assessment == null ? submission().item() : assessment.item();
    }

    /** When it first did this. */
    public Optional<Instant> first(ReportAction action) {
        return history.stream()
                .filter(e -> e.action() == action)
                .map(ReportEvent::at)
                .findFirst();
    }

    private static final Set<ReportState> ENDS = Set.of(
            ReportState.CLOSED,
            ReportState.NOT_ADMITTED,
            ReportState.UNFOUNDED,
            ReportState.UNVERIFIABLE,
            ReportState.DUPLICATE,
            ReportState.TRANSFERRED);

    /** When it came into the end it is in; empty while it is open. */
    public Optional<Instant> endedAt() {
        return !ENDS.contains(state)
                ? Optional.empty()
                : history.stream()
                        .filter(e -> e.to() == state && e.from() != state)
                        .map(ReportEvent::at)
                        .reduce((earlier, later) -> later);
    }

    /** What is stored beside the events for queries. */
    public Snapshot snapshot(String headHash) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        submissionColumns(columns);
        columns.put("grade", assessment == null ? null : assessment.grade().name());
        columns.put("tier", assessment == null ? null : assessment.tier());
        columns.put("branch", branch == null ? null : branch.name());
        columns.put("reporters", (long) reporters.size());
        columns.put("admitted_at", first(ReportAction.ADMIT).orElse(null));
        columns.put("confirmed_at", first(ReportAction.CONFIRM).orElse(null));
        columns.put("closed_at", state == ReportState.CLOSED ? endedAt().orElse(null) : null);
        columns.put("ended_at", endedAt().orElse(null));
        columns.put("recheck_rounds", recheckRounds);
        columns.put("danger", danger);
        columns.put("suggestion_adopted", assessment != null && assessment.suggestionAdopted());
        columns.put("duplicate_of", duplicateOf == null ? null : duplicateOf.toString());
        columns.put("decisions", decisions);
        Optional<Obligation> main = mainObligation();
        columns.put("main_duty", main.map(Obligation::code).orElse(null));
        columns.put("main_assignee", main.map(Obligation::assignee).orElse(null));
        columns.put("main_due", main.map(Obligation::due).orElse(null));
        columns.put("open_duties", (long) obligations.size());
        columns.put(
                "next_due",
                obligations.stream()
                        .map(Obligation::due)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        Payload body = Payload.builder()
                .putList("obligations", obligations, ReportEvent::obligation)
                .build();
        return new Snapshot(new StreamId(KIND, id.value()), version(), headHash, state.name(), columns, body);
    }

    private void submissionColumns(Map<String, @Nullable Object> columns) {
        Submission submission = submission();
        Optional<Reporter> first = reporters.stream().findFirst();
        columns.put("receipt", receipt().value());
        columns.put("kind", submission.kind().name());
        columns.put("source", submission.source().name());
        columns.put("channel", submission.channel());
        columns.put("item", item());
        columns.put("hazard_class", item().isEmpty() ? null : item().substring(0, 1));
        columns.put("suspected_major", !submitted.suspectedStandard().isEmpty());
        columns.put("job_role", first.map(r -> r.standing().jobRole().name()).orElse(null));
        columns.put(
                "employment", first.map(r -> r.standing().employment().name()).orElse(null));
        columns.put("department", first.map(r -> r.standing().department()).orElse(null));
        columns.put("submitted_at", submittedAt());
        columns.put("fixed_on_spot", submission.fixedOnTheSpot());
        columns.put("suggestion", !submission.suggestion().isEmpty());
        columns.put("imported", submission.isImported());
        columns.put("claimed_state", submission.claimedState());
        columns.put("part_of", submitted.partOf().map(ReportId::toString).orElse(null));
    }

    /** The obligations a stored snapshot speaks of. */
    public static List<Obligation> obligations(Snapshot snapshot) {
        return snapshot.body().list("obligations", ReportEvent::obligation);
    }

    @Override
    public String toString() {
        return "HazardReport[" + id + " " + state + " v" + version() + "]";
    }
}
