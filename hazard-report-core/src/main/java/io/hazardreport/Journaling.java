package io.hazardreport;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Role;
import java.time.Instant;

/**
 * Makes the rows of one command: they share unit, request and the instant of recording.
 *
 * @param recordedAt from the façade's clock
 */
record Journaling(UnitId unit, String requestId, Instant recordedAt) {

    /** The event that follows {@code version} and {@code headHash}. */
    Event event(
            StreamId stream,
            long version,
            String headHash,
            String type,
            Instant occurredAt,
            String actor,
            Role role,
            String schemeVersion,
            String from,
            String to,
            Payload payload) {
        return new Event(
                        unit,
                        stream,
                        version + 1,
                        type,
                        stream.kind().events().version(type),
                        occurredAt,
                        recordedAt,
                        actor,
                        role.name(),
                        schemeVersion,
                        version == 0 ? "" : from,
                        to,
                        requestId,
                        payload,
                        "")
                .chained(headHash);
    }
}
