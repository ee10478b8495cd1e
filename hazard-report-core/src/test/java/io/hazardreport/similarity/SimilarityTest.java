package io.hazardreport.similarity;

import static io.hazardreport.similarity.Sightings.LEAK;
import static io.hazardreport.similarity.Sightings.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarityTest {

    private static final SimilaritySettings STANDARD = SimilaritySettings.STANDARD;

    private static List<Likeness> rank(Sighting... candidates) {
        return Similarity.rank(LEAK, List.of(candidates), STANDARD);
    }

    @Test
    void samePlaceItemAndNearTimeAreEnoughInOtherWords() {
        Sighting other = seen("other", "合成车间 2#反应釜", "E03", 5, "底部滴水一样往外流，很滑");
        assertThat(rank(other)).singleElement().satisfies(likeness -> {
            assertThat(likeness.id()).isEqualTo(other.id());
            assertThat(likeness.score()).isEqualTo(85);
            assertThat(likeness.reasons())
                    .containsExactly(
                            new Reason(Trait.SAME_PLACE, 1_000, 40),
                            new Reason(Trait.NEAR_TIME, 5, 20),
                            new Reason(Trait.SAME_ITEM, 1, 25));
        });
    }

    @Test
    void wordsAloneAreNotEnough() {
        Sighting nothingElse = seen("other", "", "", 24 * 20, LEAK.text());
        assertThat(Similarity.compare(LEAK, nothingElse, STANDARD))
                .isEqualTo(Likeness.of(nothingElse.id(), List.of(new Reason(Trait.SIMILAR_TEXT, 1_000, 30))));
        assertThat(rank(nothingElse)).isEmpty();
        assertThatThrownBy(() -> new SimilaritySettings(30, 72, 650, 400, 650, 30, SimilarityPoints.STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold = 30, allowed: 31 to 10000");
    }

    @Test
    void theSameWordsOfAnotherPlaceAreAnotherHazard() {
        Sighting elsewhere = seen("other", "合成车间三号反应釜", "E03", 1, LEAK.text());
        assertThat(Similarity.compare(LEAK, elsewhere, STANDARD).reasons())
                .extracting(Reason::trait)
                .containsExactly(Trait.OTHER_PLACE, Trait.NEAR_TIME, Trait.SAME_ITEM, Trait.SIMILAR_TEXT);
        assertThat(rank(elsewhere)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "二号反应釜,合成车间,SAME_PLACE",
        "合成车间 2号反应釜,合成车间,SAME_PLACE",
        "二号反应釜,'',NEAR_PLACE",
        "'',合成车间,NEAR_PLACE",
        "2号反应釜东侧,合成车间,NEAR_PLACE",
        "3号反应釜,合成车间,OTHER_PLACE",
        "12号反应釜,合成车间,OTHER_PLACE",
        "罐区,储运部,OTHER_PLACE"
    })
    void tellsPlacesApart(String place, String workshop, Trait trait) {
        Sighting other = new Sighting(Sightings.id("other"), workshop, place, "", LEAK.at(), "");
        assertThat(Similarity.compare(LEAK, other, STANDARD).reasons().get(0).trait())
                .isEqualTo(trait);
    }

    @Test
    void findsThePlaceOfOneInTheWordsOfTheOther() {
        Sighting wordy = seen("other", "", "E03", 2, "合成车间二号反应釜底阀泄漏，地面有物料");
        assertThat(rank(wordy).get(0).reasons()).contains(new Reason(Trait.NEAR_PLACE, 1_000, 20));
        Sighting twelve = seen("pump", "2号反应釜", "E03", 2, "漏了");
        assertThat(Similarity.compare(twelve, seen("other", "", "", 2, "合成车间12号反应釜底阀泄漏"), STANDARD)
                        .reasons())
                .extracting(Reason::trait)
                .containsExactly(Trait.NEAR_TIME);
    }

    @Test
    void leavesOutItselfAndWhatIsOutsideTheWindow() {
        Sighting lastDay = seen("last", LEAK.place(), "E03", 24 * 30, LEAK.text());
        Sighting tooLate = seen("late", LEAK.place(), "E03", 24 * 30 + 1, LEAK.text());
        assertThat(rank(LEAK, lastDay, tooLate)).extracting(Likeness::id).containsExactly(lastDay.id());
    }

    @Test
    void putsTheLikeliestFirst() {
        Sighting likely = seen("likely", LEAK.place(), "E03", 3, LEAK.text());
        Sighting less = seen("less", LEAK.place(), "E04", 3, LEAK.text());
        assertThat(rank(less, likely)).extracting(Likeness::score).containsExactly(115, 95);
    }

    @Test
    void asksMoreOfLatinLettersThanOfCharacters() {
        Sighting one = seen("one", "", "", 0, "The valve under reactor 2 is leaking onto the floor");
        Sighting same = seen("same", "", "", 0, "Reactor 2: valve under the reactor leaking onto floor");
        Sighting unlike = seen("unlike", "", "", 0, "The handrail under the roof is loose near the floor");
        assertThat(Similarity.compare(one, same, STANDARD).reasons())
                .extracting(Reason::trait)
                .contains(Trait.SIMILAR_TEXT);
        assertThat(Similarity.compare(one, unlike, STANDARD).reasons())
                .extracting(Reason::trait)
                .doesNotContain(Trait.SIMILAR_TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonSpeaksBothLanguages(Trait trait) {
        Reason reason = new Reason(trait, 417, 20);
        assertThat(reason.text().zh()).contains("20 分").doesNotContain("{");
        assertThat(reason.text().en()).contains("20 points").doesNotContain("{");
    }

    @Test
    void neverShowsTheWordsInALog() {
        assertThat(LEAK.toString()).doesNotContain("合成").doesNotContain("泄漏");
    }
}
