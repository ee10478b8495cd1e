package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.Payload;
import io.hazardreport.worker.Standing;

/**
 * A reporter as the report knows him: not who he is, but what his standing was when he reported.
 *
 * @param ordinal from 1, in the order declared at submission
 * @param pseudonym how events call him
 * @param confirmed whether he himself said he takes part; the first reporter always has
 * @param nameTakenBack whether he took back name and claim
 */
public record Reporter(
        @JsonProperty("ordinal") int ordinal,
        @JsonProperty("pseudonym") String pseudonym,
        @JsonProperty("confidentiality") Confidentiality confidentiality,
        @JsonProperty("standing") Standing standing,
        @JsonProperty("confirmed") boolean confirmed,
        @JsonProperty("nameTakenBack") boolean nameTakenBack) {

    Reporter confirm() {
        return new Reporter(ordinal, pseudonym, confidentiality, standing, true, nameTakenBack);
    }

    Reporter takeBackName() {
        return new Reporter(ordinal, pseudonym, confidentiality, standing, confirmed, true);
    }

    Payload payload() {
        return Payload.builder()
                .put("ordinal", ordinal)
                .put("pseudonym", pseudonym)
                .put("confidentiality", confidentiality)
                .put("standing", standing.toPayload())
                .build();
    }

    static Reporter from(Payload payload) {
        int ordinal = (int) payload.number("ordinal");
        return new Reporter(
                ordinal,
                payload.required("pseudonym"),
                payload.constant("confidentiality", Confidentiality.class).orElseThrow(),
                Standing.fromPayload(payload.object("standing")),
                ordinal == 1,
                false);
    }
}
