package io.hazardreport.report;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;
import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.ReportId;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happens to a report beside its way round the loop: time, talk, supervision, links, handing over. */
public sealed interface FollowUp extends ReportAct {

    /**
     * Something that lasts until a day: {@link ReportAction#PAUSE}, {@link ReportAction#ASK_EXTENSION},
     * {@link ReportAction#GRANT_EXTENSION}, {@link ReportAction#LIST_SUPERVISION}.
     *
     * @param until the last day, included
     * @param reference number of the paper behind it, for a listing by an authority; else empty
     * @param note why, in words
     */
    record Until(
            ReportAction action,
            @NotNull(message = "report.field-missing") LocalDate until,
            @JsonSetter(nulls = AS_EMPTY) String reference,
            FreeText note)
            implements FollowUp {

        public Until {
            note = FreeText.orNone(note);
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("until", until.toString())
                    .put("reference", reference)
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Until withTexts(UnaryOperator<FreeText> change) {
            return new Until(action, until, reference, change.apply(note));
        }
    }

    /**
     * The talk with the reporter about facts and remedy, before the conclusion.
     *
     * @param mandate the head's written order, where a delegate talks; empty where the head does
     * @param note what was said
     */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Talk(
            @NotNull(message = "report.field-missing") TalkKind kind,
            @JsonSetter(nulls = AS_EMPTY) String mandate,
            FreeText note)
            implements FollowUp {

        public Talk {
            note = FreeText.orNone(note);
        }

        @Override
        public ReportAction action() {
            return ReportAction.TALK;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("kind", kind)
                    .put("mandate", mandate)
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Talk withTexts(UnaryOperator<FreeText> change) {
            return new Talk(kind, mandate, change.apply(note));
        }
    }

    /** Words, pictures or both, added later; what was handed in is never edited. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Message(
            @NotNull(message = "report.field-missing") Visibility visibility,
            FreeText text,

            @Size(max = 30, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
            List<@Valid Evidence> evidence)
            implements FollowUp {

        public Message {
            text = FreeText.orNone(text);
            evidence = List.copyOf(evidence);
        }

        @Override
        public ReportAction action() {
            return ReportAction.MESSAGE;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("visibility", visibility)
                    .put("note", text.payload())
                    .putList("evidence", evidence, Evidence::payload)
                    .build();
        }

        @Override
        public Message withTexts(UnaryOperator<FreeText> change) {
            return new Message(visibility, change.apply(text), evidence);
        }
    }

    /**
     * Yes or no: whether the suggestion is taken up ({@link ReportAction#DECIDE_SUGGESTION}), whether the cure has held
     * ({@link ReportAction#CHECK_EFFECT}).
     */
    record Verdict(
            ReportAction action, @JsonSetter(nulls = FAIL) boolean yes, FreeText note) implements FollowUp {

        public Verdict {
            note = FreeText.orNone(note);
        }

        @Override
        public Payload payload() {
            return Payload.builder().put("yes", yes).put("note", note.payload()).build();
        }

        @Override
        public Verdict withTexts(UnaryOperator<FreeText> change) {
            return new Verdict(action, yes, change.apply(note));
        }
    }

    /**
     * It may be a major hazard, whatever the reporter called it; people are to be protected at once, and two verify.
     *
     * @param item code of the catalogue it is now taken for; empty: as before
     * @param standard of judgement (判定标准) under which it may be major; may be empty where the company's table has one
     *     for the item
     * @param note what makes it so, in words
     */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Suspect(
            @JsonSetter(nulls = AS_EMPTY) String item,

            @Size(max = 200, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
            String standard,

            FreeText note)
            implements FollowUp {

        public Suspect {
            note = FreeText.orNone(note);
        }

        @Override
        public ReportAction action() {
            return ReportAction.SUSPECT;
        }

        /** The same by this standard, where it names none itself. */
        public Suspect by(String known) {
            return standard.isBlank() ? new Suspect(item, known, note) : this;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("item", item)
                    .put("standard", standard)
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Suspect withTexts(UnaryOperator<FreeText> change) {
            return new Suspect(item, standard, change.apply(note));
        }
    }

    /** This report is related to another one of the unit. */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Relate(
            @NotNull(message = "report.field-missing") LinkKind kind,
            @NotNull(message = "report.field-missing") ReportId other)
            implements FollowUp {

        @Override
        public ReportAction action() {
            return ReportAction.RELATE;
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("kind", kind)
                    .put("other", other.toString())
                    .build();
        }
    }

    /**
     * What one person has on his hands goes to another; the history keeps who did what.
     *
     * @param from by the host's id
     * @param to by the host's id
     */
    @JsonIgnoreProperties(value = "action", allowGetters = true)
    record Reassign(
            @JsonSetter(nulls = AS_EMPTY) String from,
            @JsonSetter(nulls = AS_EMPTY) String to,
            FreeText note) implements FollowUp {

        public Reassign {
            note = FreeText.orNone(note);
        }

        @Override
        public ReportAction action() {
            return ReportAction.REASSIGN;
        }

        @Override
        public List<String> persons() {
            return List.of(to);
        }

        @Override
        public Payload payload() {
            return Payload.builder()
                    .put("from", from)
                    .put("to", to)
                    .put("note", note.payload())
                    .build();
        }

        @Override
        public Reassign withTexts(UnaryOperator<FreeText> change) {
            return new Reassign(from, to, change.apply(note));
        }
    }

    static ReportAct pause(LocalDate until, String why) {
        return new Until(ReportAction.PAUSE, until, "", FreeText.of(why));
    }

    static ReportAct askExtension(LocalDate until, String why) {
        return new Until(ReportAction.ASK_EXTENSION, until, "", FreeText.of(why));
    }

    static ReportAct grantExtension(LocalDate until, String why) {
        return new Until(ReportAction.GRANT_EXTENSION, until, "", FreeText.of(why));
    }

    static ReportAct talk(String said) {
        return new Talk(TalkKind.HELD, "", FreeText.of(said));
    }

    /** By somebody whom the head ordered to in writing. */
    static ReportAct talkByDelegate(String mandate, String said) {
        return new Talk(TalkKind.HELD, mandate, FreeText.of(said));
    }

    static ReportAct suspect(String item, String why) {
        return new Suspect(item, "", FreeText.of(why));
    }

    static ReportAct message(Visibility visibility, String words, Evidence... evidence) {
        return new Message(visibility, FreeText.of(words), List.of(evidence));
    }
}
