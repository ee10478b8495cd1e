package io.hazardreport.scheme;

import io.hazardreport.base.Problem;
import io.hazardreport.deadline.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the years the shipped calendar does not have: for each its days off, as dates or as {@code from/to}, and its
 * make-up workdays.
 */
final class CalendarReader {

    private static final int LONGEST = 31;

    private final List<Problem> errors;

    CalendarReader(List<Problem> errors) {
        this.errors = errors;
    }

    WorkingCalendar read(Node node) {
        WorkingCalendar calendar = WorkingCalendar.china();
        List<String> lines = new ArrayList<>();
        Set<Integer> years = new TreeSet<>();
        for (String key : node.fields()) {
            Node year = node.at(key);
            if (!key.matches("2\\d{3}")) {
                errors.add(Problem.of("scheme.unreadable", year.path(), key, "2027"));
                continue;
            }
            years.add(Integer.valueOf(key));
            lines.addAll(lines(year, Integer.parseInt(key)));
        }
        for (int year : years) {
            if (!calendar.years().contains(year) && !calendar.years().contains(year - 1) && !years.contains(year - 1)) {
                errors.add(Problem.of("scheme.calendar-gap", node.path(), year, Integer.toString(year - 1)));
            }
        }
        return lines.isEmpty() ? calendar : calendar.with(lines);
    }

    private List<String> lines(Node node, int year) {
        Set<LocalDate> off = new HashSet<>();
        for (Node item : node.at("off").someItems()) {
            off.addAll(days(item, year));
        }
        List<String> lines = new ArrayList<>();
        off.forEach(day -> lines.add(year + "," + day + ",true"));
        for (Node item : node.at("workdays").items()) {
            for (LocalDate day : days(item, year)) {
                if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                    errors.add(Problem.of("scheme.out-of-range", item.path(), day, "SATURDAY, SUNDAY"));
                } else if (off.contains(day)) {
                    errors.add(Problem.of("scheme.twice", item.path(), day, "1 ×"));
                }
                lines.add(year + "," + day + ",false");
            }
        }
        node.nothingElse();
        return lines;
    }

    /** A notice speaks of its year, and of the end of the December before. */
    private List<LocalDate> days(Node item, int year) {
        List<LocalDate> days = item.parsed(Form.DAYS, CalendarReader::days, List.of());
        LocalDate first = LocalDate.of(year - 1, 12, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (days.stream().anyMatch(day -> day.isBefore(first) || day.isAfter(last))) {
            errors.add(Problem.of("scheme.out-of-range", item.path(), days.get(0), first + " … " + last));
            return List.of();
        }
        return days;
    }

    private static List<LocalDate> days(String text) {
        String[] ends = text.split("/", 2);
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            throw new IllegalArgumentException(text);
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
