package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether people are protected is asked of the hour, not of the past; and what is judged again is judged afresh. */
class ProtectionTest {

    private final Plant plant = new Plant();

    private List<String> refused(Actor actor, HazardReport report, ReportAct act) {
        return plant.reporting.reports().check(Plant.UNIT, plant.command(actor, report, act)).stream()
                .map(Problem::code)
                .toList();
    }

    private HazardReport confirmed() {
        return plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
    }

    private ReportAct guardedFor(Duration length) {
        return new ReportAct.SetInterim(
                FreeText.of("拉警戒带，专人监护"), "R001", plant.clock.instant().plus(length));
    }

    private static Optional<Duration> interim(HazardReport report) {
        return report.obligations().stream()
                .filter(o -> o.code().equals("INTERIM_MEASURES"))
                .map(o -> Duration.between(o.since(), o.due()))
                .findFirst();
    }

    private static ReportAct done() {
        return ReportAct.complete("已更换", Plant.before(), Plant.after());
    }

    @Test
    void whatIsNotFixedWithinTheLimitOwesProtection() {
        HazardReport confirmed = confirmed();
        assertThat(interim(confirmed)).contains(Duration.ofHours(24));
        HazardReport fixing = plant.does(Plant.SAFETY_HEAD, confirmed, ReportAct.startFix("R001"));
        assertThat(interim(fixing)).isPresent();
        assertThat(interim(plant.does(Plant.RECTIFIER, fixing, done()))).isEmpty();
    }

    @Test
    void aPlanWantsProtectionSoonerAndNoLater() {
        HazardReport soon = plant.does(Plant.SAFETY_HEAD, confirmed(), ReportAct.plan(Plant.fiveItems()));
        assertThat(interim(soon)).contains(Duration.ofHours(2));
        HazardReport waiting = confirmed();
        Instant owed = waiting.obligations().stream()
                .filter(o -> o.code().equals("INTERIM_MEASURES"))
                .map(Obligation::due)
                .findFirst()
                .orElseThrow();
        plant.clock.pass(Duration.ofHours(23));
        HazardReport late = plant.does(Plant.SAFETY_HEAD, waiting, ReportAct.plan(Plant.fiveItems()));
        assertThat(late.obligations())
                .filteredOn(o -> o.code().equals("INTERIM_MEASURES"))
                .extracting(Obligation::due)
                .containsExactly(owed);
    }

    @Test
    void whatIsGoneOrProtectedAlreadyOwesNone() {
        Assessment found = Plant.general();
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        ReportAct gone = ReportAct.confirm(new Assessment(
                found.grade(),
                found.tier(),
                "",
                found.item(),
                found.attributes(),
                found.basis(),
                FreeText.NONE,
                true,
                false));
        assertThat(interim(plant.does(Plant.VERIFIER, verifying, gone))).isEmpty();
        HazardReport guarded =
                plant.does(Plant.RECTIFIER, plant.verifying(plant.submitted(Submission.of("护栏缺失"))), plant.guarded());
        assertThat(interim(plant.does(Plant.VERIFIER, guarded, ReportAct.confirm(Plant.general()))))
                .isEmpty();
    }

    @Test
    void aPauseAsksWhetherPeopleAreProtectedNow() {
        HazardReport planned = plant.does(Plant.SAFETY_HEAD, confirmed(), ReportAct.plan(Plant.fiveItems()));
        ReportAct pause = FollowUp.pause(LocalDate.parse("2024-09-20"), "等待备件");
        assertThat(refused(Plant.SAFETY_HEAD, planned, pause)).containsExactly("report.unprotected");
        HazardReport guarded = plant.does(Plant.RECTIFIER, planned, guardedFor(Duration.ofDays(2)));
        assertThat(refused(Plant.SAFETY_HEAD, guarded, pause)).isEmpty();
        plant.clock.pass(Duration.ofDays(2));
        assertThat(refused(Plant.SAFETY_HEAD, guarded, pause)).containsExactly("report.unprotected");
        HazardReport again = plant.does(Plant.RECTIFIER, guarded, guardedFor(Duration.ofDays(20)));
        assertThat(refused(Plant.SAFETY_HEAD, again, pause)).isEmpty();
    }

