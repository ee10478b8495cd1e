package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.ReportKind;
import io.hazardreport.fund.FundMonth;
import io.hazardreport.fund.FundStatement;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Entry;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Obligation;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.Branch;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Visibility;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardState;
import io.hazardreport.worker.Circumstance;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever people try, in whatever order: after each step the invariants hold. Used on every store. */
public final class RandomLife {

    private static final List<Actor> PEOPLE = List.of(
            Plant.WORKER,
            Plant.RECEIVER,
            Plant.VERIFIER,
            Plant.SECOND_VERIFIER,
            Plant.RECTIFIER,
            Plant.RECHECKER,
            Plant.SAFETY_HEAD,
            Plant.DUTY_HEAD,
            Plant.PRINCIPAL,
            Plant.UNION,
            Plant.ADJUDICATOR,
            Plant.FINANCE);

    private final Plant plant;
    private final List<ReportId> reports = new ArrayList<>();
    private int accepted;

    public RandomLife(Plant plant) {
        this.plant = plant;
    }

    /** How many of the attempts were accepted. */
    public int accepted() {
        return accepted;
    }

    /** Each number is one attempt. */
    public void live(List<Integer> choices) {
        reports.add(plant.submitted(Submission.of("护栏缺失").withItem("E99")).id());
        for (int choice : choices) {
            attempt(Math.floorMod(choice, 1_000_003));
            check();
        }
    }

    private void attempt(int choice) {
        plant.clock.pass(Duration.ofMinutes(7));
        String asked = "";
        int size = reports.size();
        HazardReport report = plant.find(reports.get(choice % size));
        int kind = choice / 7 % 40;
        try {
            if (kind < 3) {
                submit(kind);
            } else if (kind < 8) {
                decide(report, choice);
            } else if (kind < 18) {
                award(report, choice);
            } else {
                List<ReportAct> usual = usual(report);
                ReportAct act = kind < 34 ? usual.get(choice / 280 % usual.size()) : odd(choice / 280);
                Actor who = kind < 31 ? fit(act, report, choice) : PEOPLE.get(choice / 11 % PEOPLE.size());
                ReportCommand command = plant.command(who, report, act);
                asked = command.toString();
                LifeTraces.again(plant, command, plant.reporting.reports().perform(Plant.UNIT, command));
            }
            accepted++;
        } catch (InvalidInputException refused) {
            LifeTraces.check(refused, asked);
            assertThat(plant.find(report.id()).version()).isEqualTo(report.version());
        }
    }

    private void submit(int kind) {
        Submission submission = Submission.of("隐患 " + reports.size());
        if (kind == 1) {
            submission = submission.withItem("E05").fixed(Plant.before(), Plant.after());
        } else if (kind == 2) {
            submission = reports.size() % 2 == 0
                    ? submission.inDanger().withSuggestion("加装护栏")
                    : submission.withKind(ReportKind.SUGGESTION);
        }
        reports.add(plant.submitted(submission, List.of(Plant.worker("W100", "王小明"), Plant.worker("W101", "陈二")))
                .id());
    }

    /** Somebody whose business it is. */
    private static Actor fit(ReportAct act, HazardReport report, int choice) {
        boolean concludes = act.action() == ReportAction.CONFIRM || act.action() == ReportAction.FIND_UNFOUNDED;
        List<Actor> people = concludes
                ? List.of(Plant.VERIFIER, Plant.SECOND_VERIFIER, Plant.VERIFIER, Plant.SECOND_VERIFIER, Plant.PRINCIPAL)
                : PEOPLE;
        List<Actor> fitting = people.stream()
                .filter(p -> ReportLoop.table()
                        .step(report.state(), act.action())
                        .filter(step -> step.by().stream().anyMatch(p.roles()::contains))
                        .isPresent())
                .toList();
        return fitting.isEmpty() ? Plant.WORKER : fitting.get(choice / 13 % fitting.size());
    }

