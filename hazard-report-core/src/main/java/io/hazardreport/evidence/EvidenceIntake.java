package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Content on its way into a store: refuses what the policy does not allow, and knows size and hash at the end. It never
 * takes more than one byte above the limit from its source, and closing it leaves the source open. One thread at a
 * time.
 */
public final class EvidenceIntake extends InputStream {

    private final InputStream source;
    private final EvidencePolicy policy;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] head;
    private final String mediaType;
    private int headTaken;
    private long fromSource;
    private @Nullable String sha256;

    private EvidenceIntake(InputStream source, EvidencePolicy policy, byte[] head, String mediaType) {
        this.source = source;
        this.policy = policy;
        this.head = head;
        this.mediaType = mediaType;
        this.fromSource = head.length;
    }

    /**
     * Reads the first bytes and tells by them.
     *
     * @throws InvalidInputException {@code evidence.empty}, {@code evidence.over-size}, {@code evidence.wrong-type};
     *     {@code evidence.over-size} also comes from reading on
     */
    public static EvidenceIntake of(InputStream source, EvidencePolicy policy) {
        byte[] head;
        try {
            head = source.readNBytes((int) Math.min(MediaTypes.HEAD, limit(policy)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the content handed in", e);
        }
        if (head.length == 0) {
            throw new InvalidInputException(Problem.of("evidence.empty", "content", 0, "1-" + policy.maxBytes()));
        }
        refuseAbove(head.length, policy);
        String type = MediaTypes.of(head).orElse(MediaTypes.UNKNOWN);
        if (!policy.mediaTypes().contains(type)) {
            throw new InvalidInputException(
                    Problem.of("evidence.wrong-type", "content", type, EvidencePolicy.sorted(policy.mediaTypes())));
        }
        return new EvidenceIntake(source, policy, head, type);
    }

    private static long limit(EvidencePolicy policy) {
        return policy.maxBytes() == Long.MAX_VALUE ? Long.MAX_VALUE : policy.maxBytes() + 1;
    }

    private static void refuseAbove(long read, EvidencePolicy policy) {
        if (read > policy.maxBytes()) {
            throw new InvalidInputException(
                    Problem.of("evidence.over-size", "content", read, "1-" + policy.maxBytes()));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int read = headTaken < head.length ? fromHead(into, offset, length) : fromSource(into, offset, length);
        if (read > 0) {
            digest.update(into, offset, read);
        }
        return read;
    }

    private int fromHead(byte[] into, int offset, int length) {
        int count = Math.min(length, head.length - headTaken);
        System.arraycopy(head, headTaken, into, offset, count);
        headTaken += count;
        return count;
    }

    private int fromSource(byte[] into, int offset, int length) throws IOException {
        if (sha256 != null) {
            return -1;
        }
        refuseAbove(fromSource, policy);
        int read = source.read(into, offset, (int) Math.min(length, limit(policy) - fromSource));
        if (read < 0) {
            sha256 = HexFormat.of().formatHex(digest.digest());
            return -1;
        }
        fromSource += read;
        refuseAbove(fromSource, policy);
        return read;
    }

    /** By content, known from the start. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * What was read, under the reference the store gives it.
     *
     * @throws IllegalStateException before the end was read
     */
    public StoredFile stored(String reference) {
        return new StoredFile(reference, sha256(), fromSource, mediaType);
    }

    /**
     * 64 hex digits.
     *
     * @throws IllegalStateException before the end was read
     */
    public String sha256() {
        if (sha256 == null) {
            throw new IllegalStateException("the content was read only up to byte " + fromSource);
        }
        return sha256;
    }
}