    @Test
    void theCheckOfASuspectedMajorHazardDoesNotStandStillUnprotected() {
        HazardReport suspected =
                plant.verifying(plant.submitted(Submission.of("动火未办许可").withItem("E05")));
        ReportAct pause = FollowUp.pause(LocalDate.parse("2024-09-10"), "等待检测");
        assertThat(refused(Plant.SAFETY_HEAD, suspected, pause)).containsExactly("report.unprotected");
        HazardReport guarded = plant.does(Plant.RECTIFIER, suspected, plant.guarded());
        assertThat(refused(Plant.SAFETY_HEAD, guarded, pause)).isEmpty();
    }

    @Test
    void theProtectionOfTheTimeBeforeDoesNotCountOnceItIsOpenedAgain() {
        HazardReport planned = plant.does(Plant.SAFETY_HEAD, confirmed(), ReportAct.plan(Plant.fiveItems()));
        HazardReport guarded = plant.does(Plant.RECTIFIER, planned, plant.guarded());
        HazardReport closed =
                plant.does(Plant.RECHECKER, plant.does(Plant.RECTIFIER, guarded, done()), ReportAct.acceptRecheck());
        HazardReport again =
                plant.does(Plant.SAFETY_HEAD, closed, ReportAct.because(ReportAction.REOPEN, "CRACKED", "焊点又开裂"));
        assertThat(again.watcher()).isEmpty();
        HazardReport replanned = plant.does(
                Plant.SAFETY_HEAD, again, new ReportAct.Planning(ReportAction.REVISE_PLAN, Plant.fiveItems()));
        assertThat(refused(Plant.RECTIFIER, replanned, done())).containsExactly("report.unprotected");
        HazardReport safe = plant.does(Plant.RECTIFIER, replanned, guardedFor(Duration.ofDays(1)));
        assertThat(refused(Plant.RECTIFIER, safe, done())).isEmpty();
    }

    @Test
    void aCureThatDoesNotHoldAtTheRecheckOwesProtectionWhereThatHasLapsed() {
        HazardReport planned = plant.does(Plant.SAFETY_HEAD, confirmed(), ReportAct.plan(Plant.fiveItems()));
        HazardReport guarded = plant.does(Plant.RECTIFIER, planned, guardedFor(Duration.ofDays(3)));
        HazardReport fixed = plant.does(Plant.RECTIFIER, guarded, done());
        ReportAct reject = ReportAct.because(ReportAction.REJECT_RECHECK, "LOOSE", "松动");
        plant.clock.pass(Duration.ofDays(1));
        assertThat(interim(plant.does(Plant.RECHECKER, fixed, reject))).isEmpty();
        Plant other = new Plant();
        HazardReport fixedAtOnce = other.fixed(other.confirmed(other.submitted(Submission.of("护栏缺失"))));
        assertThat(interim(other.does(Plant.RECHECKER, fixedAtOnce, reject))).contains(Duration.ofHours(2));
    }

