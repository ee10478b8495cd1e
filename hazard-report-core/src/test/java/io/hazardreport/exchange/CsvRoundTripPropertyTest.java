package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRoundTripPropertyTest {

    @Property
    void whatIsWrittenIsReadBackTheSame(@ForAll("tables") Table table) {
        assertThat(CsvReader.read(CsvWriter.write(table))).isEqualTo(table);
        assertThat(CsvReader.read(CsvWriter.writeForExcel(table))).isEqualTo(table);
    }

    @Property
    void noCellLooksLikeAFormula(@ForAll("cells") String cell) {
        Table table = Table.of(List.of("a", "b"), List.of(List.of("x", cell)));
        String written = new String(CsvWriter.write(table), StandardCharsets.UTF_8);
        String second = written.substring("a,b\r\nx,".length()).replaceFirst("^\"", "");
        assertThat(second)
                .satisfiesAnyOf(
                        text -> assertThat(text).doesNotMatch("(?s)[=+\\-@\\t＝＋－＠].*"),
                        text -> assertThat(text.strip()).matches("[+-]?\\d+(\\.\\d+)?%?"));
    }

    @Provide
    Arbitrary<Table> tables() {
        return Arbitraries.integers().between(1, 6).flatMap(columns -> {
            Arbitrary<List<String>> row = cells().list().ofSize(columns);
            Arbitrary<List<String>> filled = row.map(cells -> {
                List<String> copy = new ArrayList<>(cells);
                copy.set(0, copy.get(0) + "x");
                return copy;
            });
            return filled.flatMap(header -> filled.list().ofMaxSize(8).map(rows -> Table.of(header, rows)));
        });
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<Character> signs = Arbitraries.oneOf(
                Arbitraries.chars().with(',', ';', '\t', '"', '\r', '\n', ' ', '\'', '=', '+', '-', '@', '＝', '\uFEFF'),
                Arbitraries.chars().range('a', 'z'),
                Arbitraries.chars().numeric(),
                Arbitraries.chars().range('\u4E00', '\u9FA5'),
                Arbitraries.chars().range('\u0080', '\u07FF'));
        return Arbitraries.oneOf(
                signs.list().ofMaxSize(12).map(list -> {
                    StringBuilder text = new StringBuilder();
                    list.forEach(text::append);
                    return text.toString();
                }),
                Arbitraries.of("-3.00", "+86", "=1+1", "'=x", "''@y", "𠮷\n", "\"\"", "-"));
    }
}
