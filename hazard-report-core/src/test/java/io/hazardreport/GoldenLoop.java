package io.hazardreport;

import static io.hazardreport.loop.Role.PRINCIPAL;
import static io.hazardreport.loop.Role.RECEIVER;
import static io.hazardreport.loop.Role.RECHECKER;
import static io.hazardreport.loop.Role.RECTIFIER;
import static io.hazardreport.loop.Role.REPORTER;
import static io.hazardreport.loop.Role.SAFETY_HEAD;
import static io.hazardreport.loop.Role.SYSTEM;
import static io.hazardreport.loop.Role.UNION;
import static io.hazardreport.loop.Role.VERIFIER;
import static io.hazardreport.report.ReportState.ADMITTED;
import static io.hazardreport.report.ReportState.AWAITING_RECHECK;
import static io.hazardreport.report.ReportState.CLOSED;
import static io.hazardreport.report.ReportState.CONFIRMED;
import static io.hazardreport.report.ReportState.NOT_ADMITTED;
import static io.hazardreport.report.ReportState.RECTIFYING;
import static io.hazardreport.report.ReportState.SETTLED;
import static io.hazardreport.report.ReportState.SUBMITTED;
import static io.hazardreport.report.ReportState.TRANSFERRED;
import static io.hazardreport.report.ReportState.UNFOUNDED;
import static io.hazardreport.report.ReportState.UNVERIFIABLE;
import static io.hazardreport.report.ReportState.VERIFYING;

import io.hazardreport.base.Money;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.ReportKind;
import io.hazardreport.category.ReportSource;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Obligation;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.Origin;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Separation;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Submitted;
import io.hazardreport.report.TalkKind;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.SafetyDuty;
import io.hazardreport.worker.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report's way round the loop: reception, verification, rectification, recheck. */
record GoldenLoop(GoldenReports reports) {

    void tell() {
        reception();
        verification();
        rectification();
    }

    private void reception() {
        Obligation admission = GoldenReports.owed("ADMISSION", RECEIVER, "safety", true);
        reports.add(
                "",
                REPORTER,
                SUBMITTED,
                SUBMITTED,
                submitted(),
                List.of(admission, GoldenReports.side("INTERIM_MEASURES", SAFETY_HEAD)));
        reports.add("part", REPORTER, SUBMITTED, SUBMITTED, part(), List.of(admission));
        reports.add("imported", SYSTEM, SUBMITTED, SUBMITTED, imported(), List.of(admission));
        reports.add("transferred", REPORTER, SUBMITTED, SUBMITTED, transferred(), List.of(admission));
        reports.move(
                RECEIVER,
                SUBMITTED,
                ADMITTED,
                ReportAct.admit(),
                GoldenReports.owed("VERIFICATION_START", RECEIVER, "safety", true));
        ReportAct proposal = new ReportAct.Propose(ReportAction.NOT_ADMIT, "QUALITY", GoldenReports.text(5));
        reports.add("", RECEIVER, ADMITTED, ADMITTED, proposal, GoldenReports.NOTHING);
        ReportAct refusal = new ReportAct.Reasoned(ReportAction.NOT_ADMIT, "QUALITY", GoldenReports.text(6));
        reports.add(
                "", UNION, ADMITTED, NOT_ADMITTED, refusal, List.of(GoldenReports.side("REPORTER_ANSWER", RECEIVER)));
        ReportAct transfer = new ReportAct.Transfer("park-utilities", GoldenReports.text(7));
        reports.add(
                "",
                RECEIVER,
                ADMITTED,
                TRANSFERRED,
                transfer,
                List.of(GoldenReports.side("PLACE_GUARD", SAFETY_HEAD)),
                "INTERIM_END");
        reports.add(
                "within",
                RECEIVER,
                ADMITTED,
                TRANSFERRED,
                new ReportAct.Transfer("park-utilities", GoldenReports.OTHER, GoldenReports.text(7)),
                List.of(GoldenReports.side("PLACE_GUARD", SAFETY_HEAD)));
        reports.simple(SAFETY_HEAD, TRANSFERRED, ReportAction.HAND_OVER, "PLACE_GUARD");
        reports.move(
                RECEIVER,
                TRANSFERRED,
                ADMITTED,
                new ReportAct.Reasoned(ReportAction.TAKE_BACK_TRANSFER, "REFUSED", GoldenReports.text(32)),
                GoldenReports.owed("VERIFICATION_START", RECEIVER, "safety", true));
        reports.move(
                SAFETY_HEAD,
                ADMITTED,
                SETTLED,
                new FollowUp.Verdict(ReportAction.SETTLE_SUGGESTION, true, GoldenReports.text(33)),
                GoldenReports.side("REPORTER_ANSWER", RECEIVER));
    }

