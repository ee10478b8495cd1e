package io.hazardreport.reward;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.fund.EntryKind;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.EventTypes;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.ReportEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One beneficiary's one component of a reward: the fold of its events. Immutable. */
public final class Award {

    /** How awards are stored and queried. */
    public static final StreamKind KIND = new StreamKind(
            "award",
            "award",
            List.of(
                    Column.code("report_id"),
                    Column.number("decision"),
                    Column.code("rule_code"),
                    Column.code("component"),
                    Column.number("ordinal"),
                    Column.code("pseudonym"),
                    Column.code("person_key"),
                    Column.number("amount_fen"),
                    Column.number("coordinated_fen"),
                    Column.number("units"),
                    Column.code("fund_source"),
                    Column.code("title"),
                    Column.code("route"),
                    Column.code("reason"),
                    Column.number("round_no"),
                    Column.instant("proposed_at"),
                    Column.instant("approved_at"),
                    Column.instant("paid_at"),
                    Column.instant("ended_at"),
                    Column.code("main_duty"),
                    Column.code("main_assignee"),
                    Column.instant("main_due"),
                    Column.number("open_duties"),
                    Column.instant("next_due")),
            EventTypes.of(AwardAction.values()));

    private final AwardTerms terms;
    private final List<AwardEvent> history;
    private final List<Obligation> obligations;

    private Award(AwardTerms terms, List<AwardEvent> history, List<Obligation> obligations) {
        this.terms = terms;
        this.history = List.copyOf(history);
        this.obligations = obligations;
    }

    public static Award begin(AwardTerms terms, AwardEvent proposed) {
        return new Award(terms, List.of(proposed), proposed.opens());
    }

    /** The fold of a stream. */
    public static Award fold(List<Event> events) {
        Event first = events.get(0);
        AwardTerms terms =
                AwardTerms.from(AwardId.of(first.stream().id()), first.read().object("terms"));
        Award award = begin(terms, read(first));
        for (Event event : events.subList(1, events.size())) {
            award = award.apply(read(event));
        }
        return award;
    }

    /** Reads a stored event. */
    public static AwardEvent read(Event event) {
        Payload payload = event.read();
        AwardState to = AwardState.valueOf(event.toState());
        return new AwardEvent(
                new AwardAct(AwardAction.valueOf(event.type()), payload.string("reason"), payload.string("reference")),
                event.actor(),
                Role.valueOf(event.role()),
                event.occurredAt(),
                event.schemeVersion(),
                event.fromState().isEmpty() ? to : AwardState.valueOf(event.fromState()),
                to,
                payload.list("opens", ReportEvent::obligation),
                payload.strings("closes"));
    }

    public Award apply(AwardEvent event) {
        List<AwardEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new Award(
                terms,
                longer,
                Obligation.after(obligations, event.from() != event.to(), event.opens(), event.closes()));
    }

    public AwardId id() {
        return terms.id();
    }

    public AwardTerms terms() {
        return terms;
    }

    public long version() {
        return history.size();
    }

    public List<AwardEvent> history() {
        return history;
    }

    public AwardState state() {
        return history.get(history.size() - 1).to();
    }

    public List<Obligation> obligations() {
        return obligations;
    }

    /** The version of the rule that judges it, that of the report's submission. */
    public String schemeVersion() {
        return history.get(0).schemeVersion();
    }

    public boolean owes(String code) {
        return obligations.stream().anyMatch(o -> o.code().equals(code));
    }

    /** Who ended it otherwise than by paying; none of them decides the appeal. */
    public List<String> deciders() {
        return history.stream()
                .filter(e -> e.action() == AwardAction.DECLINE
                        || e.action() == AwardAction.REVOKE
                        || e.action() == AwardAction.EXPIRE
                        || e.action() == AwardAction.CLAW_BACK)
                .map(AwardEvent::actor)
                .toList();
    }

    public String proposer() {
        return history.get(0).actor();
    }

    /** From 1; grows with every payment that came back. */
    public int round() {
        return 1
                + (int) history.stream()
                        .filter(e -> e.action() == AwardAction.RETURN_PAYMENT)
                        .count();
    }

    /** From 1; grows with every payment that came back or never arrived. No two batches try the same attempt. */
    public int attempt() {
        return round()
                + (int) history.stream()
                        .filter(e -> e.action() == AwardAction.PAYMENT_FAILED)
                        .count();
    }

