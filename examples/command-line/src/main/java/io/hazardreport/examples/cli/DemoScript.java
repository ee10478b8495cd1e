package io.hazardreport.examples.cli;

import io.hazardreport.Actor;
import io.hazardreport.HazardReporting;
import io.hazardreport.ReportCommand;
import io.hazardreport.base.Money;
import io.hazardreport.base.ReportId;
import io.hazardreport.exchange.LedgerRow;
import io.hazardreport.identity.FreeText;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import io.hazardreport.worker.Circumstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the rows of the bundled ledger into the story they claim. */
final class DemoScript {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final HazardReporting reporting;
    private final Story story;
    private final Map<String, ReportId> byTag = new HashMap<>();
    private int confirmed;

    DemoScript(HazardReporting reporting, Story story) {
        this.reporting = reporting;
        this.story = story;
    }

    Map<String, ReportId> byTag() {
        return byTag;
    }

    /** Plans all steps of all rows. */
    void plan(List<LedgerRow> rows, List<ReportId> ids) {
        for (int i = 0; i < rows.size(); i++) {
            tags(rows.get(i), ids.get(i));
        }
        for (int i = 0; i < rows.size(); i++) {
            plan(rows.get(i), ids.get(i));
        }
    }

    private void tags(LedgerRow row, ReportId id) {
        for (String tag : List.of(
                "danger",
                "joint",
                "boss",
                "major",
                "duplicate-a",
                "duplicate-b",
                "late",
                "dispatched",
                "spot",
                "split")) {
            if (row.remark().contains("[" + tag + "]")) {
                byTag.put(tag, id);
            }
        }
    }

    private boolean is(String tag, ReportId id) {
        return id.equals(byTag.get(tag));
    }

