package io.hazardreport.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an anonymous reporter keeps to come back with: 128 random bits as 26 signs of Crockford's base 32, shown once and
 * stored only as a keyed hash.
 */
public final class ClaimCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final String signs;

    private ClaimCode(String signs) {
        this.signs = signs;
    }

    /**
     * From bytes of a cryptographic random source, for a client that makes the code itself.
     *
     * @throws InvalidInputException when there are not 16
     */
    public static ClaimCode of(byte[] sixteenBytes) {
        if (sixteenBytes.length != 16) {
            throw new InvalidInputException(
                    Problem.of("identity.bad-claim-code", "claimCode", sixteenBytes.length + " bytes", "16 bytes"));
        }
        BigInteger rest = new BigInteger(1, sixteenBytes);
        StringBuilder signs = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            signs.append(ALPHABET.charAt(rest.intValue() & 31));
            rest = rest.shiftRight(5);
        }
        return new ClaimCode(signs.toString());
    }

    /**
     * Reads what a person typed; hyphens, blanks and small letters do no harm.
     *
     * @throws InvalidInputException when it is not 26 signs; the text is not repeated in the message
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClaimCode parse(String typed) {
        String signs = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!signs.matches("[0-9A-HJKMNP-TV-Z]{26}")) {
            throw new InvalidInputException(
                    Problem.of("identity.bad-claim-code", "claimCode", signs.length() + " signs", "26"));
        }
        return new ClaimCode(signs);
    }

    /** For the reporter's eyes only, in groups: {@code 7K3FQ2-…}. */
    @JsonValue
    public String show() {
        StringBuilder text = new StringBuilder(signs);
        for (int at = 20; at > 0; at -= 5) {
            text.insert(at, '-');
        }
        return text.toString();
    }

    String signs() {
        return signs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClaimCode code && signs.equals(code.signs);
    }

    @Override
    public int hashCode() {
        return signs.hashCode();
    }

    @Override
    public String toString() {
        return "ClaimCode[hidden]";
    }
}
