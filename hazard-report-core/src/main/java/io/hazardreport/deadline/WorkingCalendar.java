package io.hazardreport.deadline;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked: Monday to Friday but for days off, and the make-up workdays (调休). Knows only the years it was
 * given. Immutable.
 */
public final class WorkingCalendar {

    private static final String SHIPPED = "china-2023-2026.csv";

    private final Set<Integer> years;
    private final Map<LocalDate, Boolean> exceptions;

    private WorkingCalendar(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {
        this.years = Set.copyOf(years);
        this.exceptions = Map.copyOf(exceptions);
    }

    /** The public holidays and make-up workdays of China, 2023 to 2026, by the State Council's notices. */
    public static WorkingCalendar china() {
        return Shipped.CHINA;
    }

    private static final class Shipped {

        private static final WorkingCalendar CHINA = load();

        private static WorkingCalendar load() {
            try (InputStream in = WorkingCalendar.class.getResourceAsStream(SHIPPED);
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(Objects.requireNonNull(in, SHIPPED), StandardCharsets.UTF_8))) {
                return new WorkingCalendar(Set.of(), Map.of())
                        .with(lines.lines().skip(1).toList());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + SHIPPED, e);
            }
        }
    }

    /**
     * With more years. Each line is {@code year,date,off}: {@code 2027,2027-01-01,true} for a day off, {@code false} for
     * a make-up workday; {@code year} is the year whose notice says so and becomes a known one.
     *
     * @throws InvalidInputException {@code deadline.bad-calendar-line} with the line
     */
    public WorkingCalendar with(List<String> lines) {
        Set<Integer> moreYears = new TreeSet<>(years);
        Map<LocalDate, Boolean> more = new HashMap<>(exceptions);
        for (String line : lines) {
            String[] cells = line.strip().split(",", -1);
            try {
                if (cells.length != 3 || !cells[2].matches("true|false")) {
                    throw new DateTimeException("three cells");
                }
                moreYears.add(Integer.parseInt(cells[0]));
                more.put(LocalDate.parse(cells[1]), Boolean.valueOf(cells[2]));
            } catch (DateTimeException | NumberFormatException e) {
                throw new InvalidInputException(
                        Problem.of("deadline.bad-calendar-line", "calendar", line, "2027,2027-01-01,true"));
            }
        }
        return new WorkingCalendar(moreYears, more);
    }

    /** With the years another one knows and this one does not, and with what their notices say of the December before. */
    public WorkingCalendar and(WorkingCalendar other) {
        if (years.containsAll(other.years)) {
            return this;
        }
        Set<Integer> moreYears = new TreeSet<>(years);
        moreYears.addAll(other.years);
        Map<LocalDate, Boolean> more = new HashMap<>();
        other.exceptions.forEach((day, off) -> {
            if (!years.contains(day.getYear()) || !years.contains(day.getYear() + 1)) {
                more.put(day, off);
            }
        });
        more.putAll(exceptions);
        return new WorkingCalendar(moreYears, more);
    }

    /** Whether the day's year is known. */
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** The last day that is known. */
    public LocalDate lastDay() {
        return LocalDate.of(Collections.max(years), 12, 31);
    }

    /** @throws MissingCalendarYearException when the day's year is not known */
    public boolean isWorkday(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new MissingCalendarYearException(day.getYear(), String.valueOf(new TreeSet<>(years)));
        }
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        Boolean off = exceptions.get(day);
        return off == null ? weekday : !off;
    }

    /** How many working days a year has. */
    public long workdaysIn(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(this::isWorkday)
                .count();
    }

    public Set<Integer> years() {
        return years;
    }
}
