package io.hazardreport.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.recognition.PointsMove.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Accounts of random lives: earn, take back, earn again, redeem what is there, give up, wait. */
class PointsPropertyTest {

    private static final LocalDate START = LocalDate.parse("2024-01-31");

    /** What somebody tries next; it is left out where it cannot be. */
    private record Try(Kind kind, int days, int points, int which, int months) {}

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void isWhatAnAccountOfSinglePointsComesTo(@ForAll("lives") List<Try> life, @ForAll @IntRange(max = 200) int days) {
        List<PointsMove> moves = moves(life);
        for (LocalDate today : List.of(START.plusDays(days), START.plusDays(2L * days), START.plusYears(3))) {
            assertThat(PointsAccount.of(moves, today).balance()).isEqualTo(NaivePoints.balance(moves, today));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theBalanceIsTheSumOfItsLines(@ForAll("lives") List<Try> life, @ForAll @IntRange(max = 200) int days) {
        PointsAccount account = PointsAccount.of(moves(life), START.plusDays(days));
        long sum = 0;
        LocalDate last = START;
        for (PointsAccount.Line line : account.lines()) {
            sum += line.move().change();
            assertThat(line.balance()).isEqualTo(sum);
            assertThat(line.move().day()).isAfterOrEqualTo(last);
            last = line.move().day();
        }
        assertThat(account.balance()).isEqualTo(sum);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noDaysAccountChangesByWhatComesLater(
            @ForAll("lives") List<Try> life,
            @ForAll @IntRange(max = 200) int days,
            @ForAll @IntRange(max = 200) int later) {
        List<PointsMove> moves = moves(life);
        LocalDate day = START.plusDays(days);
        PointsAccount then = PointsAccount.of(
                moves.stream().filter(move -> !move.day().isAfter(day)).toList(), day);
        assertThat(PointsAccount.of(moves, day)).isEqualTo(then);
        assertThat(PointsAccount.of(moves, day.plusDays(later)).lines())
                .filteredOn(line -> !line.move().day().isAfter(day))
                .isEqualTo(then.lines());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noAwardGivesMoreThanItEarned(@ForAll("lives") List<Try> life) {
        Map<String, Long> left = new HashMap<>();
        for (PointsAccount.Line line :
                PointsAccount.of(moves(life), START.plusYears(9)).lines()) {
            PointsMove move = line.move();
            if (move.kind() == Kind.EARNED || move.kind() == Kind.TAKEN_BACK || move.kind() == Kind.LAPSED) {
                assertThat(left.merge(move.reference(), move.change(), Long::sum))
                        .as(move + "")
                        .isNotNegative();
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void onlyPointsTakenBackLeaveADebtAndWhatIsRedeemedIsGivenBackOnce(@ForAll("lives") List<Try> life) {
        boolean taken = false;
        Map<String, Long> redeemed = new HashMap<>();
        PointsAccount account = PointsAccount.of(moves(life), START.plusYears(9));
        for (PointsAccount.Line line : account.lines()) {
            PointsMove move = line.move();
            taken |= move.kind() == Kind.TAKEN_BACK;
            assertThat(line.balance() >= 0 || taken).as(line + "").isTrue();
            if (move.kind() == Kind.REDEEMED || move.kind() == Kind.RETURNED) {
                assertThat(redeemed.merge(move.reference(), -move.change(), Long::sum))
                        .as(move + "")
                        .isNotNegative();
            }
        }
        assertThat(account.redeemed())
                .isEqualTo(redeemed.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Plays the tries: redeems only what the single points say is there, and takes back and returns what is out. */
    private static List<PointsMove> moves(List<Try> life) {
        NaivePoints points = new NaivePoints();
        List<PointsMove> moves = new ArrayList<>();
        Map<String, Long> size = new HashMap<>();
        List<String> given = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Set<String> names = new HashSet<>();
        LocalDate day = START;
        for (Try each : life) {
            day = day.plusDays(each.days());
            points.live(day);
            String fresh = (each.kind() == Kind.REDEEMED ? "r" : "a") + names.size();
            boolean again = each.kind() == Kind.EARNED && !taken.isEmpty() && each.which() % 2 == 0;
            String reference = switch (each.kind()) {
                case EARNED -> again ? pick(taken, each) : fresh;
                case REDEEMED -> fresh;
                case TAKEN_BACK -> pick(given, each);
                case RETURNED -> pick(open, each);
                case LAPSED -> "";
            };
            long most = each.kind() == Kind.REDEEMED ? Math.min(each.points(), points.balance()) : each.points();
            long number = size.getOrDefault(reference, most);
            if (reference.isEmpty() || number < 1) {
                continue;
            }
            names.add(reference);
            size.put(reference, number);
            given.remove(reference);
            taken.remove(reference);
            open.remove(reference);
            switch (each.kind()) {
                case EARNED -> given.add(reference);
                case REDEEMED -> open.add(reference);
                case TAKEN_BACK -> taken.add(reference);
                case RETURNED, LAPSED -> {}
            }
            LocalDate until = each.kind().comesIn() && each.months() < 4 ? day.plusMonths(each.months()) : null;
            PointsMove move = new PointsMove(each.kind(), day, number, reference, until);
            moves.add(move);
            points.take(move);
        }
        return moves;
    }

    private static String pick(List<String> from, Try each) {
        return from.isEmpty() ? "" : from.get(each.which() % from.size());
    }

    @Provide
    Arbitrary<List<Try>> lives() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.EARNED, Kind.EARNED, Kind.TAKEN_BACK, Kind.REDEEMED, Kind.REDEEMED, Kind.RETURNED),
                        Arbitraries.of(0, 0, 1, 7, 30, 31),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.of(0, 1, 1, 2, 4))
                .as(Try::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(24);
    }
}
