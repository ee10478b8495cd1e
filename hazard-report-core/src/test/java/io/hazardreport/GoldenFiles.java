package io.hazardreport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Texts that stay as they are, one a file. {@code -Dhazard.write-golden=true} adds what is missing, never more. */
record GoldenFiles(Path folder, boolean writes) {

    static final String REMEDY = "-Dhazard.write-golden=true adds a missing file; one that is there is never changed";

    static GoldenFiles of(String name) {
        String root = System.getProperty("hazard.root", "");
        Path module = root.isEmpty() ? Path.of("") : Path.of(root, "hazard-report-core");
        return new GoldenFiles(
                module.resolve("src/test/resources/golden").resolve(name), Boolean.getBoolean("hazard.write-golden"));
    }

    /** All files, by path within the folder. */
    List<String> names() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the line's end. */
    String text(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8)
                    .stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it where writing is asked for and nothing is there yet. */
    void add(String name, String text) {
        Path file = folder.resolve(name);
        if (writes && !Files.exists(file)) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
