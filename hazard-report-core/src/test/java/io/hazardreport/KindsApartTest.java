package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.category.ReportKind;
import io.hazardreport.category.ReportSource;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.statistics.MonthlyReturn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A8: what people report is counted by its kind; only hazards and unsafe acts are reported hazards. */
class KindsApartTest {

    private final Plant plant = new Plant();

    private HazardReport reported(ReportKind kind) {
        return plant.submitted(Submission.of("见到的情况").withItem("E99").withKind(kind));
    }

    private Map<String, String> counted(String... codes) {
        MonthlyReturn figures = plant.reporting.figures().monthlyReturn(Plant.UNIT, YearMonth.of(2024, 9));
        Map<String, String> values = new TreeMap<>();
        for (String code : codes) {
            values.put(code, figures.row(code).period().print());
        }
        return values;
    }

    @Test
    void oneOfEachKindIsTwoHazardsAndThreeFiguresOfTheirOwn() {
        for (ReportKind kind : ReportKind.values()) {
            reported(kind);
        }
        assertThat(counted(
                        "reported",
                        "reportedUnsafeActs",
                        "reportedE",
                        "open",
                        "nearMisses",
                        "suggestionsOnly",
                        "accidentsDiverted",
                        "otherSources"))
                .isEqualTo(Map.of(
                        "reported", "2",
                        "reportedUnsafeActs", "1",
                        "reportedE", "2",
                        "open", "2",
                        "nearMisses", "1",
                        "suggestionsOnly", "1",
                        "accidentsDiverted", "1",
                        "otherSources", "0"));
    }

    @Test
    void theShareOfOtherItemsIsOfAllThatWereReported() {
        reported(ReportKind.HAZARD);
        reported(ReportKind.NEAR_MISS);
        plant.submitted(Submission.of("护栏缺失").withItem("E01"));
        plant.submitted(Submission.of("见到的情况"));
        assertThat(counted("reportedOther", "otherShare"))
                .isEqualTo(Map.of("reportedOther", "1", "otherShare", "33.3%"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportKind.class,
            names = {"HAZARD", "UNSAFE_ACT", "NEAR_MISS"})
    void whatIsClosedAndPaidCountsAsAHazardOnlyIfItIsOne(ReportKind kind) {
        HazardReport closed = plant.closed(plant.confirmed(reported(kind)));
        plant.decided(closed);
        plant.awards(closed).forEach(plant::paid);
        String hazards = kind.countsAsHazard() ? "1" : "0";
        assertThat(counted("confirmed", "closed", "rewardedHazards", "rewardedTimes"))
                .isEqualTo(Map.of(
                        "confirmed", hazards,
                        "closed", hazards,
                        "rewardedHazards", hazards,
                        "rewardedTimes", "1"));
    }

    @Test
    void anAccidentIsNeverAdmittedAndStandsInNoFigureOfHazards() {
        HazardReport accident = reported(ReportKind.ACCIDENT);
        assertThat(plant.reporting
                        .reports()
                        .check(Plant.UNIT, plant.command(Plant.RECEIVER, accident, ReportAct.admit())))
                .isNotEmpty();
        assertThat(counted("reported", "open", "accidentsDiverted").values()).containsExactly("1", "0", "0");
    }

    @Test
    void aNearMissOfAnotherSourceIsNoneOfTheWorkers() {
        plant.submitted(Submission.of("x").withKind(ReportKind.NEAR_MISS).withSource(ReportSource.SHIFT_CHECK, ""));
        assertThat(counted("nearMisses", "otherSources").values()).containsExactly("0", "1");
    }

    @Test
    void asOfADayCountsToItsEndAndSaysSo() {
        reported(ReportKind.HAZARD);
        LocalDate today = LocalDate.of(2024, 9, 2);
        MonthlyReturn then = plant.reporting.figures().asOf(Plant.UNIT, today);
        assertThat(then.period().displayName().zh()).isEqualTo("截至 2024-09-02（本期自 2024-08-21）");
        assertThat(then.row("reported").period().print()).isEqualTo("1");
        assertThat(then.dueBy()).isEqualTo(LocalDate.of(2024, 9, 20));
        MonthlyReturn before = plant.reporting.figures().asOf(Plant.UNIT, today.minusDays(1));
        assertThat(before.row("reported").period().print()).isEqualTo("0");
        assertThat(before.after()).isEqualTo(1);
        MonthlyReturn month = plant.reporting.figures().calendarMonth(Plant.UNIT, YearMonth.of(2024, 9));
        assertThat(month.period().displayName().zh()).isEqualTo("2024-09-01 至 2024-09-30");
        assertThat(month.row("reported").period().print()).isEqualTo("1");
        assertThat(month.dueBy()).isEqualTo(LocalDate.of(2024, 10, 20));
    }
}
