package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.ReportKind;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.loop.Role;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.report.SuggestionState;
import io.hazardreport.scheme.ExampleScheme;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can still be done at an end: appeals, suggestions, duplicates, parts, and what goes to another unit. */
class EndsTest {

    private static final UnitId NEIGHBOUR = UnitId.of("neighbour");

    private final Plant plant = new Plant();

    private List<String> refused(Actor actor, HazardReport report, ReportAct act) {
        return plant.reporting.reports().check(Plant.UNIT, plant.command(actor, report, act)).stream()
                .map(Problem::code)
                .toList();
    }

    private static ReportAct settle(boolean adopted) {
        return new FollowUp.Verdict(ReportAction.SETTLE_SUGGESTION, adopted, FreeText.of("答复"));
    }

    private static ReportAct answerSuggestion(boolean adopted) {
        return new FollowUp.Verdict(ReportAction.DECIDE_SUGGESTION, adopted, FreeText.of("答复"));
    }

    @Test
    void theFirstSignerOfARefusalDoesNotDismissTheAppeal() {
        HazardReport report = plant.submitted(Submission.of("食堂菜品变质"));
        report = plant.does(Plant.UNION, report, ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        report = plant.does(Plant.SAFETY_HEAD, report, ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        HazardReport appealed = plant.does(Plant.WORKER, report, ReportAct.of(ReportAction.APPEAL, "是安全问题"));
        ReportAct dismiss = ReportAct.of(ReportAction.DISMISS_APPEAL, "维持");
        assertThat(refused(Plant.UNION, appealed, dismiss)).containsExactly("report.appeal-by-another");
        assertThat(refused(Plant.SAFETY_HEAD, appealed, dismiss)).containsExactly("report.appeal-by-another");
        assertThat(refused(Plant.PRINCIPAL, appealed, dismiss)).isEmpty();
        Actor himself = Actor.person("W100", Role.UNION);
        assertThat(refused(himself, appealed, dismiss)).containsExactly("report.appeal-by-another");
        assertThat(refused(himself, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL)))
                .containsExactly("report.appeal-by-another");
    }

    @Test
    void whoIsNotSatisfiedWithTheCureAppealsAndItIsOpenedAgainByAnother() {
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        HazardReport appealed = plant.does(Plant.WORKER, closed, ReportAct.of(ReportAction.APPEAL, "焊点又开裂"));
        ReportAct uphold = ReportAct.of(ReportAction.UPHOLD_APPEAL);
        Actor closer = Actor.person("C001", Role.UNION);
        assertThat(refused(closer, appealed, uphold)).containsExactly("report.appeal-by-another");
        HazardReport again = plant.does(Plant.UNION, appealed, uphold);
        assertThat(again.state()).isEqualTo(ReportState.RECTIFYING);
        assertThat(again.reopenings()).isEqualTo(1);
        assertThat(again.owes("APPEAL_DECISION")).isFalse();
        assertThat(again.owes("INTERIM_MEASURES")).isTrue();
        assertThat(refused(Plant.RECTIFIER, again, ReportAct.complete("x", Plant.before(), Plant.after())))
                .containsExactly("report.plan-missing");
        HazardReport late = plant.closed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        plant.clock.pass(Duration.ofDays(400));
        assertThat(refused(Plant.WORKER, late, ReportAct.of(ReportAction.APPEAL, "太晚")))
                .containsExactly("report.reopening-over");
    }

    @Test
    void aSuggestionIsSettledAnsweredRewardedAndCounted() {
        HazardReport report = plant.submitted(Submission.of("在叉车通道转弯处加装凸面镜").withKind(ReportKind.SUGGESTION));
        assertThat(report.suggestion()).isEqualTo(SuggestionState.PROPOSED);
        assertThat(report.owes("SUGGESTION_DECISION")).isTrue();
        HazardReport admitted = plant.does(Plant.RECEIVER, report, ReportAct.admit());
        assertThat(admitted.mainObligation().orElseThrow().due())
                .isAfter(plant.clock.instant().plus(Duration.ofDays(14)));
        HazardReport settled = plant.does(Plant.SAFETY_HEAD, admitted, settle(true));
        assertThat(settled.state()).isEqualTo(ReportState.SETTLED);
        assertThat(settled.suggestion()).isEqualTo(SuggestionState.ADOPTED);
        assertThat(settled.obligations())
                .extracting(o -> o.code())
                .containsExactlyInAnyOrder("REPORTER_ANSWER", "REWARD_DECISION");
        assertThat(plant.decided(settled).explanation().total()).isEqualTo(Money.ofYuan(50));
        var figures = plant.reporting.figures().monthlyReturn(Plant.UNIT, YearMonth.parse("2024-09"));
        assertThat(figures.row("settled").period().print()).isEqualTo("1");
        assertThat(figures.row("open").period().print()).isEqualTo("0");
        assertThat(figures.row("adopted").period().print()).isEqualTo("1");
        assertThat(figures.row("suggested").period().print()).isEqualTo("1");
    }

    @Test
    void aSuggestionNotTakenUpEarnsNothingAndCanBeAppealed() {
        HazardReport admitted = plant.does(
                Plant.RECEIVER,
                plant.submitted(Submission.of("换一种手套").withKind(ReportKind.SUGGESTION)),
                ReportAct.admit());
        HazardReport settled = plant.does(Plant.SAFETY_HEAD, admitted, settle(false));
        assertThat(settled.suggestion()).isEqualTo(SuggestionState.NOT_ADOPTED);
        assertThat(settled.owes("REWARD_DECISION")).isFalse();
        assertThatThrownBy(() -> plant.decided(settled)).hasMessageContaining("REWARD_DECISION");
        HazardReport appealed = plant.does(Plant.WORKER, settled, ReportAct.of(ReportAction.APPEAL, "已有人划伤"));
        HazardReport again = plant.does(Plant.UNION, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL));
        assertThat(again.state()).isEqualTo(ReportState.ADMITTED);
    }

