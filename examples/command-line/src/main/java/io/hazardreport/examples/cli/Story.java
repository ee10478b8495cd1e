package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.AwardCommand;
import io.hazardreport.DecideCommand;
import io.hazardreport.HazardReporting;
import io.hazardreport.ReportCommand;
import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Role;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.Route;
import io.hazardreport.worker.Circumstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the people of the demo do, each at his own time: steps wait in order of time, and each takes the report as it then
 * is.
 */
final class Story {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Planned(Instant at, int order, Runnable step) {}

    private final HazardReporting reporting;
    private final Instant end;
    private final PriorityQueue<Planned> steps =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
    private int order;
    private int requests;

    Story(HazardReporting reporting, Instant end) {
        this.reporting = reporting;
        this.end = end;
    }

    int size() {
        return steps.size();
    }

    /** Runs every step that lies before the end of the story. */
    void run(Consumer<Integer> progress) {
        int done = 0;
        while (!steps.isEmpty()) {
            steps.remove().step().run();
            progress.accept(++done);
        }
    }

    private void plan(Instant at, Runnable step) {
        if (at.isBefore(end)) {
            steps.add(new Planned(at, order++, step));
        }
    }

    private HazardReport find(ReportId id) {
        return reporting.reports().find(Workspace.UNIT, id).orElseThrow();
    }

    /** This actor does this to the report at that time. */
    void act(Instant at, ReportId id, Actor actor, ReportAct act) {
        plan(at, () -> {
            ReportCommand command = new ReportCommand(id, find(id).version(), "demo-" + ++requests, actor, act, at);
            reporting.reports().perform(Workspace.UNIT, command);
        });
    }

    /** Admitted and checked; answers when the check began. */
    Instant check(Instant reported, ReportId id, Actor receiver) {
        Instant admitted = reported.plus(Duration.ofHours(3));
        Instant checking = admitted.plus(Duration.ofHours(5));
        act(admitted, id, receiver, ReportAct.admit());
        act(checking, id, receiver, ReportAct.startVerification("V001", "V002"));
        act(
                checking.plus(Duration.ofHours(2)),
                id,
                Crew.VERIFIER,
                FollowUp.talkByDelegate("安办〔2024〕1号", "与报告人核对了时间、地点、现象和建议"));
        return checking;
    }

    void confirm(Instant at, ReportId id, Assessment assessment) {
        act(at, id, Crew.VERIFIER, ReportAct.confirm(assessment));
    }

    static Assessment assessment(String tier, String item, String basis) {
        return Assessment.of(tier.equals("MAJOR") ? LegalGrade.MAJOR : LegalGrade.GENERAL, tier, item, basis);
    }

    /** Fixed at once and closed; answers when. */
    Instant fixNow(Instant confirmed, ReportId id) {
        Instant done = confirmed.plus(Duration.ofHours(20));
        act(confirmed.plus(Duration.ofHours(1)), id, Crew.HEAD, ReportAct.startFix("R001"));
        act(
                done,
                id,
                Crew.RECTIFIER,
                ReportAct.complete("已整改", picture(Evidence.Stage.BEFORE), picture(Evidence.Stage.AFTER)));
        return recheck(done, id);
    }

    Instant recheck(Instant done, ReportId id) {
        Instant closed = done.plus(Duration.ofHours(26));
        act(closed, id, Crew.RECHECKER, ReportAct.acceptRecheck());
        act(closed.plus(Duration.ofHours(4)), id, Crew.SECOND, ReportAct.of(ReportAction.ANSWER, "已整改销号，谢谢您的报告"));
        return closed;
    }

    /** Entered in the ledger with its items. */
    Instant plan(Instant confirmed, ReportId id, Actor by, int days, boolean six) {
        Instant planned = confirmed.plus(Duration.ofHours(18));
        LocalDate finish = LocalDate.ofInstant(planned, ZONE).plusDays(days);
        act(planned, id, by, ReportAct.plan(items(finish, six)));
        act(
                planned.plus(Duration.ofHours(1)),
                id,
                Crew.HEAD,
                new ReportAct.SetInterim(FreeText.of("隔离、警示并专人看护"), "R001", planned.plus(Duration.ofDays(days + 30L))));
        return planned;
    }

