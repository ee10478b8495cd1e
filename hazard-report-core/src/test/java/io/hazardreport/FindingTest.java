package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.category.Attribute;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may say what is true, and that people are safe meanwhile. */
class FindingTest {

    private final Plant plant = new Plant();

    private List<String> refused(Actor actor, HazardReport report, ReportAct act) {
        return plant.reporting.reports().check(Plant.UNIT, plant.command(actor, report, act)).stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void onlyANamedVerifierOrAHeadWhoTookPartConcludes() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        Actor another = Actor.person("V003", Role.VERIFIER);
        assertThat(refused(another, verifying, ReportAct.confirm(Plant.general())))
                .containsExactly("report.not-a-verifier");
        assertThat(refused(Plant.SAFETY_HEAD, verifying, ReportAct.confirm(Plant.general())))
                .containsExactly("report.not-a-verifier");
        HazardReport talked = plant.does(Plant.SAFETY_HEAD, verifying, FollowUp.talk("现场一起看过"));
        assertThat(refused(Plant.SAFETY_HEAD, talked, ReportAct.confirm(Plant.general())))
                .isEmpty();
        assertThat(refused(another, talked, ReportAct.because(ReportAction.FIND_UNFOUNDED, "NO", "x")))
                .containsExactly("report.not-a-verifier");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportAction.class,
            names = {"FIND_UNFOUNDED", "FIND_UNVERIFIABLE"})
    void aSuspicionIsDroppedByTwoWhoAct(ReportAction finding) {
        HazardReport verifying =
                plant.verifying(plant.submitted(Submission.of("联锁被摘除").withItem("E05")));
        ReportAct drop = ReportAct.because(finding, "NO", "x");
        assertThat(refused(Plant.VERIFIER, verifying, drop)).containsExactly("report.two-must-act");
        HazardReport own = plant.does(Plant.VERIFIER, verifying, ReportAct.propose(finding, "NO", "x"));
        assertThat(refused(Plant.VERIFIER, own, drop)).containsExactly("report.two-must-act");
        HazardReport byUnion = plant.does(Plant.UNION, own, ReportAct.propose(finding, "NO", "x"));
        assertThat(refused(Plant.VERIFIER, byUnion, drop)).containsExactly("report.two-must-act");
        HazardReport bySecond = plant.does(Plant.SECOND_VERIFIER, byUnion, ReportAct.propose(finding, "NO", "x"));
        assertThat(refused(Plant.VERIFIER, bySecond, drop)).isEmpty();
    }

