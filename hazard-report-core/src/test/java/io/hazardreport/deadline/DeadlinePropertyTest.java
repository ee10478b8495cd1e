package io.hazardreport.deadline;

import static io.hazardreport.deadline.DayByDay.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What holds of every limit, start and pause. */
class DeadlinePropertyTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();
    private static final Instant FIRST =
            LocalDate.parse("2023-01-02").atStartOfDay(SHANGHAI).toInstant();

    /** Minutes from 2023-01-02 to the end of 2026. */
    private static final int MINUTES = 1459 * 24 * 60;

    /** A start, a limit, and pauses; the pauses begin and end on the hour, as days do. */
    record Case(Instant start, Limit limit, List<Pause> pauses) {

        Instant due() {
            return due(limit);
        }

        Instant due(Limit other) {
            return Deadline.of(start, other, pauses, CHINA, SHANGHAI).due();
        }
    }

    @Provide
    Arbitrary<Limit> limits() {
        Arbitrary<LocalTime> hours =
                Arbitraries.integers().between(0, 47).map(half -> LocalTime.of(half / 2, half % 2 * 30));
        Arbitrary<Limit> inDays = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(LimitUnit.DAYS, LimitUnit.WORKING_DAYS),
                        Arbitraries.of(Roll.class),
                        hours.injectNull(0.4),
                        hours.injectNull(0.4))
                .as(Limit::new);
        Arbitrary<Limit> running = Combinators.combine(
                        Arbitraries.integers().between(0, 240),
                        Arbitraries.of(LimitUnit.MINUTES, LimitUnit.HOURS),
                        Arbitraries.of(Roll.class))
                .as(Limit::new);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, inDays), net.jqwik.api.Tuple.of(1, running));
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Instant> starts = Arbitraries.integers().between(0, MINUTES).map(m -> FIRST.plusSeconds(m * 60L));
        return Combinators.combine(starts, limits(), pauses()).as((start, limit, pauses) -> {
            LocalDate day = LocalDate.ofInstant(start, SHANGHAI);
            Instant midnight = day.atStartOfDay(SHANGHAI).toInstant();
            List<Pause> placed = new ArrayList<>();
            pauses.forEach(p -> placed.add(new Pause(
                    midnight.plus(Duration.ofHours(p.get(0))), midnight.plus(Duration.ofHours(p.get(0) + p.get(1))))));
            return new Case(start, limit, placed);
        });
    }

    /** Hours from the midnight before the start, and how many; half of them whole days from midnight. */
    private static Arbitrary<List<List<Integer>>> pauses() {
        Arbitrary<List<Integer>> whole = Combinators.combine(
                        Arbitraries.integers().between(-3, 60),
                        Arbitraries.integers().between(0, 20))
                .as((from, days) -> List.of(from * 24, days * 24));
        Arbitrary<List<Integer>> any = Combinators.combine(
                        Arbitraries.integers().between(-72, 1200),
                        Arbitraries.integers().between(0, 400))
                .as(List::of);
        return Arbitraries.oneOf(whole, any).list().ofMaxSize(4);
    }

    @Property(tries = 10_000)
    void equalsTheCountOfSomebodyWithACalendarOnTheWall(@ForAll("cases") Case tried) {
        Instant expected;
        try {
            expected = new DayByDay(tried.pauses()).due(tried.start(), tried.limit());
        } catch (DayByDay.NoMoreLeaves ends) {
            Statistics.collect("reaches into 2027");
            assertThatThrownBy(tried::due)
                    .isInstanceOf(MissingCalendarYearException.class)
                    .hasMessageContaining("2027");
            return;
        }
        Statistics.collect(tried.limit().unit());
        assertThat(tried.due()).isEqualTo(expected);
    }

    @Property(tries = 3000)
    void aPromiseByDateEqualsIt(@ForAll("cases") Case tried, @ForAll @IntRange(min = -2, max = 90) int days) {
        LocalDate promised = LocalDate.ofInstant(tried.start(), SHANGHAI).plusDays(days);
        assertThat(Deadline.of(tried.start(), promised, tried.pauses(), CHINA, SHANGHAI)
                        .due())
                .isEqualTo(new DayByDay(tried.pauses()).due(tried.start(), promised));
    }

    @Property(tries = 3000)
    void neverEndsEarlierForALaterStart(
            @ForAll("cases") Case tried, @ForAll @IntRange(max = 6000) int later, @ForAll boolean near) {
        Instant start = tried.start().plusSeconds((near ? later % 90 : later) * 60L);
        ifKnown(() ->
                assertThat(new Case(start, tried.limit(), tried.pauses()).due()).isAfterOrEqualTo(tried.due()));
    }

    @Property(tries = 3000)
    void neverEndsEarlierForALongerLimitOfTheSameUnit(
            @ForAll("cases") Case tried, @ForAll @IntRange(max = 9) int more) {
        Limit limit = tried.limit();
        Limit longer = new Limit(limit.amount() + more, limit.unit(), limit.roll(), limit.by(), limit.cutOff());
        ifKnown(() -> assertThat(tried.due(longer)).isAfterOrEqualTo(tried.due()));
    }

    @Property(tries = 3000)
    void pausingTwiceInARowEqualsPausingOnce(
            @ForAll("cases") Case tried,
            @ForAll @IntRange(min = -100, max = 900) int from,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 300) int second,
            @ForAll @IntRange(max = 59) int minute) {
        Instant a = tried.start().plus(Duration.ofHours(from)).plusSeconds(minute * 60L);
        Instant b = a.plus(Duration.ofHours(first));
        Instant c = b.plus(Duration.ofHours(second));
        List<Pause> twice = with(tried.pauses(), new Pause(a, b), new Pause(b, c));
        List<Pause> once = with(tried.pauses(), new Pause(a, c));
        ifKnown(() -> assertThat(new Case(tried.start(), tried.limit(), twice).due())
                .isEqualTo(new Case(tried.start(), tried.limit(), once).due()));
        LocalDate promised = LocalDate.ofInstant(tried.start(), SHANGHAI).plusDays(first);
        assertThat(Deadline.of(tried.start(), promised, twice, CHINA, SHANGHAI))
                .isEqualTo(Deadline.of(tried.start(), promised, once, CHINA, SHANGHAI));
    }

    private static List<Pause> with(List<Pause> pauses, Pause... more) {
        List<Pause> all = new ArrayList<>(List.of(more));
        all.addAll(pauses);
        return all;
    }

    @Property(tries = 2000)
    void aPauseWhollyOnDaysOffLeavesAWorkingDayLimitUnchanged(
            @ForAll @IntRange(max = MINUTES) int minutes,
            @ForAll @IntRange(max = 60) int amount,
            @ForAll Roll roll,
            @ForAll @IntRange(max = 70) int ahead) {
        Instant start = FIRST.plusSeconds(minutes * 60L);
        Limit limit = new Limit(amount, LimitUnit.WORKING_DAYS, roll);
        ifKnown(() -> {
            LocalDate off = LocalDate.ofInstant(start, SHANGHAI).plusDays(ahead);
            while (CHINA.isWorkday(off)) {
                off = off.plusDays(1);
            }
            LocalDate worked = off;
            while (!CHINA.isWorkday(worked)) {
                worked = worked.plusDays(1);
            }
            Pause pause = new Pause(
                    off.atStartOfDay(SHANGHAI).toInstant(),
                    worked.atStartOfDay(SHANGHAI).toInstant());
            assertThat(new Case(start, limit, List.of(pause)).due()).isEqualTo(new Case(start, limit, List.of()).due());
        });
    }

    @Property(tries = 2000)
    void whereTheCalendarEndsTheEntryClocksEndNoLater(
            @ForAll @IntRange(max = 500) int days,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @IntRange(max = 40) int amount,
            @ForAll Roll roll) {
        Instant start = LocalDate.parse("2026-10-01")
                .plusDays(days)
                .atStartOfDay(SHANGHAI)
                .plusMinutes(minute)
                .toInstant();
        Limit limit = new Limit(amount, LimitUnit.WORKING_DAYS, roll);
        WorkingCalendar more = CHINA.with(List.of("2027,2027-01-01,true", "2028,2028-01-03,true"));
        Instant known = Deadline.known(start, limit, CHINA, SHANGHAI).due();
        assertThat(known)
                .isBeforeOrEqualTo(Deadline.of(start, limit, more, SHANGHAI).due())
                .isAfter(start);
        ifKnown(() -> assertThat(known)
                .isEqualTo(Deadline.of(start, limit, CHINA, SHANGHAI).due()));
    }

    private static void ifKnown(Runnable check) {
        try {
            check.run();
        } catch (MissingCalendarYearException reachesInto2027) {
            Statistics.collect("reaches into 2027");
        }
    }
}
