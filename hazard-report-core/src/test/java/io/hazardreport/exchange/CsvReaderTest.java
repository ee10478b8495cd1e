package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final String LEDGER = "序号,报告时间,隐患描述\r\n1,2024-09-27,灭火器失压\r\n2,2024-09-28,消火栓被遮挡\r\n";

    @Test
    void readsUtf8WithAndWithoutByteOrderMarkAndGbkAlike() {
        Table plain = CsvReader.read(LEDGER.getBytes(StandardCharsets.UTF_8));
        assertThat(plain.header().cells()).containsExactly("序号", "报告时间", "隐患描述");
        assertThat(plain.rows()).hasSize(2);
        assertThat(CsvReader.read(("\uFEFF" + LEDGER).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
        assertThat(CsvReader.read(LEDGER.getBytes(Charset.forName("GBK")))).isEqualTo(plain);
    }

    @Test
    void readsRareSignsOfGb18030() {
        String rare = "隐患描述,报告人\n㐂𠮷阀门泄漏,张㼆\n";
        assertThat(CsvReader.read(rare.getBytes(Charset.forName("GB18030")))
                        .rows()
                        .get(0)
                        .cells())
                .containsExactly("㐂𠮷阀门泄漏", "张㼆");
    }

    @Test
    void refusesBytesThatAreNeither() {
        byte[] file = LEDGER.getBytes(Charset.forName("GBK"));
        file[40] = (byte) 0xFF;
        file[41] = (byte) 0xFF;
        assertThat(problem(file).code()).isEqualTo("exchange.unreadable-encoding");
        assertThat(problem(file).text().zh()).contains("UTF-8").contains("GBK");
    }

    @Test
    void refusesDamagedUtf8InsteadOfShowingItAsGarbledGbk() {
        byte[] damaged = (LEDGER + LEDGER).getBytes(StandardCharsets.UTF_8);
        damaged[100] = (byte) 0xE9;
        damaged[101] = (byte) 0x41;
        assertThat(problem(damaged).code()).isEqualTo("exchange.unreadable-encoding");
        byte[] whole = "隐患描述,地点\n灭火器失压，压力表指针在红区,一楼".getBytes(StandardCharsets.UTF_8);
        assertThat(problem(Arrays.copyOf(whole, whole.length - 1)).code()).isEqualTo("exchange.broken-off");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiter(String delimiter) {
        String text = "隐患描述,地点,备注\n\"a,b;c\td\",二楼,无\n"
                .replace(",地", delimiter + "地")
                .replace(",备", delimiter + "备")
                .replace(",二", delimiter + "二")
                .replace(",无", delimiter + "无");
        Table table = CsvReader.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(table.header().cells()).containsExactly("隐患描述", "地点", "备注");
        assertThat(table.rows().get(0).cells()).containsExactly("a,b;c\td", "二楼", "无");
    }

    @Test
    void keepsLineBreaksInCellsAndTellsRowAndLine() {
        Table table = CsvReader.read(
                "id,text\n1,\"first\r\nsecond\n\"\"third\"\"\"\n2,next\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows().get(0).cells()).containsExactly("1", "first\r\nsecond\n\"third\"");
        assertThat(table.rows().get(1).number()).isEqualTo(3);
        assertThat(table.rows().get(1).line()).isEqualTo(5);
    }

    @Test
    void findsTheHeaderBelowATitleAndLeavesBlankRowsOut() {
        Table table =
                CsvReader.read("2024年隐患排查治理台账,,\n,,\n填报单位：示例,,\n序号,检查日期,存在问题\n\n1,2024.9.27,积尘\n,,\n2,2024.9.28,积水\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(table.above()).extracting(Table.Row::number).containsExactly(1, 3);
        assertThat(table.header().number()).isEqualTo(4);
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(6, 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "编号,报告时间,隐患描述\n1,2024-09-27,灭火器失压\n2,2024-09-28",
                "编号,报告时间,隐患描述\n1,2024-09-27,灭火器失压\n2",
                "编号,报告时间,隐患描述\n1,2024-09-27,\"灭火器失压\n2,2024-09-28,积水\n",
                "台账\n编号,报告时间,隐患描述\n1,2024-09-27,灭火器失压\n2,20"
            })
    void refusesTheWholeFileWhenItBreaksOff(String text) {
        Problem problem = problem(text.getBytes(StandardCharsets.UTF_8));
        assertThat(problem.code()).isEqualTo("exchange.broken-off");
        assertThat(problem.path()).startsWith("row[");
    }

    @Test
    void takesAWholeLastRecordWithoutLineEnd() {
        assertThat(CsvReader.read("编号,隐患描述\n1,积水\n2,积尘".getBytes(StandardCharsets.UTF_8))
                        .rows())
                .hasSize(2);
    }

    @Test
    void refusesTextBehindAClosingQuote() {
        Problem problem = problem("编号,隐患描述\n1,\"积\"水\n".getBytes(StandardCharsets.UTF_8));
        assertThat(problem.code()).isEqualTo("exchange.stray-quote");
        assertThat(problem.path()).isEqualTo("row[2].column[2]");
    }

    @Test
    void namesAWorkbookHandedInAsCsvAndAnEmptyFile() throws Exception {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        Sheets.write(book, List.of(SheetData.of("a", "", List.of("b"), List.of())));
        assertThat(problem(book.toByteArray()).code()).isEqualTo("exchange.not-csv");
        assertThat(problem(new byte[0]).code()).isEqualTo("exchange.empty-file");
        assertThat(problem("\r\n , \r\n".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("exchange.empty-file");
    }

    @Test
    void readsFromBytesOfEitherKind() {
        assertThat(TableReader.read(LEDGER.getBytes(StandardCharsets.UTF_8)).rows())
                .hasSize(2);
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThatThrownBy(() -> TableReader.read(old))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("exchange.old-workbook");
    }

    private static Problem problem(byte[] file) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> CsvReader.read(file));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}