    @Test
    void onlyASuggestionIsSettledSoAndNobodyDecidesOnHisOwn() {
        HazardReport hazard = plant.does(Plant.RECEIVER, plant.submitted(Submission.of("护栏缺失")), ReportAct.admit());
        assertThat(refused(Plant.SAFETY_HEAD, hazard, settle(true))).containsExactly("report.not-a-mere-suggestion");
        HazardReport own = plant.does(
                Plant.RECEIVER,
                plant.submitted(
                        Submission.of("加装护栏").withKind(ReportKind.SUGGESTION), List.of(Plant.worker("H001", "赵安"))),
                ReportAct.admit());
        assertThat(refused(Plant.SAFETY_HEAD, own, settle(true))).containsExactly("report.own-suggestion");
        assertThat(refused(Plant.SAFETY_HEAD, own, answerSuggestion(true))).containsExactly("report.own-suggestion");
        HazardReport danger = plant.does(Actor.person("W1", Role.WORKER), own, ReportAct.of(ReportAction.RAISE_DANGER));
        assertThat(refused(Plant.PRINCIPAL, danger, settle(true))).containsExactly("report.not-a-mere-suggestion");
    }

    @Test
    void aSuggestionTakenUpAfterTheRewardBringsTheRewardBack() {
        HazardReport report =
                plant.confirmed(plant.submitted(Submission.of("护栏缺失").withSuggestion("改为固定式")));
        plant.decided(report);
        HazardReport adopted = plant.does(Plant.SAFETY_HEAD, plant.find(report.id()), answerSuggestion(true));
        assertThat(adopted.owes("REWARD_DECISION")).isTrue();
        HazardReport refused =
                plant.confirmed(plant.submitted(Submission.of("护栏缺失").withSuggestion("改为固定式")));
        plant.decided(refused);
        assertThat(plant.does(Plant.SAFETY_HEAD, plant.find(refused.id()), answerSuggestion(false))
                        .owes("REWARD_DECISION"))
                .isFalse();
    }

