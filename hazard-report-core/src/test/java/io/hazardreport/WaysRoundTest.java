package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.ReportKind;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.report.TalkKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ways round the loop that are closed: what a lazy manager, or one with something to hide, would try. */
class WaysRoundTest {

    private final Plant plant = new Plant();

    private List<String> refused(Actor actor, HazardReport report, ReportAct act) {
        return refused(actor, report, act, null);
    }

    private List<String> refused(Actor actor, HazardReport report, ReportAct act, @Nullable Instant at) {
        ReportCommand command = new ReportCommand(report.id(), report.version(), plant.newRequest(), actor, act, at);
        return plant.reporting.reports().check(Plant.UNIT, command).stream()
                .map(Problem::code)
                .toList();
    }

    private HazardReport handedIn(Submission submission, @Nullable Instant at, String... concerned) {
        ReportId id = plant.newId();
        List<PersonId> people = List.of(concerned).stream().map(PersonId::of).toList();
        plant.reporting
                .reports()
                .submit(Plant.UNIT, new SubmitCommand(id, submission, List.of(Plant.worker("W200", "赵二")), people, at));
        return plant.find(id);
    }

    private HazardReport planned() {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        HazardReport planned = plant.does(Plant.SAFETY_HEAD, confirmed, ReportAct.plan(Plant.fiveItems()));
        return plant.does(Plant.RECTIFIER, planned, plant.guarded());
    }

    @Test
    void nobodyAsksForTimeInThePast() {
        HazardReport planned = planned();
        Instant then = plant.clock.instant().plus(Duration.ofDays(1));
        plant.clock.pass(Duration.ofDays(40));
        ReportAct ask = FollowUp.askExtension(LocalDate.parse("2024-10-20"), "备件未到");
        assertThat(refused(Plant.RECTIFIER, planned, ask, then)).containsExactly("report.backdated");
        ReportAct pause = FollowUp.pause(LocalDate.parse("2024-10-20"), "停产");
        assertThat(refused(Plant.SAFETY_HEAD, planned, pause, then)).containsExactly("report.backdated");
    }

    @Test
    void nobodyGrantsOrStopsHisOwnTime() {
        Actor both = Actor.person("R001", Role.RECTIFIER, Role.SAFETY_HEAD);
        Actor colleague = Actor.person("R002", Role.RECTIFIER);
        HazardReport planned = planned();
        ReportAct pause = FollowUp.pause(LocalDate.parse("2024-09-20"), "停产");
        assertThat(refused(both, planned, pause)).containsExactly("report.RECTIFIER_NEVER_REPLANS");
        LocalDate until = LocalDate.parse("2024-10-15");
        HazardReport asked = plant.does(colleague, planned, FollowUp.askExtension(until, "备件未到"));
        assertThat(refused(both, asked, FollowUp.grantExtension(until, "同意")))
                .containsExactly("report.RECTIFIER_NEVER_REPLANS");
        assertThat(refused(Plant.SAFETY_HEAD, asked, FollowUp.grantExtension(until, "同意")))
                .isEmpty();
    }

    @Test
    void aDuplicateLosesNothingOfWhatItSays() {
        ReportAct merge = new ReportAct.MarkDuplicate(
                plant.submitted(Submission.of("通道有杂物")).id());
        plant.clock.pass(Duration.ofMinutes(1));
        for (HazardReport more : List.of(
                handedIn(Submission.of("通道有杂物").inDanger(), null),
                handedIn(Submission.of("通道动火").withItem("E05"), null),
                handedIn(Submission.of("班长不让清通道"), null, "B007"),
                handedIn(Submission.of("改成立体货架").withKind(ReportKind.SUGGESTION), null))) {
            assertThat(refused(Plant.RECEIVER, more, merge))
                    .as(more.submission().kind().toString())
                    .contains("report.more-than-the-first");
        }
        HazardReport accident = handedIn(Submission.of("有人摔伤").withKind(ReportKind.ACCIDENT), null);
        assertThat(refused(Plant.RECEIVER, accident, merge)).contains("report.accident");
        assertThat(refused(Plant.RECEIVER, handedIn(Submission.of("通道有杂物"), null), merge))
                .isEmpty();
    }

