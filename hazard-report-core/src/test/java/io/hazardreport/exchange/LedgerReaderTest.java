package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerReaderTest {

    private static final LedgerVocabulary WORDS = LedgerVocabulary.usual()
            .add(LedgerColumn.CATEGORY, "E03", "安全设备失养")
            .add(LedgerColumn.CATEGORY, "P04")
            .build();

    @Test
    void takesACleanRowWhole() {
        LedgerFile file = read("""
                编号,报告时间,隐患描述,建议,地点,隐患类别,报告类型,来源,渠道,报告人,工号,部门,岗位,人员类别,用工形式,派遣单位,署名方式,隐患等级,结果,难易,紧急危险,当场处置,备注,天气
                R1,2024年9月27日 16:30,压力表指针在红区,更换,罐区,安全设备失养,隐患,自报,微信,张 三,E1001,罐区,巡检,岗位人员,派遣,示例派遣,仅受理人知悉,一般,已整改,当场,否,是,无,晴
                """);
        assertThat(file.taken()).isEqualTo(1);
        LedgerRow row = file.accepted().get(0);
        assertThat(row.identity()).isEqualTo("id:R1");
        assertThat(row.reportedAt(LocalTime.NOON)).hasValue(LocalDateTime.of(2024, 9, 27, 16, 30));
        assertThat(row.category()).isEqualTo("E03");
        assertThat(row.kind()).isEqualTo("HAZARD");
        assertThat(row.source()).isEqualTo("SELF_REPORT");
        assertThat(row.reporters()).containsExactly(new LedgerPerson("张三", "E1001"));
        assertThat(row.jobRole()).isEqualTo("OPERATIVE");
        assertThat(row.employment()).isEqualTo("DISPATCHED");
        assertThat(row.confidentiality()).isEqualTo("RECEIVER_ONLY");
        assertThat(row.grade()).isEqualTo("GENERAL");
        assertThat(row.status()).isEqualTo("CLOSED");
        assertThat(row.statusText()).isEqualTo("已整改");
        assertThat(row.effort()).isEqualTo("FIX_NOW");
        assertThat(row.immediateDanger()).isFalse();
        assertThat(row.fixedOnSpot()).isTrue();
        assertThat(row.others()).containsExactly(Map.entry("天气", "晴"));
        assertThat(file.unknownColumns()).containsExactly("天气");
    }

    @Test
    void showsNeitherTextNorPersonsInToString() {
        LedgerRow row = read("隐患描述,报告人,工号\n阀门泄漏,张三,E1001\n").accepted().get(0);
        assertThat(row.toString() + row.reporters()).doesNotContain("阀门", "张三", "E1001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "隐患类别 | | exchange.category-missing | false",
                "隐患类别 | E77 | exchange.unknown-code | true",
                "用工形式 | 股东 | exchange.unknown-code | true",
                "人员类别 | 股东 | exchange.unknown-code | true",
                "来源 | 道听途说 | exchange.unknown-code | true",
                "报告类型 | 事故 | exchange.unknown-code | true",
                "署名方式 | 看情况 | exchange.unknown-code | true",
                "报告时间 | 昨天 | exchange.unreadable-date | true",
                "报告时间 | | exchange.date-missing | false",
                "报告时间 | 45562 | exchange.date-serial | false",
                "隐患等级 | 3 | exchange.unrecognised | false",
                "隐患等级 | 一般3级 | exchange.unrecognised | false",
                "结果 | 看情况 | exchange.unrecognised | false",
                "难易 | 不难不易 | exchange.unrecognised | false",
                "紧急危险 | 有点 | exchange.not-yes-no | true",
                "当场处置 | 有点 | exchange.not-yes-no | false"
            })
    void namesColumnValueAndReason(String column, String value, String code, boolean refused) {
        LedgerFile file = read("隐患描述," + column + "\n漏油," + (value == null ? "" : value) + "\n");
        LedgerEntry entry = file.rows().get(0);
        Problem problem = problem(entry, code, column);
        assertThat(problem.path()).isEqualTo("row[2]." + column);
        assertThat(problem.value()).isEqualTo(value == null ? "" : value);
        assertThat(problem.text().zh()).contains(column);
        assertThat(problem.text().en()).contains(column);
        assertThat(file.refused()).isEqualTo(refused ? 1 : 0);
        assertThat(file.remarked()).isEqualTo(refused ? 0 : 1);
        assertThat(file.accepted()).hasSize(refused ? 0 : 1);
    }

    @Test
    void neverDropsARowWithoutText() {
        LedgerFile file = read("编号,隐患描述\n1,\n2, \n签名：,\n");
        assertThat(file.remarked()).isEqualTo(3);
        assertThat(file.rows()).allSatisfy(entry -> problem(entry, "exchange.text-missing", "隐患描述"));
    }

    @ParameterizedTest
    @CsvSource({
        "已整改, CLOSED", "整改完成, CLOSED", "已整改销号, CLOSED", "已销号, CLOSED", "现场处置, CLOSED", "己整改, CLOSED",
        "整改中, RECTIFYING", "待整改, CONFIRMED", "未整改, CONFIRMED", "是, CLOSED", "否, CONFIRMED", "不属实, UNFOUNDED",
        "无法核实, UNVERIFIABLE", "不予受理, NOT_ADMITTED", "重复, DUPLICATE", "已移交, TRANSFERRED", "待受理, SUBMITTED"
    })
    void knowsTheWordsForTheEnd(String written, String code) {
        LedgerRow row = read("隐患描述,是否整改\n漏油," + written + "\n").accepted().get(0);
        assertThat(row.status()).isEqualTo(code);
        assertThat(row.statusText()).isEqualTo(written);
    }

    @Test
    void knowsARowAgainByItsNumberElseByItsContentWithoutPersons() {
        LedgerFile file = read("报告时间,隐患描述,报告人\n2024-9-27,漏油,甲某\n2024-9-27,漏油,乙某\n2024-9-27,漏水,甲某\n");
        List<String> identities =
                file.accepted().stream().map(LedgerRow::identity).toList();
        assertThat(identities.get(0)).startsWith("sha256:").endsWith("#1");
        assertThat(identities.get(1)).isEqualTo(identities.get(0).replace("#1", "#2"));
        assertThat(identities.get(2)).endsWith("#1").isNotEqualTo(identities.get(0));
        LedgerFile numbered = read("编号,隐患描述\n7,漏油\n7,漏水\n");
        assertThat(numbered.accepted()).extracting(LedgerRow::identity).containsExactly("id:7", "id:7#2");
        problem(numbered.rows().get(1), "exchange.id-repeated", "编号");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张三、李四 | 张三/李四",
                "张三 李四 | 张三/李四",
                "张三，李四；王五 | 张三/李四/王五",
                "张 三 | 张三",
                "Li Wei | Li Wei",
                "阿不都·热合曼、李四 | 阿不都·热合曼/李四"
            })
    void tellsSeveralPeopleInOneCellFromOne(String cell, String names) {
        LedgerRow row = read("隐患描述,检查人\n漏油,\"" + cell + "\"\n").accepted().get(0);
        assertThat(row.reporters()).extracting(LedgerPerson::name).containsExactly(names.split("/"));
    }

    @Test
    void pairsNamesWithStaffNumbersAndAddsJointReportersOnce() {
        LedgerRow row = read("隐患描述,报告人,工号,联合报告人\n漏油,张三、李四,E1001、E1002,\"李四(E1002)、王五（E1003）\"\n")
                .accepted()
                .get(0);
        assertThat(row.reporters())
                .containsExactly(
                        new LedgerPerson("张三", "E1001"),
                        new LedgerPerson("李四", "E1002"),
                        new LedgerPerson("王五", "E1003"));
        LedgerFile unequal = read("隐患描述,报告人,工号\n漏油,张三、李四,E1001\n");
        Problem problem = problem(unequal.rows().get(0), "exchange.people-mismatch", "工号");
        assertThat(problem.text().toString()).doesNotContain("张三", "E1001");
        assertThat(unequal.refused()).isEqualTo(1);
    }

    @Test
    void keepsTheNameOutOfAnAnonymousRow() {
        LedgerFile file = read("隐患描述,报告人,署名方式\n漏油,张三,匿名\n漏水,,匿名\n");
        assertThat(file.accepted())
                .allSatisfy(row -> assertThat(row.reporters()).isEmpty());
        problem(file.rows().get(0), "exchange.anonymous-named", "署名方式");
        assertThat(file.rows().get(1).problems()).extracting(Problem::code).doesNotContain("exchange.anonymous-named");
        assertThat(read("隐患描述,是否匿名\n漏油,是\n漏水,否\n").accepted())
                .extracting(LedgerRow::confidentiality)
                .containsExactly("ANONYMOUS", null);
    }

    @Test
    void remarksADateInsteadOfANameAndATextThatContradictsTheGrade() {
        LedgerFile file = read("隐患描述,报告人,隐患等级\n属于重大隐患的泄漏,2024.9.27,一般\n");
        problem(file.rows().get(0), "exchange.date-as-name", "报告人");
        problem(file.rows().get(0), "exchange.grade-contradicts-text", "隐患等级");
    }

    @Test
    void refusesARowThatSpillsOverItsHeader() {
        LedgerFile file = read("编号,隐患描述\n1,漏油,严重\n2,漏水,\n");
        assertThat(file.refused()).isEqualTo(1);
        assertThat(file.rows().get(0).problems()).extracting(Problem::code).contains("exchange.too-many-cells");
    }

    @Test
    void countsEveryRowOnceAndHandsTheProblemsBackAsATable() {
        LedgerFile file = read("隐患描述,报告时间,隐患类别\n漏油,2024-9-27,E03\n漏水,,E03\n漏气,昨天,E03\n");
        assertThat(List.of(file.taken(), file.remarked(), file.refused())).containsExactly(1, 1, 1);
        assertThat(file.rows().stream().map(entry -> entry.<String>fold(t -> "taken", r -> "remarked", r -> "refused")))
                .containsExactly("taken", "remarked", "refused");
        Table problems = LedgerReader.problems(file);
        assertThat(problems.rows()).hasSize(2);
        assertThat(problems.rows().get(1).cells()).startsWith("4", "报告时间").contains("昨天");
    }

    @Test
    void keepsACodeOfAColumnThatTheVocabularyDoesNotCheck() {
        LedgerVocabulary none = LedgerVocabulary.builder().build();
        LedgerFile file = LedgerReader.read(table("隐患描述,隐患类别,报告时间\n漏油,消防安全,2024-9-27\n"), none);
        assertThat(file.accepted().get(0).category()).isEqualTo("消防安全");
        assertThat(file.accepted().get(0).reportedOn()).isEqualTo(LocalDate.of(2024, 9, 27));
        assertThat(file.taken()).isEqualTo(1);
    }

    @Test
    void refusesAWordThatStandsForTwoCodes() {
        assertThatThrownBy(() -> LedgerVocabulary.usual().add(LedgerColumn.GRADE, "LEVEL_3", "一般"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GENERAL")
                .hasMessageContaining("LEVEL_3");
        assertThat(LedgerVocabulary.usual()
                        .without(LedgerColumn.GRADE)
                        .add(LedgerColumn.GRADE, "LEVEL_3", "一般")
                        .build()
                        .code(LedgerColumn.GRADE, "一 般"))
                .hasValue("LEVEL_3");
    }

    private static Problem problem(LedgerEntry entry, String code, String column) {
        assertThat(entry.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.path()).endsWith("." + column);
        });
        return entry.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static LedgerFile read(String csv) {
        return LedgerReader.read(table(csv), WORDS);
    }

    private static Table table(String csv) {
        return CsvReader.read(csv.getBytes(StandardCharsets.UTF_8));
    }
}
