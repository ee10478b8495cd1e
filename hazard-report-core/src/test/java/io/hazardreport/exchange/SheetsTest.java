package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SheetsTest {

    @Test
    void readsBackWhatItWrote() throws IOException {
        SheetData ledger = SheetData.of(
                "台账",
                "2024年隐患报告台账",
                List.of("序号", "报告时间", "检查日期", "隐患描述", "奖励金额", "占比", "比率"),
                List.of(List.of(
                        SheetCell.of(1),
                        SheetCell.of(LocalDateTime.of(2024, 9, 27, 16, 30)),
                        SheetCell.of(LocalDate.of(2024, 9, 27)),
                        SheetCell.of("第一行\n第二行"),
                        SheetCell.of(Money.parse("-1200.50")),
                        SheetCell.figure("75.0%"),
                        SheetCell.percent(new BigDecimal("0.75")))));
        Table table = WorkbookReader.read(write(ledger));
        assertThat(table.above()).extracting(row -> row.cell(0)).containsExactly("2024年隐患报告台账");
        assertThat(table.header().cells()).startsWith("序号", "报告时间");
        assertThat(table.rows().get(0).cells())
                .containsExactly("1", "2024-09-27 16:30", "2024-09-27", "第一行\n第二行", "-1200.5", "75.0%", "0.75");
        assertThat(table.rows().get(0).number()).isEqualTo(3);
    }

    @Test
    void keepsTextThatLooksLikeAFormulaAsText() throws IOException {
        List<String> texts = List.of("=1+1", "+86", "-3", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "007");
        SheetData sheet = SheetData.of(
                "a",
                "",
                List.of("隐患描述"),
                texts.stream().map(text -> List.of(SheetCell.of(text))).toList());
        byte[] book = write(sheet);
        assertThat(WorkbookReader.read(book).rows())
                .extracting(row -> row.cell(0))
                .containsExactlyElementsOf(texts);
        assertThat(entries(book).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void printsOnA4LandscapeWithItsHeaderOnEveryPageAndKeepsItInView() throws IOException {
        SheetData sheet = SheetData.of("a", "标题", List.of("b", "c"), List.of()).withFrozenColumns(1);
        Map<String, String> entries = entries(write(sheet));
        assertThat(entries.get("xl/worksheets/sheet1.xml"))
                .contains("paperSize=\"9\"", "orientation=\"landscape\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"")
                .contains("ySplit=\"2\"", "xSplit=\"1\"", "<mergeCell ref=\"A1:B1\"");
        assertThat(entries.get("xl/workbook.xml")).contains("_xlnm.Print_Titles", "$2:$2");
    }

    @Test
    void mergesSeveralHeaderRows() throws IOException {
        SheetData sheet = new SheetData(
                "a",
                "",
                List.of(List.of("部门", "报告", "", "合计"), List.of("", "正式", "派遣", "")),
                List.of(),
                List.of(List.of("填报人：", "审核人：", "日期：")),
                List.of(12, 0, 0, 0),
                0);
        assertThat(entries(write(sheet)).get("xl/worksheets/sheet1.xml"))
                .contains("ref=\"A1:A2\"", "ref=\"B1:C1\"", "ref=\"D1:D2\"")
                .contains("width=\"12.");
    }

    @Test
    void givesTheSameBytesForTheSameDataAndTellsNoTime() throws IOException {
        SheetData sheet = SheetData.of("a", "t", List.of("隐患描述"), List.of(List.of(SheetCell.of("漏油"))));
        byte[] first = write(sheet, sheet);
        assertThat(first).isEqualTo(write(sheet, sheet));
        assertThat(entries(first).get("docProps/core.xml")).doesNotContain("created");
        assertThat(WorkbookReader.sheetNames(first)).containsExactly("a", "a (2)");
        assertThat(WorkbookReader.read(first, "a (2)").rows()).hasSize(1);
    }

    @Test
    void makesSheetNamesThatSpreadsheetsAllow() throws IOException {
        SheetData sheet = SheetData.of("2024/09 [台账]: " + "长".repeat(40), "", List.of("b"), List.of());
        assertThat(WorkbookReader.sheetNames(write(sheet)).get(0))
                .hasSizeLessThanOrEqualTo(31)
                .startsWith("2024 09");
    }

    @Test
    void leavesOutWhatXmlCannotHoldAndCutsWhatACellCannot() throws IOException {
        SheetData sheet = SheetData.of(
                "a",
                "",
                List.of("隐患描述"),
                List.of(List.of(SheetCell.of("漏\u0001油\u000B<&>")), List.of(SheetCell.of("长".repeat(40_000)))));
        Table table = WorkbookReader.read(write(sheet));
        assertThat(table.rows().get(0).cell(0)).isEqualTo("漏油<&>");
        assertThat(table.rows().get(1).cell(0)).hasSize(32_767).endsWith("…");
    }

    @Test
    void refusesWhatIsNoWorkbookAndSheetsThatAreNotThere() throws IOException {
        byte[] broken = "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> WorkbookReader.read(broken))
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo("exchange.not-a-workbook");
        byte[] book = write(SheetData.of("甲", "", List.of("b"), List.of()));
        assertThatThrownBy(() -> WorkbookReader.read(book, "乙"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("甲")
                .hasMessageContaining("乙");
        byte[] halved = Arrays.copyOf(book, book.length / 2);
        assertThatThrownBy(() -> WorkbookReader.read(halved)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesRowsThatDoNotFitTheHeader() {
        List<List<SheetCell>> wide = List.of(List.of(SheetCell.of(1), SheetCell.of(2)));
        assertThatThrownBy(() -> SheetData.of("a", "", List.of("b"), wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells under a header of 1");
        assertThatThrownBy(() -> Sheets.write(new ByteArrayOutputStream(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] write(SheetData... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheets.write(out, List.of(sheets));
        return out.toByteArray();
    }

    private static Map<String, String> entries(byte[] book) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
