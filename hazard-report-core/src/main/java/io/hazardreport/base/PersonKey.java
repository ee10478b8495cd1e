package io.hazardreport.base;

import java.util.Locale;

/**
 * A person as one unit's storage may know them: HMAC-SHA-256 under that unit's index key, 64 hex digits. Equal for the
 * same person in the same unit, useless without the key, and never written into an event.
 */
public record PersonKey(String hex) {

    public PersonKey {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a PersonKey is 64 hex digits, not " + hex.length() + " characters");
        }
    }

    public static PersonKey of(byte[] mac) {
        StringBuilder hex = new StringBuilder(64);
        for (byte b : mac) {
            hex.append(String.format(Locale.ROOT, "%02x", b));
        }
        return new PersonKey(hex.toString());
    }

    @Override
    public String toString() {
        return "PersonKey[" + hex.substring(0, 6) + "…]";
    }
}
