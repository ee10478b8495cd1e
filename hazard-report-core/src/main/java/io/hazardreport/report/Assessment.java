package io.hazardreport.report;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.category.Attribute;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a true report was found to be.
 *
 * @param grade in law
 * @param tier of the enterprise's own ladder; empty when it has none
 * @param rewardTier for the reward rule only; empty when the rule does not use one
 * @param item of the catalogue
 * @param attributes what else it is, by dimension, see {@link Attribute}; a second item among them
 * @param basis what the judgement rests on (判定依据), a clause or standard
 * @param explanation in words
 * @param gone the hazard was no longer there when it was checked, yet the report was true
 * @param suggestionAdopted whether the reporter's suggestion is taken up
 */
public record Assessment(
        @JsonProperty("grade") @NotNull(message = "report.field-missing")
        LegalGrade grade,

        @JsonProperty("tier") @JsonSetter(nulls = AS_EMPTY) String tier,

        @JsonProperty("rewardTier") @JsonSetter(nulls = AS_EMPTY)
        String rewardTier,

        @JsonProperty("item") @JsonSetter(nulls = AS_EMPTY) String item,

        @JsonProperty("attributes") @JsonSetter(nulls = AS_EMPTY)
        Map<String, String> attributes,

        @JsonProperty("basis") @Size(min = 1, max = 200, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        String basis,

        @JsonProperty("explanation") FreeText explanation,
        @JsonProperty("gone") @JsonSetter(nulls = AS_EMPTY) boolean gone,

        @JsonProperty("suggestionAdopted") @JsonSetter(nulls = AS_EMPTY)
        boolean suggestionAdopted) {

    public Assessment {
        explanation = FreeText.orNone(explanation);
        attributes = Map.copyOf(attributes);
    }

    public static Assessment of(LegalGrade grade, String tier, String item, String basis) {
        return new Assessment(grade, tier, "", item, Map.of(), basis, FreeText.NONE, false, false);
    }

    public Assessment withAttributes(Map<String, String> changed) {
        return new Assessment(grade, tier, rewardTier, item, changed, basis, explanation, gone, suggestionAdopted);
    }

    public Assessment withSuggestionAdopted() {
        return new Assessment(grade, tier, rewardTier, item, attributes, basis, explanation, gone, true);
    }

    /** The item, and the second one where there is one. */
    Set<String> items() {
        return Stream.of(item, attributes.getOrDefault(Attribute.SECOND_ITEM, ""))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Assessment withTexts(UnaryOperator<FreeText> change) {
        return new Assessment(
                grade, tier, rewardTier, item, attributes, basis, change.apply(explanation), gone, suggestionAdopted);
    }

    Payload payload() {
        return Payload.builder()
                .put("grade", grade)
                .put("tier", tier)
                .put("rewardTier", rewardTier)
                .put("item", item)
                .put("attributes", Payload.of(attributes))
                .put("basis", basis)
                .put("explanation", explanation.payload())
                .put("gone", gone)
                .put("suggestionAdopted", suggestionAdopted)
                .build();
    }

    static Assessment from(Payload payload) {
        return new Assessment(
                payload.constant("grade", LegalGrade.class).orElseThrow(),
                payload.string("tier"),
                payload.string("rewardTier"),
                payload.string("item"),
                payload.object("attributes").strings(),
                payload.string("basis"),
                FreeText.from(payload.object("explanation")),
                payload.flag("gone"),
                payload.flag("suggestionAdopted"));
    }
}
