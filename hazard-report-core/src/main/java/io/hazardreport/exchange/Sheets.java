package io.hazardreport.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes sheets as an {@code .xlsx} workbook that prints on A4 landscape, header rows on every page. The same data gives
 * the same bytes on the same Java. Text stays text: nothing becomes a formula. Needs the optional library
 * {@value #LIBRARY}. Stateless.
 */
public final class Sheets {

    static final String LIBRARY = "org.dhatim:fastexcel";

    private Sheets() {}

    /**
     * Writes the workbook and leaves the stream open. Text longer than a spreadsheet's cell (32,767 characters) is cut
     * and ends in {@code …}.
     *
     * @throws IOException when the stream refuses
     * @throws IllegalArgumentException when there is no sheet
     * @throws MissingLibraryException when fastexcel is absent; nothing has been written then
     */
    public static void write(OutputStream out, List<SheetData> sheets) throws IOException {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a workbook needs at least one sheet");
        }
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try {
            FastexcelSheets.write(book, sheets);
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException(LIBRARY, e);
        }
        StableZip.rewrite(book.toByteArray(), out);
        out.flush();
    }
}
