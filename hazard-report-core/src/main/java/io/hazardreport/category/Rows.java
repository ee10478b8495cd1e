package io.hazardreport.category;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the data files that lie beside a class: a header, then cells between bars. */
public final class Rows {

    private Rows() {}

    static List<String[]> of(String file) {
        return of(Rows.class, file);
    }

    /** The rows of {@code file} in the package of {@code beside}, each by its cells. */
    public static List<String[]> of(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\\|", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
