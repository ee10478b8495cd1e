package io.hazardreport.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A canonical JSON object: keys sorted, values strings, whole numbers, booleans, objects and lists of these; never a
 * fraction, never null. Equal payloads have equal text, so the stored bytes are the hashed bytes. Immutable.
 */
public final class Payload {

    public static final Payload EMPTY = new Payload(new TreeMap<>());

    private static final JsonFactory JSON = new JsonFactory();

    private final SortedMap<String, Object> values;

    private Payload(SortedMap<String, Object> values) {
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects values; absent ones (empty string, empty list, null) are left out, so that text stays canonical. */
    public static final class Builder {

        private final SortedMap<String, Object> values = new TreeMap<>();

        private Builder() {}

        public Builder put(String key, @Nullable String value) {
            return keep(key, value == null || value.isEmpty() ? null : value);
        }

        public Builder put(String key, @Nullable Enum<?> value) {
            return keep(key, value == null ? null : value.name());
        }

        public Builder put(String key, @Nullable Instant value) {
            return keep(key, value == null ? null : value.toString());
        }

        public Builder put(String key, long value) {
            return keep(key, value);
        }

        /** An amount, as fen. */
        public Builder put(String key, Money value) {
            return keep(key, value.fen());
        }

        /** Only true is written. */
        public Builder put(String key, boolean value) {
            return keep(key, value ? true : null);
        }

        public Builder put(String key, @Nullable Payload value) {
            return keep(key, value == null || value.values.isEmpty() ? null : value);
        }

        public Builder putStrings(String key, Collection<String> value) {
            return keep(key, value.isEmpty() ? null : List.copyOf(value));
        }

        public <T> Builder putList(String key, Collection<T> items, Function<T, Payload> encode) {
            return keep(key, items.isEmpty() ? null : items.stream().map(encode).toList());
        }

        /** Everything of the other payload as well; a key in both is a fault. */
        public Builder putAll(Payload other) {
            other.values.forEach(this::keep);
            return this;
        }

        private Builder keep(String key, @Nullable Object value) {
            if (value != null && values.put(key, value) != null) {
                throw new IllegalArgumentException("key written twice: " + key);
            }
            return this;
        }

        public Payload build() {
            return new Payload(new TreeMap<>(values));
        }
    }

    /** One string under each key. */
    public static Payload of(Map<String, String> strings) {
        Builder builder = builder();
        strings.forEach(builder::put);
        return builder.build();
    }

    /** What {@link #of} was given. */
    public Map<String, String> strings() {
        return values.keySet().stream().collect(Collectors.toMap(Function.identity(), this::required));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The string under the key, or the empty string. */
    public String string(String key) {
        return get(key, String.class).orElse("");
    }

    public Optional<String> optional(String key) {
        return get(key, String.class);
    }

    public String required(String key) {
        return get(key, String.class).orElseThrow(() -> bad(key, "-", "a string"));
    }

    public long number(String key) {
        return get(key, Long.class).orElse(0L);
    }

    public Money money(String key) {
        return Money.ofFen(number(key));
    }

    public boolean flag(String key) {
        return get(key, Boolean.class).orElse(false);
    }

    public Optional<Instant> instant(String key) {
        return get(key, String.class).map(Instant::parse);
    }

    public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        return get(key, String.class).map(name -> Enum.valueOf(type, name));
    }

    public Payload object(String key) {
        return get(key, Payload.class).orElse(EMPTY);
    }

    public List<String> strings(String key) {
        return list(key, String.class);
    }

    public <T> List<T> list(String key, Function<Payload, T> decode) {
        return list(key, Payload.class).stream().map(decode).toList();
    }

    private <T> List<T> list(String key, Class<T> type) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items) || !items.stream().allMatch(type::isInstance)) {
            throw bad(key, String.valueOf(value), "a list of " + type.getSimpleName());
        }
        return items.stream().map(type::cast).toList();
    }

    private <T> Optional<T> get(String key, Class<T> type) {
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            throw bad(key, value.getClass().getSimpleName(), type.getSimpleName());
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private static InvalidInputException bad(String key, String value, String allowed) {
        return new InvalidInputException(Problem.of("journal.bad-payload", key, value, allowed));
    }

    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Payload object) {
            out.writeStartObject();
            for (Map.Entry<String, Object> entry : object.values.entrySet()) {
                out.writeFieldName(entry.getKey());
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString((String) value);
        }
    }

    /** @throws InvalidInputException when the text is no JSON object of the kinds allowed here */
    public static Payload parse(String json) {
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw bad("", "no object", "{…}");
            }
            Payload payload = readObject(in);
            if (in.nextToken() != null) {
                throw bad("", "text after the object", "one object");
            }
            return payload;
        } catch (IOException e) {
            throw bad("", "broken JSON", "JSON");
        }
    }

    private static Payload readObject(JsonParser in) throws IOException {
        SortedMap<String, Object> values = new TreeMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String key = in.currentName();
            in.nextToken();
            values.put(key, read(in));
        }
        return new Payload(values);
    }

    private static Object read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> readObject(in);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(in));
                }
                yield List.copyOf(items);
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default ->
                throw bad(
                        String.valueOf(in.currentName()),
                        in.currentToken().name(),
                        "string, integer, boolean, object, list");
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload payload && values.equals(payload.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
