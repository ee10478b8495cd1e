package io.hazardreport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository's pages: whole generated ones, and generated blocks between marker comments in written ones. */
record Documents(Path root, boolean writes) {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");

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

    /** Relative links of the pages at the top and under docs whose target is not there, each with its page. */
    List<String> deadLinks() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path folder : List.of(root, root.resolve("docs"), root.resolve("docs/adr"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path page :
                        files.filter(file -> file.toString().endsWith(".md")).toList()) {
                    LINK.matcher(Files.readString(page, StandardCharsets.UTF_8))
                            .results()
                            .map(link -> link.group(1))
                            .filter(link -> !Files.exists(folder.resolve(link)))
                            .forEach(link -> dead.add(root.relativize(page) + " → " + link));
                }
            }
        }
        return dead;
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
