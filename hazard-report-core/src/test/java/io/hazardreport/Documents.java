package io.hazardreport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository's pages: whole generated ones, and generated blocks between marker comments in written ones. */
record Documents(Path root, boolean writes) {

    static String fenced(String language, String content) {
        return "```" + language + "\n" + content + "```\n";
    }

    /** What the page holds now; where pages are to be written, what it holds from now on. */
    String page(String path, String generated) throws IOException {
        Path file = root.resolve(path);
        if (writes) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, generated, StandardCharsets.UTF_8);
        }
        return text(path);
    }

    /** What stands between {@code <!-- name:begin -->} and {@code <!-- name:end -->}, likewise. */
    String block(String path, String name, String generated) throws IOException {
        String text = text(path);
        String begin = "<!-- " + name + ":begin -->\n";
        int from = after(text, begin, 0, path);
        int to = after(text, "<!-- " + name + ":end -->", from, path) - ("<!-- " + name + ":end -->").length();
        if (writes) {
            Files.writeString(
                    root.resolve(path),
                    text.substring(0, from) + generated + text.substring(to),
                    StandardCharsets.UTF_8);
            return generated;
        }
        return text.substring(from, to);
    }

    /** The lines between {@code // [name]} and {@code // [/name]} of a source file, without their common indent. */
    String region(String path, String name) throws IOException {
        String text = text(path);
        int from = text.indexOf('\n', after(text, "// [" + name + "]", 0, path)) + 1;
        int to = text.lastIndexOf('\n', after(text, "// [/" + name + "]", from, path) - 1);
        return text.substring(from, to).stripIndent() + "\n";
    }

    private String text(String path) throws IOException {
        return Files.readString(root.resolve(path), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static int after(String text, String marker, int from, String path) {
        int at = text.indexOf(marker, from);
        if (at < 0) {
            throw new AssertionError(path + " has no \"" + marker.strip() + "\"");
        }
        return at + marker.length();
    }
}
