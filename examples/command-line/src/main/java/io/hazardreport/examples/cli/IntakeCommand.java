package io.hazardreport.examples.cli;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.exchange.CsvReader;
import io.hazardreport.exchange.Table;
import io.hazardreport.intake.IntakeAdvice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each text of a ledger does not say yet. */
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = "What each text of a CSV file does not say yet / 逐条提示报告内容缺什么")
final class IntakeCommand extends Localised implements Callable<Integer> {

    @Option(names = "--csv", required = true, description = "UTF-8, with or without BOM, or GBK")
    private Path file = Path.of(".");

    @Option(names = "--column", required = true, description = "header of the column with the text")
    private String column = "";

    @Option(names = "--hint", defaultValue = "", description = "header of the column with the checklist item, if any")
    private String hint = "";

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new InvalidInputException(Problem.of("cli.no-such-file", "--csv", file, "CSV"));
        }
        Table table = CsvReader.readEveryRow(Files.readAllBytes(file));
        int text = column("--column", column, table);
        int item = hint.isEmpty() ? -1 : column("--hint", hint, table);
        StringBuilder lines = new StringBuilder("row,verdict,reasons\n");
        int row = 0;
        for (Table.Row each : table.rows()) {
            IntakeAdvice advice = IntakeAdvice.of(each.cell(text), item < 0 ? "" : each.cell(item));
            lines.append(++row).append(',').append(advice.verdict()).append(',');
            lines.append(advice.reasons().stream().map(Enum::name).collect(Collectors.joining(";")));
            lines.append('\n');
        }
        out().print(lines);
        out().flush();
        return 0;
    }

    private static int column(String option, String name, Table table) {
        List<String> header = table.header().cells().stream().map(String::strip).toList();
        int at = header.indexOf(name);
        if (at < 0) {
            throw new InvalidInputException(Problem.of("cli.no-such-column", option, name, String.join(", ", header)));
        }
        return at;
    }
}
