package io.hazardreport.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The many forms in which ledgers write a date, with or without a time of day. */
final class LedgerDates {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})\\s*([-/.年])\\s*(\\d{1,2})\\s*([-/.月])\\s*(\\d{1,2})\\s*[日号]?"
                    + "(?:[\\sT]*(上午|下午|中午|晚上|AM|PM)?\\s*(\\d{1,2})[:时点](?:(\\d{1,2})分?)?(?::(\\d{1,2})(?:\\.\\d+)?)?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WEEKDAY = Pattern.compile("\\(?(星期|周|礼拜)[一二三四五六日天]\\)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2099;

    private LedgerDates() {}

    /** A date, and the time of day where one was written. */
    record Moment(LocalDate date, @Nullable LocalTime time) {

        @Override
        public String toString() {
            return time == null ? date.toString() : date + " " + time;
        }
    }

    static Optional<Moment> parse(String cell) {
        String text = WEEKDAY.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        try {
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return moment(compact.group(1), compact.group(2), compact.group(3), null);
            }
            Matcher written = WRITTEN.matcher(text);
            return written.matches()
                    ? moment(written.group(1), written.group(3), written.group(5), time(written))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // 2024-02-30, 25:00: written like a date and none
        }
    }

    /** A number that a spreadsheet would show as a date between 1990 and 2099. */
    static Optional<Moment> parseSerial(String cell) {
        String text = cell.strip();
        return SERIAL.matcher(text).matches() ? ofSerial(new BigDecimal(text), false) : Optional.empty();
    }

    static Optional<Moment> ofSerial(BigDecimal serial, boolean from1904) {
        long seconds = serial.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDate start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        LocalDate date = start.plusDays(Math.floorDiv(seconds, 86_400L));
        long ofDay = Math.floorMod(seconds, 86_400L);
        return inRange(date)
                ? Optional.of(new Moment(date, ofDay == 0 ? null : LocalTime.ofSecondOfDay(ofDay)))
                : Optional.empty();
    }

    private static Optional<Moment> moment(String year, String month, String day, @Nullable LocalTime time) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return inRange(date) ? Optional.of(new Moment(date, time)) : Optional.empty();
    }

    private static @Nullable LocalTime time(Matcher written) {
        String hour = written.group(7);
        if (hour == null) {
            return null;
        }
        String half = written.group(6);
        int hours = Integer.parseInt(hour);
        boolean later = half != null && !half.equals("上午") && !half.equals("AM");
        boolean morning = half != null && !later;
        if (later && hours >= 1 && hours < 12) {
            hours += half.equals("中午") && hours == 11 ? 0 : 12;
        } else if (morning && half.equals("AM") && hours == 12) {
            hours = 0;
        }
        return LocalTime.of(hours, number(written.group(8)), number(written.group(9)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static boolean inRange(LocalDate date) {
        return date.getYear() >= EARLIEST && date.getYear() <= LATEST;
    }
}
