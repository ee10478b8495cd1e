package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.ReportKind;
import io.hazardreport.category.ReportSource;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.similarity.Reason;
import io.hazardreport.similarity.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuplicatesTest {

    private static final Submission LEAK =
            Submission.of("二号反应釜底阀泄漏").withPlace("合成车间 二号反应釜").withItem("E99");
    private static final Submission LEAK_IN_OTHER_WORDS =
            Submission.of("地上一滩物料，是从底部流出来的").withPlace("合成车间2#反应釜").withItem("E99");
    private static final Submission BLOCKED_EXIT =
            Submission.of("安全出口被纸箱堵塞").withPlace("包装车间东门").withItem("E07");

    private final Plant plant = new Plant();

    private HazardReport reportedBy(String person, Submission submission) {
        plant.clock.pass(Duration.ofHours(3));
        return plant.submitted(submission, List.of(Plant.worker(person, "王小明")));
    }

    private List<ProbableDuplicate> duplicatesOf(HazardReport report, Actor actor) {
        return plant.reporting.duplicates().of(Plant.UNIT, report.id(), actor);
    }

    @Test
    void twoReportsOfTheSameLeakingValveAreShownToTheReceiver() {
        HazardReport first = reportedBy("W100", LEAK);
        reportedBy("W300", BLOCKED_EXIT);
        HazardReport second = reportedBy("W200", LEAK_IN_OTHER_WORDS);
        assertThat(duplicatesOf(second, Plant.RECEIVER)).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(first.id());
            assertThat(shown.receipt()).isEqualTo(first.receipt());
            assertThat(shown.state()).isEqualTo(ReportState.SUBMITTED);
            assertThat(shown.score()).isEqualTo(85);
            assertThat(shown.reasons())
                    .extracting(Reason::trait)
                    .containsExactly(Trait.SAME_PLACE, Trait.NEAR_TIME, Trait.SAME_ITEM);
            assertThat(shown.reasons())
                    .extracting(reason -> reason.text().zh())
                    .containsExactly("地点相同（40 分）", "发现时间相近：相差 6 小时（20 分）", "报告事项条目相同（25 分）");
            assertThat(shown.reasons())
                    .extracting(reason -> reason.text().en())
                    .containsExactly(
                            "same place (40 points)",
                            "found at nearly the same time: 6 hours apart (20 points)",
                            "same item of the catalogue (25 points)");
            assertThat(shown.toString()).doesNotContain("W100").doesNotContain("王小明");
        });
        assertThat(duplicatesOf(first, Plant.RECEIVER))
                .extracting(ProbableDuplicate::id)
                .containsExactly(second.id());
    }

    @Test
    void aClosedReportIsShownAndWhatHasFallenOrIsOutsideTheWindowIsNot() {
        HazardReport closed = plant.closed(plant.confirmed(reportedBy("W100", LEAK)));
        HazardReport unfounded = plant.does(
                Plant.VERIFIER,
                plant.verifying(reportedBy("W100", LEAK)),
                ReportAct.because(ReportAction.FIND_UNFOUNDED, "NOT_THERE", "现场阀门完好"));
        HazardReport again = reportedBy("W200", LEAK);
        assertThat(unfounded.state()).isEqualTo(ReportState.UNFOUNDED);
        assertThat(duplicatesOf(again, Plant.RECEIVER))
                .extracting(ProbableDuplicate::id)
                .containsExactly(closed.id());
        plant.clock.pass(Duration.ofDays(31));
        assertThat(duplicatesOf(reportedBy("W300", LEAK), Plant.RECEIVER)).isEmpty();
    }

    @Test
    void anotherKindAndPartsOfTheSameSubmissionAreNotShown() {
        reportedBy("W100", LEAK.withKind(ReportKind.NEAR_MISS));
        HazardReport whole = reportedBy("W200", LEAK);
        ReportCommand split = plant.command(Plant.RECEIVER, whole, ReportAct.admit());
        List<HazardReport> parts = plant.reporting.reports().split(Plant.UNIT, split, List.of(LEAK, LEAK));
        assertThat(parts).hasSize(2);
        assertThat(duplicatesOf(whole, Plant.RECEIVER)).isEmpty();
        assertThat(duplicatesOf(parts.get(0), Plant.RECEIVER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REPORTER", "WORKER", "FINANCE", "SYSTEM"})
    void toWhoeverDoesNotHandleReportsTheyAreNotThere(Role role) {
        HazardReport report = reportedBy("W100", LEAK);
        assertThatThrownBy(() -> duplicatesOf(report, Actor.person("X001", role)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("report.not-found");
        assertThatThrownBy(() -> duplicatesOf(report, Plant.WORKER)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aPersonComplainedOfNeverSeesTheReport() {
        ReportId id = plant.newId();
        plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                id, LEAK, List.of(Plant.worker("W100", "王小明")), List.of(PersonId.of("S001")), null));
        HazardReport second = reportedBy("W200", LEAK);
        assertThat(duplicatesOf(second, Plant.RECEIVER)).isEmpty();
        assertThat(duplicatesOf(second, Plant.SAFETY_HEAD)).hasSize(1);
        assertThatThrownBy(() -> duplicatesOf(plant.find(id), Plant.RECEIVER))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("report.not-found");
    }

    @Test
    void theTimeOfFindingCountsBeforeTheTimeOfHandingIn() {
        HazardReport first = reportedBy("W100", LEAK);
        plant.clock.pass(Duration.ofDays(10));
        HazardReport late = reportedBy("W200", foundAt(first.submittedAt().plusSeconds(3_600)));
        assertThat(duplicatesOf(late, Plant.RECEIVER).get(0).reasons()).contains(new Reason(Trait.NEAR_TIME, 1, 20));
    }

    private static Submission foundAt(Instant foundAt) {
        return new Submission(
                ReportKind.HAZARD,
                ReportSource.SELF_REPORT,
                "",
                LEAK.item(),
                LEAK.description(),
                LEAK.place(),
                FreeText.NONE,
                List.of(),
                foundAt,
                false,
                false,
                "",
                "");
    }
}
