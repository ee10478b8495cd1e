package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.UnitId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Where the host keeps the bytes of evidence; the contract every store keeps:
 *
 * <ul>
 *   <li>safe for use by several threads and for several units, whose bytes are never mixed: a reference of one unit
 *       finds nothing under another
 *   <li>idempotent by content: the same bytes put twice under one unit have one reference and are kept once
 *   <li>all or nothing: a put that fails, or whose content throws in mid-stream, leaves nothing that can be opened
 *   <li>kept as they are: no byte of the original is changed
 *   <li>not part of the host's transaction: bytes whose report was rolled back stay until they are deleted
 * </ul>
 *
 * An input stream handed in is read to its end and not closed. What the storage itself fails at is thrown as
 * {@link UncheckedIOException}.
 */
public interface EvidenceStore {

    /**
     * Keeps the content.
     *
     * @throws InvalidInputException {@code evidence.empty}, {@code evidence.over-size} or {@code evidence.wrong-type} as
     *     {@link EvidenceIntake} finds it
     */
    StoredFile put(UnitId unit, InputStream content);

    /** The same for content in memory. */
    default StoredFile put(UnitId unit, byte[] content) {
        return put(unit, new ByteArrayInputStream(content));
    }

    /**
     * The bytes as they were put; the caller closes the stream.
     *
     * @throws InvalidInputException {@code evidence.bad-name} for what cannot be a reference of this store,
     *     {@code evidence.not-found} for bytes that are not there, {@code evidence.hash-mismatch} for bytes that changed
     */
    InputStream open(UnitId unit, String reference);

    /**
     * Forgets the bytes; whoever put the same content loses it too, so that only the host, who knows all its reports,
     * may say when. The library never calls it.
     *
     * @return whether there were any
     * @throws InvalidInputException {@code evidence.bad-name}
     */
    boolean delete(UnitId unit, String reference);
}
