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
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** When a limit is due, one or many. */
@Command(name = "deadline", mixinStandardHelpOptions = true, description = "When a time limit is due / 时限何时届满")
final class DeadlineCommand extends Localised implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("from", "limit", "roll");

    @Option(names = "--from", description = "2024-09-27T16:30, local time")
    private String from = "";

    @Option(names = "--limit", description = "\"3 working days\" | \"24 hours\" | \"5 days\" | \"10 minutes\"")
    private String limit = "";

    @Option(names = "--roll", defaultValue = "none", description = "none | forward (default: ${DEFAULT-VALUE})")
    private Roll roll = Roll.NONE;

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "default: ${DEFAULT-VALUE}")
    private String zone = "Asia/Shanghai";

    @Option(names = "--format", defaultValue = "table", description = "table | json")
    private Format format = Format.TABLE;

    @Option(names = "--batch", description = "CSV with the columns from,limit,roll; prints from,limit,roll,dueDate")
    private Optional<Path> batch = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (batch.isPresent()) {
            return batch(batch.get());
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Due> found = due("--", from, limit, roll.name(), problems);
        if (found.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        Due due = found.get();
        OffsetDateTime at = due.due().atZone(zone()).toOffsetDateTime();
        if (format == Format.JSON) {
            out().println("{\"dueDate\":\"" + due.lastDay() + "\",\"due\":\"" + at + "\"}");
        } else {
            print("deadline", Map.of("day", due.lastDay().toString(), "due", at.toString()));
        }
        return 0;
    }

    /** All rows or none: a list with holes would be taken for whole. */
    private int batch(Path file) throws IOException {
        Table table = CsvReader.read(Input.bytes("--batch", file));
        List<String> header = table.header().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!header.containsAll(COLUMNS)) {
            throw new InvalidInputException(
                    Problem.of("cli.bad-value", "header", String.join(",", header), String.join(",", COLUMNS)));
        }
        List<Problem> problems = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<String> cells = COLUMNS.stream()
                    .map(column -> row.cell(header.indexOf(column)).strip())
                    .toList();
            due("row[" + row.number() + "].", cells.get(0), cells.get(1), cells.get(2), problems)
                    .ifPresent(due -> lines.add(String.join(",", cells) + "," + due.lastDay()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        out().println(String.join(",", COLUMNS) + ",dueDate");
        lines.forEach(out()::println);
        return 0;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidInputException(Problem.of("cli.bad-value", "--zone", zone, "Asia/Shanghai"));
        }
    }

    /** Everything that is wrong with it, each said of {@code where} and the name of its part. */
    private Optional<Due> due(String where, String start, String length, String rolling, List<Problem> problems) {
        int before = problems.size();
        ZoneId in = zone();
        Optional<Instant> begun = part(
                () -> LocalDateTime.parse(start.replace(' ', 'T')).atZone(in).toInstant(),
                Problem.of("cli.bad-value", where + "from", start, "2024-09-27T16:30"),
                problems);
        Optional<Limit> read = part(
                () -> Limit.parse(length),
                Problem.of("cli.bad-value", where + "limit", length, "3 working days | 24 hours | 5 days"),
                problems);
        Optional<Roll> how = part(
                () -> rolling.isEmpty() ? Roll.NONE : Roll.valueOf(rolling.toUpperCase(Locale.ROOT)),
                Problem.of("cli.bad-value", where + "roll", rolling, "none | forward"),
                problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        Limit rolled = how.orElseThrow() == Roll.NONE
                ? read.orElseThrow()
                : read.orElseThrow().rolling(how.get());
        return part(
                () -> Deadline.of(begun.orElseThrow(), rolled, WorkingCalendar.china(), in),
                Problem.of("cli.bad-value", where + "from", start, "2024-09-27T16:30"),
                problems);
    }

    /** A problem the reader finds itself is told as it is, under the same path. */
    private static <T> Optional<T> part(Supplier<T> read, Problem otherwise, List<Problem> problems) {
        try {
            return Optional.of(read.get());
        } catch (InvalidInputException e) {
            e.problems()
                    .forEach(p ->
                            problems.add(new Problem(p.code(), otherwise.path(), p.value(), p.allowed(), p.source())));
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.add(otherwise);
        }
        return Optional.empty();
    }
}
