package io.hazardreport;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Due;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.Pause;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Loop;
import io.hazardreport.loop.Step;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.SchemeReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The worked examples of {@code docs/deadlines.md}, computed, and the time limits of the example scheme. */
final class DeadlinesDocument {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** @param limit a limit, or the day of a promise by date */
    private record Example(String start, String limit, List<String> pauses, String zh, String en) {

        Due due() {
            List<Pause> stretches = pauses.stream()
                    .map(pause -> pause.split("/", 2))
                    .map(ends -> new Pause(instant(ends[0]), instant(ends[1])))
                    .toList();
            WorkingCalendar china = WorkingCalendar.china();
            return limit.matches("\\d{4}-.*")
                    ? Deadline.of(instant(start), LocalDate.parse(limit), stretches, china, ZONE)
                    : Deadline.of(instant(start), Limit.parse(limit), stretches, china, ZONE);
        }

        String row() {
            boolean date = limit.matches("\\d{4}-.*");
            Text name = date
                    ? Text.of("承诺 " + limit, "promised " + limit)
                    : Limit.parse(limit).displayName();
            String paused = pauses.isEmpty()
                    ? "–"
                    : String.join("；", pauses).replace('T', ' ').replace("/", " → ");
            LocalDateTime end = LocalDateTime.ofInstant(due().due(), ZONE);
            String shown = end.toLocalTime().toSecondOfDay() == 0 ? due().lastDay() + " 24:00" : MINUTE.format(end);
            return "| " + start.replace('T', ' ') + " | " + name.zh() + " · " + name.en() + " | " + paused + " | **"
                    + shown + "** | " + zh + " · " + en + " |\n";
        }
    }

    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "2024-09-30T23:30",
                    "24 hours",
                    List.of(),
                    "小时连续计算，夜间和节假日照走",
                    "hours run on, by night and over days off"),
            new Example(
                    "2024-09-30T10:00",
                    "1 day",
                    List.of(),
                    "当日不计，遇国庆不顺延",
                    "the first day does not count; no roll over the holiday"),
            new Example(
                    "2024-09-27T16:30",
                    "3 working days",
                    List.of(),
                    "9月29日（周日）调休上班，计入",
                    "Sunday 29 September is a make-up workday and counts"),
            new Example(
                    "2024-09-27T16:30",
                    "3 working days by 17:30",
                    List.of(),
                    "最后一日算到下班",
                    "the last day ends with business"),
            new Example(
                    "2024-09-25T15:59",
                    "2 working days cut-off 16:00",
                    List.of(),
                    "截止时刻之前：当日收到",
                    "before the cut-off hour: received today"),
            new Example(
                    "2024-09-25T16:00",
                    "2 working days cut-off 16:00",
                    List.of(),
                    "截止时刻起：次一工作日收到",
                    "from the cut-off hour on: received the next working day"),
            new Example(
                    "2024-09-30T10:00",
                    "1 day forward",
                    List.of(),
                    "仅支付、领取、申诉可以顺延",
                    "only payment, claim and appeal may roll"),
            new Example(
                    "2024-09-02T10:00",
                    "24 hours",
                    List.of("2024-09-02T15:00/2024-09-04T15:00"),
                    "小时在暂停中停走",
                    "hours stand still in a pause"),
            new Example(
                    "2024-09-02T10:00",
                    "2024-09-20",
                    List.of("2024-09-05T09:00/2024-09-09T00:00"),
                    "9月5日暂停当日仍计，6、7、8日整日不计：加三日",
                    "the 5th, when it is paused, still counts; the 6th, 7th and 8th do not: three days more"),
            new Example(
                    "2024-09-02T10:00",
                    "2024-09-20",
                    List.of("2024-09-05T09:00/2024-09-07T00:00", "2024-09-07T00:00/2024-09-09T00:00"),
                    "相接的两次暂停等于一次",
                    "two pauses in a row are one"),
            new Example(
                    "2024-09-06T09:00",
                    "3 working days",
                    List.of("2024-09-07T00:00/2024-09-09T00:00"),
                    "全在休息日的暂停，不改变工作日时限",
                    "a pause wholly on days off changes no limit in working days"),
            new Example(
                    "2024-09-06T09:00",
                    "3 working days",
                    List.of("2024-09-11T10:00/2024-09-20T00:00"),
                    "最后一日才暂停，来不及：当日仍计",
                    "paused on the last day is too late: that day still counts"));

    private DeadlinesDocument() {}

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static String examples() {
        StringBuilder table =
                new StringBuilder("| 起算 start | 时限 limit | 暂停 pause | 到期 due | 说明 why |\n|---|---|---|---|---|\n");
        EXAMPLES.forEach(example -> table.append(example.row()));
        return table.toString();
    }

    /** Every limit of the example scheme and the duties it times. */
    static String limits() {
        Map<String, Limit> limits =
                SchemeReader.read(ExampleScheme.json()).orThrow().rules().limits();
        Map<String, Text> duties = new TreeMap<>();
        collect(ReportLoop.table(), duties);
        collect(AwardLoop.table(), duties);
        duties.putAll(WITHOUT_DUTY);
        StringBuilder table = new StringBuilder("| key | 用于 for | 示例 example |\n|---|---|---|\n");
        new TreeMap<>(limits).forEach((key, limit) -> {
            Text duty = duties.getOrDefault(key.replaceAll("\\..*", ""), Text.of("–", "–"));
            Text name = limit.displayName();
            table.append("| `")
                    .append(key)
                    .append("` | ")
                    .append(duty.zh())
                    .append(" · ")
                    .append(duty.en());
            table.append(" | ")
                    .append(name.zh())
                    .append(" · ")
                    .append(name.en())
                    .append(" |\n");
        });
        return table.toString();
    }

    private static final Map<String, Text> WITHOUT_DUTY = Map.ofEntries(
            Map.entry("fixNow", Text.of("立即整改", "a fix at once")),
            Map.entry(
                    "rectification",
                    Text.of(
                            "方案最远可承诺的日期，自属实（或退回、重新打开）起",
                            "the farthest date of a plan, from confirmed (or sent back, or opened again)")),
            Map.entry("rework", Text.of("方案整改被退回或重新打开后", "a plan sent back from the recheck or opened again")),
            Map.entry("extension", Text.of("一次延期最长", "the most one extension gives")),
            Map.entry("extensionNotice", Text.of("延期须提前申请", "how early an extension must be asked for")),
            Map.entry("pause", Text.of("同一承诺的全部暂停合计", "all pauses of one promise together")),
            Map.entry("reopening", Text.of("销号后可重新打开", "how long after closing it may be opened again")),
            Map.entry("arrangement", Text.of("安排整改；补齐六项方案", "arranging the rectification; the six-item plan")),
            Map.entry("verification", Text.of("核查结论；结论前谈话", "the verification; the talk before it")),
            Map.entry("suggestion", Text.of("答复合理化建议", "answering the suggestion")),
            Map.entry("accidentReport", Text.of("事故上报（法定）", "reporting an accident (legal)")));

    private static <S extends Enum<S>, A extends Enum<A>, C> void collect(
            Loop<S, A, C> loop, Map<String, Text> duties) {
        for (Step<S, A, C> step : loop.steps()) {
            step.opens().forEach(opening -> name(loop, opening.duty(), duties));
            loop.mainDuty(step.from()).ifPresent(duty -> name(loop, duty, duties));
        }
    }

    private static void name(Loop<?, ?, ?> loop, Duty duty, Map<String, Text> duties) {
        Text text = Messages.text(loop.name() + ".duty." + duty.code());
        if (duty.after().isEmpty()) {
            duties.putIfAbsent(duty.limit(), text);
        } else {
            duties.putIfAbsent(duty.after(), text);
        }
    }
}