    /** The number of the batch that is paying it now; empty when none is. */
    public Optional<String> batch() {
        String open = "";
        for (AwardEvent event : history) {
            switch (event.action()) {
                case ENTER_BATCH -> open = event.act().reference();
                case PAYMENT_FAILED, CONFIRM_PAID, RETURN_PAYMENT -> open = "";
                default -> {}
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open);
    }

    /** What became of it in a batch it was listed in, until that payment failed or came back. */
    public List<AwardEvent> inBatch(String batch) {
        List<AwardEvent> since = new ArrayList<>();
        boolean inside = false;
        for (AwardEvent event : history) {
            if (event.action() == AwardAction.ENTER_BATCH) {
                inside = event.act().reference().equals(batch);
            } else if (inside) {
                since.add(event);
                inside = event.action() != AwardAction.PAYMENT_FAILED && event.action() != AwardAction.RETURN_PAYMENT;
            }
        }
        return since;
    }

    /** What the ledger books when this action is taken, in order; nothing where no money is in it. */
    public List<EntryKind> books(AwardAction action) {
        if (terms.amount().isZero()) {
            return List.of();
        }
        return switch (action) {
            case PROPOSE -> List.of(EntryKind.RESERVE);
            case APPROVE, HAND_ON_SPOT -> List.of(EntryKind.COMMIT);
            case CONFIRM_PAID -> List.of(EntryKind.PAY);
            case PAY_ON_SPOT -> List.of(EntryKind.COMMIT, EntryKind.PAY);
            case RETURN_PAYMENT -> List.of(EntryKind.RETURN);
            case DECLINE, WAIVE, EXPIRE, REVOKE -> List.of(EntryKind.RELEASE);
            case CLAW_BACK -> List.of(EntryKind.RETURN, EntryKind.RELEASE);
            case ANNOUNCE,
                    MAKE_PAYABLE,
                    OBJECT,
                    DISMISS_OBJECTION,
                    CLAIM,
                    HAND_TO_AGENCY,
                    ENTER_BATCH,
                    PAYMENT_FAILED,
                    APPEAL,
                    DISMISS_APPEAL,
                    UPHOLD_APPEAL -> List.of();
        };
    }

    /** Whether this action gives back what the award counted against budgets and caps. */
    public boolean isReleasedBy(AwardAction action) {
        return switch (action) {
            case DECLINE, WAIVE, EXPIRE, REVOKE, CLAW_BACK -> true;
            default -> false;
        };
    }

    public Optional<Instant> first(AwardAction action) {
        return history.stream()
                .filter(e -> e.action() == action)
                .map(AwardEvent::at)
                .findFirst();
    }

    /** @param beneficiary by key, null for a collective; kept on this row only, never in an event */
    public Snapshot snapshot(String headHash, @Nullable PersonKey beneficiary) {
        AwardEvent last = history.get(history.size() - 1);
        Optional<Obligation> main =
                obligations.stream().filter(Obligation::main).findFirst();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("report_id", terms.report().toString());
        columns.put("decision", terms.decision());
        columns.put("rule_code", terms.rule());
        columns.put("component", terms.component());
        columns.put("ordinal", (long) terms.ordinal());
        columns.put("pseudonym", terms.pseudonym());
        columns.put("person_key", beneficiary == null ? null : beneficiary.hex());
        columns.put("units", terms.units());
        columns.put("amount_fen", terms.amount().fen());
        columns.put("coordinated_fen", terms.bearing().coordinated().fen());
        columns.put("fund_source", terms.bearing().source());
        columns.put("title", terms.title());
        columns.put("route", terms.route().name());
        columns.put("reason", last.act().reason());
        columns.put("round_no", (long) round());
        columns.put("proposed_at", history.get(0).at());
        columns.put("approved_at", first(AwardAction.APPROVE).orElse(null));
        columns.put("paid_at", state() == AwardState.PAID ? last.at() : null);
        columns.put("ended_at", obligations.isEmpty() ? last.at() : null);
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
        return new Snapshot(new StreamId(KIND, id().value()), version(), headHash, state().name(), columns, body);
    }

    @Override
    public String toString() {
        return "Award[" + id() + " " + state() + " v" + version() + "]";
    }
}
