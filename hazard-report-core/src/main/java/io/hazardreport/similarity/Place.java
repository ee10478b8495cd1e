package io.hazardreport.similarity;

import java.util.Set;
import java.util.TreeSet;

/** A place in normal form, with the numbers in it: pump 2 is not pump 3, however alike the rest. */
final class Place {

    private final String normal;
    private final Pairs pairs;
    private final Set<String> numbers;

    private Place(String normal) {
        this.normal = normal;
        this.pairs = Pairs.of(normal);
        this.numbers = numbers(normal);
    }

    /** A workshop that the place names already is not said twice. */
    static Place of(String workshop, String place) {
        String larger = Wording.normal(workshop);
        String smaller = Wording.normal(place);
        return new Place(smaller.contains(larger) ? smaller : Wording.normal(workshop + " " + place));
    }

    boolean isKnown() {
        return !normal.isEmpty();
    }

    boolean isSame(Place other) {
        return isKnown() && normal.equals(other.normal);
    }

    /** How much of the shorter place is in the other, in permille; 0 where each has a number the other has not. */
    int nearnessPermille(Place other) {
        boolean clash = !numbers.containsAll(other.numbers) && !other.numbers.containsAll(numbers);
        return clash ? 0 : pairs.overlapPermille(other.pairs);
    }

    /** Whether the words name this place; a place of one or two characters says too little. */
    boolean isNamedIn(String normalWords) {
        if (normal.length() < 3) {
            return false;
        }
        int at = normalWords.indexOf(normal);
        while (at >= 0 && (cutsNumber(normalWords, at) || cutsNumber(normalWords, at + normal.length()))) {
            at = normalWords.indexOf(normal, at + 1);
        }
        return at >= 0;
    }

    /** Whether there is a digit on both sides: 2号泵房 is not named in 12号泵房. */
    private static boolean cutsNumber(String words, int at) {
        return at > 0
                && at < words.length()
                && Wording.isDigit(words.charAt(at - 1))
                && Wording.isDigit(words.charAt(at));
    }

    private static Set<String> numbers(String normal) {
        Set<String> numbers = new TreeSet<>();
        int at = 0;
        while (at < normal.length()) {
            int end = at;
            while (end < normal.length() && Wording.isDigit(normal.charAt(end))) {
                end++;
            }
            if (end > at) {
                numbers.add(normal.substring(at, end));
            }
            at = end + 1;
        }
        return Set.copyOf(numbers);
    }
}
