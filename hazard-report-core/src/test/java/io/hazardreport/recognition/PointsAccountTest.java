package io.hazardreport.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Money;
import io.hazardreport.recognition.PointsMove.Kind;
import io.hazardreport.reward.PointsRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PointsAccountTest {

    private static final LocalDate START = LocalDate.parse("2024-01-31");
    private static final PointsRule YEARLY = rule(12);

    private static PointsRule rule(int months) {
        return new PointsRule(500, Money.ofYuan(100), 500, PointsRule.Window.ANY, months, null);
    }

    private static PointsMove earned(String day, long points) {
        return new PointsMove(Kind.EARNED, LocalDate.parse(day), points, "a-" + day);
    }

    private static PointsMove redeemed(String day, long points) {
        return new PointsMove(Kind.REDEEMED, LocalDate.parse(day), points, "r-" + day);
    }

    @Example
    void usesTheOldestPointsFirstSoThatTheLeastLapses() {
        List<PointsMove> moves =
                List.of(earned("2024-01-31", 600), earned("2024-03-01", 300), redeemed("2024-12-31", 500));
        PointsAccount before = PointsAccount.of(moves, YEARLY, LocalDate.parse("2025-01-31"));
        assertThat(before.balance()).isEqualTo(400);
        PointsAccount after = PointsAccount.of(moves, YEARLY, LocalDate.parse("2025-02-01"));
        assertThat(after.balance()).isEqualTo(300);
        assertThat(after.lines().get(3).move())
                .isEqualTo(new PointsMove(Kind.LAPSED, LocalDate.parse("2025-01-31"), 100, "a-2024-01-31"));
    }

    @Example
    void canStillBeRedeemedOnTheLastDay() {
        List<PointsMove> moves = List.of(earned("2024-02-29", 500), redeemed("2025-02-28", 500));
        assertThat(PointsAccount.of(moves, YEARLY, LocalDate.parse("2025-03-31"))
                        .lines())
                .hasSize(2);
    }

    @Example
    void redeemsWholeBatchesOnly() {
        PointsAccount account =
                PointsAccount.of(List.of(earned("2024-02-01", 1499)), YEARLY, LocalDate.parse("2024-02-02"));
        assertThat(account.redeemable(YEARLY)).isEqualTo(1000);
    }

    @Property(tries = 500)
    void theBalanceIsWhatCameLessWhatWentAndNeverMoreThanWasEarned(
            @ForAll("moves") List<PointsMove> moves, @ForAll("days") int days) {
        LocalDate today = START.plusDays(days);
        PointsAccount account = PointsAccount.of(moves, rule(3), today);
        long sum = account.lines().stream()
                .mapToLong(line -> line.move().kind() == Kind.EARNED
                        ? line.move().points()
                        : -line.move().points())
                .sum();
        assertThat(account.balance()).isEqualTo(sum);
        long young = moves.stream()
                .filter(move -> move.kind() == Kind.EARNED
                        && !move.day().isAfter(today)
                        && !move.day().plusMonths(3).isBefore(today))
                .mapToLong(PointsMove::points)
                .sum();
        assertThat(account.balance()).isLessThanOrEqualTo(young);
        long running = 0;
        for (PointsAccount.Line line : account.lines()) {
            running += line.move().kind() == Kind.EARNED
                    ? line.move().points()
                    : -line.move().points();
            assertThat(line.balance()).isEqualTo(running);
        }
    }

    @Property(tries = 300)
    void theOrderInWhichMovesAreReadDoesNotMatter(
            @ForAll("moves") List<PointsMove> moves, @ForAll("days") int days, @ForAll long seed) {
        List<PointsMove> shuffled = new ArrayList<>(moves);
        Collections.shuffle(shuffled, new Random(seed));
        LocalDate today = START.plusDays(days);
        assertThat(PointsAccount.of(shuffled, rule(2), today).balance())
                .isEqualTo(PointsAccount.of(moves, rule(2), today).balance());
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 500);
    }

    @Provide
    Arbitrary<List<PointsMove>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Kind.EARNED, Kind.EARNED, Kind.REDEEMED),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.longs().between(1, 1000))
                .as((kind, day, points) -> new PointsMove(kind, START.plusDays(day), points, "x"))
                .list()
                .ofMaxSize(12);
    }
}
