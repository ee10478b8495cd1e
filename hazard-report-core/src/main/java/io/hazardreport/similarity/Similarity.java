package io.hazardreport.similarity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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

    private final Prepared seen;
    private final SimilaritySettings settings;

    private Similarity(Sighting seen, SimilaritySettings settings) {
        this.seen = new Prepared(seen);
        this.settings = settings;
    }

    /** A sighting with what comparing it takes. */
    private record Prepared(Sighting sighting, Place place, String words, Pairs pairs) {

        Prepared(Sighting sighting) {
            this(sighting, Wording.normal(sighting.text()));
        }

        private Prepared(Sighting sighting, String words) {
            this(sighting, Place.of(sighting.workshop(), sighting.place()), words, Pairs.of(words));
        }
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
                .map(candidate -> similarity.likeness(new Prepared(candidate)))
                .filter(likeness -> likeness.score() >= settings.threshold())
                .sorted(BEST_FIRST)
                .toList();
    }

    /** What speaks for and against {@code other} being of the same hazard, whatever the score and the window. */
    public static Likeness compare(Sighting seen, Sighting other, SimilaritySettings settings) {
        return new Similarity(seen, settings).likeness(new Prepared(other));
    }

    private boolean isWithinWindow(Sighting other) {
        return apart(other).compareTo(Duration.ofDays(settings.windowDays())) <= 0;
    }

    private Duration apart(Sighting other) {
        return Duration.between(seen.sighting().at(), other.at()).abs();
    }

    private Likeness likeness(Prepared other) {
        List<Reason> reasons = new ArrayList<>();
        place(other, reasons);
        time(other.sighting(), reasons);
        item(other.sighting().item(), reasons);
        text(other, reasons);
        return Likeness.of(other.sighting().id(), reasons);
    }

    private void place(Prepared other, List<Reason> reasons) {
        SimilarityPoints points = settings.points();
        if (seen.place().isSame(other.place())) {
            reasons.add(new Reason(Trait.SAME_PLACE, 1_000, points.samePlace()));
        } else if (seen.place().isKnown() && other.place().isKnown()) {
            int near = seen.place().nearnessPermille(other.place());
            reasons.add(
                    near >= settings.nearPlacePermille()
                            ? new Reason(Trait.NEAR_PLACE, near, points.nearPlace())
                            : new Reason(Trait.OTHER_PLACE, near, -points.otherPlace()));
        } else if (seen.place().isNamedIn(other.words()) || other.place().isNamedIn(seen.words())) {
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
        String item = seen.sighting().item();
        if (item.isEmpty() || other.isEmpty()) {
            return;
        }
        if (item.equals(other)) {
            reasons.add(new Reason(Trait.SAME_ITEM, 1, settings.points().sameItem()));
        } else if (item.charAt(0) == other.charAt(0)) {
            reasons.add(new Reason(Trait.SAME_CLASS, 1, settings.points().sameClass()));
        }
    }

    private void text(Prepared other, List<Reason> reasons) {
        if (seen.pairs().size() < LEAST_PAIRS || other.pairs().size() < LEAST_PAIRS) {
            return;
        }
        int alike = seen.pairs().dicePermille(other.pairs());
        boolean latin = Wording.isMostlyLatin(seen.words()) || Wording.isMostlyLatin(other.words());
        if (alike >= (latin ? settings.similarLatinPermille() : settings.similarTextPermille())) {
            reasons.add(new Reason(Trait.SIMILAR_TEXT, alike, settings.points().similarText()));
        }
    }
}
