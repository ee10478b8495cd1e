package io.hazardreport;

import io.hazardreport.base.ReportId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Obligation;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.TalkKind;
import io.hazardreport.report.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** For every action the acts the model tries: well-formed, every text sealed, dated by the report and the hour. */
final class ModelActs {

    static final FreeText WORDS = FreeText.from(
            Payload.builder().put("text", 1).put("digest", "d".repeat(64)).build());
    static final ReportId FIRST = ReportId.of("00000000-0000-7000-8000-000000000001");
    static final ReportId OTHER = ReportId.of("00000000-0000-7000-8000-000000000002");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ModelActs() {}

    static List<ReportAct> of(ReportAction action, HazardReport report, Instant now) {
        return switch (action) {
            // begins a report, and is in no row
            case SUBMIT -> List.of();
            case ADMIT,
                    REVIVE,
                    ACCEPT_SPOT_FIX,
                    ACCEPT_RECHECK,
                    RAISE_DANGER,
                    ACKNOWLEDGE_DANGER,
                    STOP_WORK,
                    EVACUATE,
                    TAKE_BACK_NAME,
                    CHECK_PRESSURE,
                    HAND_OVER,
                    CONFIRM_GONE,
                    REVIEW,
                    ANSWER,
                    APPEAL,
                    UPHOLD_APPEAL,
                    DISMISS_APPEAL,
                    REWARD_AGAIN,
                    RESUME,
                    HEAR,
                    GO_HIGHER,
                    ANSWER_HIGHER,
                    RECORD_PROGRESS -> List.of(new ReportAct.Simple(action, WORDS));
            case NOT_ADMIT -> List.of(new ReportAct.Reasoned(action, "QUALITY", WORDS));
            case FIND_UNFOUNDED, FIND_UNVERIFIABLE, REJECT_RECHECK, REFUSE_EXTENSION, REOPEN, TAKE_BACK_TRANSFER ->
                List.of(new ReportAct.Reasoned(action, "BECAUSE", WORDS));
            case PROPOSE ->
                Stream.of(
                                ReportAction.NOT_ADMIT,
                                ReportAction.MARK_DUPLICATE,
                                ReportAction.TRANSFER,
                                ReportAction.CONFIRM,
                                ReportAction.FIND_UNFOUNDED,
                                ReportAction.FIND_UNVERIFIABLE,
                                ReportAction.REGRADE)
                        .filter(proposed -> ReportLoop.table()
                                        .step(report.state(), proposed)
                                        .isPresent()
                                || proposed == ReportAction.REGRADE)
                        .<ReportAct>map(proposed -> new ReportAct.Propose(proposed, "QUALITY", WORDS))
                        .toList();
            case START_VERIFICATION ->
                List.of(
                        ReportAct.startVerification("V001", "V002"),
                        ReportAct.startVerification("V001"),
                        ReportAct.startVerification("V003", "V004"),
                        ReportAct.startVerification(ModelPeople.OWN_ID, "V002"));
            case CONFIRM, REGRADE ->
                List.of(new ReportAct.Grading(action, Plant.general()), new ReportAct.Grading(action, Plant.major()));
            case MARK_DUPLICATE -> List.of(new ReportAct.MarkDuplicate(FIRST));
            case LINK ->
                List.of(
                        new ReportAct.Link(LinkKind.DUPLICATE_OF_THIS, OTHER),
                        new ReportAct.Link(LinkKind.PART_OF_THIS, OTHER));
            case SPLIT -> List.of(new ReportAct.Split(List.of(OTHER)));
            case TRANSFER -> List.of(new ReportAct.Transfer("another-plant", WORDS));
            case START_FIX -> List.of(ReportAct.startFix("R001"), ReportAct.startFix(ModelPeople.OWN_ID));
            case PLAN, REVISE_PLAN -> plans(action, report, now);
            case COMPLETE_RECTIFICATION ->
                List.of(new ReportAct.Complete(WORDS, List.of(Plant.before(), Plant.after())));
            case SET_INTERIM -> List.of(new ReportAct.SetInterim(WORDS, "R001", now.plus(Duration.ofDays(9))));
            case NOTIFY_AUTHORITY,
                    NOTIFY_CONGRESS,
                    RECORD_EXTERNAL,
                    APPLY_RESUMPTION,
                    RECORD_RESUMPTION,
                    DELIST,
                    CORRECT_RETURN -> List.of(new ReportAct.Notice(action, "No. 1"));
            case CONFIRM_JOINT -> List.of(new ReportAct.ConfirmJoint(2));
            case DECIDE_REWARD -> List.of(new ReportAct.DecideReward(report.decisions() + 1));
            case PAUSE ->
                Stream.of(60, 20, 5)
                        .map(days -> until(action, day(now).plusDays(days)))
                        .toList();
            case ASK_EXTENSION -> List.of(until(action, promised(report, now).plusDays(5)));
            case GRANT_EXTENSION -> {
                LocalDate asked = report.extensionAsked()
                        .map(HazardReport.ExtensionAsked::until)
                        .orElse(day(now));
                yield Stream.of(-9, -2, 0, 1)
                        .map(days -> until(action, asked.plusDays(days)))
                        .toList();
            }
            case LIST_SUPERVISION ->
                List.of(new FollowUp.Until(
                        action, day(now).plusDays(90), report.listing().equals("No. 1") ? "No. 2" : "No. 1", WORDS));
            case TALK -> List.of(new FollowUp.Talk(TalkKind.HELD, "", WORDS));
            case MESSAGE -> List.of(new FollowUp.Message(Visibility.EVERYBODY, WORDS, List.of()));
            case DECIDE_SUGGESTION, SETTLE_SUGGESTION, CHECK_EFFECT ->
                List.of(new FollowUp.Verdict(action, true, WORDS), new FollowUp.Verdict(action, false, WORDS));
            case SUSPECT -> List.of(new FollowUp.Suspect("", "GB 00000 1.1", WORDS));
            case RELATE -> List.of(new FollowUp.Relate(LinkKind.SAME_CAUSE, FIRST));
            case REASSIGN ->
                Stream.of("X001", ModelPeople.OWN_ID)
                        .<ReportAct>map(to -> new FollowUp.Reassign(holder(report), to, WORDS))
                        .toList();
        };
    }

