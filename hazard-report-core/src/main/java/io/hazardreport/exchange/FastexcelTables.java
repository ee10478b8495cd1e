package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The only class that touches fastexcel-reader. */
final class FastexcelTables {

    private static final Pattern NOT_A_DATE_PART = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private FastexcelTables() {}

    static List<String> names(byte[] file) {
        try (ReadableWorkbook book = open(file)) {
            return book.getSheets().map(Sheet::getName).toList();
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // a damaged file fails in the reader in many ways
            throw notAWorkbook(e);
        }
    }

    static List<Table.Row> rows(byte[] file, @Nullable String name) {
        try (ReadableWorkbook book = open(file)) {
            Sheet sheet = name == null ? book.getFirstSheet() : named(book, name);
            List<Table.Row> rows = new ArrayList<>();
            try (Stream<Row> stream = sheet.openStream()) {
                stream.forEach(row -> rows.add(row(row, book.isDate1904())));
            }
            return rows;
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // a damaged file fails in the reader in many ways
            throw notAWorkbook(e);
        }
    }

    private static ReadableWorkbook open(byte[] file) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
    }

    private static Sheet named(ReadableWorkbook book, String name) {
        List<String> names = book.getSheets().map(Sheet::getName).toList();
        return book.getSheets()
                .filter(sheet -> sheet.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Problem.of("exchange.no-such-sheet", "sheet", name, String.join(", ", names))));
    }

    private static Table.Row row(Row row, boolean from1904) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column)
                    .map(cell -> text(cell, from1904))
                    .orElse(""));
        }
        return new Table.Row(row.getRowNum(), row.getRowNum(), cells);
    }

    private static String text(Cell cell, boolean from1904) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case NUMBER -> number(cell, cell.asNumber(), from1904);
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case FORMULA -> cell.getValue() instanceof BigDecimal number ? number(cell, number, from1904) : raw(cell);
            case ERROR -> raw(cell);
        };
    }

    private static String raw(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private static String number(Cell cell, BigDecimal number, boolean from1904) {
        return isDate(cell)
                ? LedgerDates.ofSerial(number, from1904)
                        .map(LedgerDates.Moment::toString)
                        .orElse(number.toPlainString())
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String parts = NOT_A_DATE_PART.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return parts.contains("yy") || parts.contains("d") || parts.contains("h:") || parts.contains("年");
    }

    private static InvalidInputException notAWorkbook(Exception cause) {
        InvalidInputException refused =
                new InvalidInputException(Problem.of("exchange.not-a-workbook", "file", "?", ".xlsx"));
        refused.initCause(cause);
        return refused;
    }
}
