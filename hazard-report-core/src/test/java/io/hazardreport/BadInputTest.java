package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Role;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.ReadScheme;
import io.hazardreport.scheme.SchemeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is refused with field, value and what is allowed, in both languages, and nothing is half-written. */
class BadInputTest {

    private final Plant plant = new Plant();

    private List<Problem> refused(HazardReport report, ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        assertThat(thrown).isInstanceOf(InvalidInputException.class);
        List<Problem> problems = ((InvalidInputException) thrown).problems();
        problems.forEach(BadInputTest::readable);
        assertThat(plant.find(report.id()).version()).isEqualTo(report.version());
        assertThat(plant.journal.events(
                        Plant.UNIT, new StreamId(HazardReport.KIND, report.id().value())))
                .hasSize((int) report.version());
        return problems;
    }

    /** Field, value and what is allowed stand in the sentence of both languages, and none is empty. */
    private static void readable(Problem problem) {
        assertThat(problem.path()).as(problem.code()).isNotEmpty();
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(problem.message(locale))
                    .as(problem.code() + " " + locale)
                    .contains(problem.path(), problem.value(), problem.allowed())
                    .doesNotContain("{");
        }
        assertThat(problem.text().zh()).isNotEqualTo(problem.text().en());
    }

    @Test
    void anUnknownItem() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        Assessment unknown = Assessment.of(LegalGrade.GENERAL, "GENERAL", "Z99", "x");
        List<Problem> problems =
                refused(verifying, () -> plant.does(Plant.VERIFIER, verifying, ReportAct.confirm(unknown)));
        assertThat(problems).extracting(Problem::code).containsExactly("category.unknown-item");
        assertThat(problems.get(0).text().zh()).contains("item", "Z99", "P01", "M99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"responsible", "measures", "funds", "finishBy", "emergencyPlan"})
    void aPlanWithOneItemMissing(String item) {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        List<Problem> problems =
                refused(confirmed, () -> plant.does(Plant.SAFETY_HEAD, confirmed, ReportAct.plan(without(item))));
        assertThat(problems).extracting(Problem::path).containsExactly("plan." + item);
    }

    private static RectificationPlan without(String item) {
        RectificationPlan five = Plant.fiveItems();
        return new RectificationPlan(
                item.equals("responsible") ? "" : five.responsible(),
                item.equals("measures") ? FreeText.NONE : five.measures(),
                item.equals("funds") ? Money.ZERO : five.funds(),
                FreeText.NONE,
                item.equals("finishBy") ? null : five.finishBy(),
                item.equals("emergencyPlan") ? "" : five.emergencyPlan(),
                FreeText.NONE);
    }

    @Test
    void aMajorHazardWithoutTheSixthItemOrTheFixAtOnce() {
        HazardReport major = plant.confirmedMajor(plant.submitted(Submission.of("联锁被摘除")));
        assertThat(refused(major, () -> plant.does(Plant.PRINCIPAL, major, ReportAct.plan(Plant.fiveItems()))))
                .extracting(Problem::path)
                .containsExactly("plan.target");
        assertThat(refused(major, () -> plant.does(Plant.SAFETY_HEAD, major, ReportAct.plan(Plant.sixItems()))))
                .extracting(Problem::code)
                .containsExactly("report.major-plan-by-principal");
        assertThat(refused(major, () -> plant.does(Plant.SAFETY_HEAD, major, ReportAct.startFix("R001"))))
                .extracting(Problem::code)
                .containsExactly("report.major-needs-plan");
    }

    @Test
    void anAmountOutsideItsRangeOrMissing() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        HazardReport confirmed = plant.does(
                Plant.VERIFIER,
                verifying,
                ReportAct.confirm(Assessment.of(LegalGrade.GENERAL, "CONSIDERABLE", "E99", "x")));
        assertThat(refused(confirmed, () -> plant.decided(confirmed, Map.of("considerable", Money.parse("500.01")))))
                .extracting(Problem::code, Problem::value, Problem::allowed)
                .containsExactly(tuple("reward.amount-outside-range", "500.01", "200.00 - 500.00"));
        assertThat(refused(confirmed, () -> plant.decided(confirmed)))
                .extracting(Problem::code)
                .containsExactly("reward.amount-missing");
        assertThat(plant.awards(confirmed)).isEmpty();
    }

    @Test
    void theReporterVerifyingAndTheRectifierRechecking() {
        HazardReport own = plant.submitted(Submission.of("地面湿滑"), List.of(Plant.worker("V001", "李核查")));
        HazardReport checking = plant.does(
                Plant.RECEIVER,
                plant.does(Plant.RECEIVER, own, ReportAct.admit()),
                ReportAct.startVerification("V002"));
        HazardReport verifying = plant.does(Plant.SAFETY_HEAD, checking, FollowUp.talk("已核对"));
        assertThat(refused(verifying, () -> plant.does(Plant.VERIFIER, verifying, ReportAct.confirm(Plant.general()))))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("report.REPORTER_NEVER_VERIFIES", "report.not-a-verifier");
        HazardReport fixed = plant.fixed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        Actor rectifier = Actor.person("R001", Role.RECHECKER);
        assertThat(refused(fixed, () -> plant.does(rectifier, fixed, ReportAct.acceptRecheck())))
                .extracting(Problem::code)
                .containsExactly("report.RECTIFIER_NEVER_RECHECKS");
    }

    @Test
    void aStaleVersion() {
        HazardReport report = plant.submitted(Submission.of("护栏缺失"));
        plant.does(Plant.RECEIVER, report, ReportAct.admit());
        Throwable stale = catchThrowable(() -> plant.does(Plant.RECEIVER, report, ReportAct.admit()));
        assertThat(stale)
                .isInstanceOf(StaleReportException.class)
                .hasMessageContaining("expectedVersion")
                .hasMessageContaining("1")
                .hasMessageContaining("2")
                .hasMessageContaining("重新读取");
    }

    @Test
    void theWrongVaultKey(@TempDir Path folder) {
        HazardReport report = plant.submitted(Submission.of("护栏缺失"));
        HazardReporting other = HazardReporting.of(
                plant.journal,
                FileKeyService.openOrCreate(folder.resolve("other.keys")),
                plant.clock,
                IdSource.secure());
        List<Problem> problems = refused(
                report,
                () -> other.reports()
                        .words(Plant.UNIT, report.id(), report.submission().description(), Plant.SAFETY_HEAD));
        assertThat(problems).extracting(Problem::code).containsExactly("identity.wrong-vault-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "\"tier\": [\"MAJOR\"] }, \"then\": { \"cash\"#\"tier\": [\"MAJOR\"], \"grade\": [\"MAJOR\"] }, \"then\": { \"cash\"#reward.gap",
                "\"tier\": [\"CONSIDERABLE\"] }, \"then\": { \"cash\"#\"tier\": [\"CONSIDERABLE\", \"MAJOR\"] }, \"then\": { \"cash\"#reward.overlap",
                "{ \"cash\": \"100.00\" }#{ \"cash\": \"\" }#scheme.blank",
                "{ \"cash\": \"100.00\" }#{ \"cash\": \"900.00\" }#reward.inverted-ladder",
                "\"admission\": \"24 hours\"#\"admission\": \"24 hours forward\"#scheme.limit-never-rolls",
                "\"admission\": \"24 hours\"#\"admission\": \"soon\"#deadline.bad-limit",
                "\"SAFETY_EXPENSE\", \"zh\"#\"FINES_ON_WORKERS\", \"zh\"#scheme.fines-are-no-source",
                "\"QUALITY\"#\"TOO_TRIVIAL\"#scheme.trivial-is-no-reason",
                "\"use\": \"SAFETY_EXPENSE\"#\"use\": \"NOWHERE\"#scheme.not-one-of",
                "\"publicNotice\"#\"publicNotise\"#scheme.unknown-field",
                "\"format\": 1,#\"format\": 2,#scheme.out-of-range",
                "\"cutOffDay\": 20#\"cutOffDay\": 31#scheme.out-of-range"
            })
    void aSchemeThatIsWrong(String from, String to, String code) {
        String json = ExampleScheme.json();
        assertThat(json).contains(from);
        ReadScheme read = SchemeReader.read(json.replaceFirst(Pattern.quote(from), to));
        assertThat(read.scheme()).isEmpty();
        assertThat(read.errors()).extracting(Problem::code).contains(code);
        assertThat(read.errors()).allSatisfy(problem -> {
            readable(problem);
            assertThat(problem.path()).isNotEmpty();
        });
    }

    @Test
    void theExampleSchemeHasNothingToComplainOf() {
        assertThat(SchemeReader.read(ExampleScheme.json()).errors()).isEmpty();
        assertThat(SchemeReader.read(ExampleScheme.json()).warnings()).isEmpty();
    }

    @Test
    void aSecondSignatureByTheFirstSignerAndADowngradeByOne() {
        HazardReport report = plant.submitted(Submission.of("联锁被摘除").withItem("E05"));
        HazardReport proposed =
                plant.does(Plant.RECEIVER, report, ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        assertThat(refused(
                        proposed,
                        () -> plant.does(
                                Plant.RECEIVER, proposed, ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "x"))))
                .extracting(Problem::code)
                .containsExactly("report.PROPOSER_NEVER_SIGNS");
        HazardReport verifying =
                plant.verifying(plant.submitted(Submission.of("联锁被摘除").withItem("E05")));
        assertThat(verifying.owes("INTERIM_MEASURES")).isTrue();
        assertThat(refused(verifying, () -> plant.does(Plant.PRINCIPAL, verifying, ReportAct.confirm(Plant.general()))))
                .extracting(Problem::code)
                .containsExactly("report.downgrade-by-two");
    }

    @Test
    void theBeneficiaryApprovingAndALevelTooLow() {
        HazardReport report =
                plant.confirmed(plant.submitted(Submission.of("护栏缺失"), List.of(Plant.worker("H001", "赵"))));
        plant.decided(report);
        Award award = plant.awards(report).get(0);
        List<Problem> own = refused(
                plant.find(report.id()), () -> plant.does(Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE)));
        assertThat(own).extracting(Problem::code).containsExactly("award.beneficiary-never-approves");
        List<Problem> low = refused(
                plant.find(report.id()),
                () -> plant.does(Actor.person("D001", Role.DUTY_HEAD), award, AwardAct.of(AwardAction.APPROVE)));
        assertThat(low).extracting(Problem::code).containsExactly("award.approval-level");
    }

    @Test
    void aPersonComplainedOfLearnsNothing() {
        HazardReport report = plant.submitted(Submission.of("x"));
        SubmitCommand command = new SubmitCommand(
                plant.newId(),
                Submission.of("安环部负责人违章指挥"),
                List.of(Plant.worker("W100", "王小明")),
                List.of(PersonId.of("S001")),
                null);
        plant.reporting.reports().submit(Plant.UNIT, command);
        HazardReport about = plant.find(command.reportId());
        assertThat(about.submitted().desk()).isEqualTo("union");
        List<Problem> problems = refused(about, () -> plant.does(Plant.RECEIVER, about, ReportAct.admit()));
        assertThat(problems).extracting(Problem::code).containsExactly("report.not-routed-here");
        assertThat(plant.reporting
                        .reports()
                        .words(Plant.UNIT, about.id(), about.submission().description(), Plant.RECEIVER))
                .isEmpty();
        assertThat(report.submitted().desk()).isEqualTo("safety");
    }

    @Test
    void codesAndNumbersAPersonTyped() {
        assertThat(catchThrowable(() -> ClaimCode.parse("abc"))).hasMessageContaining("26");
        ReceiptNumber receipt = plant.submitted(Submission.of("x")).receipt();
        char last = receipt.value().charAt(14);
        String wrong = receipt.value().substring(0, 14)
                + (last == '7' ? '8' : '7')
                + receipt.value().substring(15);
        assertThat(catchThrowable(() -> ReceiptNumber.parse(wrong)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(wrong);
        assertThat(ReceiptNumber.parse(" " + receipt.value().toLowerCase(Locale.ROOT)))
                .isEqualTo(receipt);
    }
}
