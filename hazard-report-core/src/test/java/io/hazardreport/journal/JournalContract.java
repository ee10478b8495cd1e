package io.hazardreport.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} must do; a store's own test only says how to open it. */
public abstract class JournalContract {

    protected static final UnitId UNIT = UnitId.of("plant-1");

    private static final UnitId OTHER_UNIT = UnitId.of("plant-2");
    private static final CounterKey MONTH = new CounterKey("cap", "2024-10", "p1");

    protected Journal journal;

    /** An empty journal whose tables, if it has any, know {@link Samples#KIND}. */
    protected abstract Journal open();

    @BeforeEach
    void openJournal() {
        journal = open();
    }

    private Outcome commit(Write... writes) {
        return journal.commit(UNIT, List.of(writes));
    }

    @Test
    void readsBackWhatWasAppended() {
        Samples.Stream stream = Samples.stream(UNIT);
        Write.Append first = stream.append(2);

        assertThat(commit(first)).isEqualTo(new Outcome.Saved());

        assertThat(journal.snapshot(UNIT, stream.id())).contains(first.snapshot());
        assertThat(journal.events(UNIT, stream.id())).isEqualTo(first.events());
    }

    @Test
    void continuesTheHashChainOfAStreamReadBack() {
        Samples.Stream stream = Samples.stream(UNIT);
        commit(stream.append(2));
        commit(stream.append(3));

        String head = Event.NO_HASH;
        for (Event event : journal.events(UNIT, stream.id())) {
            assertThat(event.hash()).isEqualTo(event.hashAfter(head));
            head = event.hash();
        }
        assertThat(journal.snapshot(UNIT, stream.id()))
                .get()
                .extracting(Snapshot::headHash)
                .isEqualTo(head);
    }

    @Test
    void replacesTheSnapshotOfAnEarlierVersion() {
        Samples.Stream stream = Samples.stream(UNIT);
        commit(stream.append(1));
        Write.Append second = stream.append(2, "CLOSED", null, Samples.AT, null, false);
        commit(second);

        assertThat(journal.snapshot(UNIT, stream.id())).contains(second.snapshot());
        assertThat(journal.events(UNIT, stream.id())).hasSize(3);
    }

    @Test
    void appendsTwiceToOneStreamInOneCommit() {
        Samples.Stream stream = Samples.stream(UNIT);

        assertThat(commit(stream.append(1), stream.append(1))).isEqualTo(new Outcome.Saved());

        assertThat(journal.events(UNIT, stream.id())).hasSize(2);
    }

    @Test
    void refusesAStreamThatIsThereAlready() {
        Samples.Stream stream = Samples.stream(UNIT);
        Write.Append first = stream.append(1);
        commit(first);

        assertThat(commit(first)).isEqualTo(new Outcome.Stale(stream.id(), 0));
    }

    @Test
    void refusesAStreamThatHasMovedOn() {
        Samples.Stream stream = Samples.stream(UNIT);
        commit(stream.append(1));
        Write.Append second = stream.append(1);
        commit(second);

        assertThat(commit(second)).isEqualTo(new Outcome.Stale(stream.id(), 1));
    }

    @Test
    void refusesAStreamThatNeverBegan() {
        Samples.Stream stream = Samples.stream(UNIT);
        stream.append(1);

        assertThat(commit(stream.append(1))).isEqualTo(new Outcome.Stale(stream.id(), 1));
    }

    @Test
    void givesAKeyToOneOnly() {
        Write.Claim claim = new Write.Claim("receipt|1", UUID.randomUUID(), 1);

        assertThat(commit(claim)).isEqualTo(new Outcome.Saved());
        assertThat(commit(new Write.Claim("receipt|1", UUID.randomUUID(), 7)))
                .isEqualTo(new Outcome.Taken("receipt|1"));

        assertThat(journal.claim(UNIT, "receipt|1")).contains(claim);
        assertThat(journal.claim(UNIT, "receipt|2")).isEmpty();
    }

    @Test
    void givesAKeyOnceWithinOneCommit() {
        Write.Claim claim = new Write.Claim("receipt|1", UUID.randomUUID(), 1);

        assertThat(commit(claim, claim)).isEqualTo(new Outcome.Taken("receipt|1"));
        assertThat(journal.claim(UNIT, "receipt|1")).isEmpty();
    }

    @Test
    void tellsKeysApartByTheCaseOfTheirLetters() {
        commit(new Write.Claim("key|a", UUID.randomUUID(), 1));

        assertThat(commit(new Write.Claim("key|A", UUID.randomUUID(), 1))).isEqualTo(new Outcome.Saved());
    }

