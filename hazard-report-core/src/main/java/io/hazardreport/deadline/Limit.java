package io.hazardreport.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time limit, e.g. {@code 24 hours}, {@code 3 working days}, {@code 15 working days forward}, {@code 5个工作日}.
 *
 * @param amount 0 to 10,000; 0 days is the day itself
 */
public record Limit(long amount, LimitUnit unit, Roll roll) {

    private static final String ALLOWED =
            "0-10000 minutes | hours | days | working days [forward] · 分钟 | 小时 | 日 | 天 | 个工作日 [顺延]";
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*([a-z\\p{IsHan} ]+?)\\s*(forward|顺延)?");

    public Limit {
        if (amount < 0 || amount > 10_000) {
            throw new InvalidInputException(Problem.of("deadline.bad-limit", "limit", amount, ALLOWED));
        }
    }

    public static Limit of(long amount, LimitUnit unit) {
        return new Limit(amount, unit, Roll.NONE);
    }

    public Limit rolling(Roll changed) {
        return new Limit(amount, unit, changed);
    }

    /** @throws InvalidInputException {@code deadline.bad-limit} */
    @JsonCreator
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
        return new Limit(Long.parseLong(form.group(1)), unit, form.group(3) == null ? Roll.NONE : Roll.FORWARD);
    }

    /** For people, in both languages. */
    public Text displayName() {
        boolean forward = roll == Roll.FORWARD;
        return Text.of(
                amount + unit.chinese() + (forward ? "（遇休息日顺延）" : ""),
                amount + " " + unit.english(amount) + (forward ? " (rolls over days off)" : ""));
    }

    @Override
    @JsonValue
    public String toString() {
        return amount + " " + unit.english(amount) + (roll == Roll.FORWARD ? " forward" : "");
    }
}
