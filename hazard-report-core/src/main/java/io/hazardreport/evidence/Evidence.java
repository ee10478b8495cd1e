package io.hazardreport.evidence;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.journal.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo, voice message or document, by reference; the host keeps the bytes. The name of the uploaded file is not part
 * of it: names of persons stand in file names, and events hold none.
 *
 * @param stage when it was taken
 * @param reference the store's own key of the bytes, 1 to 200 characters, never a person's name
 * @param sha256 64 hex digits
 * @param bytes size, at least 1
 * @param mediaType e.g. {@code image/jpeg}
 * @param capturedAt when the picture was taken, as far as the host knows
 */
public record Evidence(
        @JsonProperty("stage") @NotNull(message = "evidence.bad-evidence")
        Stage stage,

        @JsonProperty("reference")
        @Size(min = 1, max = 200, message = "evidence.bad-evidence")
        @JsonSetter(nulls = AS_EMPTY)
        String reference,

        @JsonProperty("sha256")
        @Pattern(regexp = "[0-9a-f]{64}", message = "evidence.bad-evidence")
        @JsonSetter(nulls = AS_EMPTY)
        String sha256,

        @JsonProperty("bytes") @Positive(message = "evidence.bad-evidence") @JsonSetter(nulls = AS_EMPTY)
        long bytes,

        @JsonProperty("mediaType")
        @Pattern(regexp = "[a-z]+/[a-z0-9.+-]+", message = "evidence.bad-evidence")
        @JsonSetter(nulls = AS_EMPTY)
        String mediaType,

        @JsonProperty("capturedAt") @Nullable Instant capturedAt) {

    /** What the picture shows: the hazard as found, before work, or after work. */
    public enum Stage {
        @JsonProperty("FOUND")
        FOUND,
        @JsonProperty("BEFORE")
        BEFORE,
        @JsonProperty("AFTER")
        AFTER
    }

    /** Taken at a time nobody wrote down. */
    public Evidence(Stage stage, String reference, String sha256, long bytes, String mediaType) {
        this(stage, reference, sha256, bytes, mediaType, null);
    }

    public Payload payload() {
        return Payload.builder()
                .put("stage", stage)
                .put("reference", reference)
                .put("sha256", sha256)
                .put("bytes", bytes)
                .put("mediaType", mediaType)
                .put("capturedAt", capturedAt)
                .build();
    }

    /** Reads the form without {@code capturedAt}, too. */
    public static Evidence from(Payload payload) {
        return new Evidence(
                payload.constant("stage", Stage.class).orElseThrow(),
                payload.required("reference"),
                payload.required("sha256"),
                payload.number("bytes"),
                payload.required("mediaType"),
                payload.instant("capturedAt").orElse(null));
    }
}
