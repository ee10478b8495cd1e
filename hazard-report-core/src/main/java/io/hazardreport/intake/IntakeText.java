package io.hazardreport.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as it is looked at: the same however it was typed, and the features it shows. */
final class IntakeText {

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}_]");
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70};

    /** Groups of words (a thing, a defect, a place, …) by name, from a table. */
    private static final Map<String, Pattern> GROUPS = groups();

    private final String shape;
    private final String core;

    private IntakeText(String shape, String core) {
        this.shape = shape;
        this.core = core;
    }

    static IntakeText of(String text) {
        StringBuilder half = new StringBuilder();
        for (char c : SPACE.matcher(text.strip()).replaceAll("").toCharArray()) {
            half.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c);
        }
        String shape = DIGIT.matcher(half.toString().toLowerCase(Locale.ROOT)).replaceAll("0");
        return new IntakeText(shape, MARKS.matcher(shape).replaceAll(""));
    }

    private static Map<String, Pattern> groups() {
        Map<String, Pattern> groups = new LinkedHashMap<>();
        for (String line : lines("intake-words.csv")) {
            String[] cells = line.split(",", 2);
            groups.put(cells[0], Pattern.compile(cells[1]));
        }
        return groups;
    }

    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(IntakeText.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** Without marks and spaces. */
    String core() {
        return core;
    }

    /** How many different words of this group it has. */
    int count(String group) {
        Set<String> words = new HashSet<>();
        Matcher matcher = group(group).matcher(core);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words.size();
    }

    boolean has(String group) {
        return group(group).matcher(core).find();
    }

    /** What is left when the words of these groups are taken out. */
    String without(String... groups) {
        String rest = core;
        for (String group : groups) {
            rest = group(group).matcher(rest).replaceAll("");
        }
        return rest;
    }

    private static Pattern group(String name) {
        return Objects.requireNonNull(GROUPS.get(name), name);
    }

    /** Whether it is written in Chinese characters at all. */
    boolean isChinese() {
        return core.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** All features, sorted: runs of one to three characters, lengths, counts of word groups and how they go together. */
    Set<String> features() {
        Set<String> features = new TreeSet<>();
        String framed = "^" + shape + "$";
        for (int n = 1; n <= 3; n++) {
            for (int i = 0; i + n <= framed.length(); i++) {
                features.add(framed.substring(i, i + n));
            }
        }
        int length = core.length();
        for (int bound : LENGTHS) {
            if (length <= bound && bound < 70) {
                features.add("L<=" + bound);
            }
        }
        for (String group : GROUPS.keySet()) {
            features.add("#" + group + "=" + Math.min(count(group), 3));
        }
        features.add("rest=" + bucket(without("done", "should", "good", "vague").length()));
        int defect = has("defect") ? 1 : 0;
        int done = has("done") ? 1 : 0;
        int should = has("should") ? 1 : 0;
        int bucket = bucket(length);
        features.add("X" + defect + done + should + (has("place") ? 1 : 0));
        features.add("XS" + defect + should + "L" + bucket);
        features.add("XD" + defect + done + "L" + bucket);
        features.add("XX" + defect + "L" + bucket);
        if (core.indexOf('0') >= 0) {
            features.add("#digit");
        }
        return features;
    }

    private static int bucket(int length) {
        for (int bound : LENGTHS) {
            if (length <= bound) {
                return bound;
            }
        }
        return 99;
    }
}
