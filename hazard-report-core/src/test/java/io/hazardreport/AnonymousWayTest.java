package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.ReportId;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.Route;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A reporter nobody knows goes the whole way with nothing but his claim code. */
class AnonymousWayTest {

    private final Plant plant = new Plant();

    private Receipt submitted() {
        ReportId id = plant.newId();
        return plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                id,
                                Submission.of("夜班有人短接安全门"),
                                List.of(Declaration.anonymous(Plant.OPERATIVE)),
                                List.of(),
                                null));
    }

    private static Actor holder(Receipt receipt) {
        return Actor.anonymous(
                ClaimCode.parse(Objects.requireNonNull(receipt.claimCode()).show()));
    }

    private List<String> timeline(Receipt receipt, Actor reporter) {
        return plant.reporting.timelines().of(Plant.UNIT, receipt.reportId(), reporter).stream()
                .map(entry -> entry.text().zh())
                .toList();
    }

    @Test
    void fromTheReceiptToThePaymentThroughACustodian() {
        Receipt receipt = submitted();
        Actor reporter = holder(receipt);
        assertThat(timeline(receipt, reporter)).anyMatch(line -> line.startsWith("下一步"));
        assertThat(plant.reporting.reports().reporters(Plant.UNIT, receipt.reportId(), Plant.RECEIVER))
                .allSatisfy(known -> assertThat(known.name()).isEmpty());

        HazardReport checking = plant.verifying(plant.find(receipt.reportId()));
        HazardReport unfounded = plant.does(
                Plant.VERIFIER, checking, ReportAct.because(ReportAction.FIND_UNFOUNDED, "NOT_SEEN", "未见异常"));
        HazardReport appealed = plant.does(reporter, unfounded, ReportAct.of(ReportAction.APPEAL, "请夜里去看"));
        HazardReport again = plant.does(Plant.UNION, appealed, ReportAct.of(ReportAction.UPHOLD_APPEAL));
        assertThat(again.state()).isEqualTo(ReportState.ADMITTED);
        HazardReport confirmed = plant.does(
                Plant.SECOND_VERIFIER, plant.checking(again, "V002", "V003"), ReportAct.confirm(Plant.general()));
        HazardReport closed = plant.closed(confirmed);
        HazardReport gone = plant.does(reporter, closed, ReportAct.of(ReportAction.CONFIRM_GONE));

        plant.decided(gone);
        Award award = plant.awards(gone).get(0);
        assertThat(award.terms().route()).isEqualTo(Route.CUSTODIAN);
        Award approved = plant.does(Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE));
        Award payable = plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
        Award paid = plant.does(reporter, payable, AwardAct.confirmed("保管人当面交付"));
        assertThat(paid.state()).isEqualTo(AwardState.PAID);

        List<String> seen = timeline(receipt, reporter);
        assertThat(seen).hasSizeGreaterThan(8);
        assertThat(seen).contains("奖励 100.00 元已发放").anyMatch(line -> line.startsWith("复查合格"));
    }

    @Test
    void withoutTheCodeOrWithAnotherTheReportIsNotThere() {
        Receipt receipt = submitted();
        Actor other = holder(submitted());
        for (Actor stranger : List.of(other, Plant.WORKER, Plant.PRINCIPAL)) {
            assertThatThrownBy(() -> timeline(receipt, stranger)).hasMessageContaining("report.not-found");
            HazardReport report = plant.find(receipt.reportId());
            assertThat(plant.reporting
                            .reports()
                            .check(
                                    Plant.UNIT,
                                    plant.command(stranger, report, ReportAct.of(ReportAction.TAKE_BACK_NAME))))
                    .isNotEmpty();
        }
    }

    @Test
    void theCodeIsShownOnceAndStoredNowhere() {
        ReportId id = plant.newId();
        SubmitCommand command = new SubmitCommand(
                id, Submission.of("护栏缺失"), List.of(Declaration.anonymous(Plant.OPERATIVE)), List.of(), null);
        String code = Objects.requireNonNull(
                        plant.reporting.reports().submit(Plant.UNIT, command).claimCode())
                .show();
        String signs = code.replace("-", "");
        Receipt retried = plant.reporting.reports().submit(Plant.UNIT, command);
        assertThat(retried.claimCode()).isNull();
        assertThat(plant.find(id).history().toString()).doesNotContain(code, signs);
        assertThat(plant.journal.sealed(Plant.UNIT, id.value()).toString()).doesNotContain(code, signs);
    }
}
