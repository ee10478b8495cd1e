package io.hazardreport;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.journal.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A journal in which somebody else is done between one action's reading and its writing. */
public final class MeanwhileJournal implements Journal {

    private final Journal journal;
    private Runnable meanwhile = () -> {};

    public MeanwhileJournal(Journal journal) {
        this.journal = journal;
    }

    /** Happens once, after the next action has read all it reads and before it writes. */
    public void meanwhile(Runnable other) {
        meanwhile = other;
    }

    @Override
    public Outcome commit(UnitId unit, List<Write> writes) {
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        return journal.commit(unit, writes);
    }

    @Override
    public Optional<Snapshot> snapshot(UnitId unit, StreamId stream) {
        return journal.snapshot(unit, stream);
    }

    @Override
    public List<Snapshot> select(UnitId unit, StreamKind kind, List<Condition> conditions, String orderBy, int limit) {
        return journal.select(unit, kind, conditions, orderBy, limit);
    }

    @Override
    public List<Event> events(UnitId unit, StreamId stream) {
        return journal.events(unit, stream);
    }

    @Override
    public void eachEvent(UnitId unit, StreamKind kind, Instant until, Consumer<Event> consumer) {
        journal.eachEvent(unit, kind, until, consumer);
    }

    @Override
    public Optional<Write.Claim> claim(UnitId unit, String uniqueKey) {
        return journal.claim(unit, uniqueKey);
    }

    @Override
    public long used(UnitId unit, CounterKey counter) {
        return journal.used(unit, counter);
    }

    @Override
    public List<Entry> entries(UnitId unit, UUID award) {
        return journal.entries(unit, award);
    }

    @Override
    public List<Entry> entries(UnitId unit, int year) {
        return journal.entries(unit, year);
    }

    @Override
    public List<SealedRow> sealed(UnitId unit, UUID owner) {
        return journal.sealed(unit, owner);
    }

    @Override
    public List<SealedRow> sealedFor(UnitId unit, SealedKind kind, String personKey) {
        return journal.sealedFor(unit, kind, personKey);
    }
}
