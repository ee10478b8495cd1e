package io.hazardreport;

import static io.hazardreport.loop.Role.ADJUDICATOR;
import static io.hazardreport.loop.Role.DUTY_HEAD;
import static io.hazardreport.loop.Role.PRINCIPAL;
import static io.hazardreport.loop.Role.RECEIVER;
import static io.hazardreport.loop.Role.REPORTER;
import static io.hazardreport.loop.Role.SAFETY_HEAD;
import static io.hazardreport.loop.Role.SYSTEM;
import static io.hazardreport.loop.Role.UNION;
import static io.hazardreport.loop.Role.VERIFIER;
import static io.hazardreport.loop.Role.WORKER;
import static io.hazardreport.report.ReportState.ADMITTED;
import static io.hazardreport.report.ReportState.CLOSED;
import static io.hazardreport.report.ReportState.CONFIRMED;
import static io.hazardreport.report.ReportState.DUPLICATE;
import static io.hazardreport.report.ReportState.RECTIFYING;
import static io.hazardreport.report.ReportState.SUBMITTED;
import static io.hazardreport.report.ReportState.UNFOUNDED;
import static io.hazardreport.report.ReportState.VERIFYING;

import io.hazardreport.evidence.Evidence;
import io.hazardreport.loop.Obligation;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Visibility;
import java.util.List;

/** What happens beside a report's way: danger, talk, time, supervision, links. */
record GoldenFollowUps(GoldenReports reports) {

    void tell() {
        danger();
        reporter();
        time();
        supervision();
        links();
    }

    private void danger() {
        reports.add(
                "",
                WORKER,
                ADMITTED,
                ADMITTED,
                new ReportAct.Simple(ReportAction.RAISE_DANGER, GoldenReports.text(21)),
                List.of(GoldenReports.side("DANGER_ACKNOWLEDGEMENT", DUTY_HEAD)));
        reports.simple(DUTY_HEAD, ADMITTED, ReportAction.ACKNOWLEDGE_DANGER, "DANGER_ACKNOWLEDGEMENT");
        reports.simple(WORKER, ADMITTED, ReportAction.STOP_WORK);
        reports.simple(WORKER, ADMITTED, ReportAction.EVACUATE);
    }

    private void reporter() {
        reports.add("", REPORTER, SUBMITTED, SUBMITTED, new ReportAct.ConfirmJoint(2), GoldenReports.NOTHING);
        reports.add(
                "",
                REPORTER,
                VERIFYING,
                VERIFYING,
                ReportAct.of(ReportAction.TAKE_BACK_NAME),
                List.of(GoldenReports.side("PRESSURE_CHECK", UNION)));
        reports.simple(UNION, VERIFYING, ReportAction.CHECK_PRESSURE, "PRESSURE_CHECK");
        reports.simple(RECEIVER, CLOSED, ReportAction.ANSWER, "REPORTER_ANSWER");
        reports.simple(REPORTER, CLOSED, ReportAction.CONFIRM_GONE, "REPORTER_CONFIRMATION");
        reports.add(
                "",
                REPORTER,
                UNFOUNDED,
                UNFOUNDED,
                new ReportAct.Simple(ReportAction.APPEAL, GoldenReports.text(22)),
                List.of(GoldenReports.side("APPEAL_DECISION", UNION)));
        reports.move(
                UNION,
                UNFOUNDED,
                ADMITTED,
                new ReportAct.Simple(ReportAction.UPHOLD_APPEAL, GoldenReports.text(23)),
                GoldenReports.owed("VERIFICATION_START", RECEIVER, "safety", true));
        reports.simple(UNION, UNFOUNDED, ReportAction.DISMISS_APPEAL, "APPEAL_DECISION");
        reports.add(
                "",
                REPORTER,
                VERIFYING,
                VERIFYING,
                new FollowUp.Message(
                        Visibility.EVERYBODY,
                        GoldenReports.text(24),
                        List.of(GoldenReports.photo(Evidence.Stage.AFTER, null))),
                GoldenReports.NOTHING);
        reports.add(
                "handlers",
                VERIFIER,
                VERIFYING,
                VERIFYING,
                new FollowUp.Message(Visibility.HANDLERS, GoldenReports.text(25), List.of()),
                GoldenReports.NOTHING);
        reports.add(
                "",
                REPORTER,
                VERIFYING,
                VERIFYING,
                new ReportAct.Simple(ReportAction.GO_HIGHER, GoldenReports.text(26)),
                List.of(GoldenReports.side("HIGHER_ANSWER", PRINCIPAL)));
        reports.simple(PRINCIPAL, VERIFYING, ReportAction.ANSWER_HIGHER, "HIGHER_ANSWER");
        reports.add(
                "",
                SAFETY_HEAD,
                CONFIRMED,
                CONFIRMED,
                new FollowUp.Verdict(ReportAction.DECIDE_SUGGESTION, true, GoldenReports.text(27)),
                GoldenReports.NOTHING);
        reports.add(
                "no",
                SAFETY_HEAD,
                CONFIRMED,
                CONFIRMED,
                new FollowUp.Verdict(ReportAction.DECIDE_SUGGESTION, false, GoldenReports.text(27)),
                GoldenReports.NOTHING);
        reports.add(
                "",
                ADJUDICATOR,
                CONFIRMED,
                CONFIRMED,
                new ReportAct.DecideReward(2),
                GoldenReports.NOTHING,
                "REWARD_DECISION");
        reports.add(
                "",
                SYSTEM,
                CONFIRMED,
                CONFIRMED,
                ReportAct.of(ReportAction.REWARD_AGAIN),
                List.of(GoldenReports.side("REWARD_DECISION", ADJUDICATOR)));
    }

