package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerHeaderTest {

    @ParameterizedTest
    @EnumSource(LedgerColumn.class)
    void knowsEachColumnByAllItsHeaders(LedgerColumn column) {
        assertThat(column.headers()).isNotEmpty();
        for (String header : column.headers()) {
            List<String> texts = column == LedgerColumn.TEXT ? List.of(header) : List.of("隐患描述", header);
            assertThat(LedgerHeader.of(Table.of(texts, List.of())).positions())
                    .as(header)
                    .containsEntry(column, texts.size() - 1);
        }
        assertThat(column.displayName().zh()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "隐 患 描 述 | TEXT",
                "＊隐患描述（必填） | TEXT",
                "【报告时间】 | REPORTED_AT",
                "隐患部位(+图片) | PLACE",
                "隐患等级(一般/重大) | GRADE",
                "整改情况(是/否) | STATUS",
                "报告人（可匿名码） | REPORTER_NAME",
                "Ｒｅｐｏｒｔｅｄ Ａｔ | REPORTED_AT",
                "reported_at | REPORTED_AT",
                "Category Code: | CATEGORY"
            })
    void looksPastBlanksBracketsWidthAndCase(String header, LedgerColumn column) {
        Table table = Table.of(List.of(header, column == LedgerColumn.TEXT ? "x" : "存在问题"), List.of());
        assertThat(LedgerHeader.of(table).positions()).containsEntry(column, 0);
    }

    @Test
    void takesTheBetterOfTwoHeadersForOneColumnAndListsTheOther() {
        LedgerHeader header =
                LedgerHeader.of(Table.of(List.of("内容", "描述", "位置", "类别", "检查方式", "检查人", "检查日期", "判定依据"), List.of()));
        assertThat(header.position(LedgerColumn.TEXT)).hasValue(1);
        assertThat(header.unknown()).containsExactly("内容", "判定依据");
        assertThat(header.text(LedgerColumn.SOURCE)).isEqualTo("检查方式");
    }

    @Test
    void refusesAFileThatDescribesNoHazardAndListsWhatIsRecognised() {
        Table table = Table.of(List.of("姓名", "金额"), List.of(List.of("某", "100")));
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> LedgerHeader.of(table));
        Problem problem = refused.problems().get(0);
        assertThat(problem.code()).isEqualTo("exchange.no-text-column");
        assertThat(problem.value()).isEqualTo("姓名 | 金额");
        assertThat(problem.allowed()).contains("隐患描述", "存在问题", "不合格项描述", "content");
    }

    @Test
    void namesNoHeaderTwice() {
        Set<String> all = new HashSet<>();
        for (LedgerColumn column : LedgerColumn.values()) {
            assertThat(column.headers())
                    .allSatisfy(header -> assertThat(all.add(header)).as(header).isTrue());
        }
    }
}
