package io.hazardreport.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of all rooms, by code. The part of a code before its first dot names the room; its sentences lie in
 * {@code io/hazardreport/messages/<room>_zh.properties} and {@code _en.properties}. The JVM's default locale plays no
 * part.
 */
public final class Messages {

    private static final String FOLDER = "/io/hazardreport/messages/";
    private static final Map<String, Properties> LOADED = new ConcurrentHashMap<>();

    private Messages() {}

    /** The text of {@code code} with each {@code {name}} replaced; a code without text is a fault of the library. */
    public static Text text(String code, Map<String, String> arguments) {
        return find(code, arguments)
                .orElseThrow(() -> new IllegalStateException("no text in zh and en for the code " + code));
    }

    public static Text text(String code) {
        return text(code, Map.of());
    }

    /** The text of {@code code}, or empty where no room has one. */
    public static Optional<Text> find(String code, Map<String, String> arguments) {
        String zh = sentence(code, "zh");
        String en = sentence(code, "en");
        return zh == null || en == null
                ? Optional.empty()
                : Optional.of(Text.of(fill(zh, arguments), fill(en, arguments)));
    }

    private static @org.jspecify.annotations.Nullable String sentence(String code, String language) {
        int dot = code.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("a message code is room.name, not \"" + code + "\"");
        }
        String file = code.substring(0, dot) + "_" + language + ".properties";
        return LOADED.computeIfAbsent(file, Messages::load).getProperty(code.substring(dot + 1));
    }

    private static Properties load(String file) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(FOLDER + file)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, e);
        }
        return properties;
    }

    private static String fill(String sentence, Map<String, String> arguments) {
        String filled = sentence;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            filled = filled.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return filled;
    }
}