    @Test
    void spendsUpToTheCeilingAndNotBeyond() {
        assertThat(commit(new Write.Spend(MONTH, 60, 100))).isEqualTo(new Outcome.Saved());
        assertThat(commit(new Write.Spend(MONTH, 41, 100))).isEqualTo(new Outcome.LimitReached(MONTH, 41, 100));
        assertThat(commit(new Write.Spend(MONTH, 40, 100))).isEqualTo(new Outcome.Saved());

        assertThat(journal.used(UNIT, MONTH)).isEqualTo(100);
    }

    @Test
    void givesBackDownToZeroAndNotBelow() {
        commit(new Write.Spend(MONTH, 60, 100));

        assertThat(commit(new Write.Spend(MONTH, -61, 100))).isEqualTo(new Outcome.LimitReached(MONTH, -61, 100));
        assertThat(commit(new Write.Spend(MONTH, -60, 100))).isEqualTo(new Outcome.Saved());

        assertThat(journal.used(UNIT, MONTH)).isZero();
    }

    @Test
    void refusesTheFirstSpendingBeyondTheCeiling() {
        assertThat(commit(new Write.Spend(MONTH, 101, 100))).isEqualTo(new Outcome.LimitReached(MONTH, 101, 100));
        assertThat(commit(new Write.Spend(MONTH, -1, 100))).isEqualTo(new Outcome.LimitReached(MONTH, -1, 100));
        assertThat(journal.used(UNIT, MONTH)).isZero();
    }

    @Test
    void countsWithoutACeilingAndWithoutOverflow() {
        commit(new Write.Spend(MONTH, 5, Long.MAX_VALUE));

        assertThat(commit(new Write.Spend(MONTH, Long.MAX_VALUE, Long.MAX_VALUE)))
                .isInstanceOf(Outcome.LimitReached.class);
        assertThat(commit(new Write.Spend(MONTH, -3, Long.MAX_VALUE))).isEqualTo(new Outcome.Saved());
        assertThat(journal.used(UNIT, MONTH)).isEqualTo(2);
    }

    @Test
    void addsUpSpendingsOfOneCounterWithinOneCommit() {
        assertThat(commit(new Write.Spend(MONTH, 60, 100), new Write.Spend(MONTH, 41, 100)))
                .isEqualTo(new Outcome.LimitReached(MONTH, 41, 100));
        assertThat(journal.used(UNIT, MONTH)).isZero();
    }

    @Test
    void writesNothingWhenOnePartIsRefused() {
        Samples.Stream stream = Samples.stream(UNIT);
        UUID award = UUID.randomUUID();

        Outcome outcome = commit(
                stream.append(1),
                new Write.Claim("receipt|1", stream.id().id(), 1),
                new Write.Book(Samples.entry(award, "RESERVE", Samples.AT)),
                new Write.Seal(Samples.reporter(stream.id().id(), 1, "p1")),
                new Write.Spend(MONTH, 101, 100));

        assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
        assertThat(journal.snapshot(UNIT, stream.id())).isEmpty();
        assertThat(journal.events(UNIT, stream.id())).isEmpty();
        assertThat(journal.claim(UNIT, "receipt|1")).isEmpty();
        assertThat(journal.entries(UNIT, award)).isEmpty();
        assertThat(journal.sealed(UNIT, stream.id().id())).isEmpty();
    }

