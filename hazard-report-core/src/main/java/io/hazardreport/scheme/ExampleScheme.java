package io.hazardreport.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One ready scheme to start from. It is an example: its amounts, limits and levels are nobody's law. */
public final class ExampleScheme {

    private ExampleScheme() {}

    /** The document. */
    public static String json() {
        return read("example-scheme.json");
    }

    static String read(String file) {
        try (InputStream in = ExampleScheme.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
