package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.scheme.ExampleScheme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what is handed to a command is told in both languages, with exit code 2. */
class WrongInputTest {

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void told(String[] arguments, String zh, String en) {
        Shell chinese = Shell.run(arguments);
        assertThat(chinese.exit()).isEqualTo(2);
        assertThat(chinese.out() + chinese.err()).contains(zh);
        Shell english = Shell.run(
                Stream.concat(Stream.of(arguments), Stream.of("--lang", "en")).toArray(String[]::new));
        assertThat(english.exit()).isEqualTo(2);
        assertThat(Path.of("hazard-report.keys")).doesNotExist();
        assertThat(english.out() + english.err()).contains(en).matches("[\\x00-\\x7F–…·≥≤×\\p{IsHan}|｜]*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "return --due 2024-10 --format pdf#「--format」的值「pdf」无法识别；允许：table | json | xlsx#--format \"pdf\"",
                "import x.csv --format pdf#允许：table | json#allowed: table | json",
                "calendar 2024 --format pdf#允许：table | csv#allowed: table | csv",
                "deadline --roll back#「--roll」的值「back」无法识别；允许：none | forward#allowed: none | forward",
                "demo --nonsense#命令「demo」不认识「--nonsense」；允许：#knows no \"--nonsense\"; allowed:",
                "nonsense#不认识「nonsense」；允许：demo | import#knows no \"nonsense\"; allowed: demo | import",
                "import#缺少「FILE」#FILE is missing",
                "return#缺少「--due, --month, --as-of」#--due, --month, --as-of is missing",
                "return --due 2024-10 --month 2024-10#只能给出一个（现为 ≥ 2）：--due | --month | --as-of#only one of",
                "return --as-of 2024-13-01#「--as-of」的值「2024-13-01」无法识别；允许：2024-10-31#allowed: 2024-10-31",
                "return --due#「--due」#--due",
                "return --due 2024-10 --due 2024-11#只能给出一个#only one of",
                "calendar 2024 --format csv --format table#「--format」给出了不止一次#--format is given more than once",
                "import no-such.csv#没有找到文件「no-such.csv」（FILE）#no-such.csv",
                "deadline --batch no-such.csv#没有找到文件「no-such.csv」（--batch）#no-such.csv",
                "check-scheme no-such.json#没有找到文件「no-such.json」（FILE）#no-such.json"
            })
    void aWordOfTheCommandLine(String line, String zh, String en) {
        told(line.split(" "), zh, en);
    }

    @Test
    void aLanguageNobodyOffers() {
        Shell shell = Shell.run("calendar", "2024", "--lang", "fr");
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.err()).contains("「--lang」的值「fr」无法识别；允许：zh | en");
    }

    @Test
    void aSchemeThatIsNoJsonOrNoUtf8() throws IOException {
        String broken = file("broken.json", ExampleScheme.json().replace("\"example\": true,", "\"example\": tru,"))
                .toString();
        told(new String[] {"check-scheme", broken}, "文件不是有效的 JSON", "the file is no valid JSON");
        assertThat(Shell.run("check-scheme", broken).out())
                .contains("line 4, column", "tru")
                .doesNotContain("Unrecognized");
        Path gbk = folder.resolve("gbk.json");
        Files.write(gbk, ExampleScheme.json().getBytes(Charset.forName("GBK")));
        told(new String[] {"check-scheme", gbk.toString()}, "编码不对；允许：UTF-8", "another encoding; allowed: UTF-8");
    }

    @Test
    void aSchemeOfWhichAPartIsMissingIsNoRewardRule() throws IOException {
        String without = ExampleScheme.json().replace("\"limits\": {", "\"_limits\": {");
        Shell shell = Shell.run("check-scheme", file("without.json", without).toString());
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.out()).contains("limits.admission", "limits.payment", "检查完毕：34 个错误");
        Shell nothing = Shell.run("check-scheme", file("nothing.json", "{}").toString());
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.out()).contains("limits.admission", "reward.groups", "authorityLine.zh");
        assertThat(nothing.out().lines()).hasSizeGreaterThan(40);
    }

    @Test
    void aRewardRuleByItselfIsCheckedAsOne() throws IOException {
        String groups = "{\"groups\":[{\"code\":\"g\",\"combine\":\"SUM\",\"rules\":[{\"code\":\"r\",\"zh\":\"甲\","
                + "\"en\":\"a\",\"then\":{\"cash\":\"1.00\"}}]}]}";
        assertThat(Shell.run("check-scheme", file("rule.json", groups).toString())
                        .exit())
                .isZero();
        String part = file("part.json", "{\"tiers\":[\"A\"],\"reward\":" + groups + "}")
                .toString();
        assertThat(Shell.run("check-scheme", part).exit()).isZero();
        String scheme = file("scheme.json", "{\"version\":\"1\",\"tiers\":[\"A\"],\"reward\":" + groups + "}")
                .toString();
        assertThat(Shell.run("check-scheme", scheme).exit()).isEqualTo(2);
        assertThat(Shell.run("check-scheme", "--reward-only", scheme).exit()).isZero();
    }

    @Test
    void aListOfDeadlinesWithBadRowsPrintsNone() throws IOException {
        String batch = file(
                        "batch.csv",
                        "from,limit,roll\n2024-09-27T16:30,3 working days,none\nyesterday,3 hours,none\n"
                                + "2024-09-27T16:30,soon,back\n2030-09-27T16:30,3 working days,none\n")
                .toString();
        told(
                new String[] {"deadline", "--batch", batch},
                "「row[3].from」的值「yesterday」无法识别；允许：2024-09-27T16:30",
                "row[4].roll \"back\"");
        Shell shell = Shell.run("deadline", "--batch", batch);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err().lines()).hasSize(4);
        assertThat(shell.err()).contains("row[4].limit", "soon", "row[5].from", "2030");
    }

    @Test
    void aFileThatBreaksOffIsToldAndNothingTaken() throws IOException {
        String ledger = file("broken.csv", "编号,隐患描述,来源\n1,护栏缺失,自报\n2,\"灭火器").toString();
        told(new String[] {"import", ledger, "--folder", folder.toString()}, "文件在此处中断", "the file breaks off here");
        assertThat(Shell.run("return", "--due", "2024-09", "--format", "json", "--folder", folder.toString())
                        .out())
                .contains("\"reportedBefore\" : 0", "\"reportedAfter\" : 0");
    }
}
