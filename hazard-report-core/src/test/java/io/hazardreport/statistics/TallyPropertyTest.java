package io.hazardreport.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TallyPropertyTest {

    private static final LocalDate DAY = LocalDate.parse("2024-01-01");

    @Provide
    Arbitrary<Tally> tallies() {
        Arbitrary<Cell> cells = Combinators.combine(
                        Arbitraries.of(Figure.REPORTED, Figure.OPEN, Figure.CLOSED),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.of("P", "E", ""))
                .as((figure, day, hazardClass) ->
                        new Cell(figure, DAY.plusDays(day), "HAZARD", hazardClass, "", "", ""));
        return Combinators.combine(cells, Arbitraries.longs().between(-3, 3))
                .as((cell, count) -> Tally.builder().add(cell, count).build())
                .list()
                .ofMaxSize(30)
                .map(list -> list.stream().reduce(Tally.ZERO, Tally::plus));
    }

    @Property
    void mergingIsCommutativeAndAssociativeWithAZero(
            @ForAll("tallies") Tally a, @ForAll("tallies") Tally b, @ForAll("tallies") Tally c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(Tally.ZERO)).isEqualTo(a);
    }

    @Property
    void aStockIsOpeningPlusInLessOut(
            @ForAll("tallies") Tally tally,
            @ForAll @IntRange(max = 300) int from,
            @ForAll @IntRange(max = 100) int days) {
        LocalDate first = DAY.plusDays(from);
        LocalDate last = first.plusDays(days);
        long opening = tally.stock(Figure.OPEN, first.minusDays(1), cell -> true);
        long moved = tally.flow(Figure.OPEN, first, last, cell -> true);
        assertThat(tally.stock(Figure.OPEN, last, cell -> true)).isEqualTo(opening + moved);
    }

    @Property
    void periodsMeetWithoutGapOrOverlapAndTheirFlowsAddUp(
            @ForAll("tallies") Tally tally, @ForAll @IntRange(max = 28) int cutOff) {
        PeriodRule rule = new PeriodRule(cutOff);
        long sum = 0;
        LocalDate next = rule.period(YearMonth.of(2024, 1)).from();
        LocalDate start = next;
        for (int month = 0; month < 12; month++) {
            Period period = rule.period(YearMonth.of(2024, 1).plusMonths(month));
            assertThat(period.from()).isEqualTo(next);
            assertThat(rule.containing(period.from())).isEqualTo(period);
            assertThat(rule.containing(period.to())).isEqualTo(period);
            next = period.to().plusDays(1);
            sum += tally.flow(Figure.REPORTED, period.from(), period.to(), cell -> true);
        }
        assertThat(sum).isEqualTo(tally.flow(Figure.REPORTED, start, next.minusDays(1), cell -> true));
    }

    @Property
    void unitsMayBeAddedInAnyOrder(@ForAll List<@IntRange(max = 50) Integer> days) {
        Tally forward = days.stream().map(TallyPropertyTest::one).reduce(Tally.ZERO, Tally::plus);
        Tally.Builder backward = Tally.builder();
        for (int i = days.size() - 1; i >= 0; i--) {
            backward.add(one(days.get(i)));
        }
        assertThat(backward.build()).isEqualTo(forward);
    }

    private static Tally one(int day) {
        return Tally.builder()
                .add(new Cell(Figure.REPORTED, DAY.plusDays(day), "HAZARD", "E", "", "", ""), 1)
                .build();
    }
}
