package io.hazardreport.examples.cli;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Due;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.Roll;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.exchange.CsvReader;
import io.hazardreport.exchange.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** When a limit is due, one or many. */
@Command(name = "deadline", mixinStandardHelpOptions = true, description = "When a time limit is due / 时限何时届满")
final class DeadlineCommand extends Localised implements Callable<Integer> {

    @Option(names = "--from", description = "2024-09-27T16:30, local time")
    private String from = "";

    @Option(names = "--limit", description = "\"3 working days\" | \"24 hours\" | \"5 days\" | \"10 minutes\"")
    private String limit = "";

    @Option(names = "--roll", defaultValue = "none", description = "none | forward (default: ${DEFAULT-VALUE})")
    private String roll = "none";

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "default: ${DEFAULT-VALUE}")
    private String zone = "Asia/Shanghai";

    @Option(names = "--format", defaultValue = "table", description = "table | json")
    private String format = "table";

    @Option(names = "--batch", description = "CSV with the columns from,limit,roll; prints from,limit,roll,dueDate")
    private Path batch;

    @Override
    public Integer call() throws IOException {
        if (batch != null) {
            return batch();
        }
        Due due = due(from, limit, roll);
        OffsetDateTime at = due.due().atZone(zone()).toOffsetDateTime();
        if (format.equals("json")) {
            out().println("{\"dueDate\":\"" + due.lastDay() + "\",\"due\":\"" + at + "\"}");
        } else {
            print("deadline", Map.of("day", due.lastDay().toString(), "due", at.toString()));
        }
        return 0;
    }

    private int batch() throws IOException {
        Table table = CsvReader.read(Files.readAllBytes(batch));
        List<String> header = table.header().cells();
        out().println("from,limit,roll,dueDate");
        for (Table.Row row : table.rows()) {
            String start = cell(row, header, "from");
            String length = cell(row, header, "limit");
            String rolling = cell(row, header, "roll");
            String end = due(start, length, rolling.isEmpty() ? "none" : rolling)
                    .lastDay()
                    .toString();
            out().println(start + "," + length + "," + rolling + "," + end);
        }
        return 0;
    }

    private static String cell(Table.Row row, List<String> header, String name) {
        int at = header.stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .toList()
                .indexOf(name);
        if (at < 0) {
            throw new InvalidInputException(Problem.of("cli.bad-value", "header", header, "from,limit,roll"));
        }
        return row.cell(at).strip();
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidInputException(Problem.of("cli.bad-value", "--zone", zone, "Asia/Shanghai"));
        }
    }

    private Due due(String start, String length, String rolling) {
        Roll how = switch (rolling.toLowerCase(Locale.ROOT)) {
            case "none" -> Roll.NONE;
            case "forward" -> Roll.FORWARD;
            default ->
                throw new InvalidInputException(Problem.of("cli.bad-value", "--roll", rolling, "none | forward"));
        };
        Limit read = Limit.parse(length);
        try {
            return Deadline.of(
                    LocalDateTime.parse(start.replace(' ', 'T')).atZone(zone()).toInstant(),
                    how == Roll.NONE ? read : read.rolling(how),
                    WorkingCalendar.china(),
                    zone());
        } catch (DateTimeException e) {
            throw new InvalidInputException(Problem.of("cli.bad-value", "--from", start, "2024-09-27T16:30"));
        }
    }
}
