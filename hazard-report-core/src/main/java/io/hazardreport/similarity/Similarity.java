package io.hazardreport.similarity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares sightings in points that add up. Pure; the score of two sightings is the same either way round, and the order
 * of the candidates plays no part.
 */
public final class Similarity {

    private static final Comparator<Likeness> BEST_FIRST = Comparator.comparingInt(Likeness::score)
            .reversed()
            .thenComparing(likeness -> likeness.id().toString());

    /** Shorter words ("已整改", "标志") say too little to be alike. */
    private static final int LEAST_PAIRS = 3;

    private final Sighting seen;
    private final Place place;
    private final String words;
    private final Pairs pairs;
    private final SimilaritySettings settings;

    private Similarity(Sighting seen, SimilaritySettings settings) {
        this.seen = seen;
        this.place = place(seen);
        this.words = Wording.normal(seen.text());
        this.pairs = Pairs.of(words);
        this.settings = settings;
    }

    /**
     * The candidates that reach the threshold, the likeliest first.
     *
     * @param candidates of the same kind as {@code seen}; a candidate with its id is left out
     */
    public static List<Likeness> rank(Sighting seen, Collection<Sighting> candidates, SimilaritySettings settings) {
        Similarity similarity = new Similarity(seen, settings);
        return candidates.stream()
                .filter(candidate -> !candidate.id().equals(seen.id()) && similarity.isWithinWindow(candidate))
                .flatMap(candidate -> similarity.probable(candidate).stream())
                .sorted(BEST_FIRST)
                .toList();
    }

    /** What speaks for and against {@code other} being of the same hazard, whatever the score and the window. */
    public static Likeness compare(Sighting seen, Sighting other, SimilaritySettings settings) {
        Similarity similarity = new Similarity(seen, settings);
        return similarity.withText(other, similarity.withoutText(other));
    }

    private Optional<Likeness> probable(Sighting other) {
        List<Reason> reasons = withoutText(other);
        // comparing words is the dear part, and most candidates are out of reach whatever they say
        if (Likeness.of(other.id(), reasons).score() + settings.points().similarText() < settings.threshold()) {
            return Optional.empty();
        }
        return Optional.of(withText(other, reasons)).filter(likeness -> likeness.score() >= settings.threshold());
    }

    private boolean isWithinWindow(Sighting other) {
        return apart(other).compareTo(Duration.ofDays(settings.windowDays())) <= 0;
    }

    private Duration apart(Sighting other) {
        return Duration.between(seen.at(), other.at()).abs();
    }

    private List<Reason> withoutText(Sighting other) {
        List<Reason> reasons = new ArrayList<>();
        place(other, reasons);
        time(other, reasons);
        item(other.item(), reasons);
        return reasons;
    }

    private static Place place(Sighting sighting) {
        return Place.of(sighting.workshop(), sighting.place());
    }

    private void place(Sighting other, List<Reason> reasons) {
        SimilarityPoints points = settings.points();
        Place there = place(other);
        if (place.isSame(there)) {
            reasons.add(new Reason(Trait.SAME_PLACE, 1_000, points.samePlace()));
        } else if (place.isKnown() && there.isKnown()) {
            int near = place.nearnessPermille(there);
            reasons.add(
                    near >= settings.nearPlacePermille()
                            ? new Reason(Trait.NEAR_PLACE, near, points.nearPlace())
                            : new Reason(Trait.OTHER_PLACE, near, -points.otherPlace()));
        } else if (place.isNamedIn(Wording.normal(other.text())) || there.isNamedIn(words)) {
            reasons.add(new Reason(Trait.NEAR_PLACE, 1_000, points.nearPlace()));
        }
    }

    private void time(Sighting other, List<Reason> reasons) {
        Duration apart = apart(other);
        if (apart.compareTo(Duration.ofHours(settings.nearHours())) <= 0) {
            reasons.add(new Reason(
                    Trait.NEAR_TIME, apart.toHours(), settings.points().nearTime()));
        }
    }

    private void item(String other, List<Reason> reasons) {
        String item = seen.item();
        if (item.isEmpty() || other.isEmpty()) {
            return;
        }
        if (item.equals(other)) {
            reasons.add(new Reason(Trait.SAME_ITEM, 1, settings.points().sameItem()));
        } else if (item.charAt(0) == other.charAt(0)) {
            reasons.add(new Reason(Trait.SAME_CLASS, 1, settings.points().sameClass()));
        }
    }

    private Likeness withText(Sighting other, List<Reason> others) {
        List<Reason> reasons = new ArrayList<>(others);
        String otherWords = Wording.normal(other.text());
        Pairs otherPairs = Pairs.of(otherWords);
        if (pairs.size() >= LEAST_PAIRS && otherPairs.size() >= LEAST_PAIRS) {
            int alike = pairs.dicePermille(otherPairs);
            boolean latin = Wording.isMostlyLatin(words) || Wording.isMostlyLatin(otherWords);
            if (alike >= (latin ? settings.similarLatinPermille() : settings.similarTextPermille())) {
                reasons.add(
                        new Reason(Trait.SIMILAR_TEXT, alike, settings.points().similarText()));
            }
        }
        return Likeness.of(other.id(), reasons);
    }
}
