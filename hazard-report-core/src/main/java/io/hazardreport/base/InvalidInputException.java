package io.hazardreport.base;

import java.util.List;
import java.util.stream.Collectors;

/** What was handed in cannot be read or used; all its problems at once, and nothing was changed. */
public class InvalidInputException extends HazardReportException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // problems are serializable in practice; exceptions are not stored
    private final List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