    @Test
    void saysTakenBeforeStaleAndStaleBeforeLimitReached() {
        Samples.Stream stream = Samples.stream(UNIT);
        Write.Append stale = stream.append(1);
        Write.Claim taken = new Write.Claim("receipt|1", UUID.randomUUID(), 1);
        Write.Spend tooMuch = new Write.Spend(MONTH, 101, 100);
        commit(stale, taken);

        assertThat(commit(tooMuch, stale, taken)).isInstanceOf(Outcome.Taken.class);
        assertThat(commit(tooMuch, stale)).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void booksALedgerLineOnce() {
        UUID award = UUID.randomUUID();
        Entry reserve = Samples.entry(award, "RESERVE", Samples.AT);
        Entry commitment = Samples.entry(award, "COMMIT", Samples.AT);
        commit(new Write.Book(reserve));
        commit(new Write.Book(commitment));

        assertThat(commit(new Write.Book(reserve))).isEqualTo(new Outcome.Taken(award + "/RESERVE/1"));
        assertThat(journal.entries(UNIT, award)).containsExactly(reserve, commitment);
    }

    @Test
    void listsTheLedgerOfAYearInOrderOfTime() {
        Entry later = Samples.entry(UUID.randomUUID(), "RESERVE", Samples.AT.plusMillis(1));
        Entry earlier = Samples.entry(UUID.randomUUID(), "RESERVE", Samples.AT);
        commit(new Write.Book(later), new Write.Book(earlier));

        assertThat(journal.entries(UNIT, 2024)).containsExactly(earlier, later);
        assertThat(journal.entries(UNIT, 2025)).isEmpty();
    }

    @Test
    void keepsInstantsToTheMillisecondCutNotRounded() {
        UUID award = UUID.randomUUID();
        Samples.Stream stream = Samples.stream(UNIT);
        Instant fine = Samples.AT.plusNanos(999_999);
        commit(new Write.Book(Samples.entry(award, "RESERVE", fine)), stream.append(1, "OPEN", "c1", fine, 1L, true));

        assertThat(journal.entries(UNIT, award)).extracting(Entry::at).containsExactly(Samples.AT);
        assertThat(journal.snapshot(UNIT, stream.id()))
                .get()
                .extracting(snapshot -> snapshot.columns().get("due_at"))
                .isEqualTo(Samples.AT);
    }

    @Test
    void selectsByEveryKindOfConditionInOrder() {
        Samples.Stream first = sample("A", Samples.AT.plusSeconds(2), 1L, true);
        Samples.Stream second = sample("b", Samples.AT.plusSeconds(1), 2L, false);
        Samples.Stream third = sample("C", Samples.AT, 3L, null);
        Samples.Stream empty = sample(null, null, null, null);

        assertThat(select("id", Condition.equal("code", "A"))).containsExactly(first.id());
        assertThat(select("code", Condition.in("code", List.of("A", "b", "x"))))
                .containsExactly(first.id(), second.id());
        assertThat(select("due_at", Condition.before("due_at", Samples.AT.plusSeconds(2))))
                .containsExactly(third.id(), second.id());
        assertThat(select("amount", Condition.atLeast("amount", 2L))).containsExactly(second.id(), third.id());
        assertThat(select("id", Condition.equal("urgent", false))).containsExactly(second.id());
        assertThat(select("id", Condition.equal("id", empty.id().id()))).containsExactly(empty.id());
        assertThat(select("due_at", Condition.equal("state", "OPEN"), Condition.atLeast("amount", 1L)))
                .containsExactly(third.id(), second.id(), first.id());
    }

    @Test
    void ordersByCodePointWithTheEmptyLast() {
        Samples.Stream empty = sample(null, null, null, null);
        Samples.Stream lower = sample("b", null, null, null);
        Samples.Stream upper = sample("C", null, null, null);

        assertThat(select("code")).containsExactly(upper.id(), lower.id(), empty.id());
    }

    @Test
    void selectsNoMoreThanTheLimitInOrderOfIdWhenAllElseIsEqual() {
        List<UUID> ids = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        ids.forEach(id -> commit(Samples.stream(UNIT, id).append(1)));

        assertThat(journal.select(UNIT, Samples.KIND, List.of(), "code", 3))
                .extracting(snapshot -> snapshot.stream().id().toString())
                .containsExactlyElementsOf(
                        ids.stream().map(UUID::toString).sorted().limit(3).toList());
    }

    @Test
    void refusesAConditionOnAColumnThatIsNotThere() {
        assertThatThrownBy(() -> select("id", Condition.equal("body; drop table", 1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample");
        assertThatThrownBy(() -> select("nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    private Samples.Stream sample(String code, Instant due, Long amount, Boolean urgent) {
        Samples.Stream stream = Samples.stream(UNIT);
        commit(stream.append(1, "OPEN", code, due, amount, urgent));
        return stream;
    }

    private List<StreamId> select(String orderBy, Condition... conditions) {
        return journal.select(UNIT, Samples.KIND, List.of(conditions), orderBy, 100).stream()
                .map(Snapshot::stream)
                .toList();
    }

    @Test
    void passesEveryEventBeforeAnInstantStreamByStream() {
        UUID one = UUID.fromString("0fffffff-0000-4000-8000-000000000000");
        UUID other = UUID.fromString("f0000000-0000-4000-8000-000000000000");
        Write.Append last = Samples.stream(UNIT, other).append(3);
        Write.Append first = Samples.stream(UNIT, one).append(2);
        commit(last, first);
        commit(Samples.stream(UNIT).append(1));
        List<Event> seen = new ArrayList<>();

        journal.eachEvent(UNIT, Samples.KIND, Samples.AT.plusSeconds(2), event -> {
            if (event.stream().id().equals(one) || event.stream().id().equals(other)) {
                seen.add(event);
            }
        });

        List<Event> expected = new ArrayList<>(first.events());
        expected.addAll(last.events().subList(0, 2));
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void mayBeAskedAgainWhileItPassesEvents() {
        Samples.Stream stream = Samples.stream(UNIT);
        commit(stream.append(3));
        List<Snapshot> seen = new ArrayList<>();

        journal.eachEvent(
                UNIT,
                Samples.KIND,
                Samples.AT.plusSeconds(100),
                event -> journal.snapshot(UNIT, event.stream()).ifPresent(seen::add));

        assertThat(seen).hasSize(3);
    }

    @Test
    void sealsListsAndErasesTheVaultsRows() {
        UUID owner = UUID.randomUUID();
        SealedRow first = Samples.reporter(owner, 1, "p1");
        SealedRow second = Samples.reporter(owner, 2, "p2");
        SealedRow elsewhere = Samples.reporter(UUID.randomUUID(), 1, "p1");
        commit(new Write.Seal(second), new Write.Seal(first), new Write.Seal(elsewhere));

        assertThat(journal.sealed(UNIT, owner)).usingRecursiveComparison().isEqualTo(List.of(first, second));
        assertThat(journal.sealedFor(UNIT, SealedKind.REPORTER, "p1"))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(first, elsewhere);
        assertThat(journal.sealedFor(UNIT, SealedKind.CONCERNED, "p1")).isEmpty();

        commit(new Write.Seal(first.erased()));
        assertThat(journal.sealed(UNIT, owner)).usingRecursiveComparison().isEqualTo(List.of(first.erased(), second));
    }

    @Test
    void neverMixesUnits() {
        Samples.Stream stream = Samples.stream(UNIT);
        UUID owner = stream.id().id();
        commit(
                stream.append(1),
                new Write.Claim("receipt|1", owner, 1),
                new Write.Spend(MONTH, 5, 100),
                new Write.Book(Samples.entry(owner, "RESERVE", Samples.AT)),
                new Write.Seal(Samples.reporter(owner, 1, "p1")));

        assertThat(journal.snapshot(OTHER_UNIT, stream.id())).isEmpty();
        assertThat(journal.select(OTHER_UNIT, Samples.KIND, List.of(), "id", 9)).isEmpty();
        assertThat(journal.events(OTHER_UNIT, stream.id())).isEmpty();
        assertThat(journal.claim(OTHER_UNIT, "receipt|1")).isEmpty();
        assertThat(journal.used(OTHER_UNIT, MONTH)).isZero();
        assertThat(journal.entries(OTHER_UNIT, owner)).isEmpty();
        assertThat(journal.entries(OTHER_UNIT, 2024)).isEmpty();
        assertThat(journal.sealed(OTHER_UNIT, owner)).isEmpty();
        assertThat(journal.sealedFor(OTHER_UNIT, SealedKind.REPORTER, "p1")).isEmpty();
        assertThat(journal.commit(OTHER_UNIT, List.of(new Write.Claim("receipt|1", owner, 1))))
                .isEqualTo(new Outcome.Saved());
    }

    @Test
    void neverSpendsBeyondTheCeilingFromEightThreads() throws Exception {
        List<Outcome> outcomes = inEightThreads(5, () -> commit(new Write.Spend(MONTH, 10, 150)));

        assertThat(outcomes).filteredOn(Outcome.Saved.class::isInstance).hasSize(15);
        assertThat(outcomes).filteredOn(Outcome.LimitReached.class::isInstance).hasSize(25);
        assertThat(journal.used(UNIT, MONTH)).isEqualTo(150);
    }

    @Test
    void letsOneOfEightThreadsChangeAStream() throws Exception {
        Samples.Stream stream = Samples.stream(UNIT);
        commit(stream.append(1));
        Write.Append next = stream.append(2);

        List<Outcome> outcomes = inEightThreads(1, () -> commit(next));

        assertThat(outcomes).filteredOn(Outcome.Saved.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(7);
        assertThat(journal.events(UNIT, stream.id())).hasSize(3);
    }

    @Test
    void letsOneOfEightThreadsTakeAKey() throws Exception {
        List<Outcome> outcomes = inEightThreads(1, () -> commit(new Write.Claim("receipt|1", UUID.randomUUID(), 1)));

        assertThat(outcomes).filteredOn(Outcome.Saved.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Taken.class::isInstance).hasSize(7);
    }

    /** All eight begin at the same moment and repeat the call {@code times} times. */
    protected static <T> List<T> inEightThreads(int times, Callable<T> call) throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    List<T> results = new ArrayList<>();
                    for (int n = 0; n < times; n++) {
                        results.add(call.call());
                    }
                    return results;
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<List<T>> future : running) {
                results.addAll(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