    @Test
    void nobodyGoesToLookWhereTheProtectionFromADangerHasLapsed() {
        HazardReport danger =
                plant.does(Plant.RECEIVER, plant.submitted(Submission.of("氨泄漏").inDanger()), ReportAct.admit());
        HazardReport known = plant.does(Plant.SAFETY_HEAD, danger, ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER, "到场"));
        ReportAct look = ReportAct.startVerification("V001", "V002");
        HazardReport guarded = plant.does(Plant.RECTIFIER, known, guardedFor(Duration.ofHours(4)));
        assertThat(refused(Plant.RECEIVER, guarded, look)).isEmpty();
        plant.clock.pass(Duration.ofHours(5));
        assertThat(refused(Plant.RECEIVER, guarded, look)).containsExactly("report.danger-uncontrolled");
        HazardReport stopped = plant.does(Plant.WORKER, guarded, ReportAct.of(ReportAction.STOP_WORK, "停机"));
        assertThat(refused(Plant.RECEIVER, stopped, look)).isEmpty();
    }

    @Test
    void aCureHasHeldOnlyAfterAWhileAndHasFailedAtAnyTime() {
        HazardReport planned = plant.does(Plant.SAFETY_HEAD, confirmed(), ReportAct.plan(Plant.fiveItems()));
        HazardReport guarded = plant.does(Plant.RECTIFIER, planned, plant.guarded());
        HazardReport closed =
                plant.does(Plant.RECHECKER, plant.does(Plant.RECTIFIER, guarded, done()), ReportAct.acceptRecheck());
        assertThat(closed.obligations())
                .filteredOn(o -> o.code().equals("EFFECT_CHECK"))
                .extracting(o -> LocalDate.ofInstant(o.due().minusMillis(1), ZoneId.of("Asia/Shanghai")))
                .as("30 days from 2 September, then three working days, over the National Day holiday")
                .containsExactly(LocalDate.parse("2024-10-10"));
        ReportAct held = new FollowUp.Verdict(ReportAction.CHECK_EFFECT, true, FreeText.of("未再松动"));
        ReportAct failed = new FollowUp.Verdict(ReportAction.CHECK_EFFECT, false, FreeText.of("又松动"));
        assertThat(refused(Plant.RECHECKER, closed, held)).containsExactly("report.effect-too-early");
        assertThat(refused(Plant.RECHECKER, closed, failed)).isEmpty();
        plant.clock.pass(Duration.ofDays(31));
        assertThat(refused(Plant.RECHECKER, closed, held)).isEmpty();
    }

    @Test
    void whatWasFixedAtOnceIsCheckedAgainWhereTheRuleSaysSo() {
        HazardReport plain = plant.closed(confirmed());
        assertThat(plain.owes("EFFECT_CHECK")).isFalse();
        Plant strict = new Plant(
                new InMemoryJournal(),
                ExampleScheme.json()
                        .replace("\"effectCheck\":", "\"effectCheck.FIX_NOW\": \"7 days\", \"effectCheck\":"));
        HazardReport closed = strict.closed(strict.confirmed(strict.submitted(Submission.of("护栏缺失"))));
        assertThat(closed.owes("EFFECT_CHECK")).isTrue();
        ReportAct held = new FollowUp.Verdict(ReportAction.CHECK_EFFECT, true, FreeText.of("未再松动"));
        strict.clock.pass(Duration.ofDays(6));
        assertThat(strict.reporting.reports().check(Plant.UNIT, strict.command(Plant.RECHECKER, closed, held)))
                .extracting(Problem::code)
                .containsExactly("report.effect-too-early");
        strict.clock.pass(Duration.ofDays(2));
        assertThat(strict.does(Plant.RECHECKER, closed, held).owes("EFFECT_CHECK"))
                .isFalse();
    }

    @Test
    void whoeverReceivesOrVerifiesMaySuspectWhatTheReporterDidNotSay() {
        HazardReport admitted =
                plant.does(Plant.RECEIVER, plant.submitted(Submission.of("罐区动火没看到许可")), ReportAct.admit());
        assertThat(admitted.isMajorOrSuspected()).isFalse();
        assertThat(refused(Plant.RECEIVER, admitted, FollowUp.suspect("E99", "像是")))
                .containsExactly("report.no-standard");
        assertThat(refused(Plant.RECEIVER, admitted, FollowUp.suspect("Z99", "像是")))
                .contains("category.unknown-item");
        assertThat(refused(Plant.WORKER, admitted, FollowUp.suspect("E05", "像是")))
                .containsExactly("loop.role-missing");
        HazardReport suspected = plant.does(Plant.RECEIVER, admitted, FollowUp.suspect("E05", "罐区动火"));
        assertThat(suspected.isMajorOrSuspected()).isTrue();
        assertThat(suspected.item()).isEqualTo("E05");
        assertThat(suspected.suspicion()).isNotBlank();
        assertThat(interim(suspected)).contains(Duration.ofHours(2));
        HazardReport one = plant.does(Plant.RECEIVER, suspected, ReportAct.startVerification("V001"));
        HazardReport talked = plant.does(Plant.VERIFIER, one, FollowUp.talkByDelegate("安办〔2024〕1号", "核对"));
        assertThat(refused(Plant.VERIFIER, talked, ReportAct.confirm(Plant.general())))
                .contains("report.two-verifiers", "report.downgrade-by-two");
        assertThat(plant.journal
                        .snapshot(
                                Plant.UNIT,
                                new StreamId(HazardReport.KIND, talked.id().value()))
                        .orElseThrow()
                        .columns())
                .containsEntry("suspected_major", true);
    }

    @Test
    void aVerifierWhoSeesMoreThanTheTableNamesTheStandardHimself() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        ReportAct bySight = new FollowUp.Suspect("", "GB 00000-2024 4.1", FreeText.of("承重结构已裂"));
        HazardReport suspected = plant.does(Plant.VERIFIER, verifying, bySight);
        assertThat(suspected.suspicion()).isEqualTo("GB 00000-2024 4.1");
        assertThat(suspected.item()).isEqualTo(verifying.item());
        assertThat(refused(Plant.VERIFIER, suspected, ReportAct.because(ReportAction.FIND_UNFOUNDED, "NO", "x")))
                .containsExactly("report.two-must-act");
    }

    @Test
    void whoseConclusionAnAppealOverturnedJudgesNothingAgainAndTheReporterIsTalkedToAnew() {
        HazardReport unfounded = plant.does(
                Plant.VERIFIER,
                plant.verifying(plant.submitted(Submission.of("夜里有异味"))),
                ReportAct.because(ReportAction.FIND_UNFOUNDED, "NOT_SEEN", "未见异常"));
        HazardReport appealed = plant.does(Plant.WORKER, unfounded, ReportAct.of(ReportAction.APPEAL, "请夜里去看"));
        HazardReport again = plant.does(Plant.UNION, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL));
        assertThat(refused(Plant.RECEIVER, again, ReportAct.startVerification("V001", "V002")))
                .containsExactly("report.OVERTURNED_NEVER_JUDGES");
        HazardReport others = plant.does(Plant.RECEIVER, again, ReportAct.startVerification("V002", "V003"));
        assertThat(refused(Plant.SECOND_VERIFIER, others, ReportAct.confirm(Plant.general())))
                .containsExactly("report.talk-missing");
        HazardReport byHim = plant.does(Plant.VERIFIER, others, FollowUp.talkByDelegate("安办〔2024〕1号", "核对"));
        assertThat(refused(Plant.VERIFIER, byHim, ReportAct.confirm(Plant.general())))
                .contains("report.OVERTURNED_NEVER_JUDGES");
        assertThat(refused(Plant.SECOND_VERIFIER, byHim, ReportAct.confirm(Plant.general())))
                .isEmpty();
    }

    @Test
    void whoClosedWhatAnAppealOpenedAgainDoesNotCloseItOnceMore() {
        HazardReport closed = plant.closed(confirmed());
        HazardReport appealed = plant.does(Plant.WORKER, closed, ReportAct.of(ReportAction.APPEAL, "焊点又开裂"));
        HazardReport again = plant.does(Plant.UNION, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL));
        HazardReport planned = plant.does(
                Plant.SAFETY_HEAD, again, new ReportAct.Planning(ReportAction.REVISE_PLAN, Plant.fiveItems()));
        HazardReport fixed = plant.does(Plant.RECTIFIER, plant.does(Plant.RECTIFIER, planned, plant.guarded()), done());
        assertThat(refused(Plant.RECHECKER, fixed, ReportAct.acceptRecheck()))
                .containsExactly("report.OVERTURNED_NEVER_JUDGES");
        Actor another = Actor.person("C002", Role.RECHECKER);
        assertThat(plant.does(another, fixed, ReportAct.acceptRecheck()).state())
                .isEqualTo(ReportState.CLOSED);
    }

    @Test
    void eachOneItComplainsOfIsHeard() {
        SubmitCommand command = new SubmitCommand(
                plant.newId(),
                Submission.of("两位班长都要求短接联锁"),
                List.of(Plant.worker("W100", "王小明")),
                List.of(PersonId.of("B001"), PersonId.of("B002")),
                null);
        plant.reporting.reports().submit(Plant.UNIT, command);
        HazardReport verifying = plant.verifying(plant.find(command.reportId()));
        ReportAct hear = ReportAct.of(ReportAction.HEAR, "听取说明");
        HazardReport one = plant.does(Plant.PRINCIPAL, verifying, hear);
        assertThat(refused(Plant.VERIFIER, one, ReportAct.confirm(Plant.general())))
                .containsExactly("report.not-heard");
        HazardReport both = plant.does(Plant.PRINCIPAL, one, hear);
        assertThat(refused(Plant.VERIFIER, both, ReportAct.confirm(Plant.general())))
                .isEmpty();
    }
}
