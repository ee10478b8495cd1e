package io.hazardreport.journal;

import java.util.UUID;

/** One stream of events within a unit. */
public record StreamId(StreamKind kind, UUID id) {

    @Override
    public String toString() {
        return kind.code() + "/" + id;
    }
}
