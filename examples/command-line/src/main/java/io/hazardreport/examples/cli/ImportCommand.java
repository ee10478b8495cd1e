package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.ImportResult;
import io.hazardreport.exchange.LedgerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a ledger in. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Take a ledger in (CSV or xlsx) / 导入台账")
final class ImportCommand extends Localised implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Parameters(paramLabel = "FILE", description = "CSV (UTF-8, BOM, GBK) or xlsx")
    private Path file;

    @Option(names = "--dry-run", description = "read and check only / 只检查，不导入")
    private boolean dryRun;

    @Option(names = "--format", defaultValue = "table", description = "table | json")
    private Format format = Format.TABLE;

    @Option(
            names = "--ledger",
            defaultValue = "default",
            description = "name of the ledger its row numbers belong to / 台账名称")
    private String ledger = "default";

    @Option(names = "--folder", defaultValue = ".", description = "where the database lies (default: here)")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        byte[] bytes = Input.bytes("FILE", file);
        try (Workspace workspace = dryRun
                ? Workspace.look(folder, "hazard-report", Clock.systemUTC())
                : Workspace.open(folder, "hazard-report", Clock.systemUTC())) {
            LedgerFile read = workspace.reporting().ledgers().read(Workspace.UNIT, bytes);
            ImportResult result = dryRun
                    ? workspace.reporting().ledgers().check(Workspace.UNIT, ledger, read)
                    : taken(workspace, read);
            if (format == Format.JSON) {
                json(result);
            } else {
                table(result, read);
            }
        }
        return 0;
    }

    private ImportResult taken(Workspace workspace, LedgerFile read) {
        try (Progress progress = new Progress(say("importing"), read.rows().size())) {
            return workspace.reporting().ledgers().take(Workspace.UNIT, ledger, read, progress);
        }
    }

    private void json(ImportResult result) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("rows", result.rows());
        counts.put("taken", result.taken());
        counts.put("remarked", result.remarked());
        counts.put("refused", result.refused());
        counts.put("unchanged", result.unchanged());
        out().println(new ObjectMapper().writeValueAsString(counts));
    }

    private void table(ImportResult result, LedgerFile read) {
        for (boolean refused : new boolean[] {true, false}) {
            List<ImportResult.Line> lines = result.lines().stream()
                    .filter(line -> line.refused() == refused)
                    .toList();
            lines.stream()
                    .limit(SHOWN)
                    .forEach(line -> out().println(say(refused ? "refused" : "remark") + " "
                            + line.problem().path() + "  " + line.problem().message(locale())));
            if (lines.size() > SHOWN) {
                print("more", Map.of("count", Integer.toString(lines.size() - SHOWN)));
            }
        }
        if (!read.unknownColumns().isEmpty()) {
            print("unknown-columns", Map.of("columns", String.join(", ", read.unknownColumns())));
        }
        print(
                dryRun ? "checked-rows" : "imported",
                Map.of(
                        "rows", Integer.toString(result.rows()),
                        "taken", Integer.toString(result.taken()),
                        "remarked", Integer.toString(result.remarked()),
                        "refused", Integer.toString(result.refused()),
                        "unchanged", Integer.toString(result.unchanged())));
    }
}
