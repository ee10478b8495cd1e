package io.hazardreport.journal;

import java.util.List;
import java.util.UUID;

/** One part of what a command changes; see {@link Journal#commit}. */
public sealed interface Write {

    /** Appends events to a stream and replaces its snapshot, if the stream is still at {@code expectedVersion} (0: new). */
    record Append(StreamId stream, long expectedVersion, Snapshot snapshot, List<Event> events) implements Write {
        public Append {
            events = List.copyOf(events);
            if (events.isEmpty()
                    || events.get(0).seq() != expectedVersion + 1
                    || snapshot.version() != expectedVersion + events.size()
                    || !snapshot.headHash().equals(events.get(events.size() - 1).hash())) {
                throw new IllegalArgumentException(
                        "events and snapshot of " + stream + " do not continue version " + expectedVersion);
            }
        }
    }

    /** Takes a key that nobody in the unit may take twice, and notes the stream and version that took it. */
    record Claim(String uniqueKey, UUID stream, long version) implements Write {}

    /**
     * Adds {@code amount} (may be negative) to a counter if the sum stays at or below {@code ceiling} and at or above 0; a
     * counter not there yet stands at 0. {@code Long.MAX_VALUE} is no ceiling.
     */
    record Spend(CounterKey counter, long amount, long ceiling) implements Write {}

    /** Adds a line to the money ledger; one with the same award, kind and round is refused as taken. */
    record Book(Entry entry) implements Write {}

    /** Puts a row into the vault, or replaces the one with the same owner, kind and ordinal (erasing it). */
    record Seal(SealedRow row) implements Write {}
}
