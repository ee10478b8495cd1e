package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of an {@code .xlsx} workbook; dates come as {@code 2024-09-27 16:30}, numbers in plain decimal form.
 * Needs the optional library {@value #LIBRARY}. The old {@code .xls} form is refused with the way out. Stateless.
 */
public final class WorkbookReader {

    static final String LIBRARY = "org.dhatim:fastexcel-reader";

    private WorkbookReader() {}

    /**
     * The table of the first sheet. Cells merged over several rows hold their text in the first row only, as the file
     * does.
     *
     * @throws InvalidInputException {@code exchange.old-workbook}, {@code exchange.not-a-workbook} or
     *     {@code exchange.empty-file}
     * @throws MissingLibraryException when fastexcel-reader is absent
     */
    public static Table read(byte[] file) {
        return Table.among(rows(file, null));
    }

    /**
     * The table of the sheet of this name.
     *
     * @throws InvalidInputException as {@link #read(byte[])}, and {@code exchange.no-such-sheet} with the names there
     *     are
     * @throws MissingLibraryException when fastexcel-reader is absent
     */
    public static Table read(byte[] file, String sheet) {
        return Table.among(rows(file, sheet));
    }

    /**
     * The names of all sheets, in order.
     *
     * @throws InvalidInputException {@code exchange.old-workbook} or {@code exchange.not-a-workbook}
     * @throws MissingLibraryException when fastexcel-reader is absent
     */
    public static List<String> sheetNames(byte[] file) {
        refuseOld(file);
        try {
            return FastexcelTables.names(file);
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException(LIBRARY, e);
        }
    }

    private static List<Table.Row> rows(byte[] file, @Nullable String sheet) {
        refuseOld(file);
        List<Table.Row> rows;
        try {
            rows = FastexcelTables.rows(file, sheet);
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException(LIBRARY, e);
        }
        if (rows.stream().allMatch(Table.Row::isBlank)) {
            throw new InvalidInputException(Problem.of("exchange.empty-file", "file", file.length + " bytes", "> 0"));
        }
        return rows;
    }

    private static void refuseOld(byte[] file) {
        if (isOldWorkbook(file)) {
            throw new InvalidInputException(Problem.of("exchange.old-workbook", "file", ".xls", ".xlsx, CSV"));
        }
    }

    static boolean isZip(byte[] file) {
        return startsWith(file, 'P', 'K', 3, 4);
    }

    static boolean isOldWorkbook(byte[] file) {
        return startsWith(file, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean startsWith(byte[] file, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
