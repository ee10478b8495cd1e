package io.hazardreport.report;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.ReportId;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import io.hazardreport.rectification.RectificationPlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does to a report, with what it needs; the same words go into the event. In JSON the {@code action} says
 * which it is; only {@code SUBMIT} is not read, since it comes as a submission.
 */
@ActionInJson
public sealed interface ReportAct
        permits ReportAct.Simple,
                ReportAct.Reasoned,
                ReportAct.Propose,
                ReportAct.StartVerification,
                ReportAct.Grading,
                ReportAct.MarkDuplicate,
                ReportAct.Link,
                ReportAct.Split,
                ReportAct.Transfer,
                ReportAct.StartFix,
                ReportAct.Planning,
                ReportAct.Complete,
                ReportAct.SetInterim,
                ReportAct.Notice,
                ReportAct.ConfirmJoint,
                ReportAct.DecideReward,
                FollowUp,
                Submitted {

    @JsonProperty("action")
    ReportAction action();

    /** What the event keeps. */
    Payload payload();

    /** The people the act names, by the host's ids. */
    default List<String> persons() {
        return List.of();
    }

    /** The pictures and documents the act brings. */
    default List<Evidence> evidence() {
        return List.of();
    }

    /** The other report the act names; null when it names none. */
    default @Nullable ReportId other() {
        return null;
    }

    /** The same act with every text of it changed (sealed). */
    default ReportAct withTexts(UnaryOperator<FreeText> change) {
        return this;
    }

    /** An action that needs no more than a note, which may be empty where the table does not ask for one. */
    record Simple(ReportAction action, FreeText note) implements ReportAct {

        public Simple {
            note = FreeText.orNone(note);
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("note", note.payload()).build();
        }

        @Override
        public Simple withTexts(UnaryOperator<FreeText> change) {
            return new Simple(action, change.apply(note));
        }
    }

    /** A finding or refusal for a coded reason of the scheme. */
    record Reasoned(
            ReportAction action,
            @JsonSetter(nulls = AS_EMPTY) String reason,
            FreeText note) implements ReportAct {

        public Reasoned {
            note = FreeText.orNone(note);
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("reason", reason)
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Reasoned withTexts(UnaryOperator<FreeText> change) {
            return new Reasoned(action, reason, change.apply(note));
        }
    }

    /** The first signature under a decision that needs two. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Propose(
            @NotNull(message = "report.field-missing") ReportAction proposed,
            @JsonSetter(nulls = AS_EMPTY) String reason,
            FreeText note)
            implements ReportAct {

        public Propose {
            note = FreeText.orNone(note);
        }

        @Override
        public ReportAction action() {
            return ReportAction.PROPOSE;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("proposed", proposed)
                    .put("reason", reason)
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Propose withTexts(UnaryOperator<FreeText> change) {
            return new Propose(proposed, reason, change.apply(note));
        }
    }

    /** @param verifiers who verifies, by the host's ids; at least one */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record StartVerification(@JsonSetter(nulls = AS_EMPTY) List<String> verifiers) implements ReportAct {

        public StartVerification {
            verifiers = List.copyOf(verifiers);
        }

        @Override
        public ReportAction action() {
            return ReportAction.START_VERIFICATION;
        }

        @Override
        public List<String> persons() {
            return verifiers;
        }

        @Override
        public Payload payload() {
            return Payload.builder().putStrings("verifiers", verifiers).build();
        }
    }

    /** The report is true: {@link ReportAction#CONFIRM}, or a later change of grade: {@link ReportAction#REGRADE}. */
    record Grading(
            ReportAction action,

            @NotNull(message = "report.field-missing") @Valid
            Assessment assessment) implements ReportAct {

        @Override
        public Payload payload() {
            return assessment.payload();
        }

        @Override
        public Grading withTexts(UnaryOperator<FreeText> change) {
            return new Grading(action, assessment.withTexts(change));
        }
    }

    /** The same hazard was reported before, as {@code first}. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record MarkDuplicate(
            @NotNull(message = "report.field-missing") ReportId first) implements ReportAct {

        @Override
        public ReportAction action() {
            return ReportAction.MARK_DUPLICATE;
        }

        @Override
        public ReportId other() {
            return first;
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("first", first.toString()).build();
        }
    }

    /** What the first report learns: another one hangs on it, or a part was split off. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Link(
            @NotNull(message = "report.field-missing") LinkKind kind,
            @NotNull(message = "report.field-missing") ReportId other)
            implements ReportAct {

        @Override
        public ReportAction action() {
            return ReportAction.LINK;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("kind", kind)
                    .put("other", other.toString())
                    .build();
        }
    }

    /** One submission holds several hazards; each of {@code parts} becomes a report of its own. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Split(@JsonSetter(nulls = AS_EMPTY) List<ReportId> parts) implements ReportAct {

        public Split {
            parts = List.copyOf(parts);
        }

        @Override
        public ReportAction action() {
            return ReportAction.SPLIT;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .putStrings("parts", parts.stream().map(ReportId::toString).toList())
                    .build();
        }
    }

    /**
     * The place is another's.
     *
     * @param unit who controls the place, as the host names it
     * @param there made by the client: the id the report shall have there; null where that unit is not in this
     *     installation
     */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Transfer(
            @JsonSetter(nulls = AS_EMPTY) String unit,
            @Nullable ReportId there,
            FreeText note) implements ReportAct {

        public Transfer {
            note = FreeText.orNone(note);
        }

        /** To a unit outside this installation. */
        public Transfer(String unit, FreeText note) {
            this(unit, null, note);
        }

        @Override
        public ReportAction action() {
            return ReportAction.TRANSFER;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("unit", unit)
                    .put("there", there == null ? "" : there.toString())
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Transfer withTexts(UnaryOperator<FreeText> change) {
            return new Transfer(unit, there, change.apply(note));
        }
    }

    /** @param responsible who puts it right at once, by the host's id */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record StartFix(@JsonSetter(nulls = AS_EMPTY) String responsible) implements ReportAct {

        @Override
        public ReportAction action() {
            return ReportAction.START_FIX;
        }

        @Override
        public List<String> persons() {
            return List.of(responsible);
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("responsible", responsible).build();
        }
    }

    /** Entering a plan ({@link ReportAction#PLAN}) or changing it ({@link ReportAction#REVISE_PLAN}). */
    record Planning(
            ReportAction action,

            @NotNull(message = "report.field-missing") @Valid
            RectificationPlan plan) implements ReportAct {

        @Override
        public List<String> persons() {
            return plan.responsible().isBlank() ? List.of() : List.of(plan.responsible());
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("plan", plan.payload()).build();
        }

        @Override
        public Planning withTexts(UnaryOperator<FreeText> change) {
            return new Planning(action, plan.withTexts(change));
        }
    }

    /** The work is done; what it looked like before and after. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Complete(
            FreeText note, @JsonSetter(nulls = AS_EMPTY) List<@Valid Evidence> evidence) implements ReportAct {

        public Complete {
            note = FreeText.orNone(note);
            evidence = List.copyOf(evidence);
        }

        @Override
        public ReportAction action() {
            return ReportAction.COMPLETE_RECTIFICATION;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("note", note.payload())
                    .putList("evidence", evidence, Evidence::payload)
                    .build();
        }

        @Override
        public Complete withTexts(UnaryOperator<FreeText> change) {
            return new Complete(change.apply(note), evidence);
        }
    }

    /** What protects people until the hazard is gone. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record SetInterim(
            FreeText measures,
            @JsonSetter(nulls = AS_EMPTY) String watcher,
            @NotNull(message = "report.field-missing") Instant until)
            implements ReportAct {

        public SetInterim {
            measures = FreeText.orNone(measures);
        }

        @Override
        public ReportAction action() {
            return ReportAction.SET_INTERIM;
        }

        @Override
        public List<String> persons() {
            return List.of(watcher);
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("measures", measures.payload())
                    .put("watcher", watcher)
                    .put("until", until)
                    .build();
        }

        @Override
        public SetInterim withTexts(UnaryOperator<FreeText> change) {
            return new SetInterim(change.apply(measures), watcher, until);
        }
    }

    /**
     * A notice the law asks for ({@link ReportAction#NOTIFY_AUTHORITY}, {@link ReportAction#NOTIFY_CONGRESS}), or the record
     * of what an authority did.
     *
     * @param reference number or place of the notice
     */
    record Notice(
            ReportAction action,
            @JsonSetter(nulls = AS_EMPTY) String reference) implements ReportAct {

        @Override
        public Payload payload() {
            return Payload.builder().put("reference", reference).build();
        }
    }

    /** @param ordinal which of the joint reporters confirms; found out by the vault, not given by the host */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record ConfirmJoint(@JsonSetter(nulls = AS_EMPTY) int ordinal) implements ReportAct {

        @Override
        public ReportAction action() {
            return ReportAction.CONFIRM_JOINT;
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("ordinal", ordinal).build();
        }
    }

    /** @param decision the number of the decision on this hazard, from 1 */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record DecideReward(@JsonSetter(nulls = AS_EMPTY) long decision) implements ReportAct {

        @Override
        public ReportAction action() {
            return ReportAction.DECIDE_REWARD;
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("decision", decision).build();
        }
    }

    static ReportAct of(ReportAction action) {
        return new Simple(action, FreeText.NONE);
    }

    static ReportAct of(ReportAction action, String note) {
        return new Simple(action, FreeText.of(note));
    }

    static ReportAct admit() {
        return of(ReportAction.ADMIT);
    }

    static ReportAct startVerification(String... verifiers) {
        return new StartVerification(List.of(verifiers));
    }

    static ReportAct confirm(Assessment assessment) {
        return new Grading(ReportAction.CONFIRM, assessment);
    }

    static ReportAct regrade(Assessment assessment) {
        return new Grading(ReportAction.REGRADE, assessment);
    }

    static ReportAct startFix(String responsible) {
        return new StartFix(responsible);
    }

    static ReportAct plan(RectificationPlan plan) {
        return new Planning(ReportAction.PLAN, plan);
    }

    static ReportAct complete(String note, Evidence... evidence) {
        return new Complete(FreeText.of(note), List.of(evidence));
    }

    static ReportAct acceptRecheck() {
        return of(ReportAction.ACCEPT_RECHECK);
    }

    static ReportAct rejectRecheck(String reason, String note) {
        return new Reasoned(ReportAction.REJECT_RECHECK, reason, FreeText.of(note));
    }

    static ReportAct propose(ReportAction proposed, String reason, String note) {
        return new Propose(proposed, reason, FreeText.of(note));
    }

    static ReportAct because(ReportAction action, String reason, String note) {
        return new Reasoned(action, reason, FreeText.of(note));
    }

    /** Reads the act of an event of type version 1. */
    static ReportAct from(ReportAction action, Payload payload) {
        return ActReader.read(action, payload);
    }
}