    @Test
    void aWrongDuplicateTakenBackNoLongerHangsOnItsFirst() {
        HazardReport first = plant.submitted(Submission.of("护栏缺失"));
        plant.clock.pass(Duration.ofMinutes(1));
        HazardReport second = plant.does(
                Plant.RECEIVER, handedIn(Submission.of("楼梯锈穿"), null), new ReportAct.MarkDuplicate(first.id()));
        assertThat(plant.find(first.id()).duplicates()).containsExactly(second.id());
        HazardReport appealed = plant.does(Actor.person("W200"), second, ReportAct.of(ReportAction.APPEAL, "不是一处"));
        plant.does(Plant.UNION, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL));
        assertThat(plant.find(first.id()).duplicates()).isEmpty();
    }

    @Test
    void whoStandsInForAVerifierConcludesForHim() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        Actor cover = Actor.person("V009", Role.VERIFIER);
        assertThat(refused(cover, verifying, ReportAct.confirm(Plant.general())))
                .containsExactly("report.not-a-verifier");
        plant.reporting
                .rosters()
                .load(
                        Plant.UNIT,
                        "from,until,role,person,shift,coveredBy\n2024-09-02T00:00,2024-09-30T00:00,AWAY,V001,,V009\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(refused(cover, verifying, ReportAct.confirm(Plant.general())))
                .isEmpty();
    }

    @Test
    void whatIsGraveIsSentOutOfSightByTwoOnly() {
        HazardReport grave = handedIn(Submission.of("通道动火").withItem("E05"), null);
        ReportAct away = new ReportAct.Transfer("邻厂", FreeText.NONE);
        assertThat(refused(Plant.RECEIVER, grave, away)).containsExactly("report.sent-away-by-two");
        HazardReport proposed =
                plant.does(Plant.UNION, grave, ReportAct.propose(ReportAction.TRANSFER, "THEIRS", "围墙外"));
        assertThat(refused(Plant.UNION, proposed, away)).containsExactly("report.sent-away-by-two");
        assertThat(refused(Plant.RECEIVER, proposed, away)).isEmpty();
    }

    @Test
    void theFirstIsWhoWasReceivedFirstNotWhoClaimsAnEarlierHour() {
        Instant morning = plant.clock.instant();
        plant.clock.pass(Duration.ofHours(3));
        HazardReport first = handedIn(Submission.of("护栏缺失"), null);
        plant.clock.pass(Duration.ofHours(3));
        HazardReport claims = handedIn(Submission.of("护栏没有了"), morning);
        assertThat(claims.submittedAt()).isEqualTo(morning);
        assertThat(plant.find(claims.id()).registeredAt()).isEqualTo(plant.clock.instant());
        assertThat(refused(Plant.RECEIVER, first, new ReportAct.MarkDuplicate(claims.id())))
                .containsExactly("report.not-a-first-report");
        assertThat(refused(Plant.RECEIVER, claims, new ReportAct.MarkDuplicate(first.id())))
                .isEmpty();
    }

    @Test
    void whoTookACureOnTheSpotDoesNotRecheckIt() {
        HazardReport confirmed =
                plant.confirmed(plant.submitted(Submission.of("平台杂物").fixed(Plant.before(), Plant.after())));
        HazardReport taken = plant.does(Plant.SAFETY_HEAD, confirmed, ReportAct.of(ReportAction.ACCEPT_SPOT_FIX));
        assertThat(refused(Plant.SAFETY_HEAD, taken, ReportAct.acceptRecheck()))
                .containsExactly("report.RECTIFIER_NEVER_RECHECKS");
        assertThat(refused(Plant.RECHECKER, taken, ReportAct.acceptRecheck())).isEmpty();
    }

    @Test
    void whatIsTakenUpAgainWithADangerOwesProtection() {
        HazardReport danger = handedIn(Submission.of("氨泄漏").inDanger(), null);
        HazardReport proposed =
                plant.does(Plant.RECEIVER, danger, ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        HazardReport refused =
                plant.does(Plant.SAFETY_HEAD, proposed, ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        assertThat(refused.owes("INTERIM_MEASURES")).isFalse();
        HazardReport appealed = plant.does(Actor.person("W200"), refused, ReportAct.of(ReportAction.APPEAL, "还在漏"));
        HazardReport again = plant.does(Plant.UNION, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL));
        assertThat(again.owes("INTERIM_MEASURES")).isTrue();
    }

    @Test
    void aSuggestionUnderWhichAMajorHazardIsSuspectedIsNotSettledAsOne() {
        HazardReport admitted = plant.does(
                Plant.RECEIVER,
                handedIn(Submission.of("动火区加围挡").withKind(ReportKind.SUGGESTION).withItem("E05"), null),
                ReportAct.admit());
        ReportAct settle = new FollowUp.Verdict(ReportAction.SETTLE_SUGGESTION, false, FreeText.of("不采纳"));
        assertThat(refused(Plant.SAFETY_HEAD, admitted, settle)).containsExactly("report.not-a-mere-suggestion");
    }

    @Test
    void nothingIsConcludedOrStoppedWhileADangerIsOpen() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        HazardReport raised = plant.does(Plant.WORKER, verifying, ReportAct.of(ReportAction.RAISE_DANGER));
        assertThat(refused(Plant.VERIFIER, raised, ReportAct.confirm(Plant.general())))
                .containsExactly("report.danger-uncontrolled");
        assertThat(refused(Plant.VERIFIER, raised, ReportAct.because(ReportAction.FIND_UNFOUNDED, "NO", "x")))
                .containsExactly("report.danger-uncontrolled");
        assertThat(refused(Plant.SAFETY_HEAD, raised, FollowUp.pause(LocalDate.parse("2024-09-04"), "停产")))
                .containsExactly("report.unprotected");
    }

    @Test
    void aDangerIsRaisedOfWhatHasEndedToo() {
        HazardReport unfounded = plant.does(
                Plant.VERIFIER,
                plant.verifying(plant.submitted(Submission.of("护栏缺失"))),
                ReportAct.because(ReportAction.FIND_UNFOUNDED, "NO", "没有发现"));
        HazardReport raised = plant.does(Plant.WORKER, unfounded, ReportAct.of(ReportAction.RAISE_DANGER));
        assertThat(raised.owes("DANGER_ACKNOWLEDGEMENT")).isTrue();
        assertThat(raised.owes("INTERIM_MEASURES")).isFalse();
    }

    @Test
    void aCureThatFailedIsOpenedAgainHoweverLateAndAnAccidentIsReported() {
        HazardReport closed = plant.does(
                Plant.RECHECKER,
                plant.does(Plant.RECTIFIER, planned(), ReportAct.complete("已更换", Plant.before(), Plant.after())),
                ReportAct.acceptRecheck());
        HazardReport failed = plant.does(
                Plant.RECHECKER, closed, new FollowUp.Verdict(ReportAction.CHECK_EFFECT, false, FreeText.of("又松动")));
        plant.clock.pass(Duration.ofDays(400));
        HazardReport again =
                plant.does(Plant.SAFETY_HEAD, failed, ReportAct.because(ReportAction.REOPEN, "FAILED", "又松动"));
        assertThat(again.owes("REOPENING")).isFalse();
        HazardReport accident = handedIn(Submission.of("有人摔伤").withKind(ReportKind.ACCIDENT), null);
        HazardReport told =
                plant.does(Plant.PRINCIPAL, accident, new ReportAct.Notice(ReportAction.NOTIFY_AUTHORITY, "事故报-1"));
        assertThat(told.owes("ACCIDENT_REPORT")).isFalse();
    }

    @Test
    void aListingMovesByANewPaperOnlyAndItsProgressStaysDue() {
        HazardReport major = plant.confirmedMajor(plant.submitted(Submission.of("罐区动火")));
        HazardReport listed = plant.does(Plant.SAFETY_HEAD, major, listing("督办-1", "2024-12-31"));
        assertThat(refused(Plant.SAFETY_HEAD, listed, listing("督办-1", "2026-06-30")))
                .containsExactly("report.listed-already");
        Instant due = due(listed, "PROGRESS_REPORT");
        plant.clock.pass(Duration.ofDays(5));
        HazardReport moved = plant.does(Plant.SAFETY_HEAD, listed, listing("督办-2", "2025-01-31"));
        assertThat(due(moved, "PROGRESS_REPORT")).isEqualTo(due);
    }

    private static ReportAct listing(String paper, String until) {
        return new FollowUp.Until(ReportAction.LIST_SUPERVISION, LocalDate.parse(until), paper, FreeText.NONE);
    }

    private static Instant due(HazardReport report, String code) {
        return report.obligations().stream()
                .filter(o -> o.code().equals(code))
                .map(Obligation::due)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aboveALatePrincipalIsTheUnion() {
        HazardReport major = plant.confirmedMajor(plant.submitted(Submission.of("罐区动火")));
        plant.clock.pass(Duration.ofDays(9));
        HazardReport higher = plant.does(Plant.WORKER, major, ReportAct.of(ReportAction.GO_HIGHER, "没有上报"));
        assertThat(higher.obligations())
                .filteredOn(o -> o.code().equals("HIGHER_ANSWER"))
                .extracting(Obligation::owner)
                .containsExactly(Role.UNION);
    }

    @Test
    void whoReportedADuplicateGoesHigherWhenTheFirstIsLate() {
        HazardReport first = plant.submitted(Submission.of("护栏缺失"));
        plant.clock.pass(Duration.ofMinutes(1));
        HazardReport second = plant.does(
                Plant.RECEIVER, handedIn(Submission.of("护栏没有了"), null), new ReportAct.MarkDuplicate(first.id()));
        HazardReport answered = plant.does(Plant.RECEIVER, second, ReportAct.of(ReportAction.ANSWER, "与另一份相同"));
        Actor reporter = Actor.person("W200");
        ReportAct higher = ReportAct.of(ReportAction.GO_HIGHER, "没人管");
        assertThat(refused(reporter, answered, higher)).containsExactly("report.nothing-overdue");
        plant.clock.pass(Duration.ofDays(19));
        assertThat(plant.reporting.timelines().of(Plant.UNIT, second.id(), reporter))
                .extracting(line -> line.text().zh())
                .anyMatch(text -> text.contains("越级"));
        assertThat(refused(reporter, answered, higher)).isEmpty();
    }

    @Test
    void theReporterReadsWhatReallyHappened() {
        HazardReport verifying = plant.does(
                Plant.RECEIVER,
                plant.does(Plant.RECEIVER, plant.submitted(Submission.of("护栏缺失")), ReportAct.admit()),
                ReportAct.startVerification("V001"));
        plant.does(Plant.SAFETY_HEAD, verifying, new FollowUp.Talk(TalkKind.NOT_REACHED, "", FreeText.of("电话无人接听")));
        assertThat(told(verifying)).anyMatch(text -> text.contains("没有联系上")).noneMatch(text -> text.contains("已与您谈话"));
        HazardReport proposed = plant.does(
                Plant.RECEIVER,
                plant.submitted(Submission.of("标签印歪")),
                ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        HazardReport refused =
                plant.does(Plant.SAFETY_HEAD, proposed, ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        assertThat(refused.state()).isEqualTo(ReportState.NOT_ADMITTED);
        assertThat(told(refused)).anyMatch(text -> text.contains("不予受理：属于质量事项"));
    }

    private List<String> told(HazardReport report) {
        return plant.reporting.timelines().of(Plant.UNIT, report.id(), Plant.WORKER).stream()
                .map(line -> line.text().zh())
                .toList();
    }
}
