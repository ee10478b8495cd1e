package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    static Path folder;

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
    void tellsAnyMorningAndAnyPersonWhatIsDue() throws SQLException {
        String[] at = {"--database", "hazard-report-demo", "--folder", folder.toString(), "--at", "2024-11-20T08:00"};
        assertThat(Shell.run(joined("morning", at)).out()).contains("晨会一页", "当班", "紧急危险", "临时防护措施到期", "已逾期", "今日到期", "奖励待审批", "800.00 元");
        Shell head = Shell.run(joined("obligations", "--person", "H001", "--format", "json", at));
        assertThat(head.exit()).isZero();
        assertThat(head.out()).contains("\"owner\" : \"SAFETY_HEAD\"").doesNotContain("\"owner\" : \"FINANCE\"");
        Shell desk = Shell.run(joined("obligations", "--desk", "safety", "--format", "json", at));
        assertThat(desk.out()).contains("\"named\" : [ \"safety\" ]", "\"S001\"").doesNotContain("\"RECTIFIER\"");
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
        assertThat(demo.out()).doesNotContain(marks);
        Path dump = folder.resolve("dump.sql");
        try (Connection connection = DriverManager.getConnection(jdbc(), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("script to '" + dump + "'");
        }
        assertThat(Files.readString(dump)).contains("HR_SEALED").doesNotContain(marks);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
                assertThat(unzipped(file)).doesNotContain(marks);
            }
        }
        byte[] database = Files.readAllBytes(folder.resolve("hazard-report-demo.mv.db"));
        assertThat(new String(database, StandardCharsets.UTF_8)).doesNotContain(marks);
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
        return text.toString();
    }

    @Test
    void itsFourReturnsEqualPlainSql() throws Exception {
        String[][] periods = {
            {"2024-09", "2024-08-20 16:00:00", "2024-09-20 16:00:00"},
            {"2024-10", "2024-09-20 16:00:00", "2024-10-20 16:00:00"},
            {"2024-11", "2024-10-20 16:00:00", "2024-11-20 16:00:00"},
            {"2024-12", "2024-11-20 16:00:00", "2024-12-20 16:00:00"}
        };
        for (String[] period : periods) {
            String in = " >= timestamp '" + period[1] + "' and %s < timestamp '" + period[2] + "'";
            JsonNode rows = returned(period[0]).get("rows");
            String own = "from hr_report where source = 'SELF_REPORT' and ";
            equal(rows, "reported", "select count(*) " + own + "submitted_at" + in.formatted("submitted_at"));
            equal(rows, "confirmed", "select count(*) " + own + "confirmed_at" + in.formatted("confirmed_at"));
            equal(rows, "closed", "select count(*) " + own + "closed_at" + in.formatted("closed_at"));
            equal(
                    rows,
                    "unfounded",
                    "select count(*) " + own + "state = 'UNFOUNDED' and ended_at" + in.formatted("ended_at"));
            equal(
                    rows,
                    "reportedDispatched",
                    "select count(*) " + own + "employment = 'DISPATCHED' and submitted_at"
                            + in.formatted("submitted_at"));
            String awards =
                    "from hr_award where state = 'PAID' and component = 'CASH' and paid_at" + in.formatted("paid_at");
            equal(rows, "rewardedTimes", "select count(*) " + awards);
            equal(rows, "personsInPeriod", "select count(distinct person_key) " + awards);
            assertThat(rows.get("rewardedAmount").get("period").asText().replace(".", ""))
                    .as("rewardedAmount " + period[0])
                    .isEqualTo(Long.toString(number("select coalesce(sum(amount_fen), 0) " + awards)));
            equal(
                    rows,
                    "open",
                    "select count(*) " + own + "submitted_at < timestamp '" + period[2]
                            + "' and (ended_at is null or ended_at >= timestamp '" + period[2] + "')");
        }
        assertThat(number("select count(*) from hr_report where submitted_at < timestamp '2024-08-20 16:00:00'"))
                .isZero();
    }

    private static void equal(JsonNode rows, String column, String sql) throws SQLException {
        assertThat(rows.get(column).get("period").asLong())
                .as(column + ": " + sql)
                .isEqualTo(number(sql));
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
