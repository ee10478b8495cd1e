package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.PersonId;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Role;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Visibility;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads what, and what a reporter is told. */
class TimelineTest {

    private final Plant plant = new Plant();

    private Optional<String> words(HazardReport report, FreeText text, Actor actor) {
        return plant.reporting.reports().words(Plant.UNIT, report.id(), text, actor);
    }

    private List<String> told(HazardReport report, Actor reporter) {
        return plant.reporting.timelines().of(Plant.UNIT, report.id(), reporter).stream()
                .map(entry -> entry.text().zh() + entry.said())
                .toList();
    }

    private static FreeText message(HazardReport report) {
        return report.history().get(report.history().size() - 1).act() instanceof FollowUp.Message message
                ? message.text()
                : FreeText.NONE;
    }

    @Test
    void aNoteAmongHandlersIsNeverTheReportersToRead() {
        HazardReport report = plant.does(
                Plant.RECEIVER,
                plant.submitted(Submission.of("护栏缺失")),
                FollowUp.message(Visibility.HANDLERS, "报告人与班长有过争执"));
        assertThat(words(report, message(report), Plant.VERIFIER)).contains("报告人与班长有过争执");
        assertThat(words(report, message(report), Plant.WORKER)).isEmpty();
        Actor handlingReporter = Actor.person("W100", Role.VERIFIER);
        assertThat(words(report, message(report), handlingReporter)).isEmpty();
        assertThat(told(report, Plant.WORKER)).noneMatch(line -> line.contains("争执"));
        HazardReport open = plant.does(Plant.RECEIVER, report, FollowUp.message(Visibility.EVERYBODY, "请补一张照片"));
        assertThat(words(open, message(open), Plant.WORKER)).contains("请补一张照片");
        assertThat(told(open, Plant.WORKER)).anyMatch(line -> line.contains("请补一张照片"));
    }

    @Test
    void wordsOfTheOtherSideAndOfAFirstSignatureStayInside() {
        HazardReport report = plant.submitted(Submission.of("护栏缺失"));
        HazardReport heard = plant.does(Plant.UNION, report, ReportAct.of(ReportAction.HEAR, "班长陈述"));
        FreeText statement = ((ReportAct.Simple) heard.history().get(1).act()).note();
        assertThat(words(heard, statement, Plant.WORKER)).isEmpty();
        assertThat(words(heard, statement, Plant.UNION)).contains("班长陈述");
    }

    @Test
    void aStrangerReadsNothingAndWhoHoldsSomethingReads() {
        HazardReport report = plant.does(
                Plant.SAFETY_HEAD, plant.confirmed(plant.submitted(Submission.of("护栏缺失"))), ReportAct.startFix("R009"));
        FreeText description = report.submission().description();
        assertThat(words(report, description, Actor.person("X1"))).isEmpty();
        assertThat(words(report, description, Actor.person("X1", Role.WORKER))).isEmpty();
        assertThat(words(report, description, Actor.system())).isEmpty();
        assertThat(words(report, description, Actor.person("R009"))).contains("护栏缺失");
        assertThat(words(report, description, Plant.WORKER)).contains("护栏缺失");
    }

    @Test
    void theHandlersTimelineIsForHandlersAndSaysWhatWasSaid() {
        HazardReport report = plant.does(
                Plant.RECEIVER, plant.submitted(Submission.of("护栏缺失")), FollowUp.message(Visibility.HANDLERS, "先断电再看"));
        assertThatThrownBy(() ->
                        plant.reporting.timelines().handled(Plant.UNIT, report.id(), Actor.person("X1", Role.WORKER)))
                .hasMessageContaining("report.not-found");
        assertThat(plant.reporting.timelines().handled(Plant.UNIT, report.id(), Plant.VERIFIER))
                .extracting(TimelineEntry::said)
                .contains("护栏缺失", "先断电再看");
    }

