package io.hazardreport;

import io.hazardreport.base.AwardId;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.Source;
import io.hazardreport.base.Text;
import io.hazardreport.category.Attribute;
import io.hazardreport.category.HazardClass;
import io.hazardreport.category.HazardItem;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.MajorHazardTable;
import io.hazardreport.category.ReportKind;
import io.hazardreport.category.ReportSource;
import io.hazardreport.category.Tier;
import io.hazardreport.channel.Absence;
import io.hazardreport.channel.Channel;
import io.hazardreport.channel.ChannelTest;
import io.hazardreport.channel.ChannelType;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.Roster;
import io.hazardreport.channel.Shift;
import io.hazardreport.deadline.Due;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.Pause;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.evidence.EvidencePairs;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.StoredFile;
import io.hazardreport.fund.FundMonth;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.fund.SafetyExpense;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Identity;
import io.hazardreport.intake.IntakeAdvice;
import io.hazardreport.intake.IntakeReason;
import io.hazardreport.intake.Verdict;
import io.hazardreport.journal.Entry;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.recognition.Merit;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.recognition.PointsMove;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.Origin;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Separation;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Submitted;
import io.hazardreport.report.TalkKind;
import io.hazardreport.report.Visibility;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.PaymentBatch;
import io.hazardreport.reward.PaymentOrder;
import io.hazardreport.reward.PaymentResult;
import io.hazardreport.reward.RewardCase;
import io.hazardreport.similarity.Likeness;
import io.hazardreport.similarity.SimilarityPoints;
import io.hazardreport.similarity.SimilaritySettings;
import io.hazardreport.similarity.Trait;
import io.hazardreport.statistics.MonthlyReturn;
import io.hazardreport.statistics.Period;
import io.hazardreport.statistics.PeriodRule;
import io.hazardreport.statistics.Value;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One filled-in sample of every public record a host writes or reads as JSON. */
final class JsonSamples {

    private static final Instant AT = GoldenEvent.AT;
    private static final LocalDate DAY = LocalDate.parse("2024-10-15");
    private static final ReportId REPORT = GoldenReports.REPORT;
    private static final ReceiptNumber RECEIPT =
            ReceiptNumber.of(LocalDate.parse("2024-09-27"), new byte[] {1, 7, 2, 9, 30, 11});
    private static final Source LAW = new Source("安全生产法", "74", "2021-09-01");
    private static final Problem PROBLEM =
            Problem.of("report.field-missing", "reportId", "-", "≥ 1").from(LAW);
    private static final Obligation DUTY = GoldenReports.owed("VERIFICATION", Role.VERIFIER, "V001", true);
    private static final FreeText WORDS = FreeText.of("二号泵防护罩松动");
    private static final Actor ACTOR = Actor.person("S001", Role.RECEIVER);
    private static final Evidence PHOTO =
            new Evidence(Evidence.Stage.FOUND, "photo-1", "a1".repeat(32), 20_480, "image/jpeg", AT);

    private static final Shift SHIFT = new Shift(AT, AT.plusSeconds(3600), Role.DUTY_HEAD, PersonId.of("D001"), "白班");
    private static final Absence AWAY =
            new Absence(AT, AT.plusSeconds(3600), PersonId.of("S001"), Optional.of(PersonId.of("S003")), true);
    private static final Channel CHANNEL = new Channel(ChannelType.PHONE, "0512-0000000");

    private JsonSamples() {}

    /** What a host hands in or sets. */
    static List<Object> handedIn() {
        List<Object> all = new ArrayList<>();
        all.addAll(terms());
        all.addAll(commands());
        all.addAll(acts());
        return all;
    }

