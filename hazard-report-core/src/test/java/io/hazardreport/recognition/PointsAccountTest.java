package io.hazardreport.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Money;
import io.hazardreport.recognition.PointsMove.Kind;
import io.hazardreport.reward.PointsRule;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PointsAccountTest {

    private static PointsMove earned(String award, String day, long points) {
        return move(Kind.EARNED, award, day, points, 12);
    }

    private static PointsMove redeemed(String redemption, String day, long points) {
        return move(Kind.REDEEMED, redemption, day, points, -1);
    }

    private static PointsMove takenBack(String award, String day, long points) {
        return move(Kind.TAKEN_BACK, award, day, points, -1);
    }

    private static PointsMove returned(String redemption, String day, long points) {
        return move(Kind.RETURNED, redemption, day, points, 12);
    }

    private static PointsMove move(Kind kind, String reference, String day, long points, int months) {
        LocalDate on = LocalDate.parse(day);
        return new PointsMove(kind, on, points, reference, months < 0 ? null : on.plusMonths(months));
    }

    private static PointsAccount on(String day, PointsMove... moves) {
        return PointsAccount.of(List.of(moves), LocalDate.parse(day));
    }

    private static List<Tuple> lines(PointsAccount account) {
        return account.lines().stream()
                .map(line -> tuple(
                        line.move().kind(), line.move().day() + "", line.move().points(), line.balance()))
                .toList();
    }

    @Test
    void usesFirstWhatLapsesFirst() {
        PointsMove[] moves = {
            earned("a", "2024-01-31", 600), earned("b", "2024-03-01", 300), redeemed("r", "2024-12-31", 500)
        };
        assertThat(on("2025-01-31", moves).balance()).isEqualTo(400);
        PointsAccount after = on("2025-02-01", moves);
        assertThat(after.balance()).isEqualTo(300);
        assertThat(after.lines().get(3).move())
                .isEqualTo(new PointsMove(Kind.LAPSED, LocalDate.parse("2025-02-01"), 100, "a", null));
        PointsAccount shorter = on(
                "2024-06-01",
                earned("a", "2024-01-31", 600),
                move(Kind.EARNED, "b", "2024-03-01", 300, 2),
                redeemed("r", "2024-04-01", 300));
        assertThat(lines(shorter)).extracting(line -> line.toList().get(0)).doesNotContain(Kind.LAPSED);
    }

    @Test
    void canStillBeRedeemedOnTheLastDay() {
        assertThat(on("2025-03-31", earned("a", "2024-02-29", 500), redeemed("r", "2025-02-28", 500))
                        .lines())
                .hasSize(2);
    }

    @Test
    void redeemsWholeBatchesOnly() {
        PointsRule rule = new PointsRule(500, Money.ofYuan(100), 500, PointsRule.Window.ANY, 1, null, null);
        assertThat(on("2024-02-02", earned("a", "2024-02-01", 1499)).redeemable(rule))
                .isEqualTo(1000);
        PointsAccount inDebt = on(
                "2024-04-01",
                earned("a", "2024-01-31", 600),
                redeemed("r", "2024-02-01", 600),
                takenBack("a", "2024-03-01", 600));
        assertThat(inDebt.redeemable(rule)).isZero();
    }

    @Test
    void takingBackLeavesWhatWasEarnedInTheAccountOfEarlierDays() {
        PointsMove[] moves = {earned("a", "2024-01-31", 600), takenBack("a", "2024-03-01", 600)};
        assertThat(on("2024-02-29", moves).balance()).isEqualTo(600);
        assertThat(lines(on("2024-03-01", moves)))
                .containsExactly(
                        tuple(Kind.EARNED, "2024-01-31", 600L, 600L), tuple(Kind.TAKEN_BACK, "2024-03-01", 600L, 0L));
    }

    @Test
    void whatWasRedeemedOfPointsTakenBackIsOwedUntilLaterOnesSettleIt() {
        PointsAccount account = on(
                "2024-06-01",
                earned("a", "2024-01-31", 600),
                redeemed("r", "2024-02-10", 500),
                takenBack("a", "2024-03-01", 600),
                earned("b", "2024-04-01", 300),
                earned("c", "2024-05-01", 300));
        assertThat(account.lines())
                .extracting(PointsAccount.Line::balance)
                .containsExactly(600L, 100L, -500L, -200L, 100L);
    }

    @Test
    void whatLapsedIsNotTakenBackAgain() {
        PointsAccount account = on(
                "2025-04-01",
                earned("a", "2024-01-31", 600),
                redeemed("r", "2024-02-10", 500),
                takenBack("a", "2025-03-01", 600));
        assertThat(lines(account))
                .endsWith(
                        tuple(Kind.LAPSED, "2025-02-01", 100L, 0L), tuple(Kind.TAKEN_BACK, "2025-03-01", 500L, -500L));
        PointsAccount all = on("2025-04-01", earned("a", "2024-01-31", 600), takenBack("a", "2025-03-01", 600));
        assertThat(lines(all)).hasSize(2).endsWith(tuple(Kind.LAPSED, "2025-02-01", 600L, 0L));
    }

    @Test
    void otherPointsStandInForWhatWasRedeemedOfPointsTakenBack() {
        PointsMove[] moves = {
            earned("a", "2024-01-31", 500),
            redeemed("r", "2024-02-10", 500),
            earned("b", "2024-03-01", 300),
            takenBack("a", "2024-04-01", 500),
            returned("r", "2024-05-01", 500),
            takenBack("b", "2024-06-01", 300)
        };
        assertThat(on("2024-06-01", moves).lines())
                .extracting(PointsAccount.Line::balance)
                .containsExactly(500L, 0L, 300L, -200L, 300L, 0L);
    }

    @Test
    void pointsReturnedLiveAnewAndWhatLapsesOfThemIsNotTakenBack() {
        PointsMove[] moves = {
            earned("a", "2024-01-31", 500),
            redeemed("r", "2025-01-31", 500),
            returned("r", "2025-03-01", 500),
            takenBack("a", "2026-04-01", 500)
        };
        assertThat(on("2026-03-01", moves).balance()).isEqualTo(500);
        assertThat(on("2026-03-02", moves).balance()).isZero();
        assertThat(on("2026-04-01", moves).balance()).isZero();
        assertThat(on("2026-04-01", moves).redeemed()).isZero();
    }

    @Test
    void pointsReturnedKeepTheirOwnLastDayWhereThatIsLater() {
        PointsMove[] moves = {
            earned("a", "2024-01-31", 500),
            redeemed("r", "2024-02-01", 400),
            move(Kind.RETURNED, "r", "2024-02-10", 400, 0)
        };
        assertThat(on("2025-01-31", moves).balance()).isEqualTo(500);
        assertThat(lines(on("2025-02-01", moves))).endsWith(tuple(Kind.LAPSED, "2025-02-01", 500L, 0L));
    }

    @Test
    void pointsReturnedSettleFirstWhatAnotherRedemptionOwes() {
        PointsAccount account = on(
                "2024-06-01",
                earned("a", "2024-01-31", 500),
                earned("b", "2024-02-01", 300),
                redeemed("r", "2024-02-10", 500),
                redeemed("q", "2024-02-11", 300),
                takenBack("a", "2024-03-01", 500),
                returned("q", "2024-04-01", 300),
                returned("r", "2024-05-01", 500));
        assertThat(account.lines())
                .extracting(PointsAccount.Line::balance)
                .containsExactly(500L, 800L, 300L, 0L, -500L, -200L, 300L);
    }

    @Test
    void whatIsTakenBackAndGivenAgainIsEarnedAgain() {
        PointsAccount account = on(
                "2024-04-01",
                earned("a", "2024-01-31", 500),
                takenBack("a", "2024-01-31", 500),
                earned("a", "2024-01-31", 500));
        assertThat(account.lines()).extracting(PointsAccount.Line::balance).containsExactly(500L, 0L, 500L);
    }

    @Test
    void refusesMovesThatCannotBe() {
        assertThatThrownBy(() -> earned("a", "2024-01-31", 0)).hasMessageContaining("≥ 1");
        assertThatThrownBy(() -> move(Kind.REDEEMED, "r", "2024-01-31", 1, 12)).hasMessageContaining("EARNED");
        assertThatThrownBy(() -> on("2024-02-01", move(Kind.LAPSED, "a", "2024-01-31", 1, -1)))
                .hasMessageContaining("follows from the others");
    }
}