    @Test
    void upToMajorTakesTwoWhoActBeforeClosingAndAfter() {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        assertThat(refused(Plant.VERIFIER, confirmed, ReportAct.regrade(Plant.major())))
                .containsExactly("report.two-must-act");
        HazardReport proposed = plant.does(
                Plant.SECOND_VERIFIER, confirmed, ReportAct.propose(ReportAction.REGRADE, "MAJOR", "符合判定标准"));
        assertThat(refused(Plant.VERIFIER, proposed, ReportAct.regrade(Plant.major())))
                .isEmpty();
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("灭火器失压"))));
        assertThat(refused(Plant.VERIFIER, closed, ReportAct.regrade(Plant.major())))
                .containsExactly("report.two-must-act");
    }

    @Test
    void aMissingSecondVerifierIsNamedWhileTheCheckRuns() {
        HazardReport admitted = plant.does(Plant.RECEIVER, plant.submitted(Submission.of("联锁")), ReportAct.admit());
        HazardReport one = plant.does(Plant.RECEIVER, admitted, ReportAct.startVerification("V001"));
        HazardReport talked = plant.does(Plant.VERIFIER, one, FollowUp.talkByDelegate("安办〔2024〕1号", "已核对"));
        HazardReport proposed =
                plant.does(Plant.SAFETY_HEAD, talked, ReportAct.propose(ReportAction.CONFIRM, "MAJOR", "x"));
        assertThat(refused(Plant.VERIFIER, proposed, ReportAct.confirm(Plant.major())))
                .containsExactly("report.two-verifiers");
        HazardReport two = plant.does(Plant.RECEIVER, proposed, ReportAct.startVerification("V001", "V002"));
        assertThat(two.mainObligation()).isEqualTo(proposed.mainObligation());
        assertThat(refused(Plant.VERIFIER, two, ReportAct.confirm(Plant.major())))
                .isEmpty();
    }

    /** A9: the reporter named no item, the verifier finds one that may be major in this industry. */
    @Test
    void anItemFoundToBeSuspectIsCalledGeneralByThePrincipalAndOneFromOutsideOnly() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("联锁被摘除")));
        assertThat(verifying.isMajorOrSuspected()).isFalse();
        ReportAct general = ReportAct.confirm(Assessment.of(LegalGrade.GENERAL, "GENERAL", "E05", "判定标准逐条对照"));
        assertThat(refused(Plant.VERIFIER, verifying, general)).containsExactly("report.downgrade-by-two");
        HazardReport byVerifier =
                plant.does(Plant.SECOND_VERIFIER, verifying, ReportAct.propose(ReportAction.CONFIRM, "NOT_MAJOR", "x"));
        assertThat(refused(Plant.PRINCIPAL, byVerifier, general)).containsExactly("report.downgrade-by-two");
        HazardReport byUnion =
                plant.does(Plant.UNION, byVerifier, ReportAct.propose(ReportAction.CONFIRM, "NOT_MAJOR", "x"));
        assertThat(refused(Plant.VERIFIER, byUnion, general)).containsExactly("report.downgrade-by-two");
        HazardReport confirmed = plant.does(Plant.PRINCIPAL, byUnion, general);
        assertThat(confirmed.state()).isEqualTo(ReportState.CONFIRMED);
        ReportAct finer = ReportAct.regrade(Assessment.of(LegalGrade.GENERAL, "CONSIDERABLE", "E05", "x"));
        assertThat(refused(Plant.VERIFIER, confirmed, finer)).isEmpty();
        HazardReport another = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        ReportAct hidden = ReportAct.regrade(Plant.general().withAttributes(Map.of(Attribute.SECOND_ITEM, "E05")));
        assertThat(refused(Plant.VERIFIER, another, hidden)).containsExactly("report.downgrade-by-two");
        assertThat(refused(Plant.VERIFIER, another, finer)).containsExactly("report.downgrade-by-two");
    }

    @Test
    void aGradeChangedAfterClosingMakesTheFiledReturnDueForCorrection() {
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        HazardReport same = plant.does(
                Plant.VERIFIER,
                closed,
                ReportAct.regrade(Assessment.of(LegalGrade.GENERAL, "CONSIDERABLE", "E99", "x")));
        assertThat(same.owes("RETURN_CORRECTION")).isFalse();
        HazardReport proposed =
                plant.does(Plant.SECOND_VERIFIER, same, ReportAct.propose(ReportAction.REGRADE, "MAJOR", "x"));
        HazardReport major = plant.does(Plant.VERIFIER, proposed, ReportAct.regrade(Plant.major()));
        assertThat(major.owes("RETURN_CORRECTION")).isTrue();
        assertThat(refused(Plant.SAFETY_HEAD, major, new ReportAct.Notice(ReportAction.CORRECT_RETURN, "")))
                .containsExactly("report.reference-missing");
        HazardReport corrected =
                plant.does(Plant.SAFETY_HEAD, major, new ReportAct.Notice(ReportAction.CORRECT_RETURN, "更正-1"));
        assertThat(corrected.owes("RETURN_CORRECTION")).isFalse();
    }

    @Test
    void aDangerIsAcknowledgedAndUnderControlBeforeAnybodyChecks() {
        HazardReport report = plant.submitted(Submission.of("反应釜超压，人员在场").inDanger());
        assertThat(report.owes("DANGER_ACKNOWLEDGEMENT")).isTrue();
        assertThat(report.owes("INTERIM_MEASURES")).isTrue();
        HazardReport admitted = plant.does(Plant.RECEIVER, report, ReportAct.admit());
        ReportAct start = ReportAct.startVerification("V001", "V002");
        assertThat(refused(Plant.RECEIVER, admitted, start)).containsExactly("report.danger-uncontrolled");
        HazardReport seen = plant.does(Plant.DUTY_HEAD, admitted, ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER));
        assertThat(refused(Plant.RECEIVER, seen, start)).containsExactly("report.danger-uncontrolled");
        HazardReport stopped = plant.does(Plant.WORKER, seen, ReportAct.of(ReportAction.STOP_WORK));
        assertThat(refused(Plant.RECEIVER, stopped, start)).isEmpty();
    }

    @Test
    void takingBackANameOnceMoreGivesNobodyMoreTime() {
        HazardReport report = plant.submitted(
                Submission.of("护栏缺失"), List.of(Plant.worker("W100", "王小明"), Plant.worker("W101", "李小红")));
        HazardReport once = plant.does(Plant.WORKER, report, ReportAct.of(ReportAction.TAKE_BACK_NAME));
        assertThat(once.owes("PRESSURE_CHECK")).isTrue();
        HazardReport twice = plant.does(Actor.person("W101"), once, ReportAct.of(ReportAction.TAKE_BACK_NAME));
        assertThat(twice.obligations()).isEqualTo(once.obligations());
    }

    @Test
    void aDangerIsRaisedOfAClosedReportTooAndTakesProtectionWhileItIsOpen() {
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        HazardReport raised = plant.does(Plant.WORKER, closed, ReportAct.of(ReportAction.RAISE_DANGER));
        assertThat(raised.state()).isEqualTo(ReportState.CLOSED);
        assertThat(raised.owes("DANGER_ACKNOWLEDGEMENT")).isTrue();
        HazardReport open = plant.does(
                Plant.WORKER, plant.submitted(Submission.of("支架变形")), ReportAct.of(ReportAction.RAISE_DANGER));
        assertThat(open.owes("INTERIM_MEASURES")).isTrue();
        HazardReport again = plant.does(Plant.WORKER, open, ReportAct.of(ReportAction.RAISE_DANGER));
        assertThat(again.obligations())
                .as("saying it twice gives nobody more time")
                .isEqualTo(open.obligations());
    }

    @Test
    void whomItComplainsOfIsHeardBeforeItIsFoundTrueAndProtectionDoesNotWait() {
        SubmitCommand command = new SubmitCommand(
                plant.newId(),
                Submission.of("班长强令冒险作业"),
                List.of(Plant.worker("W100", "王小明")),
                List.of(PersonId.of("B007")),
                null);
        plant.reporting.reports().submit(Plant.UNIT, command);
        HazardReport verifying = plant.verifying(plant.find(command.reportId()));
        assertThat(refused(Plant.VERIFIER, verifying, ReportAct.confirm(Plant.general())))
                .containsExactly("report.not-heard");
        assertThat(refused(Plant.RECTIFIER, verifying, plant.guarded())).isEmpty();
        assertThat(refused(Plant.WORKER, verifying, ReportAct.of(ReportAction.RAISE_DANGER)))
                .isEmpty();
        HazardReport heard = plant.does(Plant.UNION, verifying, ReportAct.of(ReportAction.HEAR, "本人陈述：当时赶工"));
        assertThat(refused(Plant.VERIFIER, heard, ReportAct.confirm(Plant.general())))
                .isEmpty();
    }

    @Test
    void whatIsNotFixedAtOnceIsNeverDoneWithoutInterimMeasures() {
        HazardReport planned = plant.does(
                Plant.SAFETY_HEAD,
                plant.confirmed(plant.submitted(Submission.of("护栏缺失"))),
                ReportAct.plan(Plant.fiveItems()));
        ReportAct done = ReportAct.complete("完成", Plant.before(), Plant.after());
        assertThat(refused(Plant.RECTIFIER, planned, done)).containsExactly("report.unprotected");
        Instant later = Instant.parse("2024-09-20T00:00:00Z");
        assertThat(refused(Plant.RECTIFIER, planned, new ReportAct.SetInterim(FreeText.of(" "), "R001", later)))
                .containsExactly("report.note-missing");
        HazardReport guarded = plant.does(Plant.RECTIFIER, planned, plant.guarded());
        assertThat(refused(Plant.RECTIFIER, guarded, done)).isEmpty();
    }

    @Test
    void noticesNeedTheirNumberAndAListingItsEnd() {
        HazardReport major = plant.confirmedMajor(plant.submitted(Submission.of("联锁被摘除")));
        assertThat(refused(Plant.PRINCIPAL, major, new ReportAct.Notice(ReportAction.NOTIFY_AUTHORITY, " ")))
                .containsExactly("report.reference-missing");
        assertThat(refused(Plant.UNION, major, new ReportAct.Notice(ReportAction.NOTIFY_CONGRESS, "")))
                .containsExactly("report.reference-missing");
        assertThat(refused(Plant.PRINCIPAL, major, listing("2024-08-01")))
                .containsExactly("report.until-out-of-bounds");
        HazardReport listed = plant.does(Plant.PRINCIPAL, major, listing("2024-12-01"));
        assertThat(listed.obligations())
                .filteredOn(o -> o.code().equals("SUPERVISION_END"))
                .extracting(Obligation::due)
                .containsExactly(Instant.parse("2024-12-01T16:00:00Z"));
        HazardReport delisted =
                plant.does(Plant.PRINCIPAL, listed, new ReportAct.Notice(ReportAction.DELIST, "督〔2024〕9号"));
        assertThat(delisted.owes("SUPERVISION_END")).isFalse();
    }

    private static ReportAct listing(String until) {
        return new FollowUp.Until(ReportAction.LIST_SUPERVISION, LocalDate.parse(until), "督〔2024〕3号", FreeText.NONE);
    }

    @Test
    void aResumptionIsAppliedForAfterAListingAndRecordedAfterItWasAppliedFor() {
        HazardReport major = plant.confirmedMajor(plant.submitted(Submission.of("联锁被摘除")));
        ReportAct apply = new ReportAct.Notice(ReportAction.APPLY_RESUMPTION, "复-1");
        ReportAct record = new ReportAct.Notice(ReportAction.RECORD_RESUMPTION, "验-1");
        assertThat(refused(Plant.SAFETY_HEAD, major, apply)).containsExactly("report.not-listed");
        HazardReport listed = plant.does(Plant.PRINCIPAL, major, listing("2024-12-01"));
        assertThat(refused(Plant.SAFETY_HEAD, listed, record)).containsExactly("report.not-applied-for");
        HazardReport recorded = plant.does(Plant.SAFETY_HEAD, plant.does(Plant.SAFETY_HEAD, listed, apply), record);
        assertThat(refused(Plant.SAFETY_HEAD, recorded, record)).containsExactly("report.not-applied-for");
    }

    @Test
    void aPairShowsWorkOnlyWithTwoPicturesInOrder() {
        Submission same = Submission.of("盖板移位，已复位").fixed(Plant.before(), sameAsBefore());
        HazardReport confirmed = plant.confirmed(plant.submitted(same));
        ReportAct spot = ReportAct.of(ReportAction.ACCEPT_SPOT_FIX);
        assertThat(refused(Plant.VERIFIER, confirmed, spot)).containsExactly("report.no-evidence-pair");
        HazardReport added =
                plant.does(Plant.WORKER, confirmed, FollowUp.message(Visibility.EVERYBODY, "", Plant.after()));
        assertThat(refused(Plant.VERIFIER, added, spot)).containsExactly("report.no-evidence-pair");
        Submission pair = Submission.of("盖板移位，已复位").fixed(Plant.before(), Plant.after());
        HazardReport paired = plant.confirmed(plant.submitted(pair));
        assertThat(refused(Plant.VERIFIER, paired, spot)).isEmpty();
        assertThat(refused(Actor.person("W100", Role.VERIFIER), paired, spot))
                .containsExactly("report.REPORTER_NEVER_VERIFIES");
    }

    @Test
    void aPlanMadeWhileItAwaitsTheRecheckOwesInterimMeasuresToo() {
        HazardReport fixed = plant.fixed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        assertThat(fixed.owes("INTERIM_MEASURES")).isFalse();
        HazardReport planned =
                plant.does(Plant.RECTIFIER, fixed, new ReportAct.Planning(ReportAction.REVISE_PLAN, Plant.fiveItems()));
        HazardReport back = plant.does(Plant.RECHECKER, planned, ReportAct.rejectRecheck("AGAIN", "仍松动"));
        assertThat(back.owes("INTERIM_MEASURES")).isTrue();
    }

    private static Evidence sameAsBefore() {
        return new Evidence(Evidence.Stage.AFTER, "photo-1", "a".repeat(64), 1024, "image/jpeg");
    }
}
