package io.hazardreport.journal;

/** What became of a {@link Journal#commit}; everything but {@link Saved} means that nothing was written. */
public sealed interface Outcome {

    record Saved() implements Outcome {}

    /** A stream has moved on. */
    record Stale(StreamId stream, long expectedVersion) implements Outcome {}

    /** A unique key, or a ledger line, was there already. */
    record Taken(String uniqueKey) implements Outcome {}

    /** A counter would have gone above its ceiling or below zero. */
    record LimitReached(CounterKey counter, long amount, long ceiling) implements Outcome {}
}
