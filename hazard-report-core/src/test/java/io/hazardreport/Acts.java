package io.hazardreport;

import io.hazardreport.base.ReportId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.TalkKind;
import io.hazardreport.report.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** One act of every class, fitting and unfitting. */
final class Acts {

    private static final FreeText WORDS = FreeText.of("说明");
    private static final ReportId OTHER = ReportId.of("018f0000-0000-7000-8000-000000000001");

    private Acts() {}

    /** What the action takes; an act that fits no command for what only the library does. */
    static ReportAct fitting(ReportAction action) {
        return Stream.concat(ofEveryClass(action).stream(), fixed().stream())
                .filter(act -> act.action() == action && action.act().isInstance(act))
                .findFirst()
                .orElseGet(() -> ReportAct.of(action));
    }

    /** Acts that say they are this action, of every class that lets them say so. */
    static List<ReportAct> ofEveryClass(ReportAction action) {
        return List.of(
                new ReportAct.Simple(action, WORDS),
                new ReportAct.Reasoned(action, "REASON", WORDS),
                new ReportAct.Grading(action, Plant.general()),
                new ReportAct.Planning(action, Plant.fiveItems()),
                new ReportAct.Notice(action, "文号"),
                new FollowUp.Until(action, LocalDate.parse("2024-12-01"), "文号", WORDS),
                new FollowUp.Verdict(action, true, WORDS));
    }

    private static List<ReportAct> fixed() {
        return List.of(
                new ReportAct.Propose(ReportAction.CONFIRM, "REASON", WORDS),
                ReportAct.startVerification("V001", "V002"),
                new ReportAct.MarkDuplicate(OTHER),
                new ReportAct.Transfer("other", WORDS),
                ReportAct.startFix("R001"),
                ReportAct.complete("完成", Plant.before(), Plant.after()),
                new ReportAct.SetInterim(WORDS, "R001", Instant.parse("2024-12-01T00:00:00Z")),
                new ReportAct.ConfirmJoint(1),
                new FollowUp.Talk(TalkKind.HELD, "安办〔2024〕1号", WORDS),
                FollowUp.message(Visibility.EVERYBODY, "补充"),
                FollowUp.suspect("E05", "动火作业"),
                new FollowUp.Relate(LinkKind.SAME_CAUSE, OTHER),
                new FollowUp.Reassign("R001", "R002", WORDS));
    }
}