    @Test
    void heIsToldWhoSeesWhatAndWhatATrueReportEarnsByTheRule() {
        HazardReport report = plant.submitted(Submission.of("护栏缺失"));
        assertThat(told(report, Plant.WORKER))
                .anyMatch(line -> line.contains("只有受理部门知道您的姓名"))
                .anyMatch(line -> line.contains("一般隐患 100.00 元")
                        && line.contains("较大隐患 200.00–500.00 元")
                        && line.contains("重大隐患 1000.00–5000.00 元")
                        && !line.contains("建议被采纳")
                        && !line.contains("当场处置"));
        HazardReport confirmed = plant.confirmed(report);
        assertThat(told(confirmed, Plant.WORKER))
                .anyMatch(line -> line.contains("一般隐患 100.00 元") && !line.contains("较大隐患"));
        plant.decided(confirmed);
        assertThat(told(confirmed, Plant.WORKER)).noneMatch(line -> line.contains("分配、扣除"));
    }

    @Test
    void whomTheRuleGivesNothingIsToldWhyBeforehand() {
        Standing visitor = Standing.of(JobRole.OPERATIVE, Employment.VISITOR, "");
        HazardReport report = plant.submitted(
                Submission.of("护栏缺失"), List.of(Declaration.named("G1", "访客", Confidentiality.OPEN, visitor)));
        assertThat(told(report, Actor.person("G1"))).anyMatch(line -> line.contains("不予奖励"));
    }

    @Test
    void overdueIsSaidToBeOverdueAndAnAppealIsOfferedWhereItIsOpen() {
        HazardReport report = plant.submitted(Submission.of("护栏缺失"));
        assertThat(told(report, Plant.WORKER))
                .anyMatch(line -> line.startsWith("下一步：受理报告"))
                .noneMatch(line -> line.contains("不满意"));
        plant.clock.pass(Duration.ofDays(3));
        assertThat(told(report, Plant.WORKER))
                .anyMatch(line -> line.startsWith("受理报告应不迟于 2024-09-03 09:00 完成，已逾期"))
                .noneMatch(line -> line.startsWith("下一步：受理报告"));
        HazardReport closed = plant.closed(plant.confirmed(report));
        assertThat(told(closed, Plant.WORKER)).anyMatch(line -> line.contains("不满意"));
        HazardReport appealed = plant.does(Plant.WORKER, closed, ReportAct.of(ReportAction.APPEAL, "没修好"));
        assertThat(told(appealed, Plant.WORKER)).noneMatch(line -> line.contains("不满意"));
    }

    @Test
    void whoReportedTheSameHazardSeesWhatBecomesOfItAndNoWordsToAnother() {
        HazardReport first = plant.submitted(Submission.of("护栏缺失"));
        HazardReport second = plant.submitted(Submission.of("护栏没有了"), List.of(Plant.worker("W200", "赵二")));
        HazardReport duplicate = plant.does(Plant.RECEIVER, second, new ReportAct.MarkDuplicate(first.id()));
        HazardReport closed = plant.closed(plant.confirmed(plant.find(first.id())));
        plant.does(Plant.RECEIVER, closed, ReportAct.of(ReportAction.ANSWER, "王师傅，您报的护栏已装好"));
        assertThat(told(duplicate, Actor.person("W200")))
                .contains("同一隐患（首报）：复查合格，已销号")
                .noneMatch(line -> line.contains("王师傅"));
    }

    @Test
    void aDuplicateTellsNothingOfAFirstReportThatComplainsOfItsReporter() {
        SubmitCommand about = new SubmitCommand(
                plant.newId(),
                Submission.of("赵二拆除护栏"),
                List.of(Plant.worker("W100", "王小明")),
                List.of(PersonId.of("W200")),
                null);
        plant.reporting.reports().submit(Plant.UNIT, about);
        HazardReport second = plant.submitted(Submission.of("护栏没有了"), List.of(Plant.worker("W200", "赵二")));
        HazardReport duplicate = plant.does(Plant.RECEIVER, second, new ReportAct.MarkDuplicate(about.reportId()));
        assertThat(told(duplicate, Actor.person("W200"))).noneMatch(line -> line.contains("首报）"));
    }
}
