package io.hazardreport.journal;

import io.hazardreport.base.UnitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A journal that forgets everything when the process ends: for tests, demonstrations and trying rules out. It answers
 * exactly as the durable ones do. Safe for use by several threads.
 */
public final class InMemoryJournal implements Journal {

    private record SealedKey(UUID owner, SealedKind kind, int ordinal) {}

    /** All that one unit has. */
    private static final class Shelf {
        private final Map<StreamId, Snapshot> snapshots = new HashMap<>();
        private final Map<StreamId, List<Event>> events = new HashMap<>();
        private final Map<String, Write.Claim> claims = new HashMap<>();
        private final Map<CounterKey, Long> counters = new HashMap<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final Map<SealedKey, SealedRow> sealed = new HashMap<>();
    }

    private static final Comparator<Optional<Object>> VALUES_FIRST =
            (one, other) -> one.isPresent() && other.isPresent()
                    ? compare(one.get(), other.get())
                    : Boolean.compare(other.isPresent(), one.isPresent());

    private static final Comparator<SealedRow> IN_ORDER = Comparator.comparing(
                    (SealedRow row) -> row.owner().toString())
            .thenComparing(row -> row.kind().name())
            .thenComparing(SealedRow::ordinal);

    private final Map<UnitId, Shelf> shelves = new HashMap<>();

    @Override
    public synchronized Outcome commit(UnitId unit, List<Write> writes) {
        Shelf shelf = shelf(unit);
        writes.forEach(InMemoryJournal::requireColumns);
        Optional<Outcome> refusal =
                taken(shelf, writes).or(() -> stale(shelf, writes)).or(() -> limitReached(shelf, writes));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        writes.forEach(write -> apply(shelf, write));
        return new Outcome.Saved();
    }

    private static void requireColumns(Write write) {
        if (write instanceof Write.Append append) {
            Map<String, Column> declared = columns(append.stream().kind());
            if (!declared.keySet().equals(append.snapshot().columns().keySet())) {
                throw new IllegalArgumentException("snapshot of " + append.stream() + " has the columns "
                        + append.snapshot().columns().keySet() + ", its kind "
                        + new TreeMap<>(declared).keySet());
            }
        }
    }

