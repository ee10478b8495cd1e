package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.statistics.MonthlyReturn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the monthly return. */
@Command(name = "return", mixinStandardHelpOptions = true, description = "The monthly return / 月度统计表")
final class ReturnCommand extends AtWorkspace implements Callable<Integer> {

    @Option(names = "--due", required = true, description = "the month it is due in, e.g. 2024-10")
    private String due = "";

    @Option(names = "--format", defaultValue = "table", description = "table | json | xlsx")
    private String format = "table";

    @Override
    public Integer call() throws IOException {
        YearMonth month = month();
        try (Workspace workspace = open()) {
            MonthlyReturn figures = workspace.reporting().figures().monthlyReturn(Workspace.UNIT, month);
            switch (format) {
                case "json" -> json(figures);
                case "xlsx" -> {
                    Path file = folder().resolve("return-" + month + ".xlsx");
                    Books.returnBook(file, figures);
                    print("written", Map.of("file", file.toString()));
                }
                default -> Returns.print(this, figures);
            }
        }
        return 0;
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(due);
        } catch (DateTimeException e) {
            throw new InvalidInputException(Problem.of("cli.bad-value", "--due", due, "2024-10"));
        }
    }

    private void json(MonthlyReturn figures) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("unit", figures.unit().value());
        all.put("due", figures.period().due().toString());
        all.put("from", figures.period().from().toString());
        all.put("to", figures.period().to().toString());
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
