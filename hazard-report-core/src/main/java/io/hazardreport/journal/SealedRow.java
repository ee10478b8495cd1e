package io.hazardreport.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the vault. Its plain columns are what guards and routing need; all else is in the sealed bytes.
 *
 * @param owner the stream it belongs to
 * @param ordinal from 1 within owner and kind; for reporters, their order
 * @param personKey who, for {@link SealedKind#REPORTER} and {@link SealedKind#CONCERNED}; empty string for text
 * @param pseudonym how events call this person; empty but for reporters
 * @param keyId which key wraps the data key
 * @param wrappedKey the data key, wrapped
 * @param nonce 12 bytes
 * @param ciphertext AES-256-GCM; null once erased
 */
public record SealedRow(
        UUID owner,
        SealedKind kind,
        int ordinal,
        String personKey,
        String pseudonym,
        int format,
        String keyId,
        byte[] wrappedKey,
        byte[] nonce,
        byte @Nullable [] ciphertext) {

    /** The row without its secret; what guards need stays. */
    public SealedRow erased() {
        return new SealedRow(owner, kind, ordinal, personKey, pseudonym, format, keyId, wrappedKey, nonce, null);
    }
}
