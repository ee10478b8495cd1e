package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be kept as evidence.
 *
 * @param maxBytes largest size of one file, at least 1
 * @param mediaTypes allowed types, decided by content; each one of {@link MediaTypes#known()}
 */
public record EvidencePolicy(long maxBytes, Set<String> mediaTypes) {

    private static final long DEFAULT_MAX = 20L * 1024 * 1024;

    /** Pictures, sound, short films and PDF as phones make them; no moving pictures of the GIF kind, no raw sound. */
    private static final Set<String> DEFAULT_TYPES = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/heic",
            "application/pdf",
            "video/mp4",
            "video/quicktime",
            "video/3gpp",
            "audio/mp4",
            "audio/amr",
            "audio/amr-wb",
            "audio/mpeg",
            "audio/ogg");

    /** @throws InvalidInputException for a size below 1, and for no type or a type that cannot be told */
    public EvidencePolicy {
        if (maxBytes < 1) {
            throw new InvalidInputException(Problem.of("evidence.bad-policy", "maxBytes", maxBytes, "≥ 1"));
        }
        if (mediaTypes.isEmpty() || !MediaTypes.known().containsAll(mediaTypes)) {
            throw new InvalidInputException(Problem.of(
                    "evidence.bad-policy", "mediaTypes", new TreeSet<>(mediaTypes), sorted(MediaTypes.known())));
        }
        mediaTypes = Set.copyOf(mediaTypes);
    }

    /** At most 20 MiB; JPEG, PNG, WebP, HEIC, PDF, MP4, MOV, 3GP, M4A, AMR, MP3, Ogg. */
    public static EvidencePolicy defaults() {
        return new EvidencePolicy(DEFAULT_MAX, DEFAULT_TYPES);
    }

    public EvidencePolicy withMaxBytes(long changed) {
        return new EvidencePolicy(changed, mediaTypes);
    }

    public EvidencePolicy withMediaTypes(Set<String> changed) {
        return new EvidencePolicy(maxBytes, changed);
    }

    static String sorted(Set<String> types) {
        return String.join(", ", new TreeSet<>(types));
    }
}