    private static Collection<Object> terms() {
        return List.of(
                Plant.UNIT,
                REPORT,
                AwardId.of(REPORT.value()),
                PersonId.of("W100"),
                Employee.of("W100", "workshop-1"),
                new RedeemCommand("request-1", ACTOR, 500),
                new HonourCommand(
                        "request-2",
                        ACTOR,
                        "SAFETY_STAR",
                        2024,
                        "W100",
                        List.of(Employee.of("W100", "workshop-1")),
                        Set.of("workshop-2")),
                RECEIPT,
                Money.parse("1234.50"),
                Text.of("受理", "admit"),
                LAW,
                PROBLEM,
                Limit.parse("15 working days forward by 17:30 cut-off 16:00"),
                new Due(AT, DAY),
                new Pause(AT, AT.plusSeconds(3600)),
                new Period(YearMonth.parse("2024-10"), LocalDate.parse("2024-09-21"), LocalDate.parse("2024-10-20")),
                new PeriodRule(20),
                SimilarityPoints.STANDARD,
                SimilaritySettings.STANDARD,
                new EvidencePolicy(1024, Set.of("image/jpeg")),
                SHIFT,
                AWAY,
                new Roster(List.of(SHIFT), List.of(AWAY)),
                CHANNEL,
                new ChannelTest("safety", CHANNEL, DAY, true, PersonId.of("S001")),
                new Attribute("RISK_COLOUR", "RED", Text.of("红", "red"), "risk map"),
                new HazardItem("E05", HazardClass.E, Text.of("联锁", "interlock"), List.of(LAW), List.of(LAW), "五"),
                new Tier("MAJOR", Text.of("重大", "major"), LegalGrade.MAJOR),
                new MajorHazardTable.Row("E05", "HAZCHEM", LAW, "read"));
    }

    private static Collection<Object> commands() {
        Submission submission = new Submission(
                ReportKind.HAZARD,
                ReportSource.SELF_REPORT,
                "app",
                "E05",
                WORDS,
                FreeText.of("合成车间"),
                FreeText.of("加装联锁"),
                List.of(PHOTO),
                AT,
                true,
                true,
                "ledger#1",
                "已整改");
        Declaration declaration = Plant.worker("W100", "某某");
        return List.of(
                ACTOR,
                Identity.of("W100", "某某"),
                declaration,
                PHOTO,
                Plant.OPERATIVE.withAgency("agency-3"),
                submission,
                new SubmitCommand(REPORT, submission, List.of(declaration), List.of(PersonId.of("S002")), AT)
                        .withClaimCode(ClaimCode.parse("7K3FQ27K3FQ27K3FQ27K3FQ27K"))
                        .handedInBy(PersonId.of("T007")),
                new ReportCommand(REPORT, 3, "request-1", ACTOR, ReportAct.of(ReportAction.ADMIT, "尽快"), AT),
                new AwardAct(AwardAction.CONFIRM_PAID, "OK", "voucher-1"),
                new AwardCommand(
                        AwardId.of(REPORT.value()), 2, "request-2", ACTOR, AwardAct.confirmed("voucher-1"), AT),
                new DecideCommand(
                        REPORT,
                        4,
                        "request-3",
                        ACTOR,
                        Map.of("considerable", Money.ofYuan(300)),
                        Map.of(1, Set.of(Circumstance.OWN_DUTY)),
                        Map.of("points", 30L),
                        Map.of("extra", "制度第 7 条"),
                        Map.of(1, 10_000),
                        Map.of("potentialLoss", "120000.00"),
                        Map.of(1, Map.of("duty", "NORMAL")),
                        AT));
    }

