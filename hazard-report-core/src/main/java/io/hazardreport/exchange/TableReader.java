package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;

/** Reads a table from a file whose first bytes tell what it is: an {@code .xlsx} workbook, else CSV. Stateless. */
public final class TableReader {

    private TableReader() {}

    /**
     * The table of a CSV file, or of the first sheet of a workbook.
     *
     * @throws InvalidInputException as {@link CsvReader#read} and {@link WorkbookReader#read} say
     * @throws MissingLibraryException when it is a workbook and fastexcel-reader is absent
     */
    public static Table read(byte[] file) {
        return WorkbookReader.isZip(file) || WorkbookReader.isOldWorkbook(file)
                ? WorkbookReader.read(file)
                : CsvReader.read(file);
    }
}