    private static Submitted submitted() {
        Submission submission = new Submission(
                ReportKind.HAZARD,
                ReportSource.SELF_REPORT,
                "app",
                "E05",
                GoldenReports.text(1),
                GoldenReports.text(2),
                GoldenReports.text(3),
                List.of(GoldenReports.photo(Evidence.Stage.FOUND, Instant.parse("2024-09-27T01:20:00Z"))),
                Instant.parse("2024-09-27T01:15:00Z"),
                true,
                true,
                "",
                "");
        Standing standing = new Standing(
                JobRole.OPERATIVE,
                Employment.DISPATCHED,
                "workshop-1",
                "fitter",
                SafetyDuty.PART_TIME,
                18,
                "agency-3",
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-12-31"),
                "agency-3",
                "landlord-1",
                "contractor-2",
                "agency-3");
        Reporter first = new Reporter(1, GoldenReports.PSEUDONYM, Confidentiality.RECEIVER_ONLY, standing, true, false);
        Reporter second = new Reporter(2, "P-8c1v0xza", Confidentiality.OPEN, Plant.OPERATIVE, false, false);
        return Submitted.here(
                        submission,
                        ReceiptNumber.of(LocalDate.parse("2024-09-27"), new byte[] {1, 7, 2, 9, 30, 11}),
                        List.of(first, second),
                        "safety",
                        "化工和危险化学品生产经营单位重大生产安全事故隐患判定标准（试行） 五",
                        "夜班")
                .by("T007");
    }

    private static Submitted part() {
        Reporter anonymous =
                new Reporter(1, GoldenReports.PSEUDONYM, Confidentiality.ANONYMOUS, Plant.OPERATIVE, true, false);
        return Submitted.here(
                        Submission.of("").withKind(ReportKind.UNSAFE_ACT),
                        ReceiptNumber.of(LocalDate.parse("2024-09-27"), new byte[] {3, 1, 4, 1, 5, 9}),
                        List.of(anonymous),
                        "union",
                        "",
                        "")
                .asPartOf(GoldenReports.OTHER);
    }

    private static Submitted transferred() {
        return part().from(new Origin(
                UnitId.of("park-utilities"),
                GoldenReports.OTHER,
                ReceiptNumber.of(LocalDate.parse("2024-09-26"), new byte[] {1, 6, 1, 8, 0, 3})));
    }

    private static Submitted imported() {
        return Submitted.here(
                Submission.of("").withSource(ReportSource.IMPORT, "ledger").imported("2023-ledger#17", "已整改"),
                ReceiptNumber.of(LocalDate.parse("2023-11-02"), new byte[] {2, 7, 1, 8, 2, 8}),
                List.of(),
                "",
                "",
                "");
    }

    private void verification() {
        ReportAct start = ReportAct.startVerification("V001", "V002");
        Obligation main = GoldenReports.owed("VERIFICATION", VERIFIER, "V001", true);
        reports.add("", RECEIVER, ADMITTED, VERIFYING, start, List.of(main, GoldenReports.side("TALK", SAFETY_HEAD)));
        Assessment found = new Assessment(
                LegalGrade.MAJOR,
                "MAJOR",
                "A",
                "E05",
                Map.of("cause", "MANAGEMENT"),
                "GB 50140",
                GoldenReports.text(8),
                true,
                true);
        Obligation arrange = GoldenReports.owed("ARRANGEMENT", SAFETY_HEAD, "", true);
        Obligation notice = GoldenReports.side("AUTHORITY_NOTICE", PRINCIPAL);
        reports.add("", VERIFIER, VERIFYING, CONFIRMED, ReportAct.confirm(found), List.of(arrange, notice));
        reports.move(
                VERIFIER,
                VERIFYING,
                UNFOUNDED,
                new ReportAct.Reasoned(ReportAction.FIND_UNFOUNDED, "NOT_SO", GoldenReports.text(9)));
        ReportAct unverifiable =
                new ReportAct.Reasoned(ReportAction.FIND_UNVERIFIABLE, "PLACE_GONE", GoldenReports.text(10));
        reports.move(VERIFIER, VERIFYING, UNVERIFIABLE, unverifiable);
        reports.add("", PRINCIPAL, CONFIRMED, CONFIRMED, ReportAct.regrade(Plant.general()), GoldenReports.NOTHING);
        reports.add(
                "",
                SAFETY_HEAD,
                VERIFYING,
                VERIFYING,
                new FollowUp.Talk(TalkKind.HELD, "", GoldenReports.text(11)),
                GoldenReports.NOTHING,
                "TALK");
        for (TalkKind kind : TalkKind.values()) {
            ReportAct talk = new FollowUp.Talk(kind, "安办〔2024〕1号", GoldenReports.text(12));
            String variant = "delegate-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            reports.add(variant, VERIFIER, VERIFYING, VERIFYING, talk, GoldenReports.NOTHING, "TALK");
        }
        reports.simple(UNION, VERIFYING, ReportAction.HEAR);
    }