    @Test
    void aHazardThatCameBackAfterClosingIsANewReport() {
        HazardReport early = plant.submitted(Submission.of("护栏缺失"));
        HazardReport inTime = plant.submitted(Submission.of("护栏没有了"), List.of(Plant.worker("W200", "赵二")));
        HazardReport closed = plant.closed(plant.confirmed(early));
        assertThat(refused(Plant.RECEIVER, inTime, new ReportAct.MarkDuplicate(closed.id())))
                .isEmpty();
        plant.clock.pass(Duration.ofMinutes(1));
        HazardReport after = plant.submitted(Submission.of("护栏又没有了"));
        assertThat(refused(Plant.RECEIVER, after, new ReportAct.MarkDuplicate(closed.id())))
                .containsExactly("report.not-a-first-report");
        assertThat(refused(Plant.RECEIVER, after, new FollowUp.Relate(LinkKind.FOLLOWS, closed.id())))
                .isEmpty();
    }

    @Test
    void duplicatesReviveWhenTheFirstGoesToAnotherUnit() {
        HazardReport first = plant.submitted(Submission.of("护栏缺失"));
        HazardReport second = plant.submitted(Submission.of("护栏没有了"), List.of(Plant.worker("W200", "赵二")));
        plant.does(Plant.RECEIVER, second, new ReportAct.MarkDuplicate(first.id()));
        plant.does(Plant.RECEIVER, plant.find(first.id()), new ReportAct.Transfer("other", FreeText.NONE));
        assertThat(plant.find(second.id()).state()).isEqualTo(ReportState.ADMITTED);
    }

    @Test
    void splittingTwiceKeepsTheEarlierPartsAndBothAreLinked() {
        HazardReport whole = plant.submitted(Submission.of("两处隐患"));
        List<HazardReport> one = plant.reporting
                .reports()
                .split(
                        Plant.UNIT,
                        plant.command(Plant.RECEIVER, whole, ReportAct.admit()),
                        List.of(Submission.of("甲")));
        plant.clock.pass(Duration.ofMinutes(1));
        List<HazardReport> two = plant.reporting
                .reports()
                .split(
                        Plant.UNIT,
                        plant.command(Plant.RECEIVER, plant.find(whole.id()), ReportAct.admit()),
                        List.of(Submission.of("乙")));
        assertThat(one).hasSize(1);
        assertThat(two).hasSize(1);
        HazardReport after = plant.find(whole.id());
        assertThat(after.parts()).containsExactly(one.get(0).id(), two.get(0).id());
        assertThat(after.links()).extracting(HazardReport.Linked::kind).containsOnly(LinkKind.PART_OF_THIS);
        assertThatThrownBy(() -> plant.reporting
                        .reports()
                        .split(Plant.UNIT, plant.command(Plant.RECEIVER, after, ReportAct.admit()), List.of()))
                .hasMessageContaining("further");
    }

    @Test
    void whatTheLibraryDoesItselfNobodyCommands() {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        Actor posing = Actor.person("X100", Role.SYSTEM, Role.ADJUDICATOR);
        for (ReportAct act : List.of(
                new ReportAct.DecideReward(7),
                new ReportAct.Split(List.of(plant.newId())),
                new ReportAct.Link(LinkKind.CONTAINS, plant.newId()),
                ReportAct.of(ReportAction.REVIVE),
                ReportAct.of(ReportAction.REWARD_AGAIN))) {
            assertThatThrownBy(() -> plant.does(posing, confirmed, act))
                    .as(act.toString())
                    .isInstanceOf(ActionRefusedException.class)
                    .hasMessageContaining(act.action().name());
        }
        assertThat(plant.find(confirmed.id()).version()).isEqualTo(confirmed.version());
    }

