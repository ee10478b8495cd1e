package io.hazardreport.journal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has come to: the fold of its events.
 *
 * @param version number of events folded in; the {@code seq} of the last one
 * @param headHash hash of the last event
 * @param state the loop's state, by name
 * @param columns typed columns by name, a null for what is not known yet; exactly those of the kind
 * @param body everything else, canonical
 */
public record Snapshot(
        StreamId stream,
        long version,
        String headHash,
        String state,
        Map<String, @Nullable Object> columns,
        Payload body) {

    public Snapshot {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }
}