    private void rectification() {
        Obligation fix = GoldenReports.owed("RECTIFICATION", RECTIFIER, "R001", true);
        reports.move(SAFETY_HEAD, CONFIRMED, RECTIFYING, ReportAct.startFix("R001"), fix);
        RectificationPlan six = new RectificationPlan(
                "R001",
                GoldenReports.text(13),
                Money.ofYuan(3000),
                FreeText.NONE,
                GoldenReports.DAY,
                "应急预案-03",
                GoldenReports.text(14));
        RectificationPlan free = new RectificationPlan(
                "R001",
                GoldenReports.text(13),
                Money.ZERO,
                GoldenReports.text(15),
                GoldenReports.DAY,
                "应急预案-03",
                FreeText.NONE);
        reports.add(
                "",
                PRINCIPAL,
                CONFIRMED,
                RECTIFYING,
                new ReportAct.Planning(ReportAction.PLAN, six),
                List.of(fix),
                "SIX_ITEM_PLAN");
        reports.add(
                "no-funds",
                SAFETY_HEAD,
                CONFIRMED,
                RECTIFYING,
                new ReportAct.Planning(ReportAction.PLAN, free),
                List.of(fix));
        reports.add(
                "",
                SAFETY_HEAD,
                RECTIFYING,
                RECTIFYING,
                new ReportAct.Planning(ReportAction.REVISE_PLAN, six),
                List.of(fix));
        Obligation recheck = GoldenReports.owed("RECHECK", RECHECKER, "", true);
        reports.move(VERIFIER, CONFIRMED, AWAITING_RECHECK, ReportAct.of(ReportAction.ACCEPT_SPOT_FIX), recheck);
        ReportAct complete = new ReportAct.Complete(
                GoldenReports.text(16),
                List.of(
                        GoldenReports.photo(Evidence.Stage.BEFORE, null),
                        GoldenReports.photo(Evidence.Stage.AFTER, GoldenEvent.AT)));
        reports.move(RECTIFIER, RECTIFYING, AWAITING_RECHECK, complete, recheck);
        reports.move(
                RECHECKER,
                AWAITING_RECHECK,
                CLOSED,
                ReportAct.acceptRecheck(),
                GoldenReports.side("REPORTER_ANSWER", RECEIVER));
        ReportEvent waived = GoldenReports.event(
                RECHECKER,
                AWAITING_RECHECK,
                CLOSED,
                ReportAct.acceptRecheck(),
                GoldenReports.NOTHING,
                List.of(),
                List.of(Separation.RECTIFIER_NEVER_RECHECKS));
        reports.add("waived", waived);
        reports.move(
                RECHECKER,
                AWAITING_RECHECK,
                RECTIFYING,
                new ReportAct.Reasoned(ReportAction.REJECT_RECHECK, "NOT_HELD", GoldenReports.text(17)),
                fix);
        ReportAct interim =
                new ReportAct.SetInterim(GoldenReports.text(18), "R002", Instant.parse("2024-10-01T00:00:00Z"));
        reports.add(
                "",
                SAFETY_HEAD,
                RECTIFYING,
                RECTIFYING,
                interim,
                List.of(GoldenReports.side("INTERIM_END", RECTIFIER)),
                "INTERIM_MEASURES");
        reports.simple(PRINCIPAL, CLOSED, ReportAction.REVIEW, "OUTSIDE_REVIEW");
        reports.add(
                "",
                RECHECKER,
                CLOSED,
                CLOSED,
                new FollowUp.Verdict(ReportAction.CHECK_EFFECT, true, GoldenReports.text(19)),
                GoldenReports.NOTHING,
                "EFFECT_CHECK");
        reports.add(
                "no",
                RECHECKER,
                CLOSED,
                CLOSED,
                new FollowUp.Verdict(ReportAction.CHECK_EFFECT, false, GoldenReports.text(19)),
                List.of(GoldenReports.side("REOPENING", SAFETY_HEAD)),
                "EFFECT_CHECK");
        reports.move(
                SAFETY_HEAD,
                CLOSED,
                RECTIFYING,
                new ReportAct.Reasoned(ReportAction.REOPEN, "CAME_BACK", GoldenReports.text(20)),
                fix);
    }
}
