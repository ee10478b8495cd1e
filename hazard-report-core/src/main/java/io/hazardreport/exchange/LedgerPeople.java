package io.hazardreport.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart the cells in which ledgers put one person or several. */
final class LedgerPeople {

    private static final Pattern SEPARATOR = Pattern.compile("[、,;/\\n\\r\\t|]+");
    private static final Pattern CHINESE_NAME = Pattern.compile("[\\p{IsHan}·]{2,8}");
    private static final Pattern WITH_NUMBER = Pattern.compile("(.*?)\\(([^()]+)\\)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private LedgerPeople() {}

    /**
     * The names in a cell. Blanks part names only where every piece is a Chinese name of two signs or more: in
     * {@code 张 三} the blank is padding, in {@code Li Wei} it belongs to the name.
     */
    static List<String> split(String cell) {
        List<String> names = new ArrayList<>();
        for (String piece : SEPARATOR.split(Normalizer.normalize(cell, Normalizer.Form.NFKC), -1)) {
            List<String> words = Arrays.stream(BLANKS.split(piece.strip()))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (words.stream().allMatch(word -> CHINESE_NAME.matcher(word).matches())) {
                names.addAll(words);
            } else if (words.stream().allMatch(word -> word.matches("[\\p{IsHan}·]+"))) {
                names.add(String.join("", words));
            } else {
                names.add(String.join(" ", words));
            }
        }
        return names;
    }

    /** Persons by name, each with a staff number in brackets where one was given. */
    static List<LedgerPerson> withNumbers(String cell) {
        return split(cell).stream()
                .map(name -> {
                    Matcher both = WITH_NUMBER.matcher(name);
                    return both.matches()
                            ? new LedgerPerson(
                                    both.group(1).strip(), both.group(2).strip())
                            : new LedgerPerson(name, "");
                })
                .toList();
    }

    /** Names and numbers side by side; both lists are of one length, or one of them is empty. */
    static List<LedgerPerson> paired(List<LedgerPerson> named, List<String> numbers) {
        if (named.isEmpty()) {
            return numbers.stream().map(number -> new LedgerPerson("", number)).toList();
        }
        List<LedgerPerson> people = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String number = numbers.isEmpty() ? named.get(i).staffNumber() : numbers.get(i);
            people.add(new LedgerPerson(named.get(i).name(), number));
        }
        return people;
    }

    /** Each person once, at the first place; one staff number is one person. */
    static List<LedgerPerson> distinct(List<LedgerPerson> people) {
        List<LedgerPerson> once = new ArrayList<>();
        for (LedgerPerson person : people) {
            boolean known = once.stream()
                    .anyMatch(other -> other.equals(person)
                            || (!person.staffNumber().isEmpty()
                                    && other.staffNumber().equals(person.staffNumber())));
            if (!known) {
                once.add(person);
            }
        }
        return once;
    }
}
