package io.hazardreport.exchange;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking text for a formula: the usual apostrophe before {@code = + - @}, their full-width
 * forms, tab and carriage return. A plain number is left alone. What was guarded reads back exactly.
 */
final class FormulaGuard {

    private static final Pattern RISKY = Pattern.compile("'*[=+\\-@＝＋－＠\t\r]", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?%?");

    private FormulaGuard() {}

    static String guard(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    static String unguard(String text) {
        return text.startsWith("'") && isRisky(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isRisky(String text) {
        return RISKY.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
    }
}
