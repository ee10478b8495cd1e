package io.hazardreport.scheme;

import java.util.regex.Pattern;

/** How a value is written. The same patterns stand in the JSON Schemas, which a test compares. */
enum Form {
    TEXT("[\\s\\S]*", "\"…\"", false),
    MONEY("\\d{1,12}(\\.\\d{1,2})?", "1200.00", true),
    WHOLE("\\d{1,12}", "1200", true),
    SIGNED("-?\\d{1,12}", "1200", true),
    PERCENT("\\d{1,4}(\\.\\d{1,4})?%?", "15, 15%", true),
    TAX("\\d{1,2}(\\.\\d{1,4})?%?", "0-99.9999", true),
    WEIGHT("(100(\\.00?)?|\\d{1,2}(\\.\\d{1,2})?)%?", "0-100", true),
    DAY("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])", "2024-09-02", false),
    DAYS(DAY.pattern + "(/" + DAY.pattern + ")?", "2027-01-01, 2027-01-01/2027-01-03", false),
    INSTANT(
            DAY.pattern + "([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-][01]\\d:[0-5]\\d)?)?",
            "2024-09-02, 2024-09-02T08:30",
            false),
    LIMIT(
            "(\\d{1,4}|10000)\\s*((minutes?|hours?|分钟|个?小时)(\\s*(forward|顺延))?"
                    + "|((calendar |working )?days?|日|天|个自然日|个?工作日)(\\s*(forward|顺延))?"
                    + "(\\s*(by|至)\\s*([01]\\d|2[0-3]):[0-5]\\d)?(\\s*(cut-off|截止)\\s*([01]\\d|2[0-3]):[0-5]\\d)?)",
            "24 hours, 3 working days, 5个工作日",
            false),
    CALL("([1-9]|[1-5]\\d|60)\\s*(minutes?|分钟)", "1-60 minutes", false);

    private final Pattern pattern;
    private final String allowed;
    private final boolean number;

    Form(String pattern, String allowed, boolean number) {
        this.pattern = Pattern.compile(pattern);
        this.allowed = allowed;
        this.number = number;
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    String pattern() {
        return pattern.pattern();
    }

    String allowed() {
        return allowed;
    }

    /** Whether it may be written as a JSON number too. */
    boolean isNumber() {
        return number;
    }
}