    private HazardReport transferred(ReportAct.Transfer transfer) {
        SubmitCommand command = new SubmitCommand(
                plant.newId(),
                Submission.of("围墙外侧管架锈穿").withPlace("与邻厂交界"),
                List.of(Plant.worker("W100", "王小明"), Declaration.anonymous(Plant.OPERATIVE)),
                List.of(PersonId.of("B007")),
                null);
        plant.reporting.reports().submit(Plant.UNIT, command);
        return plant.does(Plant.RECEIVER, plant.find(command.reportId()), transfer);
    }

    @Test
    void aReportForAnotherUnitIsTakenInThereOnceAndItsReceiptAndAnswerStayDueHere() {
        plant.reporting.schemes().load(NEIGHBOUR, ExampleScheme.json());
        var there = plant.newId();
        HazardReport here = transferred(new ReportAct.Transfer(NEIGHBOUR.value(), there, FreeText.of("邻厂管理")));
        assertThat(here.owes("REPORTER_ANSWER")).isTrue();
        assertThat(here.owes("PLACE_GUARD")).isTrue();
        Reports reports = plant.reporting.reports();
        HazardReport taken = reports.receiveTransfer(NEIGHBOUR, Plant.UNIT, here.id());
        assertThat(taken.id()).isEqualTo(there);
        assertThat(taken.submitted().origin().orElseThrow().receipt()).isEqualTo(here.receipt());
        assertThat(taken.links()).containsExactly(new HazardReport.Linked(LinkKind.TRANSFERRED_FROM, here.id()));
        assertThat(reports.words(NEIGHBOUR, there, taken.submission().description(), Plant.RECEIVER))
                .contains("围墙外侧管架锈穿");
        assertThat(reports.reporters(NEIGHBOUR, there, Plant.RECEIVER))
                .extracting(Identity::name)
                .containsExactly("王小明");
        assertThat(reports.reportedBy(NEIGHBOUR, Plant.WORKER)).containsExactly(there);
        assertThat(taken.reporters())
                .extracting(r -> r.pseudonym())
                .doesNotContainAnyElementsOf(
                        here.reporters().stream().map(r -> r.pseudonym()).toList());
        assertThat(reports.check(
                        NEIGHBOUR,
                        new ReportCommand(there, 1, "r", Actor.person("B007", Role.RECEIVER), ReportAct.admit(), null)))
                .extracting(Problem::code)
                .containsExactly("report.not-routed-here");
        HazardReport again = reports.receiveTransfer(NEIGHBOUR, Plant.UNIT, here.id());
        assertThat(again.version()).isEqualTo(1);
    }

    @Test
    void whatTheOtherUnitRefusesComesBack() {
        HazardReport here = transferred(new ReportAct.Transfer(NEIGHBOUR.value(), plant.newId(), FreeText.NONE));
        assertThatThrownBy(() -> plant.reporting.reports().receiveTransfer(UnitId.of("third"), Plant.UNIT, here.id()))
                .hasMessageContaining("third");
        HazardReport back = plant.does(
                Plant.RECEIVER, here, ReportAct.because(ReportAction.TAKE_BACK_TRANSFER, "REFUSED", "对方不接收"));
        assertThat(back.state()).isEqualTo(ReportState.ADMITTED);
        assertThat(back.owes("PLACE_GUARD")).isFalse();
        assertThatThrownBy(() -> plant.reporting.reports().receiveTransfer(NEIGHBOUR, Plant.UNIT, here.id()))
                .hasMessageContaining("ADMITTED");
        assertThat(refused(Plant.RECEIVER, back, new ReportAct.Transfer(" ", FreeText.NONE)))
                .containsExactly("report.field-missing");
        assertThat(back.history()).extracting(ReportEvent::action).endsWith(ReportAction.TAKE_BACK_TRANSFER);
    }
}
