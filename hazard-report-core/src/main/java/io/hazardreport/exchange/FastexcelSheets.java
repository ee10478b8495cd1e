package io.hazardreport.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The only class that touches fastexcel. */
final class FastexcelSheets {

    private static final String FILL = "D9E2F3";
    private static final String LINES = "8EA9DB";
    private static final String FONT = "宋体";
    private static final int NARROWEST = 6;
    private static final int WIDEST = 44;
    private static final int POINTS_PER_LINE = 16;
    private static final int LONGEST_TEXT = 32_767;

    private final Worksheet sheet;
    private final SheetData data;
    private final int[] widths;
    private int at;

    private FastexcelSheets(Worksheet sheet, SheetData data) {
        this.sheet = sheet;
        this.data = data;
        this.widths = widths(data);
    }

    static void write(OutputStream out, List<SheetData> sheets) throws IOException {
        try (Workbook book = new Workbook(out, "hazard-report", null)) {
            book.setGlobalDefaultFont(FONT, 10);
            Set<String> names = new HashSet<>();
            for (SheetData data : sheets) {
                new FastexcelSheets(book.newWorksheet(sheetName(data.name(), names)), data).write();
            }
        }
    }

    private void write() {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        writeTitle();
        int firstHeader = at;
        writeHeaders();
        sheet.freezePane(data.frozenColumns(), at);
        sheet.repeatRows(firstHeader, at - 1);
        data.rows().forEach(this::writeRow);
        data.footers().forEach(this::writeFooter);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("&P / &N", Position.CENTER, FONT, 9);
    }

    private void writeTitle() {
        if (data.title().isBlank()) {
            return;
        }
        sheet.value(at, 0, clean(data.title()));
        merge(at, 0, at, last())
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        height(at, TextWidth.lines(data.title(), Math.max(1, total() * 10 / 16)) * 26);
        at++;
    }

    private void writeHeaders() {
        int top = at;
        List<List<String>> headers = data.headers();
        for (int r = 0; r < headers.size(); r++) {
            int lines = 1;
            for (int c = 0; c < widths.length; c++) {
                String text = headers.get(r).get(c);
                sheet.value(top + r, c, text.isEmpty() ? null : clean(text));
                lines = Math.max(lines, TextWidth.lines(text, room(r, c)));
            }
            height(top + r, lines * POINTS_PER_LINE + 6);
        }
        framed(sheet.range(top, 0, top + headers.size() - 1, last()).style())
                .bold()
                .fillColor(FILL)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        for (int r = 0; r < headers.size(); r++) {
            for (int c = 0; c < widths.length; c++) {
                mergeHeader(top, r, c);
            }
        }
        at += headers.size();
    }

    private int room(int r, int c) {
        int room = 0;
        for (int i = c; i <= headerEnd(r, c); i++) {
            room += widths[i];
        }
        return Math.max(1, room - 1);
    }

    private void mergeHeader(int top, int r, int c) {
        if (data.headers().get(r).get(c).isEmpty()) {
            return;
        }
        int right = headerEnd(r, c);
        int bottom = r;
        while (right == c
                && bottom + 1 < data.headers().size()
                && data.headers().get(bottom + 1).get(c).isEmpty()) {
            bottom++;
        }
        if (right > c || bottom > r) {
            sheet.range(top + r, c, top + bottom, right).merge();
        }
    }

    /** The last column that belongs to the header text at this place. */
    private int headerEnd(int r, int c) {
        int right = c;
        if (r < data.headers().size() - 1 && !data.headers().get(r).get(c).isEmpty()) {
            while (right < last()
                    && data.headers().get(r).get(right + 1).isEmpty()
                    && !startsAbove(r, right + 1)
                    && hasBelow(r, right + 1)) {
                right++;
            }
        }
        return right;
    }

    private boolean startsAbove(int r, int c) {
        return r > 0 && !data.headers().get(r - 1).get(c).isEmpty();
    }

    private boolean hasBelow(int r, int c) {
        return data.headers().subList(r + 1, data.headers().size()).stream()
                .anyMatch(row -> !row.get(c).isEmpty());
    }

    private void writeRow(List<SheetCell> row) {
        int lines = 1;
        for (int c = 0; c < widths.length; c++) {
            SheetCell cell = c < row.size() ? row.get(c) : SheetCell.blank();
            StyleSetter style = framed(sheet.range(at, c, at, c).style());
            style.verticalAlignment("center");
            put(c, cell, style);
            style.set();
            lines = Math.max(lines, TextWidth.lines(shown(cell), Math.max(1, widths[c] - 1)));
        }
        height(at, lines * POINTS_PER_LINE + 4);
        at++;
    }