    /** What moves a report in this state on. */
    private List<ReportAct> usual(HazardReport report) {
        return switch (report.state()) {
            case SUBMITTED, NOT_ADMITTED, UNFOUNDED, UNVERIFIABLE, DUPLICATE, TRANSFERRED, SETTLED ->
                List.of(
                        ReportAct.admit(),
                        ReportAct.admit(),
                        ReportAct.of(ReportAction.APPEAL, "不服"),
                        ReportAct.of(ReportAction.UPHOLD_APPEAL),
                        ReportAct.of(ReportAction.DISMISS_APPEAL, "维持"),
                        new ReportAct.MarkDuplicate(reports.get(0)));
            case ADMITTED ->
                !report.danger()
                        ? List.of(
                                ReportAct.startVerification("V001", "V002"),
                                ReportAct.startVerification("V002", "V003"),
                                new FollowUp.Verdict(ReportAction.SETTLE_SUGGESTION, true, FreeText.of("采纳")))
                        : List.of(
                                ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER),
                                ReportAct.of(ReportAction.STOP_WORK),
                                ReportAct.startVerification("V001", "V002"));
            case VERIFYING ->
                !report.talked()
                        ? List.of(FollowUp.talkByDelegate("安办〔2024〕1号", "已核对"))
                        : List.of(
                                ReportAct.confirm(Plant.general()),
                                ReportAct.confirm(Plant.general()),
                                ReportAct.confirm(Plant.general()),
                                ReportAct.confirm(Plant.major()),
                                ReportAct.propose(ReportAction.CONFIRM, "NOT_MAJOR", "x"),
                                ReportAct.propose(ReportAction.CONFIRM, "MAJOR", "x"),
                                ReportAct.because(ReportAction.FIND_UNFOUNDED, "NO", "x"));
            case CONFIRMED ->
                List.of(
                        ReportAct.startFix("R001"),
                        ReportAct.plan(Plant.fiveItems()),
                        ReportAct.plan(Plant.sixItems()),
                        ReportAct.of(ReportAction.ACCEPT_SPOT_FIX));
            case RECTIFYING ->
                List.of(
                        plant.guarded(),
                        ReportAct.complete("完成", Plant.before(), Plant.after()),
                        new ReportAct.Planning(ReportAction.REVISE_PLAN, Plant.sixItems()));
            case AWAITING_RECHECK ->
                List.of(ReportAct.acceptRecheck(), ReportAct.acceptRecheck(), ReportAct.rejectRecheck("AGAIN", "x"));
            case CLOSED ->
                List.of(
                        ReportAct.regrade(Plant.major()),
                        ReportAct.regrade(Plant.general()),
                        ReportAct.because(ReportAction.REOPEN, "CAME_BACK", "x"),
                        ReportAct.of(ReportAction.APPEAL, "没有根治"),
                        ReportAct.of(ReportAction.UPHOLD_APPEAL),
                        ReportAct.propose(ReportAction.REGRADE, "MAJOR", "x"),
                        new FollowUp.Verdict(ReportAction.CHECK_EFFECT, false, FreeText.of("未保持")));
        };
    }

    private ReportAct odd(int choice) {
        return choice % 3 == 0 ? oddTime(choice / 3) : oddStep(choice / 3);
    }

    /** What moves clocks, hands and links. */
    private ReportAct oddTime(int choice) {
        LocalDate day = LocalDate.ofInstant(plant.clock.instant(), ZoneId.of("Asia/Shanghai"));
        List<ReportAct> odd = List.of(
                FollowUp.pause(day.plusDays(choice % 120), "等待备件"),
                FollowUp.pause(day.plusDays(5), "停产检修"),
                ReportAct.of(ReportAction.RESUME),
                FollowUp.askExtension(LocalDate.parse("2024-10-20"), "备件未到"),
                FollowUp.grantExtension(LocalDate.parse("2024-10-15"), "同意"),
                ReportAct.because(ReportAction.REFUSE_EXTENSION, "NO_REASON", "x"),
                new FollowUp.Reassign("R001", "R002", FreeText.of("离职")),
                new FollowUp.Reassign("V001", "W100", FreeText.of("调岗")),
                new FollowUp.Relate(LinkKind.SAME_CAUSE, reports.get(choice % reports.size())),
                new FollowUp.Relate(LinkKind.CONTAINED_IN, reports.get(0)),
                FollowUp.suspect(choice % 2 == 0 ? "E05" : "E99", "看着像重大"),
                FollowUp.message(Visibility.EVERYBODY, "补充：夜班也有"),
                ReportAct.of(ReportAction.GO_HIGHER, "无人答复"),
                ReportAct.of(ReportAction.ANSWER_HIGHER, "已督促"),
                new FollowUp.Until(ReportAction.LIST_SUPERVISION, day.plusDays(90), "督〔2024〕3号", FreeText.NONE),
                ReportAct.of(ReportAction.RECORD_PROGRESS, "完成三成"),
                new ReportAct.Notice(ReportAction.DELIST, "督〔2024〕9号"),
                new FollowUp.Verdict(ReportAction.DECIDE_SUGGESTION, true, FreeText.of("采纳")),
                new ReportAct.SetInterim(
                        FreeText.of("专人监护"), "R001", plant.clock.instant().plus(Duration.ofDays(9))));
        return odd.get(choice % odd.size());
    }

    private ReportAct oddStep(int choice) {
        RectificationPlan five = Plant.fiveItems();
        List<ReportAct> odd = List.of(
                ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "x"),
                ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "x"),
                ReportAct.because(ReportAction.NOT_ADMIT, "TOO_TRIVIAL", "x"),
                ReportAct.propose(ReportAction.REGRADE, "X", "x"),
                ReportAct.regrade(Plant.major()),
                ReportAct.regrade(Plant.general()),
                ReportAct.confirm(Assessment.of(LegalGrade.GENERAL, "GENERAL", "Z99", "x")),
                ReportAct.plan(new RectificationPlan(
                        "R001", five.measures(), five.funds(), FreeText.NONE, LocalDate.EPOCH, "", FreeText.NONE)),
                ReportAct.of(ReportAction.TAKE_BACK_NAME),
                ReportAct.of(ReportAction.CHECK_PRESSURE, "已谈话"),
                new ReportAct.ConfirmJoint(0),
                ReportAct.of(ReportAction.RAISE_DANGER),
                ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER),
                ReportAct.of(ReportAction.STOP_WORK),
                ReportAct.of(ReportAction.ANSWER, "已答复"),
                new ReportAct.Notice(ReportAction.NOTIFY_AUTHORITY, "报-1"),
                new ReportAct.Notice(ReportAction.NOTIFY_CONGRESS, "职-1"),
                new ReportAct.Transfer("other", FreeText.NONE),
                ReportAct.because(ReportAction.TAKE_BACK_TRANSFER, "REFUSED", "x"),
                ReportAct.of(ReportAction.EVACUATE),
                ReportAct.of(ReportAction.HEAR, "已听取"),
                new ReportAct.Notice(ReportAction.CORRECT_RETURN, "更正-1"),
                new ReportAct.Notice(ReportAction.APPLY_RESUMPTION, "复-1"),
                new ReportAct.Notice(ReportAction.RECORD_RESUMPTION, "验-1"),
                ReportAct.of(ReportAction.PLAN, "not its act"),
                new ReportAct.DecideReward(1),
                new ReportAct.MarkDuplicate(reports.get(choice % reports.size())),
                ReportAct.of(ReportAction.REVIVE),
                ReportAct.acceptRecheck(),
                new ReportAct.SetInterim(FreeText.of("拉警戒带"), "R001", plant.clock.instant()));
        return odd.get(choice % odd.size());
    }

    private void decide(HazardReport report, int choice) {
        Map<String, Money> amounts =
                Map.of("considerable", Money.ofYuan(300), "major", Money.ofYuan(1000 + choice % 4001));
        Map<Integer, Set<Circumstance>> circumstances =
                choice % 5 == 0 ? Map.of(1, Set.of(Circumstance.SELF_MADE)) : Map.of();
        DecideCommand command = DecideCommand.plain(
                        report.id(), report.version(), plant.newRequest(), Plant.ADJUDICATOR)
                .adjudicating(amounts)
                .finding(circumstances);
        LifeTraces.again(plant, command, plant.reporting.awards().decide(Plant.UNIT, command));
    }

    private void award(HazardReport report, int choice) {
        List<Award> awards = plant.awards(report);
        if (awards.isEmpty()) {
            return;
        }
        Award award = awards.get(choice % awards.size());
        List<AwardAct> acts = List.of(
                AwardAct.of(AwardAction.APPROVE),
                AwardAct.of(AwardAction.MAKE_PAYABLE),
                AwardAct.confirmed("v-" + choice),
                AwardAct.because(AwardAction.DECLINE, "X"),
                AwardAct.because(AwardAction.RETURN_PAYMENT, "X"),
                AwardAct.of(AwardAction.WAIVE),
                AwardAct.because(AwardAction.REVOKE, "X"),
                new AwardAct(AwardAction.CLAW_BACK, "FRAUD_PROVEN", "裁决 ruling-1"),
                AwardAct.of(AwardAction.APPEAL),
                AwardAct.of(AwardAction.UPHOLD_APPEAL),
                AwardAct.because(AwardAction.DISMISS_APPEAL, "X"),
                AwardAct.because(AwardAction.PAYMENT_FAILED, "X"),
                new AwardAct(AwardAction.PAY_ON_SPOT, "", "receipt"),
                new AwardAct(AwardAction.HAND_ON_SPOT, "", "receipt"),
                new AwardAct(AwardAction.CLAIM, "", "window"),
                new AwardAct(AwardAction.ENTER_BATCH, "", "batch-" + choice),
                AwardAct.because(AwardAction.PAYMENT_FAILED, "REJECTED"));
        Actor who = PEOPLE.get(choice / 17 % PEOPLE.size());
        AwardCommand command = new AwardCommand(
                award.id(), award.version(), plant.newRequest(), who, acts.get(choice / 23 % acts.size()), null);
        LifeTraces.again(plant, command, plant.reporting.awards().perform(Plant.UNIT, command));
    }

    /** The invariants. */
    public void check() {
        reports.forEach(this::checkReport);
        reports.forEach(id -> LifeTraces.check(plant, id));
        checkMoney();
    }

    private void checkReport(ReportId id) {
        StreamId stream = new StreamId(HazardReport.KIND, id.value());
        List<Event> events = plant.journal.events(Plant.UNIT, stream);
        String hash = Event.NO_HASH;
        for (Event event : events) {
            assertThat(event.hash()).isEqualTo(event.hashAfter(hash));
            hash = event.hash();
        }
        HazardReport report = HazardReport.fold(events);
        assertThat(plant.journal.snapshot(Plant.UNIT, stream)).contains(report.snapshot(hash));
        long main = report.obligations().stream().filter(Obligation::main).count();
        assertThat(main).isEqualTo(ReportLoop.table().isEnd(report.state()) ? 0 : 1);
        checkPromises(report);
        for (ReportEvent event : report.history()) {
            if (event.to() == ReportState.CLOSED && event.from() != ReportState.CLOSED) {
                assertThat(event.action()).isEqualTo(ReportAction.ACCEPT_RECHECK);
                assertThat(event.waived()).isEmpty();
            }
        }
        checkPlan(report);
    }

    /** Within a state a promise moves by an act that says so, and by nothing else. */
    private static void checkPromises(HazardReport report) {
        HazardReport folded = HazardReport.begin(report.id(), report.history().get(0));
        for (ReportEvent event : report.history().subList(1, report.history().size())) {
            HazardReport next = folded.apply(event);
            boolean moved = !folded.mainObligation()
                    .map(Obligation::due)
                    .equals(next.mainObligation().map(Obligation::due));
            if (moved && event.from() == event.to()) {
                assertThat(event.action())
                        .isIn(
                                ReportAction.PAUSE,
                                ReportAction.RESUME,
                                ReportAction.GRANT_EXTENSION,
                                ReportAction.REVISE_PLAN);
            }
            folded = next;
        }
    }

    /** Not fixed at once: all five items at closing; major at closing: all six. */
    private static void checkPlan(HazardReport report) {
        List<ReportEvent> history = report.history();
        HazardReport folded = HazardReport.begin(report.id(), history.get(0));
        for (ReportEvent event : history.subList(1, history.size())) {
            if (event.action() == ReportAction.ACCEPT_RECHECK) {
                boolean major = folded.grade() == LegalGrade.MAJOR;
                if (major || folded.branch().filter(Branch.PLANNED::equals).isPresent()) {
                    assertThat(folded.plan().orElseThrow().missing(major)).isEmpty();
                }
                assertThat(folded.rectifiers()).doesNotContain(event.actor());
            }
            folded = folded.apply(event);
        }
    }

    private void checkMoney() {
        long released = 0;
        Map<String, Long> perPerson = new HashMap<>();
        for (ReportId id : reports) {
            for (Award award : plant.reporting.awards().ofReport(Plant.UNIT, id)) {
                List<Entry> entries = plant.reporting.awards().entries(Plant.UNIT, award.id());
                long paid = 0;
                for (Entry entry : entries) {
                    paid += entry.kind().equals("PAY")
                            ? entry.fen()
                            : entry.kind().equals("RETURN") ? -entry.fen() : 0;
                    assertThat(paid).isBetween(0L, award.terms().amount().fen());
                }
                assertThat(paid)
                        .isEqualTo(
                                award.state() == AwardState.PAID
                                        ? award.terms().amount().fen()
                                        : 0);
                boolean open = switch (award.state()) {
                    case PROPOSED, APPROVED, ANNOUNCED, PAYABLE, PAID -> true;
                    case DECLINED, WAIVED, EXPIRED, REVOKED, CLAWED_BACK, OVERTURNED -> false;
                };
                released += open ? award.terms().amount().fen() : 0;
                if (open) {
                    perPerson.merge(
                            award.terms().ordinal() == 1 ? "W100" : "W101",
                            award.terms().amount().fen(),
                            Long::sum);
                }
                assertThat(award.terms().amount()).isLessThanOrEqualTo(Money.ofYuan(5000));
            }
        }
        FundStatement statement = plant.reporting.figures().funds(Plant.UNIT, 2024);
        FundStatement.Line line = statement.lines().get(0);
        assertThat(line.used().fen()).isEqualTo(released);
        if (!statement.months().isEmpty()) {
            FundMonth last = statement.months().get(statement.months().size() - 1);
            assertThat(last.closing()).isEqualTo(line.reserved().plus(line.committed()));
        }
        assertThat(line.used()).isEqualTo(line.reserved().plus(line.committed()).plus(line.paid()));
        assertThat(plant.journal.used(Plant.UNIT, new CounterKey("budget:SAFETY_EXPENSE", "2024", "")))
                .isEqualTo(line.fromBudget().fen());
        assertThat(line.fromBudget()).isLessThanOrEqualTo(Money.ofYuan(20_000));
        perPerson
                .values()
                .forEach(sum ->
                        assertThat(sum).isLessThanOrEqualTo(Money.ofYuan(6000).fen()));
    }
}
