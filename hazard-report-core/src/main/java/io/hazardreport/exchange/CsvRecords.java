package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.List;

/** Splits text into records; knows on which line each begins and whether the last one was ended. */
final class CsvRecords {

    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;
    private int number = 1;
    private boolean ended = true;

    CsvRecords(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    List<Table.Row> all() {
        List<Table.Row> rows = new ArrayList<>();
        while (at < text.length()) {
            rows.add(next());
        }
        return rows;
    }

    /** The first records, as far as they can be told apart; used to find the delimiter. */
    List<Table.Row> head(int count) {
        List<Table.Row> rows = new ArrayList<>();
        try {
            while (at < text.length() && rows.size() < count) {
                rows.add(next());
            }
        } catch (InvalidInputException e) {
            return rows; // the whole file is read again with the delimiter chosen, and refused there
        }
        return rows;
    }

    boolean endsWithLineEnd() {
        return ended;
    }

    private Table.Row next() {
        int startLine = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(FormulaGuard.unguard(cell(cells.size() + 1)));
            if (at >= text.length()) {
                ended = false;
                break;
            }
            char sign = text.charAt(at);
            if (sign == delimiter) {
                at++;
            } else {
                lineBreak();
                ended = true;
                break;
            }
        }
        return new Table.Row(number++, startLine, cells);
    }

    private String cell(int column) {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted(column);
        }
        int start = at;
        while (at < text.length() && !endsCell(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted(int column) {
        int startLine = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else if (sign == '"') {
                at++;
                if (at < text.length() && !endsCell(text.charAt(at))) {
                    throw refused("exchange.stray-quote", column, "line " + line, "\"\"");
                }
                return cell.toString();
            } else if (sign == '\r' || sign == '\n') {
                int from = at;
                lineBreak();
                cell.append(text, from, at);
            } else {
                cell.append(sign);
                at++;
            }
        }
        throw refused("exchange.broken-off", column, "line " + startLine, "\"");
    }

    private InvalidInputException refused(String code, int column, String value, String allowed) {
        return new InvalidInputException(
                Problem.of(code, "row[" + number + "].column[" + column + "]", value, allowed));
    }

    private boolean endsCell(char sign) {
        return sign == delimiter || sign == '\n' || sign == '\r';
    }

    private void lineBreak() {
        boolean crlf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        at += crlf ? 2 : 1;
        line++;
    }
}
