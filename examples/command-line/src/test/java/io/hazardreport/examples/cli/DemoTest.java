package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.ReportId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    static Path folder;

    private static final Pattern ENTITY = Pattern.compile("&#(x?[0-9a-fA-F]+);");
    private static final Pattern RECEIPT = Pattern.compile("\\d{8}-[0-9A-Z]{6}-[0-9A-Z]");

    private static Shell demo;

    @BeforeAll
    static void playTheDemoOnce() {
        demo = Shell.run("demo", "--folder", folder.toString());
    }

    private static String jdbc() {
        return "jdbc:h2:file:" + folder.resolve("hazard-report-demo");
    }

    @Test
    void showsATimelineWhatIsDueAwardsFundsAndFourReturns() {
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exit()).isZero();
        assertThat(demo.out())
                .contains("共 286 行", "复查合格，已销号", "逾期", "不予奖励", "内部协调")
                .contains("送达：union")
                .contains("2024-09 月度统计表", "2024-10 月度统计表", "2024-11 月度统计表", "2024-12 月度统计表")
                .contains("统计期外");
        assertThat(folder.resolve("ledger.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("return-2024-12.xlsx")).isNotEmptyFile();
    }

    @Test
    void theReadmeQuotesWhatItPrints() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("hazard.root"), "README.md"));
        int from = page.indexOf("```\n", page.indexOf("<!-- demo:begin -->")) + 4;
        List<String> quoted = RECEIPT.matcher(page.substring(from, page.indexOf("```", from)))
                .replaceAll("…")
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().equals("…"))
                .toList();
        List<String> printed =
                RECEIPT.matcher(demo.out()).replaceAll("…").lines().toList();
        assertThat(quoted).hasSizeGreaterThan(15);
        assertThat(printed).containsSubsequence(quoted);
    }

    @Test
    void tellsAnyMorningAndAnyPersonWhatIsDue() throws SQLException {
        String[] at = {"--database", "hazard-report-demo", "--folder", folder.toString(), "--at", "2024-11-20T08:00"};
        assertThat(Shell.run(joined("morning", at)).out())
                .contains("晨会一页", "当班", "紧急危险", "临时防护措施到期", "已逾期", "今日到期", "奖励待审批", "800.00 元");
        Shell head = Shell.run(joined("obligations", "--person", "H001", "--format", "json", at));
        assertThat(head.exit()).isZero();
        assertThat(head.out()).contains("\"owner\" : \"SAFETY_HEAD\"").doesNotContain("\"owner\" : \"FINANCE\"");
        Shell desk = Shell.run(joined("obligations", "--desk", "safety", "--format", "json", at));
        assertThat(desk.out())
                .contains("\"named\" : [ \"safety\" ]", "\"S001\"")
                .doesNotContain("\"RECTIFIER\"");
        Shell unknown = Shell.run(joined("obligations", "--desk", "fire", "--lang", "zh", at));
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("fire", "safety, union");
        Shell early = Shell.run(
                "obligations",
                "--at",
                "2020-01-01T00:00",
                "--database",
                "hazard-report-demo",
                "--folder",
                folder.toString());
        assertThat(early.exit()).isZero();
        assertThat(early.out()).contains("待办 0 项");
        String receipt = text("select receipt from hr_report where state = 'CLOSED' fetch first 1 row only");
        Shell handled =
                Shell.run("timeline", receipt, "--database", "hazard-report-demo", "--folder", folder.toString());
        assertThat(handled.out()).contains("经办人员视角", "受理", "与报告人谈话", "复查合格", "→ 已销号");
        Shell stranger = Shell.run(
                "timeline",
                receipt,
                "--person",
                "NOBODY",
                "--database",
                "hazard-report-demo",
                "--folder",
                folder.toString());
        assertThat(stranger.exit()).isEqualTo(2);
    }

    private static String[] joined(String first, String[] more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] joined(String a, String b, String c, String d, String e, String[] more) {
        return Stream.concat(Stream.of(a, b, c, d, e), Stream.of(more)).toArray(String[]::new);
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc(), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void hasEveryEndOfTheLoop() throws SQLException {
        for (String state : new String[] {
            "CLOSED", "NOT_ADMITTED", "UNFOUNDED", "UNVERIFIABLE", "DUPLICATE", "TRANSFERRED", "RECTIFYING", "SUBMITTED"
        }) {
            assertThat(number("select count(*) from hr_report where state = '" + state + "'"))
                    .as(state)
                    .isPositive();
        }
        assertThat(number("select count(*) from hr_report where grade = 'MAJOR' and state = 'CLOSED'"))
                .isPositive();
        assertThat(number("select count(*) from hr_event where type = 'REGRADE'"))
                .isPositive();
        assertThat(number("select count(*) from hr_report where reporters = 3")).isPositive();
    }

    @Test
    void theIdentityOfAReporterIsOnlyInTheSealedVault() throws Exception {
        String[] marks = {"林晓燕", "E-MARKER-7731"};
        Map<String, String> tables = Dump.of(jdbc());
        assertThat(tables).containsKeys("HR_EVENT", "HR_REPORT", "HR_SEALED", "HR_AWARD", "HR_DECISION", "HR_CLAIM");
        assertThat(tables.get("HR_EVENT")).contains("单位隐患判定标准（示例）");
        tables.forEach((table, text) -> assertThat(text).as(table).doesNotContain(marks));
        assertThat(CapturedLogs.all()).contains("scheme 2024-1 loaded").doesNotContain(marks);
        assertThat(demo.out() + demo.err()).contains("单位隐患判定标准（示例）").doesNotContain(marks);
        assertThat(unzipped(folder.resolve("ledger.xlsx")))
                .contains("单位隐患判定标准（示例）")
                .doesNotContain(marks);
        assertThat(unzipped(folder.resolve("return-2024-12.xlsx")))
                .contains("月度统计表")
                .doesNotContain(marks);
        byte[] database = Files.readAllBytes(folder.resolve("hazard-report-demo.mv.db"));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            assertThat(new String(database, charset)).doesNotContain(marks);
        }
        assertThat(sealed()).contains("林晓燕标记 E-MARKER-7731");
    }

    /** Who reported, as the receiver may open it. */
    private static Set<String> sealed() {
        Set<String> persons = new TreeSet<>();
        try (Workspace workspace = Workspace.open(folder, "hazard-report-demo", Clock.systemUTC())) {
            for (String id : texts("select id from hr_report where source = 'SELF_REPORT'")) {
                workspace
                        .reporting()
                        .reports()
                        .reporters(Workspace.UNIT, ReportId.of(id), Crew.RECEIVER)
                        .forEach(who ->
                                persons.add(who.name() + " " + who.person().value()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return persons;
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbc(), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String unzipped(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(Character.toString(
                        entity.group(1).startsWith("x")
                                ? Integer.parseInt(entity.group(1).substring(1), 16)
                                : Integer.parseInt(entity.group(1)))));
    }

    @Test
    void itsFourReturnsEqualPlainSql() throws Exception {
        String year = "2023-12-20 16:00:00";
        String[][] periods = {
            {"2024-09", "2024-08-20 16:00:00", "2024-09-20 16:00:00"},
            {"2024-10", "2024-09-20 16:00:00", "2024-10-20 16:00:00"},
            {"2024-11", "2024-10-20 16:00:00", "2024-11-20 16:00:00"},
            {"2024-12", "2024-11-20 16:00:00", "2024-12-20 16:00:00"}
        };
        for (String[] period : periods) {
            JsonNode all = returned(period[0]);
            Map<String, String> inPeriod = counted(PlainSql.of(period[1], period[2]));
            Map<String, String> sinceYear = counted(PlainSql.of(year, period[2]));
            sinceYear.put("personsInPeriod", sinceYear.get("personsInYear"));
            assertThat(values(all.get("rows"), "period")).as(period[0]).containsExactlyInAnyOrderEntriesOf(inPeriod);
            assertThat(values(all.get("rows"), "cumulative"))
                    .as(period[0] + " cumulative")
                    .containsExactlyInAnyOrderEntriesOf(sinceYear);
            assertThat(all.get("reportedBefore").asLong())
                    .isEqualTo(number(outside("submitted_at < timestamp '" + year + "'")));
            long after = number(outside("submitted_at >= timestamp '" + period[2] + "'"));
            assertThat(all.get("reportedAfter").asLong()).isEqualTo(after);
            assertThat(demo.out()).contains("统计期外：年初之前报告 0 条，本期之后报告 " + after + " 条");
        }
        assertThat(number(outside("submitted_at >= timestamp '2024-09-20 16:00:00'")))
                .isPositive();
    }

    private static String outside(String when) {
        return "select count(*) from hr_report where source = 'SELF_REPORT' and kind in ('HAZARD', 'UNSAFE_ACT') and "
                + when;
    }

    /** What plain SQL says, with the rates made from its counts. */
    private static Map<String, String> counted(Map<String, String> statements) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, String> statement : statements.entrySet()) {
            counts.put(statement.getKey(), number(statement.getValue()));
        }
        Map<String, String> values = new TreeMap<>();
        counts.forEach((code, count) -> values.put(code, Long.toString(count)));
        values.put(
                "rewardedAmount",
                BigDecimal.valueOf(counts.get("rewardedAmount"), 2).toPlainString());
        for (String grade : List.of("", "General", "Major")) {
            values.put("closedRate" + grade, rate(counts.get("closed" + grade), counts.get("confirmed" + grade)));
        }
        values.put("otherShare", rate(counts.get("reportedOther"), counts.get("reported")));
        return values;
    }

    private static String rate(long part, long whole) {
        return whole == 0
                ? "/"
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP) + "%";
    }

    /** Every row that has a source. */
    private static Map<String, String> values(JsonNode rows, String column) {
        Map<String, String> values = new TreeMap<>();
        rows.fieldNames().forEachRemaining(code -> {
            String value = rows.get(code).get(column).asText();
            if (!value.equals("未统计")) {
                values.put(code, value);
            }
        });
        return values;
    }

    private static JsonNode returned(String due) throws IOException {
        Shell shell = Shell.run(
                "return",
                "--due",
                due,
                "--format",
                "json",
                "--folder",
                folder.toString(),
                "--database",
                "hazard-report-demo");
        assertThat(shell.err()).isEmpty();
        return new ObjectMapper().readTree(shell.out());
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc(), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
