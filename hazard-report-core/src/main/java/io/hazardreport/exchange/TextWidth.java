package io.hazardreport.exchange;

/** How much room text takes in a spreadsheet, in half-width characters: a Chinese sign takes two. */
final class TextWidth {

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The widest of the lines. */
    static int widestLine(String text) {
        return text.lines().mapToInt(TextWidth::of).max().orElse(0);
    }

    /** How many lines the text fills when it is wrapped at this width. */
    static int lines(String text, int width) {
        return Math.max(
                1,
                text.lines()
                        .mapToInt(line -> Math.max(1, (of(line) + width - 1) / width))
                        .sum());
    }

    private static int of(int sign) {
        boolean wide = in(sign, 0x1100, 0x115F)
                || in(sign, 0x2E80, 0xA4CF)
                || in(sign, 0xAC00, 0xD7A3)
                || in(sign, 0xF900, 0xFAFF)
                || in(sign, 0xFE30, 0xFE6F)
                || in(sign, 0xFF00, 0xFF60)
                || in(sign, 0xFFE0, 0xFFE6)
                || in(sign, 0x1F300, 0x3FFFD)
                || sign == 0x2014
                || sign == 0x2026
                || in(sign, 0x2018, 0x201D);
        return wide ? 2 : 1;
    }

    private static boolean in(int sign, int from, int to) {
        return sign >= from && sign <= to;
    }
}
