package io.hazardreport;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.Journal;
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
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A small plant with the example scheme: its people, its clock, and the steps they take. */
public final class Plant {

    public static final UnitId UNIT = UnitId.of("example-plant");
    public static final Actor WORKER = Actor.person("W100");
    public static final Actor RECEIVER = Actor.person("S001", Role.RECEIVER);
    public static final Actor VERIFIER = Actor.person("V001", Role.VERIFIER);
    public static final Actor SECOND_VERIFIER = Actor.person("V002", Role.VERIFIER);
    public static final Actor RECTIFIER = Actor.person("R001", Role.RECTIFIER);
    public static final Actor RECHECKER = Actor.person("C001", Role.RECHECKER);
    public static final Actor SAFETY_HEAD = Actor.person("H001", Role.SAFETY_HEAD);
    public static final Actor DUTY_HEAD = Actor.person("D001", Role.DUTY_HEAD);
    public static final Actor PRINCIPAL = Actor.person("P001", Role.PRINCIPAL);
    public static final Actor UNION = Actor.person("U001", Role.UNION);
    public static final Actor ADJUDICATOR = Actor.person("A001", Role.ADJUDICATOR);
    public static final Actor FINANCE = Actor.person("F001", Role.FINANCE);

    public static final Standing OPERATIVE = Standing.of(JobRole.OPERATIVE, Employment.REGULAR, "workshop-1");

    public final SettableClock clock = new SettableClock("2024-09-02T01:00:00Z");
    public final Journal journal;
    public final HazardReporting reporting;
    private int requests;

    public Plant() {
        this(new InMemoryJournal());
    }

    public Plant(Journal journal) {
        this(journal, ExampleScheme.json());
    }

    public Plant(Journal journal, String scheme) {
        this(journal, scheme, IdSource.secure());
    }

    /** With ids and receipts from a source of its own, so that they come out the same each time. */
    public Plant(Journal journal, String scheme, IdSource ids) {
        this.journal = journal;
        this.reporting = HazardReporting.of(journal, keys(), clock, ids);
        reporting.schemes().load(UNIT, scheme);
    }

