package io.hazardreport.examples.cli;

import io.hazardreport.deadline.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A year as working-day limits count it. */
@Command(name = "calendar", mixinStandardHelpOptions = true, description = "A year's working days / 某年的工作日历")
final class CalendarCommand extends Localised implements Callable<Integer> {

    @Parameters(paramLabel = "YEAR", description = "2023-2026")
    private int year;

    @Option(names = "--format", defaultValue = "table", description = "table | csv (date,workday)")
    private String format = "table";

    @Override
    public Integer call() {
        oneOf("--format", format, "table", "csv");
        WorkingCalendar calendar = WorkingCalendar.china();
        long days = calendar.workdaysIn(year);
        if (format.equals("csv")) {
            out().println("date,workday");
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                out().println(day + "," + calendar.isWorkday(day));
            }
            return 0;
        }
        print("calendar", Map.of("year", Integer.toString(year), "days", Long.toString(days)));
        for (int month = 1; month <= 12; month++) {
            month(YearMonth.of(year, month), calendar);
        }
        print("calendar-legend", Map.of());
        return 0;
    }

    /** Monday first; a day off in brackets, a working day at the weekend with a star. */
    private void month(YearMonth month, WorkingCalendar calendar) {
        StringBuilder text = new StringBuilder(month.toString()).append('\n');
        text.append("    ".repeat(month.atDay(1).getDayOfWeek().getValue() - 1));
        for (LocalDate day = month.atDay(1); YearMonth.from(day).equals(month); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
            String number = String.format("%2d", day.getDayOfMonth());
            text.append(
                    calendar.isWorkday(day) ? (weekend ? "*" + number + " " : " " + number + " ") : "(" + number + ")");
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                text.append('\n');
            }
        }
        out().println(text.toString().stripTrailing());
    }
}
