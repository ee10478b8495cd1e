package io.hazardreport.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of bytes it took.
 *
 * @param reference the store's own key of the bytes, 1 to 200 characters
 * @param sha256 64 hex digits, of the bytes as stored
 * @param bytes size, at least 1
 * @param mediaType by content
 */
public record StoredFile(String reference, String sha256, long bytes, String mediaType) {

    /** The same as evidence of a stage. */
    public Evidence as(Evidence.Stage stage, @Nullable Instant capturedAt) {
        return new Evidence(stage, reference, sha256, bytes, mediaType, capturedAt);
    }
}
