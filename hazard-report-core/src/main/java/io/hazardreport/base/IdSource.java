package io.hazardreport.base;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Where new ids and random codes come from; safe for use by several threads. */
public interface IdSource {

    /** A new id; ids of later instants sort behind those of earlier ones. */
    UUID next(Instant at);

    /** {@code count} random bytes fit for secrets. */
    byte[] random(int count);

    /** UUIDs of version 7 (RFC 9562) from a {@link SecureRandom}. */
    static IdSource secure() {
        return new SecureIds(new SecureRandom());
    }
}
