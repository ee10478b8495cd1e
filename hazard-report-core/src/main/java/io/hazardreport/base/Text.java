package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Objects;

/** A sentence or term in Chinese and in English; neither may be blank. */
public record Text(
        @JsonProperty("zh") String zh, @JsonProperty("en") String en) {

    public Text {
        if (Objects.requireNonNull(zh, "zh").isBlank()
                || Objects.requireNonNull(en, "en").isBlank()) {
            throw new IllegalArgumentException("a Text needs both languages: zh=\"" + zh + "\", en=\"" + en + "\"");
        }
    }

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** Chinese for every locale whose language is {@code zh}, English for all others. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }

    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