    static RectificationPlan items(LocalDate finish, boolean six) {
        return new RectificationPlan(
                "R001",
                FreeText.of("更换、加固并验收"),
                Money.ofYuan(2600),
                FreeText.NONE,
                finish,
                "综合应急预案 2024 版",
                six ? FreeText.of("彻底消除并恢复本质安全") : FreeText.NONE);
    }

    /** Looked at again after a while: it has held. */
    void holds(Instant closed, ReportId id) {
        act(
                closed.plus(Duration.ofDays(32)),
                id,
                Crew.RECHECKER,
                new FollowUp.Verdict(ReportAction.CHECK_EFFECT, true, FreeText.of("现场复看，未见反复")));
    }

    Instant complete(Instant at, ReportId id) {
        act(
                at,
                id,
                Crew.RECTIFIER,
                ReportAct.complete("已按方案整改", picture(Evidence.Stage.BEFORE), picture(Evidence.Stage.AFTER)));
        return at;
    }

    static Evidence picture(Evidence.Stage stage) {
        String digest = stage == Evidence.Stage.AFTER ? "b".repeat(64) : "a".repeat(64);
        return new Evidence(stage, "demo/" + stage, digest, 100_000, "image/jpeg");
    }

    /** Decided, approved, paid and confirmed, or refused by a second person. */
    void reward(Instant confirmed, ReportId id, Map<String, Money> amounts, Set<Circumstance> circumstances) {
        Instant decided = confirmed.plus(Duration.ofDays(4));
        plan(decided, () -> {
            Map<Integer, Set<Circumstance>> found = new HashMap<>();
            if (!circumstances.isEmpty()) {
                found.put(1, circumstances);
            }
            reporting
                    .awards()
                    .decide(
                            Workspace.UNIT,
                            DecideCommand.plain(id, find(id).version(), "demo-" + ++requests, Crew.ADJUDICATOR)
                                    .adjudicating(amounts)
                                    .finding(found)
                                    .at(decided));
        });
        Instant approved = decided.plus(Duration.ofDays(1));
        plan(
                approved,
                () -> open(id).forEach(award -> {
                    Actor approver = award.terms().approval() == Role.PRINCIPAL ? Crew.PRINCIPAL : Crew.HEAD;
                    AwardAction action = award.terms().isRefusal() ? AwardAction.DECLINE : AwardAction.APPROVE;
                    act(award, approver, AwardAct.of(action), approved);
                }));
        Instant payable = approved.plus(Duration.ofHours(2));
        plan(
                payable,
                () -> granted(id)
                        .forEach(a -> act(a, Crew.ADJUDICATOR, AwardAct.of(AwardAction.MAKE_PAYABLE), payable)));
        Instant paid = payable.plus(Duration.ofDays(3));
        plan(paid, () -> granted(id).forEach(award -> pay(id, award, paid)));
    }

    /** Through an agency, it is the worker himself who says that he has it. */
    private void pay(ReportId id, Award award, Instant at) {
        String voucher = "凭证-" + ++requests;
        if (award.terms().route() != Route.AGENCY) {
            act(award, Crew.FINANCE, AwardAct.confirmed(voucher), at);
            return;
        }
        act(award, Crew.FINANCE, new AwardAct(AwardAction.HAND_TO_AGENCY, "", voucher), at);
        PersonId worker = reporting
                .reports()
                .reporters(Workspace.UNIT, id, Crew.RECEIVER)
                .get(award.terms().ordinal() - 1)
                .person();
        Award handed = reporting.awards().find(Workspace.UNIT, award.id()).orElseThrow();
        act(handed, Actor.person(worker.value()), AwardAct.confirmed("本人签收"), at);
    }

    private List<Award> open(ReportId id) {
        return reporting.awards().ofReport(Workspace.UNIT, id).stream()
                .filter(award -> !award.obligations().isEmpty())
                .toList();
    }

    private List<Award> granted(ReportId id) {
        return open(id).stream().filter(award -> !award.terms().isRefusal()).toList();
    }

    private void act(Award award, Actor actor, AwardAct act, Instant at) {
        reporting
                .awards()
                .perform(
                        Workspace.UNIT,
                        new AwardCommand(award.id(), award.version(), "demo-" + ++requests, actor, act, at));
    }
}
