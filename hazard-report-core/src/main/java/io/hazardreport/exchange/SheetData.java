package io.hazardreport.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * One sheet to be written: a title over all columns, header rows, rows, and lines below (notes, signatures).
 *
 * <p>In several header rows an empty text right of a filled one belongs to it (the cells are merged) unless it is the last
 * header row, and empty texts below a filled one belong to that.
 *
 * @param name of the sheet; signs a spreadsheet forbids are replaced, 31 characters are kept
 * @param title above the table; blank for none
 * @param headers at least one row, all equally long
 * @param rows none longer than the header
 * @param footers lines below the table; several texts in a line share the width, as places for signatures do
 * @param widths of the columns in half-width characters; 0 or absent means by content
 * @param frozenColumns how many columns at the left stay in view
 */
public record SheetData(
        String name,
        String title,
        List<List<String>> headers,
        List<List<SheetCell>> rows,
        List<List<String>> footers,
        List<Integer> widths,
        int frozenColumns) {

    public SheetData {
        headers = copy(headers);
        rows = copy(rows);
        footers = copy(footers);
        widths = List.copyOf(widths);
        int columns = headers.isEmpty() ? 0 : headers.get(0).size();
        if (columns == 0 || headers.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("sheet \"" + name + "\": header rows must be there and equally long");
        }
        for (List<SheetCell> row : rows) {
            if (row.size() > columns) {
                throw new IllegalArgumentException(
                        "sheet \"" + name + "\": a row of " + row.size() + " cells under a header of " + columns);
            }
        }
        if (frozenColumns < 0 || frozenColumns > columns) {
            throw new IllegalArgumentException(
                    "sheet \"" + name + "\": frozenColumns = " + frozenColumns + ", allowed: 0-" + columns);
        }
    }

    /** A sheet with one header row, widths by content and nothing below. */
    public static SheetData of(String name, String title, List<String> header, List<List<SheetCell>> rows) {
        return new SheetData(name, title, List.of(header), rows, List.of(), List.of(), 0);
    }

    /** A sheet of text cells from a table. */
    public static SheetData of(String name, String title, Table table) {
        List<List<SheetCell>> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            rows.add(row.cells().stream().map(SheetCell::of).toList());
        }
        return of(name, title, table.header().cells(), rows);
    }

    /** The same sheet with these lines below the table. */
    public SheetData withFooters(List<List<String>> lines) {
        return new SheetData(name, title, headers, rows, lines, widths, frozenColumns);
    }

    /** The same sheet with these column widths. */
    public SheetData withWidths(List<Integer> columnWidths) {
        return new SheetData(name, title, headers, rows, footers, columnWidths, frozenColumns);
    }

    /** The same sheet with its first columns kept in view. */
    public SheetData withFrozenColumns(int count) {
        return new SheetData(name, title, headers, rows, footers, widths, count);
    }

    int columns() {
        return headers.get(0).size();
    }

    private static <T> List<List<T>> copy(List<List<T>> rows) {
        return rows.stream().map(List::copyOf).toList();
    }
}