    static List<ReportAct> acts() {
        Assessment found = new Assessment(
                LegalGrade.MAJOR, "MAJOR", "A", "E05", Map.of("cause", "MANAGEMENT"), "GB 50140", WORDS, true, true);
        return List.of(
                ReportAct.of(ReportAction.ADMIT, "尽快"),
                ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "转质量部"),
                ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "转质量部"),
                ReportAct.startVerification("V001", "V002"),
                ReportAct.confirm(found),
                new ReportAct.MarkDuplicate(REPORT),
                new ReportAct.Link(LinkKind.DUPLICATE_OF_THIS, REPORT),
                new ReportAct.Split(List.of(REPORT)),
                new ReportAct.Transfer("park-utilities", REPORT, WORDS),
                ReportAct.startFix("R001"),
                ReportAct.plan(Plant.sixItems()),
                ReportAct.complete("已更换", PHOTO),
                new ReportAct.SetInterim(WORDS, "R002", AT),
                new ReportAct.Notice(ReportAction.NOTIFY_AUTHORITY, "隐患报-7"),
                new ReportAct.ConfirmJoint(2),
                new ReportAct.DecideReward(1),
                new FollowUp.Until(ReportAction.LIST_SUPERVISION, DAY, "督办-5", WORDS),
                new FollowUp.Talk(TalkKind.HELD, "安办〔2024〕1号", WORDS),
                new FollowUp.Message(Visibility.HANDLERS, WORDS, List.of(PHOTO)),
                new FollowUp.Verdict(ReportAction.DECIDE_SUGGESTION, true, WORDS),
                new FollowUp.Suspect("E05", "安监总管三〔2017〕121号", FreeText.of("动火")),
                new FollowUp.Relate(LinkKind.CONTAINED_IN, REPORT),
                new FollowUp.Reassign("V001", "V003", WORDS));
    }

    /** What the library answers; always whole. */
    static List<Object> results() {
        Owed owed = new Owed(
                "report",
                REPORT.value(),
                RECEIPT.value(),
                DUTY,
                OwedStatus.OVERDUE,
                List.of("V001"),
                List.of(PersonId.of("V001")),
                3);
        RewardCase theCase = GoldenAwards.theCase();
        PaymentBatch batch = GoldenAwards.batch();
        FundMonth month = new FundMonth(
                "SAFETY_EXPENSE",
                YearMonth.parse("2024-10"),
                Money.ofYuan(1),
                Money.ofYuan(2),
                Money.ofYuan(3),
                Money.ofYuan(4),
                Money.ofYuan(5),
                Money.ofYuan(6),
                Money.ofYuan(-2),
                Money.ofYuan(7));
        PointsMove move = new PointsMove(PointsMove.Kind.EARNED, DAY, 30, "award-1", DAY.plusYears(1));
        Merit merit = new Merit("W100", "workshop-1", 5, 4, 300, 30, 1, Money.ofYuan(400));
        Text sentence = Text.of("请核查", "verify, please");
        io.hazardreport.similarity.Reason near = new io.hazardreport.similarity.Reason(Trait.NEAR_TIME, 5, 20);
        Explanation explanation = GoldenAwards.explanation();
        ImportResult.Line line = new ImportResult.Line(3, true, PROBLEM);
        FundStatement.Line fund = new FundStatement.Line(
                "SAFETY_EXPENSE",
                Money.ofYuan(20_000),
                Money.ofYuan(1),
                Money.ofYuan(2),
                Money.ofYuan(3),
                Money.ofYuan(6),
                Money.ofYuan(4));
        List<Object> all = new ArrayList<>(List.of(
                DUTY,
                owed,
                new Reminder(owed, "OVERDUE-1", Role.SAFETY_HEAD, List.of(PersonId.of("H001")), true, sentence),
                new Receipt(
                        REPORT,
                        RECEIPT,
                        ClaimCode.parse("7K3FQ27K3FQ27K3FQ27K3FQ27K"),
                        List.of(PROBLEM),
                        IntakeAdvice.of("已整改")),
                new TimelineEntry(AT, Text.of("已受理", "admitted"), "谢谢", false),
                new ImportResult(3, 1, 1, 1, 0, List.of(line), List.of(REPORT)),
                line,
                new ProbableDuplicate(REPORT, RECEIPT, ReportState.ADMITTED, 70, List.of(near)),
                near,
                new Likeness(REPORT, 20, List.of(near)),
                new io.hazardreport.worker.Reason("OWN_DUTY", Treatment.LOWER_TIER, LAW),
                new IntakeAdvice(Verdict.INSUFFICIENT, List.of(IntakeReason.NO_PLACE)),
                new StoredFile("photo-1", "a1".repeat(32), 20_480, "image/jpeg"),
                new EvidencePairs(List.of(new EvidencePairs.Pair(PHOTO, PHOTO)), List.of(PHOTO)),
                new EvidencePairs.Pair(PHOTO, PHOTO),
                new FundStatement(2024, List.of(fund), List.of(month)),
                month,
                fund,
                GoldenAwards.CASH.bearing(),
                GoldenAwards.CASH,
                new Entry(REPORT.value(), "PAY", 1, "SAFETY_EXPENSE", 2024, 25_000, 5_000, AT, "voucher-1"),
                new RewardDecision(REPORT, 1, "2024-1", Role.SAFETY_HEAD, explanation, theCase),
                explanation,
                explanation.grants().get(0),
                explanation.fired().get(0),
                explanation.refused().get(0),
                explanation.capped().get(0),
                explanation.shut().get(0),
                explanation.joint().get(0),
                theCase,
                theCase.reporters().get(0),
                theCase.reporters().get(0).refusals().get(0),
                theCase.earlier().get(0),
                batch,
                batch.lines().get(0),
                new PaymentOrder(
                        batch.number(),
                        batch.lines().get(0),
                        "SAFETY_EXPENSE",
                        "某某",
                        "W100",
                        Text.of("安全贡献奖励", "safety contribution award"),
                        Text.of("安全生产费用", "safety production expense"),
                        PaymentResult.OPEN),
                new Claimant(1, 1, REPORT, AT, reporter()),
                new SafetyExpense.Row("HAZCHEM", SafetyExpense.Applies.YES, "危险品生产与储存企业", "read"),
                new HandedOver.Refused(REPORT, RECEIPT.value(), List.of(PROBLEM)),
                new HandedOver(
                        List.of(REPORT), List.of(new HandedOver.Refused(REPORT, RECEIPT.value(), List.of(PROBLEM)))),
                desk(),
                new Routed(Optional.of(desk()), Text.of("12350", "12350"), Optional.empty()),
                new ChannelTests.Untested(desk(), CHANNEL),
                move,
                new PointsAccount.Line(move, 30),
                new PointsAccount(List.of(new PointsAccount.Line(move, 30)), 30),
                merit,
                new HonourRule.Nomination(1, merit, HonourRule.Standing.NOMINATED),
                new HazardReport.Proposal("S001", Role.RECEIVER, "QUALITY"),
                new HazardReport.Paused(AT, DAY, AT),
                new HazardReport.ExtensionAsked("V001", DAY),
                new HazardReport.Linked(LinkKind.FOLLOWS, REPORT),
                new Origin(Plant.UNIT, REPORT, RECEIPT),
                Plant.sixItems(),
                ((ReportAct.Grading) acts().get(4)).assessment(),
                reporter()));
        all.add(new ReportEvent(
                ReportAct.startFix("R001"),
                "H001",
                Role.SAFETY_HEAD,
                AT,
                "2024-1",
                ReportState.CONFIRMED,
                ReportState.RECTIFYING,
                List.of(DUTY),
                List.of("TALK"),
                List.of(Separation.RECTIFIER_NEVER_RECHECKS)));
        all.add(new AwardEvent(
                AwardAct.of(AwardAction.APPROVE),
                "H001",
                Role.SAFETY_HEAD,
                AT,
                "2024-1",
                AwardState.PROPOSED,
                AwardState.APPROVED,
                List.of(DUTY),
                List.of("APPROVAL")));
        return all;
    }

    private static Desk desk() {
        return new Desk(
                "safety",
                Text.of("安全环保部", "Safety department"),
                List.of(PersonId.of("S001")),
                List.of(PersonId.of("S003")),
                Set.of("workshop-1"),
                Set.of("E"),
                Set.of(LegalGrade.MAJOR),
                Role.RECEIVER,
                List.of(CHANNEL),
                Optional.of(Text.of("工作日", "weekdays")));
    }

    private static Reporter reporter() {
        return new Reporter(1, "P-3f9k2mq7", Confidentiality.RECEIVER_ONLY, Plant.OPERATIVE, true, false);
    }

    /** What the library answers and nobody hands back: texts for people, and the submission as it was taken in. */
    static List<Object> written() {
        MonthlyReturn.Row row = new MonthlyReturn.Row("closedRate", new Value.Rate(3, 4), new Value.NotCounted());
        return List.of(
                Submitted.here(Submission.of("护栏缺失"), RECEIPT, List.of(reporter()), "safety", "标准 五", "夜班")
                        .asPartOf(REPORT)
                        .from(new Origin(Plant.UNIT, REPORT, RECEIPT))
                        .by("T007"),
                new Value.Count(7),
                new Value.Amount(Money.ofYuan(100)),
                new Value.Rate(3, 4),
                new Value.NotCounted(),
                row,
                new MonthlyReturn(
                        Plant.UNIT,
                        new PeriodRule(20).period(YearMonth.parse("2024-10")),
                        LocalDate.parse("2023-12-21"),
                        LocalDate.parse("2024-10-20"),
                        List.of(row),
                        2,
                        1));
    }
}