    private void put(int c, SheetCell cell, StyleSetter style) {
        if (cell instanceof SheetCell.Words words) {
            sheet.value(at, c, words.text().isEmpty() ? null : clean(words.text()));
            style.wrapText(true).format("@");
        } else if (cell instanceof SheetCell.Figure figure) {
            sheet.value(at, c, clean(figure.text()));
            style.horizontalAlignment("right").format("@");
        } else if (cell instanceof SheetCell.Whole whole) {
            sheet.value(at, c, whole.value());
            style.format("#,##0");
        } else if (cell instanceof SheetCell.Amount amount) {
            sheet.value(at, c, BigDecimal.valueOf(amount.value().fen(), 2));
            style.format("#,##0.00");
        } else if (cell instanceof SheetCell.Percent percent) {
            sheet.value(at, c, percent.share());
            style.format("0.0%");
        } else if (cell instanceof SheetCell.Day day) {
            sheet.value(at, c, day.value());
            style.horizontalAlignment("center").format("yyyy-mm-dd");
        } else if (cell instanceof SheetCell.Moment moment) {
            sheet.value(at, c, moment.value());
            style.horizontalAlignment("center").format("yyyy-mm-dd hh:mm");
        }
    }

    private void writeFooter(List<String> texts) {
        int columns = widths.length;
        int parts = Math.min(Math.max(1, texts.size()), columns);
        int from = 0;
        int lines = 1;
        for (int i = 0; i < parts; i++) {
            int to = i == parts - 1 ? last() : Math.max(from, share(i + 1, parts));
            to = Math.min(to, columns - (parts - i));
            String text = i == parts - 1 ? String.join("  ", texts.subList(i, texts.size())) : texts.get(i);
            sheet.value(at, from, clean(text));
            merge(at, from, at, to)
                    .verticalAlignment("center")
                    .horizontalAlignment("left")
                    .wrapText(true)
                    .set();
            lines = Math.max(lines, TextWidth.lines(text, Math.max(1, width(from, to) - 1)));
            from = to + 1;
        }
        height(at, lines * POINTS_PER_LINE + 8);
        at++;
    }

    /** The column in which the given share of the sheet's width ends. */
    private int share(int part, int parts) {
        int column = 0;
        int room = widths[0];
        while (column < last() && (room + widths[column + 1] / 2) * parts <= total() * part) {
            column++;
            room += widths[column];
        }
        return column;
    }

    private StyleSetter merge(int top, int left, int bottom, int right) {
        if (top != bottom || left != right) {
            sheet.range(top, left, bottom, right).merge();
        }
        return sheet.range(top, left, bottom, right).style();
    }

    private static StyleSetter framed(StyleSetter style) {
        style.borderStyle(BorderStyle.THIN).borderColor(LINES);
        return style;
    }

    private void height(int row, int points) {
        sheet.rowHeight(row, Math.min(points, 400));
    }

    private int last() {
        return widths.length - 1;
    }

    private int total() {
        return width(0, last());
    }

    private int width(int from, int to) {
        int sum = 0;
        for (int c = from; c <= to; c++) {
            sum += widths[c];
        }
        return sum;
    }

    private static int[] widths(SheetData data) {
        int[] widths = new int[data.columns()];
        for (int c = 0; c < widths.length; c++) {
            int given = c < data.widths().size() ? data.widths().get(c) : 0;
            widths[c] = given > 0 ? given : byContent(data, c);
        }
        return widths;
    }

    /** As wide as the longest cell up to a limit; a header may wrap into two lines. */
    private static int byContent(SheetData data, int column) {
        int header = TextWidth.widestLine(
                data.headers().get(data.headers().size() - 1).get(column));
        int width = Math.max(NARROWEST, header > 10 ? header / 2 + 3 : header + 2);
        for (List<SheetCell> row : data.rows()) {
            if (column < row.size()) {
                width = Math.max(width, TextWidth.widestLine(shown(row.get(column))) + 2);
            }
        }
        return Math.min(width, WIDEST);
    }

    private static String shown(SheetCell cell) {
        if (cell instanceof SheetCell.Words words) {
            return words.text();
        } else if (cell instanceof SheetCell.Figure figure) {
            return figure.text();
        } else if (cell instanceof SheetCell.Whole whole) {
            return String.format(Locale.ROOT, "%,d", whole.value());
        } else if (cell instanceof SheetCell.Amount amount) {
            return String.format(
                    Locale.ROOT, "%,.2f", BigDecimal.valueOf(amount.value().fen(), 2));
        } else if (cell instanceof SheetCell.Day) {
            return "2024-09-27";
        } else if (cell instanceof SheetCell.Moment) {
            return "2024-09-27 16:30";
        }
        return "100.0%";
    }

    /** Signs that XML cannot hold are left out. */
    private static String clean(String text) {
        String kept = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        if (kept.length() <= LONGEST_TEXT) {
            return kept;
        }
        int end = Character.isHighSurrogate(kept.charAt(LONGEST_TEXT - 2)) ? LONGEST_TEXT - 2 : LONGEST_TEXT - 1;
        return kept.substring(0, end) + "…";
    }

    private static String sheetName(String wished, Set<String> taken) {
        String base = clean(wished)
                .replaceAll("[\\[\\]:*?/\\\\\\n\\t]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        base = base.isEmpty() ? "Sheet" : base;
        String name = cut(base, 31);
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            String suffix = " (" + n + ")";
            name = cut(base, 31 - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
