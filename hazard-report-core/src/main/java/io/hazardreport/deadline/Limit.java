package io.hazardreport.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time limit, e.g. {@code 24 hours}, {@code 3 working days}, {@code 15 working days forward}, {@code 5个工作日},
 * {@code 2 working days by 17:30 cut-off 16:00}.
 *
 * @param amount 0 to 10,000; 0 days is the day itself
 * @param by the end of business on the last day, for limits in days; null: midnight
 * @param cutOff what comes in at this hour or later counts from the next day, for limits in days; for working days what
 *     comes in on a day off counts from the next working day too; null: no such hour
 */
public record Limit(
        long amount,
        LimitUnit unit,
        Roll roll,
        @Nullable LocalTime by,
        @Nullable LocalTime cutOff) {

    private static final String ALLOWED =
            "0-10000 minutes | hours | days | working days [forward] [by HH:mm] [cut-off HH:mm] · 分钟 | 小时 | 日 | 天 | 个工作日"
                    + " [顺延] [至HH:mm] [截止HH:mm]";
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*([a-z\\p{IsHan} ]+?)\\s*(forward|顺延)?"
            + "(?:\\s*(?:by|至)\\s*([0-2]\\d:[0-5]\\d))?(?:\\s*(?:cut-off|截止)\\s*([0-2]\\d:[0-5]\\d))?");

    public Limit {
        boolean inDays = unit == LimitUnit.DAYS || unit == LimitUnit.WORKING_DAYS;
        if (amount < 0 || amount > 10_000 || (!inDays && (by != null || cutOff != null))) {
            throw new InvalidInputException(
                    Problem.of("deadline.bad-limit", "limit", amount + " " + unit.english(amount), ALLOWED));
        }
    }

    public Limit(long amount, LimitUnit unit, Roll roll) {
        this(amount, unit, roll, null, null);
    }

    public static Limit of(long amount, LimitUnit unit) {
        return new Limit(amount, unit, Roll.NONE);
    }

    public Limit rolling(Roll changed) {
        return new Limit(amount, unit, changed, by, cutOff);
    }

    /** @throws InvalidInputException {@code deadline.bad-limit} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Limit parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new InvalidInputException(Problem.of("deadline.bad-limit", "limit", text, ALLOWED));
        }
        LimitUnit unit = switch (form.group(2)) {
            case "minute", "minutes", "分钟" -> LimitUnit.MINUTES;
            case "hour", "hours", "小时", "个小时" -> LimitUnit.HOURS;
            case "day", "days", "日", "天", "calendar day", "calendar days", "个自然日" -> LimitUnit.DAYS;
            case "working day", "working days", "个工作日", "工作日" -> LimitUnit.WORKING_DAYS;
            default -> throw new InvalidInputException(Problem.of("deadline.bad-limit", "limit", text, ALLOWED));
        };
        try {
            return new Limit(
                    Long.parseLong(form.group(1)),
                    unit,
                    form.group(3) == null ? Roll.NONE : Roll.FORWARD,
                    time(form.group(4)),
                    time(form.group(5)));
        } catch (DateTimeException noSuchHour) {
            throw new InvalidInputException(Problem.of("deadline.bad-limit", "limit", text, ALLOWED));
        }
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    /** For people, in both languages. */
    public Text displayName() {
        boolean forward = roll == Roll.FORWARD;
        return Text.of(
                amount + unit.chinese() + (forward ? "（遇休息日顺延）" : "") + words("，至", by) + words("，当日截止", cutOff),
                amount + " " + unit.english(amount) + (forward ? " (rolls over days off)" : "") + words(", by ", by)
                        + words(", received until ", cutOff));
    }

    @Override
    @JsonValue
    public String toString() {
        return amount + " " + unit.english(amount) + (roll == Roll.FORWARD ? " forward" : "") + words(" by ", by)
                + words(" cut-off ", cutOff);
    }

    private static String words(String before, @Nullable LocalTime time) {
        return time == null ? "" : before + time;
    }
}
