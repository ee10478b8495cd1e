package io.hazardreport.journal;

import io.hazardreport.base.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where the library keeps everything: one write, and the reads the rooms build theirs on. Implementations are safe for
 * use by several threads, keep instants to the millisecond, and never mix units.
 */
public interface Journal {

    /**
     * Writes all of it or nothing. Checks, in this order of precedence, unique keys ({@link Outcome.Taken}), versions
     * ({@link Outcome.Stale}), ceilings ({@link Outcome.LimitReached}). Inside a transaction of the host it joins that
     * one, and any outcome leaves it usable.
     *
     * @throws StaleReportException with {@code transactionLost} when the database gave up the transaction
     */
    Outcome commit(UnitId unit, List<Write> writes);

    Optional<Snapshot> snapshot(UnitId unit, StreamId stream);

    /** Snapshots that pass all conditions, ordered by {@code orderBy} (a column or {@code id}) and then by id. */
    List<Snapshot> select(UnitId unit, StreamKind kind, List<Condition> conditions, String orderBy, int limit);

    /** All events of a stream, by seq. */
    List<Event> events(UnitId unit, StreamId stream);

    /** Every event of a kind that occurred before {@code until}, stream by stream, by seq within each. */
    void eachEvent(UnitId unit, StreamKind kind, Instant until, Consumer<Event> consumer);

    /** The claim on a key, if somebody took it. */
    Optional<Write.Claim> claim(UnitId unit, String uniqueKey);

    /**
     * How much of a counter is used; 0 when it is not there. Inside a host's transaction this reads the newest committed
     * value and holds it until the end.
     */
    long used(UnitId unit, CounterKey counter);

    /** The ledger lines of one award, in order of writing. */
    List<Entry> entries(UnitId unit, UUID award);

    /** All ledger lines of a budget year, in order of time. */
    List<Entry> entries(UnitId unit, int year);

    /** The vault's rows of one owner, by kind and ordinal. */
    List<SealedRow> sealed(UnitId unit, UUID owner);

    /** The vault's rows that concern one person. */
    List<SealedRow> sealedFor(UnitId unit, SealedKind kind, String personKey);
}
