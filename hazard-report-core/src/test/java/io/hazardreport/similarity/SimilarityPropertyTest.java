package io.hazardreport.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.ReportId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SimilarityPropertyTest {

    private static final SimilaritySettings STANDARD = SimilaritySettings.STANDARD;

    private static Arbitrary<String> words(int most) {
        return Arbitraries.of("合成车间", "二号", "2#", "12", "十", "泵", "底阀", "泄漏", "护栏", " ", "-", "valve", "")
                .list()
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Sighting> sightings() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        words(1),
                        words(3),
                        Arbitraries.of("", "E03", "E04", "P01"),
                        Arbitraries.integers().between(0, 24 * 40),
                        words(8))
                .as((id, workshop, place, item, hours, text) -> new Sighting(
                        ReportId.of(new UUID(id, id)),
                        workshop,
                        place,
                        item,
                        Sightings.MORNING.plus(Duration.ofHours(hours)),
                        text));
    }

    @Property
    void isTheSameEitherWayRound(@ForAll("sightings") Sighting one, @ForAll("sightings") Sighting other) {
        Likeness there = Similarity.compare(one, other, STANDARD);
        Likeness back = Similarity.compare(other, one, STANDARD);
        assertThat(there.reasons()).isEqualTo(back.reasons());
        assertThat(there.score()).isEqualTo(back.score());
    }

    @Property
    void theScoreIsTheSumOfItsReasons(@ForAll("sightings") Sighting one, @ForAll("sightings") Sighting other) {
        Likeness likeness = Similarity.compare(one, other, STANDARD);
        assertThat(likeness.score())
                .isEqualTo(likeness.reasons().stream().mapToInt(Reason::points).sum());
        assertThat(likeness.reasons()).extracting(Reason::trait).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void theOrderOfTheCandidatesPlaysNoPart(
            @ForAll("sightings") Sighting seen, @ForAll("many") List<Sighting> candidates, @ForAll long seed) {
        List<Sighting> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Similarity.rank(seen, shuffled, STANDARD)).isEqualTo(Similarity.rank(seen, candidates, STANDARD));
    }

    @Property(tries = 300)
    void ranksExactlyThoseWhoseComparisonReachesTheThreshold(
            @ForAll("sightings") Sighting seen, @ForAll("many") List<Sighting> candidates) {
        List<Likeness> compared = candidates.stream()
                .filter(other -> !other.id().equals(seen.id()))
                .filter(other -> Duration.between(seen.at(), other.at()).abs().toHours() <= 30 * 24)
                .map(other -> Similarity.compare(seen, other, STANDARD))
                .filter(likeness -> likeness.score() >= STANDARD.threshold())
                .toList();
        assertThat(Similarity.rank(seen, candidates, STANDARD)).containsExactlyInAnyOrderElementsOf(compared);
    }

    @Provide
    Arbitrary<List<Sighting>> many() {
        return sightings().list().ofMaxSize(20).uniqueElements(Sighting::id);
    }

    @Property
    void wordsAloneNeverReachTheThreshold(
            @ForAll("sightings") Sighting seen,
            @ForAll("sightings") Sighting other,
            @ForAll("settings") SimilaritySettings settings) {
        Likeness likeness = Similarity.compare(seen, other, settings);
        boolean onlyWords = likeness.reasons().stream()
                .allMatch(reason -> reason.trait() == Trait.SIMILAR_TEXT || reason.trait() == Trait.OTHER_PLACE);
        assertThat(onlyWords && likeness.score() >= settings.threshold()).isFalse();
    }

    @Provide
    Arbitrary<SimilaritySettings> settings() {
        Arbitrary<Integer> points = Arbitraries.integers().between(0, 60);
        return Combinators.combine(
                        points, points, points, Arbitraries.integers().between(1, 100))
                .as((place, other, text, more) -> new SimilaritySettings(
                        30,
                        72,
                        650,
                        400,
                        650,
                        text + more,
                        new SimilarityPoints(place, place / 2, other, 20, 25, 5, text)));
    }

    @Property
    void placeItemAndNearTimeAreAlwaysEnough(@ForAll("sightings") Sighting seen, @ForAll("words") String text) {
        Sighting at = new Sighting(Sightings.id("a"), "", "一车间" + seen.place(), "E03", seen.at(), seen.text());
        Sighting again = new Sighting(
                Sightings.id("b"), "", "1号车间" + seen.place(), "E03", seen.at().plusSeconds(72 * 3600), text);
        assertThat(Similarity.rank(at, List.of(again), STANDARD)).hasSize(1);
    }

    @Provide
    Arbitrary<String> words() {
        return words(8);
    }

    @Property
    void normalWordsStayAsTheyAre(@ForAll("words") String words) {
        String normal = Wording.normal(words);
        assertThat(Wording.normal(normal)).isEqualTo(normal);
    }
}
