package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The number a reporter keeps: the local date, six random characters of Crockford's base 32 and a check character
 * (Luhn's rule for 32 signs) that catches every single wrong character, e.g. {@code 20240927-7K3FQ2-M}.
 */
public record ReceiptNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public ReceiptNumber {
        if (!value.matches("\\d{8}-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]")
                || value.charAt(16) != check(value.substring(0, 15))) {
            throw new InvalidInputException(
                    Problem.of("base.bad-receipt-number", "receipt", value, "20240927-7K3FQ2-?"));
        }
    }

    /** @param random at least six bytes */
    public static ReceiptNumber of(LocalDate date, byte[] random) {
        StringBuilder text = new StringBuilder(date.format(DateTimeFormatter.BASIC_ISO_DATE)).append('-');
        for (int i = 0; i < 6; i++) {
            text.append(ALPHABET.charAt(random[i] & 31));
        }
        return new ReceiptNumber(
                text.append('-').append(check(text.substring(0, 15))).toString());
    }

    /** Reads what a person typed: blanks around it and small letters do no harm. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReceiptNumber parse(String typed) {
        return new ReceiptNumber(typed.strip().toUpperCase(Locale.ROOT));
    }

    private static char check(String body) {
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            if (body.charAt(i) != '-') {
                int product = factor * ALPHABET.indexOf(body.charAt(i));
                sum += product / 32 + product % 32;
                factor = 3 - factor;
            }
        }
        return ALPHABET.charAt(Math.floorMod(-sum, 32));
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
