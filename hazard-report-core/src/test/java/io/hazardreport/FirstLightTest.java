package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.Money;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.StreamId;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import io.hazardreport.statistics.MonthlyReturn;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLightTest {

    private final Plant plant = new Plant();

    @Test
    void aReportGoesFromAWorkersHandToClosedRewardedAndCounted() {
        HazardReport report = plant.closed(plant.confirmed(
                plant.submitted(Submission.of("二号泵防护罩松动").withPlace("合成车间").withItem("E99"))));
        assertThat(report.state()).isEqualTo(ReportState.CLOSED);
        assertThat(report.mainObligation()).isEmpty();

        RewardDecision decision = plant.decided(report);
        assertThat(decision.explanation().total()).isEqualTo(Money.ofYuan(100));
        Award paid = plant.paid(plant.awards(report).get(0));
        assertThat(paid.state()).isEqualTo(AwardState.PAID);

        FundStatement.Line line =
                plant.reporting.figures().funds(Plant.UNIT, 2024).lines().get(0);
        assertThat(line.paid()).isEqualTo(Money.ofYuan(100));
        MonthlyReturn figures = plant.reporting.figures().monthlyReturn(Plant.UNIT, YearMonth.parse("2024-09"));
        assertThat(figures.row("reported").period().print()).isEqualTo("1");
        assertThat(figures.row("closedRate").period().print()).isEqualTo("100.0%");
        assertThat(figures.row("rewardedAmount").period().print()).isEqualTo("100.00");
        assertThat(figures.row("personsInYear").cumulative().print()).isEqualTo("1");
        assertThat(figures.row("typicalCases").period().print()).isEqualTo("未统计");
        assertThat(plant.reporting.timelines().of(Plant.UNIT, report.id(), Plant.WORKER))
                .extracting(entry -> entry.text().zh())
                .contains("复查合格，已销号", "奖励 100.00 元已发放");
    }

    @Test
    void theSnapshotIsTheFoldOfTheEventsAndTheChainHolds() {
        HazardReport report = plant.closed(plant.confirmed(plant.submitted(Submission.of("灭火器失压"))));
        StreamId stream = new StreamId(HazardReport.KIND, report.id().value());
        List<Event> events = plant.journal.events(Plant.UNIT, stream);
        String hash = Event.NO_HASH;
        for (Event event : events) {
            assertThat(event.hash()).isEqualTo(event.hashAfter(hash));
            hash = event.hash();
        }
        assertThat(plant.journal.snapshot(Plant.UNIT, stream))
                .contains(HazardReport.fold(events).snapshot(hash));
    }

    @Test
    void theReporterNeverVerifies() {
        HazardReport report = plant.submitted(Submission.of("地面湿滑"), List.of(Plant.worker("V001", "李核查")));
        HazardReport admitted = plant.does(Plant.RECEIVER, report, ReportAct.admit());
        assertThatThrownBy(() -> plant.does(Plant.RECEIVER, admitted, ReportAct.startVerification("V001")))
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("报告人不得核查")
                .hasMessageContaining("never verifies");
    }

    @Test
    void theSameRequestHasTheFirstOutcome() {
        HazardReport report = plant.submitted(Submission.of("通道堵塞"));
        ReportCommand command = plant.command(Plant.RECEIVER, report, ReportAct.admit());
        HazardReport first = plant.reporting.reports().perform(Plant.UNIT, command);
        plant.does(Plant.RECEIVER, first, ReportAct.startVerification("V001"));
        HazardReport again = plant.reporting.reports().perform(Plant.UNIT, command);
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.state()).isEqualTo(ReportState.ADMITTED);
    }

    @Test
    void duplicatesReviveWhenTheFirstFalls() {
        HazardReport first = plant.submitted(Submission.of("护栏缺失"));
        HazardReport second = plant.submitted(Submission.of("护栏没有了"), List.of(Plant.worker("W200", "赵二")));
        HazardReport duplicate = plant.does(Plant.RECEIVER, second, new ReportAct.MarkDuplicate(first.id()));
        assertThat(duplicate.state()).isEqualTo(ReportState.DUPLICATE);
        HazardReport verifying = plant.verifying(plant.find(first.id()));
        plant.does(Plant.VERIFIER, verifying, ReportAct.because(ReportAction.FIND_UNFOUNDED, "NOT_THERE", "现场护栏完好"));
        assertThat(plant.find(second.id()).state()).isEqualTo(ReportState.ADMITTED);
    }
}
