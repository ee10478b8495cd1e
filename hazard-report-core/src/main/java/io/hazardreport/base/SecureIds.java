package io.hazardreport.base;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUID version 7: 48 bits of milliseconds, then random bits. */
record SecureIds(SecureRandom source) implements IdSource {

    @Override
    public UUID next(Instant at) {
        ByteBuffer bits = ByteBuffer.wrap(random(16));
        long high = (at.toEpochMilli() << 16) | 0x7000L | (bits.getLong() & 0x0FFFL);
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public byte[] random(int count) {
        byte[] bytes = new byte[count];
        source.nextBytes(bytes);
        return bytes;
    }
}