    private void plan(LedgerRow row, ReportId id) {
        HazardReport report = reporting.reports().find(Workspace.UNIT, id).orElseThrow();
        Instant at = report.submittedAt();
        String claimed = report.submission().claimedState();
        if (report.danger()) {
            story.act(at.plus(Duration.ofMinutes(2)), id, Crew.DUTY, ReportAct.of(ReportAction.STOP_WORK));
            story.act(at.plus(Duration.ofMinutes(6)), id, Crew.DUTY, ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER));
        }
        if (report.isMajorOrSuspected()) {
            Instant until = at.plus(Duration.ofDays(30));
            story.act(
                    at.plus(Duration.ofMinutes(50)),
                    id,
                    Crew.HEAD,
                    new ReportAct.SetInterim(FreeText.of("停用、隔离并专人监护"), "R001", until));
        }
        if (is("joint", id)) {
            for (String partner : List.of("E1036", "E1037")) {
                story.act(at.plus(Duration.ofHours(1)), id, Actor.person(partner), new ReportAct.ConfirmJoint(0));
            }
        }
        switch (claimed) {
            case "NOT_ADMITTED" -> notAdmitted(at, id);
            case "TRANSFERRED" -> {
                story.act(
                        at.plus(Duration.ofHours(3)),
                        id,
                        Crew.HEAD,
                        ReportAct.propose(ReportAction.TRANSFER, "THEIRS", "场所由邻近单位管理"));
                story.act(
                        at.plus(Duration.ofHours(4)),
                        id,
                        Crew.RECEIVER,
                        new ReportAct.Transfer("邻近单位（虚构）", FreeText.NONE));
                answer(at.plus(Duration.ofHours(30)), id, "场所由其他单位管理，已移交并看护");
                story.act(
                        at.plus(Duration.ofHours(20)),
                        id,
                        Crew.HEAD,
                        ReportAct.of(ReportAction.HAND_OVER, "已书面移交，邻厂签收"));
            }
            case "DUPLICATE" -> duplicate(at, id);
            case "UNFOUNDED" -> found(at, id, ReportAction.FIND_UNFOUNDED, "NOT_AS_DESCRIBED", "现场与描述不符");
            case "UNVERIFIABLE" -> found(at, id, ReportAction.FIND_UNVERIFIABLE, "TOO_LITTLE", "线索不足，欢迎补充");
            case "SUBMITTED" -> {
                // waits to be admitted
            }
            default -> handled(row, report, claimed);
        }
    }

    private void answer(Instant at, ReportId id, String words) {
        story.act(at, id, Crew.RECEIVER, ReportAct.of(ReportAction.ANSWER, words));
    }

    private void notAdmitted(Instant at, ReportId id) {
        story.act(
                at.plus(Duration.ofHours(2)),
                id,
                Crew.RECEIVER,
                ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "属质量事项"));
        story.act(
                at.plus(Duration.ofHours(6)),
                id,
                Crew.SECOND,
                ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "属质量事项，已转质量管理部门"));
        answer(at.plus(Duration.ofHours(30)), id, "已转质量管理部门，您可以申诉");
    }

    private void duplicate(Instant at, ReportId id) {
        ReportId first = byTag.get("duplicate-a");
        if (first != null && is("duplicate-b", id)) {
            story.act(at.plus(Duration.ofHours(2)), id, Crew.RECEIVER, new ReportAct.MarkDuplicate(first));
            answer(at.plus(Duration.ofHours(20)), id, "已有同事先报告同一隐患，处理结果会同样告知您");
        }
    }

    private void found(Instant at, ReportId id, ReportAction action, String reason, String words) {
        Instant checking = story.check(at, id, Crew.RECEIVER);
        if (reporting.reports().find(Workspace.UNIT, id).orElseThrow().isMajorOrSuspected()) {
            story.act(
                    checking.plus(Duration.ofHours(19)),
                    id,
                    Crew.SECOND_VERIFIER,
                    ReportAct.propose(action, reason, words));
        }
        story.act(checking.plus(Duration.ofHours(20)), id, Crew.VERIFIER, ReportAct.because(action, reason, words));
        answer(checking.plus(Duration.ofHours(40)), id, words);
    }

    private void handled(LedgerRow row, HazardReport report, String claimed) {
        ReportId id = report.id();
        Instant at = report.submittedAt();
        if (is("split", id)) {
            story.act(at.plus(Duration.ofMinutes(30)), id, Crew.HEAD, ReportAct.of(ReportAction.ANSWER, "含两项隐患，将拆分处理"));
        }
        Instant checking = story.check(is("late", id) ? at.plus(Duration.ofDays(3)) : at, id, Crew.RECEIVER);
        Instant confirmedAt = checking.plus(Duration.ofHours(20));
        confirmed++;
        boolean suspected = report.isMajorOrSuspected();
        String item = report.item().isEmpty() ? "E99" : report.item();
        String tier = confirmed % 9 == 0 ? "CONSIDERABLE" : "GENERAL";
        boolean staysMajor = suspected && is("major", id);
        if (suspected) {
            downgraded(confirmedAt, id, item);
        } else {
            story.confirm(confirmedAt, id, assessment(report, tier, item));
        }
        if (staysMajor) {
            Assessment major = Story.assessment("MAJOR", item, "安监总管三〔2017〕121号，专家复核");
            story.act(
                    confirmedAt.plus(Duration.ofHours(9)),
                    id,
                    Crew.SECOND_VERIFIER,
                    ReportAct.propose(ReportAction.REGRADE, "MAJOR", "专家复核，构成重大"));
            story.act(confirmedAt.plus(Duration.ofHours(10)), id, Crew.VERIFIER, ReportAct.regrade(major));
        }
        if (!report.submission().suggestion().isEmpty()) {
            story.act(
                    confirmedAt.plus(Duration.ofHours(2)),
                    id,
                    Crew.HEAD,
                    new FollowUp.Verdict(ReportAction.DECIDE_SUGGESTION, true, FreeText.of("建议可行，已采纳")));
        }
        repaired(row, report, claimed, confirmedAt, staysMajor);
        if (report.submission().source().countsAsInternalReport()) {
            story.reward(confirmedAt, id, amounts(), circumstances());
        }
    }

    private static Assessment assessment(HazardReport report, String tier, String item) {
        Assessment found = Story.assessment(tier, item, "单位隐患判定标准（示例）");
        return report.submission().suggestion().isEmpty() ? found : found.withSuggestionAdopted();
    }

    /** A suspicion that did not hold: proposed from outside the line, decided by the principal. */
    private void downgraded(Instant at, ReportId id, String item) {
        story.act(
                at.minus(Duration.ofHours(1)),
                id,
                Crew.UNION,
                ReportAct.propose(ReportAction.CONFIRM, "NOT_MAJOR", "不符合判定标准"));
        story.act(at, id, Crew.PRINCIPAL, ReportAct.confirm(Story.assessment("GENERAL", item, "判定标准逐条对照，不构成重大")));
    }

    private void repaired(LedgerRow row, HazardReport report, String claimed, Instant at, boolean major) {
        ReportId id = report.id();
        boolean planned = major || is("late", id) || "PLANNED".equals(row.effort());
        boolean done = claimed.equals("CLOSED");
        if (report.submission().fixedOnTheSpot() && !planned) {
            story.fixNow(at, id);
        } else if (!planned && done) {
            story.fixNow(at, id);
        } else if (!planned) {
            story.act(at.plus(Duration.ofHours(1)), id, Crew.HEAD, ReportAct.startFix("R001"));
        } else {
            Instant entered = story.plan(at, id, major ? Crew.PRINCIPAL : Crew.HEAD, major ? 25 : 10, major);
            if (major) {
                story.act(
                        entered.plus(Duration.ofHours(2)),
                        id,
                        Crew.PRINCIPAL,
                        new ReportAct.Notice(ReportAction.NOTIFY_AUTHORITY, "报-2024-01"));
                story.act(
                        entered.plus(Duration.ofHours(3)),
                        id,
                        Crew.UNION,
                        new ReportAct.Notice(ReportAction.NOTIFY_CONGRESS, "职代会 2024-4"));
            }
            if (done) {
                Duration work = is("late", id) ? Duration.ofDays(16) : Duration.ofDays(major ? 20 : 6);
                story.holds(story.recheck(story.complete(entered.plus(work), id), id), id);
            }
        }
    }

    private Map<String, Money> amounts() {
        return Map.of("considerable", Money.ofYuan(200 + confirmed % 4 * 100L), "major", Money.ofYuan(3000));
    }

    private Set<Circumstance> circumstances() {
        if (confirmed % 40 == 20) {
            return Set.of(Circumstance.SELF_MADE);
        }
        return confirmed % 25 == 10 ? Set.of(Circumstance.OWN_DUTY) : Set.of();
    }

    /** One submission that holds two hazards, split at the desk. */
    void split() {
        ReportId id = byTag.get("split");
        if (id != null) {
            HazardReport report = reporting.reports().find(Workspace.UNIT, id).orElseThrow();
            Instant at = report.submittedAt().plus(Duration.ofMinutes(20));
            ReportCommand command = new ReportCommand(
                    id, report.version(), "demo-split", Crew.RECEIVER, new ReportAct.Split(List.of()), at);
            reporting
                    .reports()
                    .split(
                            Workspace.UNIT,
                            command,
                            List.of(Submission.of("配电箱支路用铜丝代替保险，线皮烤黄")
                                    .withItem("E02")
                                    .withPlace("机修喷漆间")));
        }
    }

    static Instant local(String text) {
        return LocalDate.parse(text).atTime(9, 0).atZone(ZONE).toInstant();
    }
}
