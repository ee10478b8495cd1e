package io.hazardreport.rectification;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.journal.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A photo, voice message or document, by reference; the host keeps the bytes.
 *
 * @param stage when it was taken
 * @param reference the host's own key of the bytes, 1 to 200 characters, never a person's name
 * @param sha256 64 hex digits
 * @param bytes size, at least 1
 * @param mediaType e.g. {@code image/jpeg}
 */
public record Evidence(
        @JsonProperty("stage") Stage stage,

        @JsonProperty("reference") @Size(min = 1, max = 200, message = "rectification.bad-evidence")
        String reference,

        @JsonProperty("sha256") @Pattern(regexp = "[0-9a-f]{64}", message = "rectification.bad-evidence")
        String sha256,

        @JsonProperty("bytes") @Positive(message = "rectification.bad-evidence")
        long bytes,

        @JsonProperty("mediaType") @Pattern(regexp = "[a-z]+/[a-z0-9.+-]+", message = "rectification.bad-evidence")
        String mediaType) {

    /** What the picture shows: the hazard as found, before work, or after work. */
    public enum Stage {
        @JsonProperty("FOUND")
        FOUND,
        @JsonProperty("BEFORE")
        BEFORE,
        @JsonProperty("AFTER")
        AFTER
    }

    public Payload payload() {
        return Payload.builder()
                .put("stage", stage)
                .put("reference", reference)
                .put("sha256", sha256)
                .put("bytes", bytes)
                .put("mediaType", mediaType)
                .build();
    }

    public static Evidence from(Payload payload) {
        return new Evidence(
                payload.constant("stage", Stage.class).orElseThrow(),
                payload.required("reference"),
                payload.required("sha256"),
                payload.number("bytes"),
                payload.required("mediaType"));
    }
}
