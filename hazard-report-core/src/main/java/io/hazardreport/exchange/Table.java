package io.hazardreport.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as a file held it: a header and the rows below it. Blank rows are left out; what stood above the header (a
 * title, a date line) is kept apart.
 *
 * @param header the row with the column headers
 * @param rows the rows below it that hold at least one cell that is not blank
 * @param above the rows above the header that are not blank
 */
public record Table(Row header, List<Row> rows, List<Row> above) {

    public Table {
        rows = List.copyOf(rows);
        above = List.copyOf(above);
    }

    /**
     * One row of the file.
     *
     * @param number counted from 1 over all rows of the file, header and blank rows included: what a spreadsheet shows
     * @param line the line of text on which it begins, from 1; differs from the number where cells hold line breaks
     */
    public record Row(int number, int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell of a column counted from 0; empty text where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** Whether no cell holds anything. */
        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** A table made by hand, numbered as {@link CsvWriter} would write it. */
    public static Table of(List<String> header, List<List<String>> rows) {
        List<Row> numbered = new ArrayList<>();
        int line = 1 + breaks(header) + 1;
        for (int i = 0; i < rows.size(); i++) {
            Row row = new Row(i + 2, line, rows.get(i));
            line += breaks(row.cells()) + 1;
            if (!row.isBlank()) {
                numbered.add(row);
            }
        }
        return new Table(new Row(1, 1, header), numbered, List.of());
    }

    /** The table among all rows of a file: the header is the row that a ledger's header resembles most, else the first. */
    static Table among(List<Row> all) {
        List<Row> filled = all.stream().filter(row -> !row.isBlank()).toList();
        int header = LedgerHeader.positionIn(filled);
        return new Table(filled.get(header), filled.subList(header + 1, filled.size()), filled.subList(0, header));
    }

    /** With those of all the file's rows below the header that hold nothing in all its columns. */
    Table withBlank(List<Row> all) {
        List<Row> every = all.subList(all.indexOf(header) + 1, all.size()).stream()
                .filter(row ->
                        !row.isBlank() || row.cells().size() == header.cells().size())
                .toList();
        return new Table(header, every, above);
    }

    /** Line breaks within the cells, CRLF counted once. */
    private static int breaks(List<String> cells) {
        int breaks = 0;
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                boolean lone = cell.charAt(i) == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n');
                if (cell.charAt(i) == '\n' || lone) {
                    breaks++;
                }
            }
        }
        return breaks;
    }
}
