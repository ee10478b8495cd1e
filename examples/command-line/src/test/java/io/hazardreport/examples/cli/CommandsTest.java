package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hazardreport.scheme.ExampleScheme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path folder;

    @Test
    void tellsADeadlineAsTextAndAsJson() {
        String[] limit = {"deadline", "--from", "2024-09-27T16:30", "--limit", "3 working days"};
        assertThat(Shell.run(limit).out()).contains("2024-10-08");
        assertThat(Shell.run("deadline", "--from", "2024-09-27T16:30", "--limit", "3 working days", "--format", "json")
                        .out())
                .isEqualToIgnoringNewLines("{\"dueDate\":\"2024-10-08\",\"due\":\"2024-10-09T00:00+08:00\"}");
    }

    @Test
    void tellsManyDeadlinesAtOnce() throws IOException {
        Path batch = folder.resolve("batch.csv");
        Files.writeString(
                batch,
                "from,limit,roll\n2024-09-27T16:30,3 working days,none\n2024-09-30T10:00,1 day,forward\n"
                        + "2024-09-30T23:30,2 hours,none\n");
        assertThat(Shell.run("deadline", "--batch", batch.toString()).out())
                .isEqualToIgnoringNewLines("from,limit,roll,dueDate"
                        + "2024-09-27T16:30,3 working days,none,2024-10-08"
                        + "2024-09-30T10:00,1 day,forward,2024-10-08"
                        + "2024-09-30T23:30,2 hours,none,2024-10-01");
    }

    @Test
    void namesTheYearTheCalendarDoesNotKnow() {
        Shell shell = Shell.run("deadline", "--from", "2026-12-30T10:00", "--limit", "5 working days", "--lang", "en");
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.err()).contains("2027").contains("WorkingCalendar.with");
    }

    @Test
    void checksASchemeAndEndsWithTwoWhereItIsWrong() throws IOException {
        Path good = folder.resolve("good.json");
        Files.writeString(good, ExampleScheme.json());
        assertThat(Shell.run("check-scheme", good.toString()).exit()).isZero();
        Path bad = folder.resolve("bad.json");
        Files.writeString(
                bad,
                ExampleScheme.json()
                        .replace(
                                "\"tier\": [\"MAJOR\"] }, \"then\": { \"cash\"",
                                "\"tier\": [\"GENERAL\"] }, \"then\": { \"cash\""));
        Shell shell = Shell.run("check-scheme", bad.toString());
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.out()).contains("空档", "tier=MAJOR", "重叠", "reward.groups[0]");
    }

    @Test
    void importsGbkOnceAndTellsRefusedRows() throws IOException {
        Path file = folder.resolve("ledger.csv");
        String text = "编号,报告时间,隐患描述,隐患类别,来源\n1,2024-09-01 08:00,护栏\n缺失,E99,自报\n2,2024-09-01 09:00,灭火器失压,Z77,自报\n"
                .replace("护栏\n缺失", "\"护栏\n缺失\"");
        Files.write(file, text.getBytes(Charset.forName("GBK")));
        Shell first = importing(file);
        assertThat(first.out()).contains("{\"rows\":2,\"taken\":1,\"remarked\":0,\"refused\":1,\"unchanged\":0}");
        assertThat(importing(file).out())
                .contains("{\"rows\":2,\"taken\":0,\"remarked\":0,\"refused\":1,\"unchanged\":1}");
        Shell table = Shell.run("import", file.toString(), "--dry-run", "--folder", folder.toString());
        assertThat(table.out()).contains("拒收", "隐患类别", "Z77");
    }

    @Test
    void importsTheTextsOfRealEnterprisesWholeAndOnlyOnce() {
        String data = System.getProperty("hazard.data", "");
        assumeTrue(!data.isEmpty(), "needs the folder named by the system property hazard.data");
        Path file = Path.of(data, "enterprise-hazard-texts", "public_labelled.csv");
        assertThat(importing(file).out())
                .contains("{\"rows\":7202,\"taken\":0,\"remarked\":7202,\"refused\":0,\"unchanged\":0}");
        assertThat(importing(file).out())
                .contains("{\"rows\":7202,\"taken\":0,\"remarked\":0,\"refused\":0,\"unchanged\":7202}");
    }

    private Shell importing(Path file) {
        return Shell.run("import", file.toString(), "--format", "json", "--folder", folder.toString());
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        for (String[] command : new String[][] {
            {"calendar", "2026", "--format", "xml"},
            {"obligations", "--folder", folder.toString(), "--format", "xml"}
        }) {
            Shell shell = Shell.run(command);
            assertThat(shell.exit()).as(command[0]).isEqualTo(2);
            assertThat(shell.err()).contains("--format", "xml", "table");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void printsAYearAsWorkingDayLimitsCountIt() {
        assertThat(Shell.run("calendar", "2026").out()).contains("248", "2026-10", "* 4");
        String csv = Shell.run("calendar", "2024", "--format", "csv").out();
        assertThat(csv.lines()).hasSize(367);
        assertThat(csv).contains("2024-10-01,false", "2024-10-12,true", "2024-02-29,true");
        assertThat(Shell.run("calendar", "2031").exit()).isEqualTo(2);
    }

    @Test
    void advisesOnEveryTextOfAFile() throws IOException {
        Path file = folder.resolve("texts.csv");
        Files.writeString(file, "id,content\n1,已整改\n2,\"二号车间北门消防栓前\n堆放纸箱，取用不便\"\n3,\n");
        assertThat(Shell.run("intake", "--csv", file.toString(), "--column", "content")
                        .out()
                        .lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("row,verdict,reasons"),
                        first -> assertThat(first).startsWith("1,INSUFFICIENT,STOCK_PHRASE"),
                        second -> assertThat(second).isEqualTo("2,OK,"),
                        third -> assertThat(third).isEqualTo("3,INSUFFICIENT,EMPTY"));
        Path alone = folder.resolve("alone.csv");
        Files.writeString(alone, "content\n\"\"\n已整改\n\"\"\n");
        assertThat(Shell.run("intake", "--csv", alone.toString(), "--column", "content")
                        .out()
                        .lines())
                .as("a row that says nothing is a row")
                .hasSize(4)
                .contains("1,INSUFFICIENT,EMPTY", "3,INSUFFICIENT,EMPTY");
        Shell wrong = Shell.run("intake", "--csv", file.toString(), "--column", "text", "--lang", "en");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--column", "text", "id, content");
    }
}
