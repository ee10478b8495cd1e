package io.hazardreport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The same for both lines of Jackson: one as Spring Boot 3 sets it, one as it comes, which is how Boot 4 has it. */
enum JsonMappers {
    JACKSON_2 {
        @Override
        String write(Object value) {
            try {
                return two(false).writeValueAsString(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        <T> T read(String json, Class<T> type, boolean strict) {
            try {
                return two(strict).readValue(json, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },

    JACKSON_3 {
        @Override
        String write(Object value) {
            return three(false).writeValueAsString(value);
        }

        @Override
        <T> T read(String json, Class<T> type, boolean strict) {
            return three(strict).readValue(json, type);
        }
    };

    abstract String write(Object value);

    /** @param strict whether a field nobody asked for is refused */
    abstract <T> T read(String json, Class<T> type, boolean strict);

    /** Any JSON, to be compared. */
    static JsonNode tree(String json) {
        try {
            return two(true).readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(JsonNode tree) {
        return tree.toPrettyString();
    }

    private static final ObjectMapper[] TWO = {newTwo(false), newTwo(true)};
    private static final tools.jackson.databind.ObjectMapper[] THREE = {newThree(false), newThree(true)};

    private static ObjectMapper two(boolean strict) {
        return TWO[strict ? 1 : 0];
    }

    private static tools.jackson.databind.ObjectMapper three(boolean strict) {
        return THREE[strict ? 1 : 0];
    }

    private static ObjectMapper newTwo(boolean strict) {
        return com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .build();
    }

    private static tools.jackson.databind.ObjectMapper newThree(boolean strict) {
        return strict
                ? tools.jackson.databind.json.JsonMapper.builder()
                        .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()
                : tools.jackson.databind.json.JsonMapper.builder().build();
    }
}
