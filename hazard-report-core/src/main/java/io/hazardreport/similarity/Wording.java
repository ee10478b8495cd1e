package io.hazardreport.similarity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings words into one form: full and half width, case, spaces and punctuation, 号 and #, Chinese numerals, leading
 * zeros. Two numbers side by side stay apart by one space, so that tank 1-2 is not tank 12.
 */
final class Wording {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FINANCIAL = "〇壹贰叁肆伍陆柒捌玖";

    private final String source;
    private final StringBuilder out;

    private Wording(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    static String normal(String words) {
        String wide = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Wording(wide).read();
    }

    private String read() {
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            int end = at + 1;
            if (isDigit(c)) {
                end = run(at, false);
                number(source.substring(at, end));
            } else if (numeral(c) >= 0) {
                end = run(at, true);
                number(value(source.substring(at, end)));
            } else if (numberMark(at) > 0) {
                end = at + numberMark(at);
            } else if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
            at = end;
        }
        return out.toString();
    }

    /** Whether more than half of the normalised words are not of an East Asian script. */
    static boolean isMostlyLatin(String normal) {
        return 2 * normal.chars().filter(c -> c < '\u2e80').count() > normal.length();
    }

    private int run(int from, boolean chinese) {
        int end = from;
        while (end < source.length() && (chinese ? numeral(source.charAt(end)) >= 0 : isDigit(source.charAt(end)))) {
            end++;
        }
        return end;
    }

    private void number(String digits) {
        if (endsInDigit()) {
            out.append(' ');
        }
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        out.append(digits, first, digits.length());
    }

    private boolean endsInDigit() {
        return out.length() > 0 && isDigit(out.charAt(out.length() - 1));
    }

    /** Length of a 号 behind a number or a "no." before one; 0 where there is none. A # is punctuation anyway. */
    private int numberMark(int at) {
        if (source.charAt(at) == '号') {
            return endsInDigit() ? 1 : 0;
        }
        if (!source.startsWith("no", at) || (at > 0 && isLatin(source.charAt(at - 1)))) {
            return 0;
        }
        int next = at + 2;
        while (next < source.length() && !Character.isLetterOrDigit(source.charAt(next))) {
            next++;
        }
        return next < source.length() && isDigit(source.charAt(next)) ? next - at : 0;
    }

    /** 十二 is 12, 二百零三 is 203, 二〇三 is 203. */
    private static String value(String numerals) {
        if (numerals.chars().noneMatch(c -> numeral((char) c) >= 10)) {
            StringBuilder digits = new StringBuilder();
            numerals.chars().forEach(c -> digits.append(numeral((char) c)));
            return digits.toString();
        }
        long sum = 0;
        long digit = -1;
        for (int i = 0; i < numerals.length(); i++) {
            int value = numeral(numerals.charAt(i));
            if (value < 10) {
                digit = value;
            } else {
                sum += value * (digit < 0 ? 1 : digit);
                digit = -1;
            }
        }
        return Long.toString(digit < 0 ? sum : sum + digit);
    }

    /** 0 to 9, or 10, 100, 1000; -1 for anything else. */
    private static int numeral(char c) {
        int digit = Math.max(DIGITS.indexOf(c), FINANCIAL.indexOf(c));
        if (digit >= 0) {
            return digit;
        }
        return switch (c) {
            case '两' -> 2;
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1000;
            default -> -1;
        };
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
