package io.hazardreport.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a table as CSV (RFC 4180: comma, CRLF, quotes where needed) in UTF-8. Text that a spreadsheet would take for a
 * formula ({@code = + - @} and their full-width forms in front, but not a plain number) gets an apostrophe before it;
 * {@link CsvReader} takes it off again. Stateless.
 */
public final class CsvWriter {

    private CsvWriter() {}

    /** UTF-8 without byte order mark, for machines. */
    public static byte[] write(Table table) {
        return text(table).getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-8 with byte order mark, so that Excel shows Chinese rightly. */
    public static byte[] writeForExcel(Table table) {
        return ("\uFEFF" + text(table)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Table table) {
        StringBuilder out = new StringBuilder();
        table.above().forEach(row -> append(out, row.cells()));
        append(out, table.header().cells());
        table.rows().forEach(row -> append(out, row.cells()));
        return out.toString();
    }

    private static void append(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(FormulaGuard.guard(cells.get(i)), cells.size()));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell, int columns) {
        boolean needed = cell.isEmpty() ? columns == 1 : cell.chars().anyMatch(CsvWriter::isSpecial);
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static boolean isSpecial(int sign) {
        return sign == ','
                || sign == ';'
                || sign == '\t'
                || sign == '"'
                || sign == '\r'
                || sign == '\n'
                || sign == ' '
                || sign == '\uFEFF';
    }
}
