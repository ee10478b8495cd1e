package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.List;

/**
 * Reads CSV (RFC 4180) as offices save it: UTF-8 with or without byte order mark, else GBK (GB 18030); comma, semicolon
 * or tab; CRLF or LF; line breaks inside quoted cells are kept. A file is taken whole or not at all. Stateless.
 */
public final class CsvReader {

    private static final String DELIMITERS = ",;\t";
    private static final int ROWS_TO_LOOK_AT = 20;

    private CsvReader() {}

    /**
     * The table in the file.
     *
     * @throws InvalidInputException with {@code exchange.unreadable-encoding} when the bytes are neither UTF-8 nor GBK,
     *     {@code exchange.broken-off} when the last record is incomplete, {@code exchange.stray-quote} when text follows
     *     a closing quote, {@code exchange.not-csv} when it is a workbook, {@code exchange.empty-file} when it holds
     *     nothing
     */
    public static Table read(byte[] file) {
        return read(file, false);
    }

    /** The same with the rows that hold nothing; an empty line is one where there is only one column. */
    public static Table readEveryRow(byte[] file) {
        return read(file, true);
    }

    private static Table read(byte[] file, boolean every) {
        if (WorkbookReader.isZip(file) || WorkbookReader.isOldWorkbook(file)) {
            throw new InvalidInputException(Problem.of("exchange.not-csv", "file", "Excel", "CSV"));
        }
        String text = CsvEncoding.decode(file);
        char delimiter = delimiterOf(text);
        CsvRecords records = new CsvRecords(text, delimiter);
        List<Table.Row> all = records.all();
        if (all.stream().allMatch(Table.Row::isBlank)) {
            throw new InvalidInputException(Problem.of("exchange.empty-file", "file", file.length + " bytes", "> 0"));
        }
        Table table = Table.among(all);
        Table.Row last = all.get(all.size() - 1);
        int expected = table.header().cells().size();
        if (!records.endsWithLineEnd() && last.cells().size() < expected) {
            throw new InvalidInputException(Problem.of(
                    "exchange.broken-off",
                    "row[" + last.number() + "]",
                    last.cells().size() + " cells",
                    expected + " cells"));
        }
        return every ? table.withBlank(all) : table;
    }

    /** The one by which most headers are recognised; else the one that the first line with any holds most often. */
    private static char delimiterOf(String text) {
        char best = ',';
        int bestScore = -1;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            int score = recognised(text, delimiter) * 10_000 + Math.min(uses(text, delimiter), 9_999);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static int recognised(String text, char delimiter) {
        List<Table.Row> filled = new CsvRecords(text, delimiter)
                .head(ROWS_TO_LOOK_AT).stream().filter(row -> !row.isBlank()).toList();
        return filled.isEmpty() ? 0 : LedgerHeader.recognisedIn(filled.get(LedgerHeader.positionIn(filled)));
    }

    /** How often it stands outside quotes in the first line that holds any delimiter there. */
    private static int uses(String text, char delimiter) {
        boolean quoted = false;
        boolean any = false;
        int uses = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                any |= DELIMITERS.indexOf(sign) >= 0;
                uses += sign == delimiter ? 1 : 0;
                if (any && (sign == '\n' || sign == '\r')) {
                    break;
                }
            }
        }
        return uses;
    }
}
