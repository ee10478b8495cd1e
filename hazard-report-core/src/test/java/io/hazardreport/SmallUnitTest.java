package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Problem;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Role;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Separation;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.SchemeReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D18: very small units may let listed roles coincide, by code, and give evidence and review instead. */
class SmallUnitTest {

    private static final Actor OWNER =
            Actor.person("R001", Role.RECTIFIER, Role.RECHECKER, Role.RECEIVER, Role.VERIFIER, Role.SAFETY_HEAD);

    private static String scheme(int headcount, String... waive) {
        return ExampleScheme.json()
                .replace(
                        "\"pseudonymPerPerson\"",
                        "\"smallUnit\": { \"headcount\": " + headcount + ", \"waive\": [\""
                                + String.join("\", \"", waive) + "\"] }, \"pseudonymPerPerson\"");
    }

    @ParameterizedTest
    @CsvSource({
        "10, RECTIFIER_NEVER_RECHECKS, true",
        "11, RECTIFIER_NEVER_RECHECKS, false",
        "3, REPORTER_NEVER_VERIFIES, true",
        "4, REPORTER_NEVER_VERIFIES, false",
        "3, PROPOSER_NEVER_SIGNS, true",
        "10, PROPOSER_NEVER_SIGNS, false"
    })
    void upToTenMayWaiveTheRecheckAndUpToThreeEverything(int headcount, String separation, boolean allowed) {
        assertThat(SchemeReader.read(scheme(headcount, separation)).errors())
                .extracting(Problem::code, Problem::path)
                .isEqualTo(allowed ? List.of() : List.of(tuple("scheme.waiver-too-big", "smallUnit.waive[0]")));
    }

    private static Plant plant(int headcount, String... waive) {
        return new Plant(new InMemoryJournal(), scheme(headcount, waive));
    }

    private static HazardReport rectified(Plant plant, ReportAct completed) {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        return plant.does(OWNER, plant.does(Plant.SAFETY_HEAD, confirmed, ReportAct.startFix("R001")), completed);
    }

    @Test
    void theRectifierMayRecheckByCodeAndTheRestIsMadeGood() {
        Plant plant = plant(9, "RECTIFIER_NEVER_RECHECKS");
        HazardReport closed = plant.does(
                OWNER,
                rectified(plant, ReportAct.complete("已更换", Plant.before(), Plant.after())),
                ReportAct.acceptRecheck());
        assertThat(closed.state()).isEqualTo(ReportState.CLOSED);
        assertThat(closed.history().get(closed.history().size() - 1).waived())
                .containsExactly(Separation.RECTIFIER_NEVER_RECHECKS);
        assertThat(closed.owes("REPORTER_CONFIRMATION")).isTrue();
        assertThat(closed.owes("OUTSIDE_REVIEW")).isTrue();
        HazardReport gone = plant.does(Plant.WORKER, closed, ReportAct.of(ReportAction.CONFIRM_GONE));
        assertThat(gone.owes("REPORTER_CONFIRMATION")).isFalse();
        HazardReport reviewed = plant.does(Plant.PRINCIPAL, gone, ReportAct.of(ReportAction.REVIEW, "街道安监站复核，照片与现场一致"));
        assertThat(reviewed.owes("OUTSIDE_REVIEW")).isFalse();
    }

    @Test
    void withoutBothPicturesTheRectifierDoesNotRecheck() {
        Plant plant = plant(9, "RECTIFIER_NEVER_RECHECKS");
        HazardReport bare = rectified(plant, ReportAct.complete("已更换", Plant.after()));
        assertThat(plant.reporting.reports().check(Plant.UNIT, plant.command(OWNER, bare, ReportAct.acceptRecheck())))
                .extracting(Problem::code)
                .containsExactly("report.no-evidence-pair");
        assertThat(plant.does(Plant.RECHECKER, bare, ReportAct.acceptRecheck()).state())
                .isEqualTo(ReportState.CLOSED);
    }

    @Test
    void aRecheckBySomebodyElseOwesNoSubstitute() {
        Plant plant = plant(9, "RECTIFIER_NEVER_RECHECKS");
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        assertThat(closed.owes("OUTSIDE_REVIEW")).isFalse();
        assertThat(closed.history().get(closed.history().size() - 1).waived()).isEmpty();
    }

    @Test
    void onlyWhatIsWaivedIsWaived() {
        Plant plant = plant(9, "RECTIFIER_NEVER_RECHECKS");
        HazardReport own = plant.submitted(Submission.of("地面湿滑"), List.of(Plant.worker("V001", "李核查")));
        HazardReport admitted = plant.does(Plant.RECEIVER, own, ReportAct.admit());
        assertThat(plant.reporting
                        .reports()
                        .check(
                                Plant.UNIT,
                                plant.command(Plant.RECEIVER, admitted, ReportAct.startVerification("V001"))))
                .extracting(Problem::code)
                .containsExactly("report.REPORTER_NEVER_VERIFIES");
    }

    @Test
    void threePeopleMayVerifyWhatTheyReported() {
        Plant plant = plant(3, "RECTIFIER_NEVER_RECHECKS", "REPORTER_NEVER_VERIFIES", "PROPOSER_NEVER_SIGNS");
        HazardReport own = plant.submitted(Submission.of("地面湿滑"), List.of(Plant.worker("V001", "李核查")));
        HazardReport checking = plant.does(
                Plant.RECEIVER,
                plant.does(Plant.RECEIVER, own, ReportAct.admit()),
                ReportAct.startVerification("V001"));
        HazardReport talked = plant.does(Plant.SAFETY_HEAD, checking, FollowUp.talk("已核对"));
        HazardReport confirmed = plant.does(Plant.VERIFIER, talked, ReportAct.confirm(Plant.general()));
        assertThat(confirmed.state()).isEqualTo(ReportState.CONFIRMED);
        assertThat(confirmed.history().get(confirmed.history().size() - 1).waived())
                .containsExactly(Separation.REPORTER_NEVER_VERIFIES);
    }

    @Test
    void aMajorHazardIsNeverRecheckedByItsRectifier() {
        Plant plant = plant(3, "RECTIFIER_NEVER_RECHECKS", "REPORTER_NEVER_VERIFIES", "PROPOSER_NEVER_SIGNS");
        HazardReport major =
                plant.confirmedMajor(plant.submitted(Submission.of("联锁被摘除").withItem("E05")));
        HazardReport planned = plant.does(Plant.PRINCIPAL, major, ReportAct.plan(Plant.sixItems()));
        HazardReport guarded = plant.does(OWNER, planned, plant.guarded());
        HazardReport done = plant.does(OWNER, guarded, ReportAct.complete("已恢复联锁", Plant.before(), Plant.after()));
        assertThat(plant.reporting.reports().check(Plant.UNIT, plant.command(OWNER, done, ReportAct.acceptRecheck())))
                .extracting(Problem::code)
                .containsExactly("report.RECTIFIER_NEVER_RECHECKS");
    }
}
