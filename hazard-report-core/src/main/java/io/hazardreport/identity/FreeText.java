package io.hazardreport.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hazardreport.journal.Payload;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words somebody wrote. Plain when they come in; sealed (a number and a salted digest, the words in the vault) once they
 * are taken in. Only sealed or empty words can be written into an event. {@code toString} never shows the words.
 */
public final class FreeText {

    public static final FreeText NONE = new FreeText("", 0, "");

    private final @Nullable String plain;
    private final int ordinal;
    private final String digest;

    private FreeText(@Nullable String plain, int ordinal, String digest) {
        this.plain = plain;
        this.ordinal = ordinal;
        this.digest = digest;
    }

    /** Blank words are no words. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FreeText of(@Nullable String words) {
        return words == null || words.isBlank() ? NONE : new FreeText(words, 0, "");
    }

    /** No words where there are none. */
    public static FreeText orNone(@Nullable FreeText words) {
        return words == null ? NONE : words;
    }

    static FreeText sealed(int ordinal, String digest) {
        return new FreeText(null, ordinal, digest);
    }

    public boolean isEmpty() {
        return plain != null && plain.isEmpty();
    }

    public boolean isSealed() {
        return plain == null;
    }

    /** Where in the vault the words lie; 0 when not sealed. */
    public int ordinal() {
        return ordinal;
    }

    /** The words, while they are plain. */
    public String plain() {
        return Objects.requireNonNull(plain, "the words are sealed");
    }

    /** For an event; plain words are refused as a fault of the library. */
    public Payload payload() {
        if (isEmpty()) {
            return Payload.EMPTY;
        }
        if (!isSealed()) {
            throw new IllegalStateException("free text must be sealed before it goes into an event");
        }
        return Payload.builder().put("text", ordinal).put("digest", digest).build();
    }

    public static FreeText from(Payload payload) {
        return payload.has("text") ? sealed((int) payload.number("text"), payload.string("digest")) : NONE;
    }

    @JsonValue
    String json() {
        return plain == null ? "sealed:" + ordinal : plain;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FreeText text
                && Objects.equals(plain, text.plain)
                && ordinal == text.ordinal
                && digest.equals(text.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plain, ordinal, digest);
    }

    @Override
    public String toString() {
        return plain == null ? "FreeText[sealed " + ordinal + "]" : "FreeText[" + plain.length() + " characters]";
    }
}
