package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, for every gate of the library: the shape of a command, a guard of a loop, a line of a scheme,
 * a row of an import.
 *
 * @param code {@code room.name}, stable; its sentence in Chinese and English is found by it
 * @param path the field, JSON path or cell it speaks of; empty when it is about the whole
 * @param value what was given, as text; never free text of a report and never a name
 * @param allowed what would have been accepted
 * @param source the law or rule behind the refusal, if it has one
 */
public record Problem(
        @JsonProperty("code") String code,
        @JsonProperty("path") String path,
        @JsonProperty("value") String value,
        @JsonProperty("allowed") String allowed,
        @JsonProperty("source") @Nullable Source source) {

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(allowed, "allowed");
    }

    public static Problem of(String code, String path, Object value, String allowed) {
        return new Problem(code, path, String.valueOf(value), allowed, null);
    }

    /** The same problem, said of {@code parent.path}. */
    public Problem under(String parent) {
        String joined = path.isEmpty() ? parent : path.startsWith("[") ? parent + path : parent + "." + path;
        return new Problem(code, joined, value, allowed, source);
    }

    public Problem from(Source rule) {
        return new Problem(code, path, value, allowed, rule);
    }

    /** The sentence a person reads. */
    public Text text() {
        return Messages.text(
                code,
                Map.of(
                        "path", path,
                        "value", value,
                        "allowed", allowed,
                        "source", source == null ? "" : source.toString()));
    }

    public String message(Locale locale) {
        return text().in(locale);
    }

    @Override
    public String toString() {
        return code + ": " + text();
    }
}
