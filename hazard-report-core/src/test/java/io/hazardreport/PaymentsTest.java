package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.exchange.CsvReader;
import io.hazardreport.exchange.CsvWriter;
import io.hazardreport.exchange.PaymentSheet;
import io.hazardreport.exchange.Sheets;
import io.hazardreport.exchange.Table;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.reward.PaymentOrder;
import io.hazardreport.reward.PaymentResult;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private static final Standing DISPATCHED =
            Standing.of(JobRole.OPERATIVE, Employment.DISPATCHED, "workshop-1").withAgency("某人力公司");

    private final Plant plant = new Plant();

    private Award payable(Declaration reporter) {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压"), List.of(reporter)));
        plant.decided(report);
        return payable(plant.awards(report).get(0));
    }

    private Award payable(Award award) {
        Award approved = plant.does(Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE));
        return plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
    }

    private PaymentBatch gathered() {
        return plant.reporting.payments().gather(Plant.UNIT, plant.newRequest(), Plant.FINANCE);
    }

    private List<PaymentOrder> orders(PaymentBatch batch) {
        return plant.reporting.payments().orders(Plant.UNIT, batch.number(), Plant.FINANCE);
    }

    private Award find(Award award) {
        return plant.reporting.awards().find(Plant.UNIT, award.id()).orElseThrow();
    }

    /** Finance's file: batch, line, voucher, result, reason. */
    private ImportResult confirmed(PaymentBatch batch, String... rows) {
        List<List<String>> cells = new ArrayList<>();
        for (String row : rows) {
            List<String> line = new ArrayList<>(List.of(batch.number().value()));
            line.addAll(List.of(row.split(",", -1)));
            cells.add(line);
        }
        Table table = Table.of(List.of("批次", "行号", "凭证号", "结果", "原因"), cells);
        return plant.reporting.payments().confirm(Plant.UNIT, CsvWriter.writeForExcel(table), Plant.FINANCE);
    }

    @Test
    void financeGetsWhomToPayHowMuchAndFromWhichSourceAndNothingOfTheReport() {
        Award award = payable(Plant.worker("W100", "王小明"));
        PaymentBatch batch = gathered();
        PaymentOrder order = orders(batch).get(0);
        assertThat(order.payee()).isEqualTo("王小明");
        assertThat(order.payeeId()).isEqualTo("W100");
        assertThat(order.payer()).isEqualTo(Plant.UNIT.value());
        assertThat(order.payItem().zh()).isEqualTo("安全贡献奖励");
        assertThat(order.fundSource().zh()).isEqualTo("安全生产费用");
        assertThat(order.line().gross()).isEqualTo(Money.ofYuan(100));
        assertThat(order.line().net()).isEqualTo(Money.ofYuan(100));
        String file = new String(CsvWriter.write(PaymentSheet.table(orders(batch))), StandardCharsets.UTF_8);
        HazardReport report = plant.find(award.terms().report());
        assertThat(file)
                .contains("王小明", "安全贡献奖励", "100.00")
                .doesNotContain(
                        report.receipt().value(),
                        report.id().toString(),
                        award.id().toString(),
                        award.terms().pseudonym(),
                        award.terms().rule());
        assertThat(order.toString()).doesNotContain("王小明");
    }

    @Test
    void whoLookedAtThePayeesStaysOnTheBatchAndNoNameIsInAnyEvent() {
        payable(Plant.worker("W100", "王小明"));
        PaymentBatch batch = gathered();
        orders(batch);
        List<Event> events = plant.journal.events(Plant.UNIT, PaymentBatch.stream(batch.number()));
        assertThat(events).extracting(Event::type).containsExactly("GATHERED", "PAYEES_SHOWN");
        assertThat(events).extracting(Event::actor).containsOnly("F001");
        assertThat(events).noneMatch(event -> event.payload().toJson().contains("王小明"));
        assertThat(events).noneMatch(event -> event.payload().toJson().contains("W100"));
        assertThatThrownBy(() -> plant.reporting.payments().orders(Plant.UNIT, batch.number(), Plant.SAFETY_HEAD))
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("FINANCE");
        assertThatThrownBy(() -> plant.reporting.payments().gather(Plant.UNIT, "x", Plant.PRINCIPAL))
                .isInstanceOf(ActionRefusedException.class);
    }

    @Test
    void anAwardIsInOneOpenBatchOnly() {
        payable(Plant.worker("W100", "王小明"));
        String request = plant.newRequest();
        PaymentBatch first = plant.reporting.payments().gather(Plant.UNIT, request, Plant.FINANCE);
        assertThat(plant.reporting.payments().gather(Plant.UNIT, request, Plant.FINANCE))
                .isEqualTo(first);
        assertThatThrownBy(this::gathered)
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("payment.nothing-payable");
        payable(Plant.worker("W101", "陈二"));
        assertThat(gathered().lines()).hasSize(1);
        assertThat(plant.reporting.payments().batches(Plant.UNIT)).hasSize(2).contains(first);
    }

    @Test
    void whatTheBankIsPayingNobodyTakesAwayMeanwhile() {
        Award award = payable(Plant.worker("W100", "王小明"));
        PaymentBatch batch = gathered();
        for (Actor actor : List.of(Plant.WORKER, Plant.PRINCIPAL)) {
            AwardAction action = actor == Plant.WORKER ? AwardAction.WAIVE : AwardAction.REVOKE;
            assertThatThrownBy(() -> plant.does(actor, find(award), AwardAct.because(action, "X")))
                    .isInstanceOf(ActionRefusedException.class)
                    .hasMessageContaining(batch.number().value());
        }
        confirmed(batch, "1,回单-7,失败,账号有误");
        assertThat(plant.does(Plant.WORKER, find(award), AwardAct.of(AwardAction.WAIVE))
                        .state())
                .isEqualTo(AwardState.WAIVED);
    }

    @Test
    void failedAndReturnedLinesArePaidAgainInALaterBatchAndNothingTwice() {
        Award award = payable(Plant.worker("W100", "王小明"));
        PaymentBatch first = gathered();
        assertThat(confirmed(first, "1,记-1,失败,户名不符").taken()).isEqualTo(1);
        PaymentBatch second = gathered();
        assertThat(second.lines().get(0).attempt()).isEqualTo(2);
        assertThat(confirmed(second, "1,记-2,已付,").taken()).isEqualTo(1);
        assertThat(confirmed(second, "1,记-2,已付,").unchanged()).isEqualTo(1);
        assertThat(confirmed(second, "1,记-2,退回,账户已销户").taken()).isEqualTo(1);
        assertThat(confirmed(second, "1,记-2,已付,").unchanged()).isEqualTo(1);
        PaymentBatch third = gathered();
        assertThat(third.lines().get(0).attempt()).isEqualTo(3);
        assertThat(confirmed(third, "1,记-3,PAID,").taken()).isEqualTo(1);
        assertThat(plant.reporting.awards().entries(Plant.UNIT, award.id()))
                .extracting(entry -> entry.kind() + " " + entry.round() + " " + entry.reference())
                .containsExactly("RESERVE 1 ", "COMMIT 1 ", "PAY 1 记-2", "RETURN 1 记-2", "PAY 2 记-3");
        assertThat(plant.reporting.payments().results(Plant.UNIT, first)).containsEntry(1, PaymentResult.FAILED);
        assertThat(plant.reporting.payments().results(Plant.UNIT, second)).containsEntry(1, PaymentResult.RETURNED);
        assertThat(plant.reporting.payments().results(Plant.UNIT, third)).containsEntry(1, PaymentResult.PAID);
        assertThat(confirmed(first, "1,记-9,已付,").lines())
                .extracting(line -> line.problem().code())
                .containsExactly("payment.line-settled");
    }

    @Test
    void everyRowIsTakenRefusedWithItsPlaceOrUnchanged() {
        payable(Plant.worker("W100", "王小明"));
        payable(Plant.worker("W101", "陈二"));
        PaymentBatch batch = gathered();
        ImportResult result = confirmed(
                batch, "1,记-1,已付,", "2,,已付,", "2,记-3,大概吧,", "9,记-4,已付,", "2,记-5,失败,他不要了", "2,,,", "1,记-6,已付,");
        assertThat(result.rows()).isEqualTo(7);
        assertThat(result.taken()).isEqualTo(1);
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(5);
        assertThat(result.lines())
                .extracting(line -> line.number() + " " + line.problem().code())
                .containsExactly(
                        "3 payment.bad-cell",
                        "4 payment.bad-cell",
                        "5 payment.no-such-line",
                        "6 payment.bad-cell",
                        "8 payment.line-settled");
        assertThat(result.lines().get(1).problem().path()).isEqualTo("row[4].结果");
        assertThat(result.lines().get(1).problem().text().zh()).contains("大概吧", "已付/PAID");
    }

    @Test
    void aFileWithoutTheNeededColumnsIsRefusedAsAWhole() {
        byte[] file = CsvWriter.write(Table.of(List.of("行号", "凭证号"), List.of(List.of("1", "x"))));
        assertThatThrownBy(() -> plant.reporting.payments().confirm(Plant.UNIT, file, Plant.FINANCE))
                .hasMessageContaining("payment.no-column");
    }

    @Test
    void theWorkbookFilledInIsReadAgain() throws IOException {
        payable(Plant.worker("W100", "王小明"));
        PaymentBatch batch = gathered();
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        Sheets.write(book, List.of(PaymentSheet.sheet(orders(batch))));
        ImportResult untouched = plant.reporting.payments().confirm(Plant.UNIT, book.toByteArray(), Plant.FINANCE);
        assertThat(untouched.rows()).isEqualTo(1);
        assertThat(untouched.unchanged()).isEqualTo(1);
        Table table = CsvReader.read(CsvWriter.writeForExcel(PaymentSheet.table(orders(batch))));
        List<String> cells = new ArrayList<>(table.rows().get(0).cells());
        cells.set(14, "记-1");
        cells.set(15, "paid");
        Table filled = Table.of(table.header().cells(), List.of(cells));
        assertThat(plant.reporting
                        .payments()
                        .confirm(Plant.UNIT, CsvWriter.write(filled), Plant.FINANCE)
                        .taken())
                .isEqualTo(1);
    }

    @Test
    void throughAnAgencyTheLineStaysOpenUntilTheWorkerHimselfConfirmsEvenAfterHeLeft() {
        Award award = payable(Declaration.named("W300", "赵派遣", Confidentiality.RECEIVER_ONLY, DISPATCHED));
        PaymentBatch batch = gathered();
        PaymentOrder order = orders(batch).get(0);
        assertThat(order.payee()).isEqualTo("某人力公司");
        assertThat(order.payeeId()).isEqualTo("W300");
        confirmed(batch, "1,转-1,已付,");
        assertThat(find(award).state()).isEqualTo(AwardState.PAYABLE);
        assertThat(plant.reporting.payments().results(Plant.UNIT, batch)).containsEntry(1, PaymentResult.HANDED);
        Actor worker = Actor.person("W300");
        assertThat(plant.reporting.timelines().of(Plant.UNIT, award.terms().report(), worker))
                .extracting(entry -> entry.text().zh())
                .anyMatch(text -> text.contains("收到后请本人确认"));
        assertThatThrownBy(() -> plant.does(Plant.FINANCE, find(award), AwardAct.confirmed("x")))
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("award.worker-confirms");
        plant.clock.pass(Duration.ofDays(400));
        assertThat(plant.reporting.obligations().overdueRewards(Plant.UNIT, plant.clock.instant()))
                .anyMatch(owed -> owed.obligation().code().equals("PAYMENT")
                        && owed.obligation().owner() == Role.FINANCE
                        && owed.daysLate() > 380);
        Award paid = plant.does(worker, find(award), AwardAct.confirmed("收到"));
        assertThat(paid.state()).isEqualTo(AwardState.PAID);
        assertThat(paid.obligations()).isEmpty();
        assertThat(plant.reporting.payments().results(Plant.UNIT, batch)).containsEntry(1, PaymentResult.PAID);
        assertThat(confirmed(batch, "1,转-2,已付,").unchanged()).isEqualTo(1);
    }

    @Test
    void whatAGiverHandsADispatchedWorkerOnTheSpotIsOpenUntilTheWorkerConfirmsAndIsNotPaidAgainMeanwhile() {
        HazardReport report = plant.confirmed(plant.submitted(
                Submission.of("灭火器失压"),
                List.of(Declaration.named("W300", "赵派遣", Confidentiality.RECEIVER_ONLY, DISPATCHED))));
        plant.decided(report);
        Award award = plant.awards(report).get(0);
        assertThatThrownBy(() ->
                        plant.does(Plant.DUTY_HEAD, award, new AwardAct(AwardAction.PAY_ON_SPOT, "", "receipt-1")))
                .isInstanceOf(ActionRefusedException.class)
                .hasMessageContaining("award.hand-on-spot")
                .hasMessageContaining("HAND_ON_SPOT");
        AwardAct hand = new AwardAct(AwardAction.HAND_ON_SPOT, "", "receipt-1");
        assertThatThrownBy(() -> plant.does(Plant.PRINCIPAL, award, hand))
                .hasMessageContaining("award.not-on-the-spot");
        Award handed = plant.does(Plant.DUTY_HEAD, award, hand);
        assertThat(handed.state()).isEqualTo(AwardState.PAYABLE);
        assertThatThrownBy(this::gathered).hasMessageContaining("payment.nothing-payable");
        Actor worker = Actor.person("W300");
        assertThatThrownBy(() -> plant.does(worker, handed, AwardAct.of(AwardAction.WAIVE)))
                .hasMessageContaining("award.handed");
        assertThatThrownBy(() -> plant.does(Plant.FINANCE, handed, AwardAct.confirmed("receipt-1")))
                .hasMessageContaining("award.worker-confirms");
        assertThat(plant.reporting.timelines().of(Plant.UNIT, report.id(), worker))
                .extracting(entry -> entry.text().zh())
                .anyMatch(text -> text.contains("当场交付，请本人确认收到"));
        Award paid = plant.does(worker, handed, AwardAct.confirmed("收到"));
        assertThat(paid.state()).isEqualTo(AwardState.PAID);
        assertThat(paid.obligations()).isEmpty();
        assertThat(plant.reporting.awards().entries(Plant.UNIT, award.id()))
                .extracting(entry -> entry.kind() + " " + entry.round())
                .containsExactly("RESERVE 1", "COMMIT 1", "PAY 1");
    }

    @Test
    void whatNeverReachedTheDispatchedWorkerIsPaidThroughTheAgencyAfterAll() {
        HazardReport report = plant.confirmed(plant.submitted(
                Submission.of("灭火器失压"),
                List.of(Declaration.named("W300", "赵派遣", Confidentiality.RECEIVER_ONLY, DISPATCHED))));
        plant.decided(report);
        Award handed = plant.does(
                Plant.DUTY_HEAD, plant.awards(report).get(0), new AwardAct(AwardAction.HAND_ON_SPOT, "", "receipt-1"));
        Award failed = plant.does(Plant.FINANCE, handed, AwardAct.because(AwardAction.PAYMENT_FAILED, "NOT_RECEIVED"));
        assertThat(failed.owes("CONFIRM_RECEIPT")).isFalse();
        assertThat(gathered().lines()).hasSize(1);
    }

    @Test
    void anAnonymousReporterIsPaidThroughACustodianWhoIsToldNoName() {
        HazardReport report = plant.confirmed(
                plant.submitted(Submission.of("灭火器失压"), List.of(Declaration.anonymous(Plant.OPERATIVE))));
        plant.decided(report);
        payable(plant.awards(report).get(0));
        PaymentOrder order = orders(gathered()).get(0);
        assertThat(order.payee()).isEmpty();
        assertThat(order.payeeId()).isEmpty();
        assertThat(order.line().route().displayName().zh()).contains("保管人");
    }

    @Test
    void whoIsComplainedOfNeitherGathersNorSeesWhoReportedHim() {
        ReportId id = plant.newId();
        plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                id,
                                Submission.of("灭火器失压"),
                                List.of(Plant.worker("W100", "王小明")),
                                List.of(PersonId.of("F001")),
                                null));
        HazardReport heard = plant.does(Plant.UNION, plant.find(id), ReportAct.of(ReportAction.HEAR, "本人陈述"));
        HazardReport report = plant.confirmed(heard);
        plant.decided(report);
        payable(plant.awards(report).get(0));
        assertThatThrownBy(this::gathered).hasMessageContaining("payment.nothing-payable");
        Actor other = Actor.person("F002", Role.FINANCE);
        PaymentBatch batch = plant.reporting.payments().gather(Plant.UNIT, plant.newRequest(), other);
        assertThat(orders(batch).get(0).payee()).isEmpty();
        assertThat(orders(batch).get(0).payeeId()).isEmpty();
        assertThat(plant.reporting.payments().orders(Plant.UNIT, batch.number(), other))
                .extracting(PaymentOrder::payee)
                .containsExactly("王小明");
    }

    @Test
    void taxIsTakenOutOfAnAmountThatIncludesItAndBorneOnTopOfOneThatDoesNot() {
        String taxed = ExampleScheme.json().replace("\"payment\": { ", "\"payment\": { \"taxPercent\": \"20\", ");
        Plant including = new Plant(new InMemoryJournal(), taxed);
        PaymentBatch.Line inside = line(including, Plant.worker("W100", "王小明"));
        assertThat(List.of(inside.gross(), inside.tax(), inside.net(), inside.transfer()))
                .containsExactly(Money.ofYuan(100), Money.ofYuan(20), Money.ofYuan(80), Money.ofYuan(80));
        PaymentBatch.Line agency =
                line(including, Declaration.named("W300", "赵派遣", Confidentiality.RECEIVER_ONLY, DISPATCHED));
        assertThat(agency.transfer()).isEqualTo(Money.ofYuan(100));
        String onTop = taxed.replace(
                "\"remainder\": \"ONE_FEN_EACH\",", "\"remainder\": \"ONE_FEN_EACH\", \"taxIncluded\": false,");
        PaymentBatch.Line outside = line(new Plant(new InMemoryJournal(), onTop), Plant.worker("W100", "王小明"));
        assertThat(List.of(outside.gross(), outside.tax(), outside.net()))
                .containsExactly(Money.ofYuan(125), Money.ofYuan(25), Money.ofYuan(100));
    }

    @Test
    void aCollectiveAndGoodsArePaidByTheirValueWithoutTax() {
        String more = "{ \"collective\": { \"to\": \"WORKSHOP\", \"cash\": \"300.00\" }, \"goods\": "
                + "{ \"code\": \"HELMET\", \"zh\": \"安全帽\", \"en\": \"helmet\", \"value\": \"80.00\" } }";
        Plant generous = new Plant(
                new InMemoryJournal(),
                ExampleScheme.json()
                        .replace("\"payment\": { ", "\"payment\": { \"taxPercent\": \"20\", ")
                        .replace(
                                "{ \"code\": \"praise\"",
                                "{ \"code\": \"more\", \"zh\": \"另奖\", \"en\": \"more\", \"when\": { \"tier\": [\"GENERAL\"] }, "
                                        + "\"then\": " + more + " },\n { \"code\": \"praise\""));
        HazardReport report = generous.confirmed(generous.submitted(Submission.of("灭火器失压")));
        generous.decided(report);
        for (Award award : generous.awards(report)) {
            Award approved = generous.does(Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE));
            generous.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
        }
        Payments payments = generous.reporting.payments();
        PaymentBatch batch = payments.gather(Plant.UNIT, generous.newRequest(), Plant.FINANCE);
        assertThat(payments.orders(Plant.UNIT, batch.number(), Plant.FINANCE))
                .extracting(order -> order.line().component() + " " + order.payee() + " " + order.payeeId() + " "
                        + order.line().gross() + " - " + order.line().tax())
                .containsExactlyInAnyOrder(
                        "CASH 王小明 W100 100.00 - 20.00",
                        "COLLECTIVE WORKSHOP workshop-1 300.00 - 0.00",
                        "GOODS 王小明 W100 80.00 - 0.00");
    }

    private static PaymentBatch.Line line(Plant plant, Declaration reporter) {
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压"), List.of(reporter)));
        plant.decided(report);
        Award approved = plant.does(Plant.SAFETY_HEAD, plant.awards(report).get(0), AwardAct.of(AwardAction.APPROVE));
        plant.does(Plant.ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
        return plant.reporting
                .payments()
                .gather(Plant.UNIT, plant.newRequest(), Plant.FINANCE)
                .lines()
                .get(0);
    }
}
