package io.hazardreport.jdbc;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The journal in a relational database whose tables {@link JdbcSchema} has made. As thread-safe as its source of
 * connections.
 *
 * <p>In a transaction of its own, what the database gave up for the sake of another is tried again up to five times; in a
 * host's transaction never.
 */
public final class JdbcJournal implements Journal {

    private final Transactions transactions;
    private final String prefix;
    private final Dialect dialect;
    private final ClaimTable claims;
    private final EntryTable entries;
    private final EventTable events;
    private final CounterTable counters;
    private final SealedTable sealed;
    private final Map<StreamKind, SnapshotTable> snapshots = new ConcurrentHashMap<>();

    private JdbcJournal(ConnectionSource source, JdbcSettings settings) {
        transactions = new Transactions(source, settings);
        prefix = settings.prefix();
        dialect = transactions.dialect();
        claims = new ClaimTable(prefix);
        entries = new EntryTable(prefix);
        events = new EventTable(prefix);
        counters = new CounterTable(prefix, dialect);
        sealed = new SealedTable(prefix, dialect);
    }

    /**
     * Every action in a transaction of its own.
     *
     * @throws StorageException when no dialect is set and the database is unknown or cannot be reached
     */
    public static JdbcJournal of(DataSource dataSource, JdbcSettings settings) {
        return of(ConnectionSource.owning(dataSource), settings);
    }

    /** @throws StorageException when no dialect is set and the database is unknown or cannot be reached */
    public static JdbcJournal of(ConnectionSource source, JdbcSettings settings) {
        return new JdbcJournal(source, settings);
    }

    private SnapshotTable snapshots(StreamKind kind) {
        return snapshots.computeIfAbsent(kind, declared -> new SnapshotTable(prefix, declared));
    }

    @Override
    public Outcome commit(UnitId unit, List<Write> writes) {
        List<Write.Append> appends = each(
                writes,
                Write.Append.class,
                Comparator.comparing(append -> append.stream().id().toString()));
        appends.forEach(append -> snapshots(append.stream().kind()).requireColumns(append.snapshot()));
        return transactions.write(connection -> commit(connection, unit, writes, appends));
    }

    /** Always in the same order, so that two who want the same things wait for each other and do not deadlock. */
    private Outcome commit(Connection connection, UnitId unit, List<Write> writes, List<Write.Append> appends)
            throws SQLException {
        for (Write.Claim claim : each(writes, Write.Claim.class, Comparator.comparing(Write.Claim::uniqueKey))) {
            if (isDuplicate(() -> claims.insert(connection, unit, claim))) {
                return new Outcome.Taken(claim.uniqueKey());
            }
        }
        for (Write.Book book : each(
                writes,
                Write.Book.class,
                Comparator.comparing(line -> line.entry().award().toString()))) {
            if (isDuplicate(() -> entries.insert(connection, unit, book.entry()))) {
                return new Outcome.Taken(EntryTable.key(book.entry()));
            }
        }
        for (Write.Append append : appends) {
            if (!append(connection, unit, append)) {
                return new Outcome.Stale(append.stream(), append.expectedVersion());
            }
        }
        for (Write.Spend spend : each(writes, Write.Spend.class, Comparator.comparing(Write.Spend::counter))) {
            if (!counters.spend(connection, unit, spend)) {
                return new Outcome.LimitReached(spend.counter(), spend.amount(), spend.ceiling());
            }
        }
        for (Write.Seal seal : each(
                writes,
                Write.Seal.class,
                Comparator.comparing(write -> write.row().owner().toString()))) {
            sealed.put(connection, unit, seal.row());
        }
        return new Outcome.Saved();
    }

    private boolean append(Connection connection, UnitId unit, Write.Append append) throws SQLException {
        SnapshotTable table = snapshots(append.stream().kind());
        boolean first = append.expectedVersion() == 0;
        boolean continues = first
                ? !isDuplicate(() -> table.insert(connection, unit, append.snapshot()))
                : table.update(connection, unit, append.snapshot(), append.expectedVersion());
        if (continues) {
            events.insert(connection, unit, append.events());
        }
        return continues;
    }

    private static <W extends Write> List<W> each(List<Write> writes, Class<W> type, Comparator<W> order) {
        return writes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(order)
                .toList();
    }

    private interface Insert {
        void run() throws SQLException;
    }

    private boolean isDuplicate(Insert insert) throws SQLException {
        try {
            insert.run();
            return false;
        } catch (SQLException e) {
            if (dialect.isDuplicate(e)) {
                return true;
            }
            throw e;
        }
    }

    @Override
    public Optional<Snapshot> snapshot(UnitId unit, StreamId stream) {
        return transactions.read(
                (connection, joined) -> snapshots(stream.kind()).find(connection, unit, stream));
    }

    @Override
    public List<Snapshot> select(UnitId unit, StreamKind kind, List<Condition> conditions, String orderBy, int limit) {
        return transactions.read(
                (connection, joined) -> snapshots(kind).select(connection, unit, conditions, orderBy, limit));
    }

    @Override
    public List<Event> events(UnitId unit, StreamId stream) {
        return transactions.read((connection, joined) -> events.ofStream(connection, unit, stream));
    }

    /** The consumer holds up a connection for as long as it takes, and may ask this journal on another one. */
    @Override
    public void eachEvent(UnitId unit, StreamKind kind, Instant until, Consumer<Event> consumer) {
        transactions.stream(connection -> events.each(connection, unit, kind, until, consumer));
    }

    @Override
    public Optional<Write.Claim> claim(UnitId unit, String uniqueKey) {
        return transactions.read((connection, joined) -> claims.find(connection, unit, uniqueKey));
    }

    @Override
    public long used(UnitId unit, CounterKey counter) {
        return transactions.read((connection, joined) -> counters.used(connection, unit, counter, joined));
    }

    @Override
    public List<Entry> entries(UnitId unit, UUID award) {
        return transactions.read((connection, joined) -> entries.ofAward(connection, unit, award));
    }

    @Override
    public List<Entry> entries(UnitId unit, int year) {
        return transactions.read((connection, joined) -> entries.ofYear(connection, unit, year));
    }

    @Override
    public List<SealedRow> sealed(UnitId unit, UUID owner) {
        return transactions.read((connection, joined) -> sealed.ofOwner(connection, unit, owner));
    }

    @Override
    public List<SealedRow> sealedFor(UnitId unit, SealedKind kind, String personKey) {
        return transactions.read((connection, joined) -> sealed.ofPerson(connection, unit, kind, personKey));
    }
}
