package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.Figures;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.statistics.MonthlyReturn;
import io.hazardreport.statistics.Period;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the monthly return. */
@Command(name = "return", mixinStandardHelpOptions = true, description = "The monthly return / 月度统计表")
final class ReturnCommand extends AtWorkspace implements Callable<Integer> {

    private enum Form {
        TABLE,
        JSON,
        XLSX
    }

    /** Which return. */
    static final class Which {

        @Option(names = "--due", description = "2024-10: the return of that name / 该月份的统计表")
        private String due = "";

        @Option(names = "--month", description = "2024-10: the whole calendar month / 自然月")
        private String month = "";

        @Option(names = "--as-of", description = "2024-10-31: as it stands at the end of that day / 截至该日")
        private String asOf = "";
    }

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--format", defaultValue = "table", description = "table | json | xlsx")
    private Form format = Form.TABLE;

    @Override
    public Integer call() throws IOException {
        Function<Figures, MonthlyReturn> asked = asked();
        try (Workspace workspace = open()) {
            MonthlyReturn figures = asked.apply(workspace.reporting().figures());
            switch (format) {
                case JSON -> json(figures);
                case XLSX -> {
                    Period period = figures.period();
                    Path file = folder().resolve(
                                    "return-" + (period.running() ? "as-of-" + period.to() : period.due()) + ".xlsx");
                    Books.returnBook(file, figures);
                    print("written", Map.of("file", file.toString()));
                }
                case TABLE -> Returns.print(this, figures);
            }
        }
        return 0;
    }

    /** Read before any database is opened, or made. */
    private Function<Figures, MonthlyReturn> asked() {
        if (!which.asOf.isEmpty()) {
            LocalDate day = read("--as-of", which.asOf, LocalDate::parse, "2024-10-31");
            return figures -> figures.asOf(Workspace.UNIT, day);
        }
        if (!which.month.isEmpty()) {
            YearMonth month = read("--month", which.month, YearMonth::parse, "2024-10");
            return figures -> figures.calendarMonth(Workspace.UNIT, month);
        }
        YearMonth due = read("--due", which.due, YearMonth::parse, "2024-10");
        return figures -> figures.monthlyReturn(Workspace.UNIT, due);
    }

    private static <T> T read(String option, String text, Function<String, T> reader, String allowed) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new InvalidInputException(Problem.of("cli.bad-value", option, text, allowed));
        }
    }

    private void json(MonthlyReturn figures) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("unit", figures.unit().value());
        all.put("due", figures.period().due().toString());
        all.put("from", figures.period().from().toString());
        all.put("to", figures.period().to().toString());
        all.put("period", in(figures.period().displayName()));
        if (figures.period().running()) {
            all.put("asOf", figures.period().to().toString());
        }
        all.put("dueBy", figures.dueBy().toString());
        all.put("yearFrom", figures.yearFrom().toString());
        Map<String, Object> rows = new LinkedHashMap<>();
        figures.rows().forEach(row -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("period", row.period().print());
            values.put("cumulative", row.cumulative().print());
            rows.put(row.code(), values);
        });
        all.put("rows", rows);
        all.put("reportedBefore", figures.before());
        all.put("reportedAfter", figures.after());
        out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }
}