    /** Five items and six, for three weeks and, where a day is promised, until that day. */
    private static List<ReportAct> plans(ReportAction action, HazardReport report, Instant now) {
        LocalDate soon = day(now).plusDays(21);
        LocalDate kept = promised(report, now);
        return Stream.of(soon, kept)
                .distinct()
                .flatMap(day -> Stream.of(plan(Plant.fiveItems(), day), plan(Plant.sixItems(), day)))
                .<ReportAct>map(plan -> new ReportAct.Planning(action, plan))
                .toList();
    }

    private static RectificationPlan plan(RectificationPlan items, LocalDate finishBy) {
        return new RectificationPlan(
                items.responsible(),
                WORDS,
                items.funds(),
                items.noFundsReason(),
                finishBy,
                items.emergencyPlan(),
                items.target().isEmpty() ? FreeText.NONE : WORDS);
    }

    /** Who has most to do with the cure. */
    private static String holder(HazardReport report) {
        return Stream.concat(report.rectifiers().stream(), report.holders().stream())
                .filter(person -> !person.equals("X001") && report.holds(person))
                .findFirst()
                .orElse("nobody");
    }

    private static ReportAct until(ReportAction action, LocalDate day) {
        return new FollowUp.Until(action, day, "No. 1", WORDS);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private static LocalDate promised(HazardReport report, Instant now) {
        return report.mainObligation()
                .map(Obligation::due)
                .map(due -> day(due.minusMillis(1)))
                .orElse(day(now));
    }
}
