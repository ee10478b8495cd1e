package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run tells what an import would do now, and leaves no trace. */
class DryRunTest {

    @TempDir
    Path folder;

    private Shell importing(Path file, String... more) {
        return Shell.run(Stream.concat(
                        Stream.of("import", file.toString(), "--format", "json", "--folder", folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void tellsAnImportBeforeAndAfterItAndOneOfAChangedRow() throws IOException {
        Path file = folder.resolve("ledger.csv");
        Files.writeString(
                file, "编号,报告时间,隐患描述,隐患类别,来源\n1,2024-09-01 08:00,护栏缺失,E99,自报\n2,2024-09-01 09:00,灭火器失压,E99,自报\n");
        String expected = "{\"rows\":2,\"taken\":2,\"remarked\":0,\"refused\":0,\"unchanged\":0}";
        assertThat(importing(file, "--dry-run").out()).contains(expected);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(importing(file).out()).contains(expected);
        assertThat(importing(file, "--dry-run").out())
                .contains("{\"rows\":2,\"taken\":0,\"remarked\":0,\"refused\":0,\"unchanged\":2}");
        Files.writeString(file, Files.readString(file).replace("护栏缺失", "护栏松动"));
        assertThat(importing(file, "--dry-run").out())
                .contains("{\"rows\":2,\"taken\":0,\"remarked\":0,\"refused\":1,\"unchanged\":1}");
        assertThat(importing(file).out())
                .contains("{\"rows\":2,\"taken\":0,\"remarked\":0,\"refused\":1,\"unchanged\":1}");
        assertThat(importing(file, "--dry-run", "--ledger", "another").out())
                .contains("{\"rows\":2,\"taken\":2,\"remarked\":0,\"refused\":0,\"unchanged\":0}");
    }
}