    private void time() {
        Obligation later = GoldenReports.owed("VERIFICATION", VERIFIER, "V001", true);
        reports.add("", SAFETY_HEAD, VERIFYING, VERIFYING, until(ReportAction.PAUSE, ""), List.of(later));
        reports.add("", SAFETY_HEAD, VERIFYING, VERIFYING, ReportAct.of(ReportAction.RESUME), List.of(later));
        reports.add(
                "",
                VERIFIER,
                VERIFYING,
                VERIFYING,
                until(ReportAction.ASK_EXTENSION, ""),
                List.of(GoldenReports.side("EXTENSION_DECISION", SAFETY_HEAD)));
        reports.add(
                "",
                SAFETY_HEAD,
                VERIFYING,
                VERIFYING,
                until(ReportAction.GRANT_EXTENSION, ""),
                List.of(later),
                "EXTENSION_DECISION");
        reports.add(
                "",
                SAFETY_HEAD,
                VERIFYING,
                VERIFYING,
                new ReportAct.Reasoned(ReportAction.REFUSE_EXTENSION, "NO_NEED", GoldenReports.text(28)),
                GoldenReports.NOTHING,
                "EXTENSION_DECISION");
        reports.add(
                "",
                SAFETY_HEAD,
                VERIFYING,
                VERIFYING,
                new FollowUp.Reassign("V001", "V003", GoldenReports.text(29)),
                GoldenReports.NOTHING);
    }

    private void supervision() {
        reports.notice(ReportAction.NOTIFY_AUTHORITY, "隐患报-2024-7", "AUTHORITY_NOTICE");
        reports.notice(ReportAction.NOTIFY_CONGRESS, "职代会-2024-2", "CONGRESS_NOTICE");
        reports.notice(ReportAction.RECORD_EXTERNAL, "12350-20240927-3");
        reports.add(
                "",
                PRINCIPAL,
                RECTIFYING,
                RECTIFYING,
                until(ReportAction.LIST_SUPERVISION, "督办〔2024〕5号"),
                List.of(GoldenReports.side("PROGRESS_REPORT", PRINCIPAL)));
        reports.simple(PRINCIPAL, RECTIFYING, ReportAction.RECORD_PROGRESS, "PROGRESS_REPORT");
        reports.notice(ReportAction.APPLY_RESUMPTION, "复产申请-1");
        reports.notice(ReportAction.RECORD_RESUMPTION, "复产验收-1");
        reports.notice(ReportAction.DELIST, "摘牌〔2024〕5号", "PROGRESS_REPORT");
        reports.notice(ReportAction.CORRECT_RETURN, "更正〔2024〕1号", "RETURN_CORRECTION");
    }

    private void links() {
        reports.move(
                RECEIVER,
                ADMITTED,
                DUPLICATE,
                new ReportAct.MarkDuplicate(GoldenReports.OTHER),
                GoldenReports.side("REPORTER_ANSWER", RECEIVER));
        reports.move(
                SYSTEM,
                DUPLICATE,
                ADMITTED,
                ReportAct.of(ReportAction.REVIVE),
                GoldenReports.owed("VERIFICATION_START", RECEIVER, "safety", true));
        reports.add(
                "",
                RECEIVER,
                ADMITTED,
                ADMITTED,
                new ReportAct.Split(List.of(GoldenReports.OTHER)),
                GoldenReports.NOTHING);
        reports.add(
                "",
                SYSTEM,
                ADMITTED,
                ADMITTED,
                new ReportAct.Link(LinkKind.DUPLICATE_OF_THIS, GoldenReports.OTHER),
                GoldenReports.NOTHING);
        reports.add(
                "",
                SAFETY_HEAD,
                CONFIRMED,
                CONFIRMED,
                new FollowUp.Relate(LinkKind.CONTAINED_IN, GoldenReports.OTHER),
                GoldenReports.NOTHING);
        reports.add(
                "",
                RECEIVER,
                ADMITTED,
                ADMITTED,
                new FollowUp.Suspect("E05", "安监总管三〔2017〕121号", GoldenReports.text(31)),
                List.of(GoldenReports.side("INTERIM_MEASURES", SAFETY_HEAD)));
    }

    private static ReportAct until(ReportAction action, String reference) {
        return new FollowUp.Until(action, GoldenReports.DAY, reference, GoldenReports.text(30));
    }
}