    private static Optional<Outcome> taken(Shelf shelf, List<Write> writes) {
        Map<String, Write> seen = new HashMap<>();
        for (Write write : writes) {
            if (write instanceof Write.Claim claim
                    && (shelf.claims.containsKey(claim.uniqueKey()) || seen.put(claim.uniqueKey(), claim) != null)) {
                return Optional.of(new Outcome.Taken(claim.uniqueKey()));
            }
        }
        for (Write write : writes) {
            if (write instanceof Write.Book book) {
                String key = lineKey(book.entry());
                if (shelf.entries.containsKey(key) || seen.put(key, book) != null) {
                    return Optional.of(new Outcome.Taken(key));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> stale(Shelf shelf, List<Write> writes) {
        Map<StreamId, Long> versions = new HashMap<>();
        for (Write write : writes) {
            if (write instanceof Write.Append append) {
                StreamId stream = append.stream();
                Snapshot stored = shelf.snapshots.get(stream);
                long version = versions.getOrDefault(stream, stored == null ? 0 : stored.version());
                if (version != append.expectedVersion()) {
                    return Optional.of(new Outcome.Stale(stream, append.expectedVersion()));
                }
                versions.put(stream, append.snapshot().version());
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> limitReached(Shelf shelf, List<Write> writes) {
        Map<CounterKey, Long> used = new HashMap<>();
        for (Write write : writes) {
            if (write instanceof Write.Spend spend) {
                CounterKey key = spend.counter();
                long before = used.getOrDefault(key, shelf.counters.getOrDefault(key, 0L));
                if (!fits(before, spend.amount(), spend.ceiling())) {
                    return Optional.of(new Outcome.LimitReached(key, spend.amount(), spend.ceiling()));
                }
                used.put(key, before + spend.amount());
            }
        }
        return Optional.empty();
    }

    /** Written so that no sum can overflow: {@code used} is never negative. */
    private static boolean fits(long used, long amount, long ceiling) {
        return amount < 0
                ? used + amount >= 0 && used + amount <= ceiling
                : amount <= ceiling && used <= ceiling - amount;
    }

    private static void apply(Shelf shelf, Write write) {
        if (write instanceof Write.Append append) {
            shelf.snapshots.put(append.stream(), kept(append.snapshot()));
            shelf.events
                    .computeIfAbsent(append.stream(), stream -> new ArrayList<>())
                    .addAll(append.events().stream().map(InMemoryJournal::kept).toList());
        } else if (write instanceof Write.Claim claim) {
            shelf.claims.put(claim.uniqueKey(), claim);
        } else if (write instanceof Write.Spend spend) {
            shelf.counters.merge(spend.counter(), spend.amount(), Long::sum);
        } else if (write instanceof Write.Book book) {
            shelf.entries.put(lineKey(book.entry()), kept(book.entry()));
        } else if (write instanceof Write.Seal seal) {
            SealedRow row = seal.row();
            shelf.sealed.put(new SealedKey(row.owner(), row.kind(), row.ordinal()), copied(row));
        }
    }

    private static String lineKey(Entry entry) {
        return entry.award() + "/" + entry.kind() + "/" + entry.round();
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Snapshot kept(Snapshot snapshot) {
        Map<String, @Nullable Object> columns = new TreeMap<>(snapshot.columns());
        columns.replaceAll((name, value) -> value instanceof Instant instant ? millis(instant) : value);
        return new Snapshot(
                snapshot.stream(), snapshot.version(), snapshot.headHash(), snapshot.state(), columns, snapshot.body());
    }

    private static Event kept(Event event) {
        return new Event(
                event.unit(),
                event.stream(),
                event.seq(),
                event.type(),
                event.typeVersion(),
                millis(event.occurredAt()),
                millis(event.recordedAt()),
                event.actor(),
                event.role(),
                event.schemeVersion(),
                event.fromState(),
                event.toState(),
                event.requestId(),
                event.payload(),
                event.hash());
    }

    private static Entry kept(Entry entry) {
        return new Entry(
                entry.award(),
                entry.kind(),
                entry.round(),
                entry.fundSource(),
                entry.year(),
                entry.fen(),
                entry.coordinatedFen(),
                millis(entry.at()),
                entry.reference());
    }

    private static SealedRow copied(SealedRow row) {
        byte[] ciphertext = row.ciphertext();
        return new SealedRow(
                row.owner(),
                row.kind(),
                row.ordinal(),
                row.personKey(),
                row.pseudonym(),
                row.format(),
                row.keyId(),
                row.wrappedKey().clone(),
                row.nonce().clone(),
                ciphertext == null ? null : ciphertext.clone());
    }

    @Override
    public synchronized Optional<Snapshot> snapshot(UnitId unit, StreamId stream) {
        return Optional.ofNullable(shelf(unit).snapshots.get(stream));
    }

    @Override
    public synchronized List<Snapshot> select(
            UnitId unit, StreamKind kind, List<Condition> conditions, String orderBy, int limit) {
        Map<String, Column> declared = columns(kind);
        conditions.forEach(condition -> requireKnown(kind, declared, condition.column()));
        requireKnown(kind, declared, orderBy);
        return shelf(unit).snapshots.values().stream()
                .filter(snapshot -> snapshot.stream().kind().equals(kind))
                .filter(snapshot -> conditions.stream().allMatch(condition -> passes(snapshot, condition)))
                .sorted(Comparator.comparing(
                                (Snapshot snapshot) -> Optional.ofNullable(value(snapshot, orderBy)), VALUES_FIRST)
                        .thenComparing(snapshot -> snapshot.stream().id().toString()))
                .limit(limit)
                .toList();
    }

    private static Map<String, Column> columns(StreamKind kind) {
        Map<String, Column> byName = new HashMap<>();
        kind.columns().forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    private static void requireKnown(StreamKind kind, Map<String, Column> declared, String column) {
        if (!column.equals("id") && !column.equals("state") && !declared.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " in " + kind.table()
                    + "; there are id, state and " + new TreeMap<>(declared).keySet());
        }
    }

    private static boolean passes(Snapshot snapshot, Condition condition) {
        if (condition.values().isEmpty()) {
            throw new IllegalArgumentException("no value to compare " + condition.column() + " with");
        }
        Object value = value(snapshot, condition.column());
        if (value == null) {
            return false;
        }
        List<Object> others = condition.values().stream()
                .map(other -> other instanceof UUID id ? id.toString() : other)
                .toList();
        return switch (condition.test()) {
            case EQUAL -> value.equals(others.get(0));
            case IN -> others.contains(value);
            case BEFORE -> compare(value, others.get(0)) < 0;
            case AT_LEAST -> compare(value, others.get(0)) >= 0;
        };
    }

    private static @Nullable Object value(Snapshot snapshot, String column) {
        return switch (column) {
            case "id" -> snapshot.stream().id().toString();
            case "state" -> snapshot.state();
            default -> snapshot.columns().get(column);
        };
    }

    @SuppressWarnings("unchecked") // values of one column are of one type, and every column type has an order
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    @Override
    public synchronized List<Event> events(UnitId unit, StreamId stream) {
        return List.copyOf(shelf(unit).events.getOrDefault(stream, List.of()));
    }

    @Override
    public void eachEvent(UnitId unit, StreamKind kind, Instant until, Consumer<Event> consumer) {
        List<Event> all = new ArrayList<>();
        synchronized (this) {
            shelf(unit).events.entrySet().stream()
                    .filter(stream -> stream.getKey().kind().equals(kind))
                    .sorted(Comparator.comparing(stream -> stream.getKey().id().toString()))
                    .forEach(stream -> all.addAll(stream.getValue()));
        }
        all.stream().filter(event -> event.occurredAt().isBefore(until)).forEach(consumer);
    }

    @Override
    public synchronized Optional<Write.Claim> claim(UnitId unit, String uniqueKey) {
        return Optional.ofNullable(shelf(unit).claims.get(uniqueKey));
    }

    @Override
    public synchronized long used(UnitId unit, CounterKey counter) {
        return shelf(unit).counters.getOrDefault(counter, 0L);
    }

    @Override
    public synchronized List<Entry> entries(UnitId unit, UUID award) {
        return shelf(unit).entries.values().stream()
                .filter(entry -> entry.award().equals(award))
                .toList();
    }

    @Override
    public synchronized List<Entry> entries(UnitId unit, int year) {
        return shelf(unit).entries.values().stream()
                .filter(entry -> entry.year() == year)
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(entry -> entry.award().toString()))
                .toList();
    }

    @Override
    public synchronized List<SealedRow> sealed(UnitId unit, UUID owner) {
        return shelf(unit).sealed.values().stream()
                .filter(row -> row.owner().equals(owner))
                .sorted(IN_ORDER)
                .map(InMemoryJournal::copied)
                .toList();
    }

    @Override
    public synchronized List<SealedRow> sealedFor(UnitId unit, SealedKind kind, String personKey) {
        return shelf(unit).sealed.values().stream()
                .filter(row -> row.kind() == kind && row.personKey().equals(personKey))
                .sorted(IN_ORDER)
                .map(InMemoryJournal::copied)
                .toList();
    }

    private Shelf shelf(UnitId unit) {
        return shelves.computeIfAbsent(unit, id -> new Shelf());
    }
}
