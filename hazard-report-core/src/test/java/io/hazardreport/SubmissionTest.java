package io.hazardreport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.InMemoryEvidenceStore;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.intake.IntakeReason;
import io.hazardreport.intake.Verdict;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Visibility;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handing in: what comes back at once, and what a retry does. */
class SubmissionTest {

    private final Plant plant = new Plant();

    private SubmitCommand by(Submission submission, Declaration... reporters) {
        return new SubmitCommand(plant.newId(), submission, List.of(reporters), List.of(), null);
    }

    private Receipt submit(SubmitCommand command) {
        return plant.reporting.reports().submit(Plant.UNIT, command);
    }

    private static Declaration worker() {
        return Plant.worker("W100", "王小明");
    }

    @Test
    void whatTheTextLacksIsSaidAtOnceAndTheReportIsTakenInAllTheSame() {
        SubmitCommand command = by(Submission.of("已整改"), worker());
        Receipt receipt = submit(command);
        assertThat(receipt.intake().verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(receipt.intake().reasons()).contains(IntakeReason.STOCK_PHRASE);
        assertThat(receipt.intake().reasons().get(0).displayName().zh()).contains("套话");
        assertThat(receipt.intake().reasons().get(0).displayName().en()).isNotBlank();
        assertThat(plant.find(command.reportId()).version()).isEqualTo(1);
        assertThat(submit(command).intake()).isEqualTo(receipt.intake());
    }

    @Test
    void aGoodTextAPlaceOfItsOwnAndAPictureLackNothing() {
        assertThat(submit(by(Submission.of("二号泵房配电箱门缺失，线头裸露"), worker()))
                        .intake()
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(submit(by(Submission.of("已整改").withPlace("合成车间"), worker()))
                        .intake()
                        .reasons())
                .doesNotContain(IntakeReason.NO_PLACE);
        assertThat(submit(by(Submission.of("").withEvidence(Plant.before()), worker()))
                        .intake()
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(submit(by(Submission.of(""), worker())).intake().reasons()).containsExactly(IntakeReason.EMPTY);
    }

    @Test
    void aClockThatIsAheadDoesNotRefuseASubmission() {
        SubmitCommand command = new SubmitCommand(
                plant.newId(),
                Submission.of("护栏缺失"),
                List.of(worker()),
                List.of(),
                plant.clock.instant().plus(Duration.ofMinutes(5)));
        submit(command);
        assertThat(plant.find(command.reportId()).submittedAt()).isEqualTo(plant.clock.instant());
        HazardReport report = plant.find(command.reportId());
        assertThatThrownBy(() -> plant.reporting
                        .reports()
                        .perform(
                                Plant.UNIT,
                                new ReportCommand(
                                        report.id(),
                                        1,
                                        "r",
                                        Plant.RECEIVER,
                                        ReportAct.admit(),
                                        plant.clock.instant().plus(Duration.ofMinutes(5)))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aClaimCodeOfTheClientSurvivesALostAnswerAndOneMadeHereIsShownOnce() {
        ClaimCode own = ClaimCode.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        SubmitCommand command = by(Submission.of("护栏缺失"), Declaration.anonymous(Plant.OPERATIVE))
                .withClaimCode(own);
        assertThat(submit(command).claimCode()).isEqualTo(own);
        assertThat(submit(command).claimCode()).isEqualTo(own);
        assertThat(plant.reporting.reports().reportedBy(Plant.UNIT, Actor.anonymous(own)))
                .containsExactly(command.reportId());
        ClaimCode guessed = ClaimCode.of(new byte[16]);
        assertThat(submit(command.withClaimCode(guessed)).claimCode()).isNull();
        SubmitCommand made = by(Submission.of("护栏缺失"), Declaration.anonymous(Plant.OPERATIVE));
        assertThat(submit(made).claimCode()).isNotNull();
        assertThat(submit(made).claimCode()).isNull();
        assertThatThrownBy(() -> ClaimCode.of(new byte[4])).hasMessageContaining("16 bytes");
    }

    @Test
    void aHelperIsOnRecordAndIsNoReporterAndAReporterIsNoHelper() {
        SubmitCommand helped = by(Submission.of("护栏缺失"), worker()).handedInBy(PersonId.of("T007"));
        submit(helped);
        HazardReport report = plant.find(helped.reportId());
        assertThat(report.submitted().handedInBy()).isEqualTo("T007");
        assertThat(plant.reporting.reports().reportedBy(Plant.UNIT, Actor.person("T007")))
                .isEmpty();
        SubmitCommand himself = by(Submission.of("护栏缺失"), worker()).handedInBy(PersonId.of("W100"));
        submit(himself);
        assertThat(plant.find(himself.reportId()).submitted().handedInBy()).isEmpty();
    }

    @Test
    void aClaimedHashIsHeldAgainstTheBytesInTheStore(@TempDir Path folder) {
        HazardReporting reporting = HazardReporting.of(
                        plant.journal,
                        FileKeyService.openOrCreate(folder.resolve("vault.keys")),
                        plant.clock,
                        IdSource.secure())
                .withEvidence(new InMemoryEvidenceStore(EvidencePolicy.defaults()));
        Evidence kept = reporting
                .evidence()
                .keep(
                        Plant.UNIT,
                        Evidence.Stage.AFTER,
                        new ByteArrayInputStream("%PDF-1.7 签到表\n%%EOF".getBytes(UTF_8)));
        Evidence forged =
                new Evidence(Evidence.Stage.AFTER, kept.reference(), "c".repeat(64), kept.bytes(), kept.mediaType());
        SubmitCommand command = by(Submission.of("护栏缺失").withEvidence(forged, Plant.before()), worker());
        assertThat(reporting.reports().submit(Plant.UNIT, command).advice())
                .extracting(Problem::code)
                .contains("evidence.hash-mismatch");
        HazardReport report =
                reporting.reports().find(Plant.UNIT, command.reportId()).orElseThrow();
        ReportAct add = FollowUp.message(Visibility.EVERYBODY, "补照片", forged);
        assertThatThrownBy(() -> reporting.reports().perform(Plant.UNIT, plant.command(Plant.RECEIVER, report, add)))
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("evidence.hash-mismatch");
        ReportAct honest = FollowUp.message(Visibility.EVERYBODY, "补照片", kept, Plant.after());
        assertThat(reporting
                        .reports()
                        .perform(Plant.UNIT, plant.command(Plant.RECEIVER, report, honest))
                        .evidence())
                .contains(kept, Plant.after());
    }
}
