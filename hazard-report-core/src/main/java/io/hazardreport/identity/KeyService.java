package io.hazardreport.identity;

import io.hazardreport.base.UnitId;

/**
 * Where the keys are: a file for small hosts, a key management system for others. Safe for use by several threads. Keys
 * never pass through a log or an exception text.
 */
public interface KeyService {

    /** A data key as it may be stored, and the id of the key that wraps it. */
    record WrappedKey(String keyId, byte[] bytes) {}

    /** Wraps a data key of 32 bytes under the key now in use. */
    WrappedKey wrap(byte[] dataKey);

    /** @throws WrongVaultKeyException when the key is not known or does not fit */
    byte[] unwrap(String keyId, byte[] wrapped);

    /** The unit's index key, 32 bytes, the same for ever: person keys and pseudonyms are made with it. */
    byte[] indexKey(UnitId unit);
}
