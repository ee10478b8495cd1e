package io.hazardreport.report;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.category.ReportKind;
import io.hazardreport.category.ReportSource;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter hands in. One of text, photo or voice is enough; nothing else is required.
 *
 * @param kind hazard unless said otherwise
 * @param source who it came from; only a self-report counts as an internal report
 * @param channel phone, mail, app, box …, a code of the scheme; may be empty
 * @param item of the catalogue; may be empty, the verifier decides
 * @param description what is wrong; 0 to 4,000 characters
 * @param place where; 0 to 400 characters
 * @param suggestion what to do about it; 0 to 4,000 characters
 * @param evidence photos, voice messages, documents; at most 30
 * @param foundAt when it was seen; unknown: null
 * @param danger people are in immediate danger
 * @param fixedOnTheSpot the reporter has put it right already
 * @param provenance where an imported record comes from; empty for what was handed in here
 * @param claimedState what an imported ledger says of its state: a claim, not a state
 */
public record Submission(
        @JsonProperty("kind") @NotNull(message = "report.field-missing")
        ReportKind kind,

        @JsonProperty("source") @NotNull(message = "report.field-missing")
        ReportSource source,

        @JsonProperty("channel") @Size(max = 40, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        String channel,

        @JsonProperty("item") @Size(max = 20, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        String item,

        @JsonProperty("description") FreeText description,
        @JsonProperty("place") FreeText place,
        @JsonProperty("suggestion") FreeText suggestion,

        @JsonProperty("evidence") @Size(max = 30, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        List<@Valid Evidence> evidence,

        @JsonProperty("foundAt") @Nullable Instant foundAt,

        @JsonProperty("danger") @JsonSetter(nulls = AS_EMPTY)
        boolean danger,

        @JsonProperty("fixedOnTheSpot") @JsonSetter(nulls = AS_EMPTY)
        boolean fixedOnTheSpot,

        @JsonProperty("provenance") @Size(max = 100, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        String provenance,

        @JsonProperty("claimedState") @Size(max = 40, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        String claimedState) {

    public Submission {
        description = FreeText.orNone(description);
        place = FreeText.orNone(place);
        suggestion = FreeText.orNone(suggestion);
        evidence = List.copyOf(evidence);
    }

    /** A self-reported hazard in these words; everything else may be added with the {@code with…} methods. */
    public static Submission of(String description) {
        return new Submission(
                ReportKind.HAZARD,
                ReportSource.SELF_REPORT,
                "",
                "",
                FreeText.of(description),
                FreeText.NONE,
                FreeText.NONE,
                List.of(),
                null,
                false,
                false,
                "",
                "");
    }

    public Submission withKind(ReportKind changed) {
        return new Submission(
                changed,
                source,
                channel,
                item,
                description,
                place,
                suggestion,
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    public Submission withSource(ReportSource changed, String throughChannel) {
        return new Submission(
                kind,
                changed,
                throughChannel,
                item,
                description,
                place,
                suggestion,
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    public Submission withItem(String changed) {
        return new Submission(
                kind,
                source,
                channel,
                changed,
                description,
                place,
                suggestion,
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    public Submission withPlace(String changed) {
        return new Submission(
                kind,
                source,
                channel,
                item,
                description,
                FreeText.of(changed),
                suggestion,
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    public Submission withSuggestion(String changed) {
        return new Submission(
                kind,
                source,
                channel,
                item,
                description,
                place,
                FreeText.of(changed),
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    public Submission withEvidence(Evidence... changed) {
        return new Submission(
                kind,
                source,
                channel,
                item,
                description,
                place,
                suggestion,
                List.of(changed),
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    public Submission inDanger() {
        return new Submission(
                kind,
                source,
                channel,
                item,
                description,
                place,
                suggestion,
                evidence,
                foundAt,
                true,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    /** Evidence of before and after belongs to it. */
    public Submission fixed(Evidence before, Evidence after) {
        return new Submission(
                kind,
                source,
                channel,
                item,
                description,
                place,
                suggestion,
                List.of(before, after),
                foundAt,
                danger,
                true,
                provenance,
                claimedState);
    }

    public Submission imported(String from, String claimed) {
        return new Submission(
                kind,
                source,
                channel,
                item,
                description,
                place,
                suggestion,
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                from,
                claimed);
    }

    @JsonIgnore
    public boolean isImported() {
        return !provenance.isEmpty();
    }

    /** Whether anybody could know from it what was seen. */
    public boolean saysSomething() {
        return !description.isEmpty() || !evidence.isEmpty();
    }

    /** Whether there is a suggestion in it; one of that kind is a suggestion, whatever field its words stand in. */
    public boolean suggests() {
        return kind == ReportKind.SUGGESTION || !suggestion.isEmpty();
    }

    Submission withTexts(UnaryOperator<FreeText> change) {
        return new Submission(
                kind,
                source,
                channel,
                item,
                change.apply(description),
                change.apply(place),
                change.apply(suggestion),
                evidence,
                foundAt,
                danger,
                fixedOnTheSpot,
                provenance,
                claimedState);
    }

    Payload payload() {
        return Payload.builder()
                .put("kind", kind)
                .put("source", source)
                .put("channel", channel)
                .put("item", item)
                .put("description", description.payload())
                .put("place", place.payload())
                .put("suggestion", suggestion.payload())
                .putList("evidence", evidence, Evidence::payload)
                .put("foundAt", foundAt)
                .put("danger", danger)
                .put("fixedOnTheSpot", fixedOnTheSpot)
                .put("provenance", provenance)
                .put("claimedState", claimedState)
                .build();
    }

    static Submission from(Payload payload) {
        return new Submission(
                payload.constant("kind", ReportKind.class).orElseThrow(),
                payload.constant("source", ReportSource.class).orElseThrow(),
                payload.string("channel"),
                payload.string("item"),
                FreeText.from(payload.object("description")),
                FreeText.from(payload.object("place")),
                FreeText.from(payload.object("suggestion")),
                payload.list("evidence", Evidence::from),
                payload.instant("foundAt").orElse(null),
                payload.flag("danger"),
                payload.flag("fixedOnTheSpot"),
                payload.string("provenance"),
                payload.string("claimedState"));
    }
}
