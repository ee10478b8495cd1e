package io.hazardreport.deadline;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;

/** A deadline reaches into a year whose days off are not known; it is never guessed. */
public class MissingCalendarYearException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    private final int year;

    MissingCalendarYearException(int year, String known) {
        super(Problem.of("deadline.calendar-year-missing", "year", year, known));
        this.year = year;
    }

    public int year() {
        return year;
    }
}