    private static FileKeyService keys() {
        try {
            Path folder = Files.createTempDirectory("plant");
            return FileKeyService.openOrCreate(folder.resolve("vault.keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ReportId newId() {
        return ReportId.of(UUID.randomUUID());
    }

    public String newRequest() {
        return "request-" + ++requests;
    }

    /** Reported by {@link #WORKER}, his name known to the receiver only. */
    public HazardReport submitted(Submission submission) {
        return submitted(submission, List.of(worker("W100", "王小明")));
    }

    public static Declaration worker(String person, String name) {
        return Declaration.named(person, name, Confidentiality.RECEIVER_ONLY, OPERATIVE);
    }

    public HazardReport submitted(Submission submission, List<Declaration> reporters) {
        ReportId id = newId();
        reporting.reports().submit(UNIT, new SubmitCommand(id, submission, reporters, List.of(), null));
        return find(id);
    }

    public HazardReport find(ReportId id) {
        return reporting.reports().find(UNIT, id).orElseThrow();
    }

    /** A minute later, this actor does this. */
    public HazardReport does(Actor actor, HazardReport report, ReportAct act) {
        clock.pass(Duration.ofMinutes(1));
        return reporting.reports().perform(UNIT, command(actor, report, act));
    }

    public ReportCommand command(Actor actor, HazardReport report, ReportAct act) {
        return new ReportCommand(report.id(), report.version(), newRequest(), actor, act, null);
    }

    public Award does(Actor actor, Award award, AwardAct act) {
        clock.pass(Duration.ofMinutes(1));
        return reporting
                .awards()
                .perform(UNIT, new AwardCommand(award.id(), award.version(), newRequest(), actor, act, null));
    }

    public HazardReport verifying(HazardReport report) {
        HazardReport admitted = does(RECEIVER, report, ReportAct.admit());
        return checking(admitted);
    }

    /** Under check by two, and its reporter talked to. */
    public HazardReport checking(HazardReport admitted) {
        return checking(admitted, "V001", "V002");
    }

    /** Under check by these, and its reporter talked to. */
    public HazardReport checking(HazardReport admitted, String... verifiers) {
        HazardReport checking = does(RECEIVER, admitted, ReportAct.startVerification(verifiers));
        return does(VERIFIER, checking, FollowUp.talkByDelegate("安办〔2024〕1号", "与报告人核对了情况"));
    }

    public HazardReport confirmed(HazardReport report) {
        return does(VERIFIER, verifying(report), ReportAct.confirm(general()));
    }

    /** Found major: proposed by one verifier, concluded by the other. */
    public HazardReport confirmedMajor(HazardReport report) {
        HazardReport proposed =
                does(SECOND_VERIFIER, verifying(report), ReportAct.propose(ReportAction.CONFIRM, "MAJOR", "符合判定标准"));
        return does(VERIFIER, proposed, ReportAct.confirm(major()));
    }

    /** Found major after all: proposed by one verifier, concluded by the other. */
    public HazardReport regradedMajor(HazardReport report) {
        HazardReport proposed =
                does(SECOND_VERIFIER, report, ReportAct.propose(ReportAction.REGRADE, "MAJOR", "符合判定标准"));
        return does(VERIFIER, proposed, ReportAct.regrade(major()));
    }

    /** Somebody watches over the place for a month. */
    public ReportAct guarded() {
        return new ReportAct.SetInterim(
                FreeText.of("拉警戒带，专人监护"), "R001", clock.instant().plus(Duration.ofDays(30)));
    }

    public static Assessment general() {
        return Assessment.of(LegalGrade.GENERAL, "GENERAL", "E99", "GB 50140");
    }

    public static Assessment major() {
        return Assessment.of(LegalGrade.MAJOR, "MAJOR", "E05", "安监总管三〔2017〕121号");
    }

    public HazardReport fixed(HazardReport confirmed) {
        HazardReport fixing = does(SAFETY_HEAD, confirmed, ReportAct.startFix("R001"));
        return does(RECTIFIER, fixing, ReportAct.complete("已更换", before(), after()));
    }

    public HazardReport closed(HazardReport confirmed) {
        return does(RECHECKER, fixed(confirmed), ReportAct.acceptRecheck());
    }

    public RewardDecision decided(HazardReport report) {
        clock.pass(Duration.ofMinutes(1));
        return reporting
                .awards()
                .decide(UNIT, DecideCommand.plain(report.id(), report.version(), newRequest(), ADJUDICATOR));
    }

    public RewardDecision decided(HazardReport report, Map<String, Money> adjudicated) {
        clock.pass(Duration.ofMinutes(1));
        return reporting
                .awards()
                .decide(
                        UNIT,
                        DecideCommand.plain(report.id(), report.version(), newRequest(), ADJUDICATOR)
                                .adjudicating(adjudicated));
    }

    public List<Award> awards(HazardReport report) {
        return reporting.awards().ofReport(UNIT, report.id());
    }

    /** Approved, made payable and paid. */
    public Award paid(Award award) {
        Actor approver = award.terms().approval() == Role.PRINCIPAL ? PRINCIPAL : SAFETY_HEAD;
        Award approved = does(approver, award, AwardAct.of(AwardAction.APPROVE));
        Award payable = does(ADJUDICATOR, approved, AwardAct.of(AwardAction.MAKE_PAYABLE));
        return does(FINANCE, payable, AwardAct.confirmed("voucher-1"));
    }

    public static Evidence before() {
        return new Evidence(Evidence.Stage.BEFORE, "photo-1", "a".repeat(64), 1024, "image/jpeg");
    }

    public static Evidence after() {
        return new Evidence(Evidence.Stage.AFTER, "photo-2", "b".repeat(64), 2048, "image/jpeg");
    }

    /** All five items. */
    public static RectificationPlan fiveItems() {
        return new RectificationPlan(
                "R001",
                FreeText.of("更换防护罩并加装联锁"),
                Money.ofYuan(3000),
                FreeText.NONE,
                LocalDate.parse("2024-09-30"),
                "应急预案-03",
                FreeText.NONE);
    }

    /** All six. */
    public static RectificationPlan sixItems() {
        RectificationPlan five = fiveItems();
        return new RectificationPlan(
                five.responsible(),
                five.measures(),
                five.funds(),
                five.noFundsReason(),
                five.finishBy(),
                five.emergencyPlan(),
                FreeText.of("彻底消除，恢复本质安全"));
    }
}
