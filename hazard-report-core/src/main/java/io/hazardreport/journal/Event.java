package io.hazardreport.journal;

import io.hazardreport.base.UnitId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One row of the insert-only table of all loops.
 *
 * @param seq from 1, without holes
 * @param type stable code of what happened; {@code typeVersion} of a released payload form never changes
 * @param occurredAt when it happened, as the actor says; {@code recordedAt} when the library took it in; milliseconds
 * @param actor a handler's id, a reporter's pseudonym, or {@code system}
 * @param fromState empty for the first event
 * @param payload canonical; no free text, no name
 * @param hash SHA-256 over the previous hash, all other columns and the payload; hex
 */
public record Event(
        UnitId unit,
        StreamId stream,
        long seq,
        String type,
        int typeVersion,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String role,
        String schemeVersion,
        String fromState,
        String toState,
        String requestId,
        Payload payload,
        String hash) {

    /** Before the first event. */
    public static final String NO_HASH = "0".repeat(64);

    /**
     * What it holds, as the present version of its type has it; {@link #payload} is what was stored and hashed. Every reader
     * of an event begins here.
     *
     * @throws io.hazardreport.base.InvalidInputException {@code journal.unknown-event} for a type or version nobody here
     *     knows
     */
    public Payload read() {
        return stream.kind().events().present(this);
    }

    /** The same event with the hash that continues from {@code previous}. */
    public Event chained(String previous) {
        return new Event(
                unit,
                stream,
                seq,
                type,
                typeVersion,
                occurredAt,
                recordedAt,
                actor,
                role,
                schemeVersion,
                fromState,
                toState,
                requestId,
                payload,
                hashAfter(previous));
    }

    /** What {@link #hash} must be if the event before it has the hash {@code previous}. */
    public String hashAfter(String previous) {
        MessageDigest digest = sha256();
        UUID id = stream.id();
        for (String part : new String[] {
            previous,
            unit.value(),
            stream.kind().code(),
            id.toString(),
            Long.toString(seq),
            type,
            Integer.toString(typeVersion),
            occurredAt.toString(),
            recordedAt.toString(),
            actor,
            role,
            schemeVersion,
            fromState,
            toState,
            requestId,
            payload.toJson()
        }) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
