package io.hazardreport.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hazardreport.exchange.CsvReader;
import io.hazardreport.exchange.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnterpriseTextsTest {

    /** Nobody knows place or time of these rows: all at no place and at one time, each path an item of one class. */
    @Test
    void theSameWordsUnderAnotherPathOfTheChecklistAreNoDuplicate() throws IOException {
        int sharing = 0;
        int pairs = 0;
        int similar = 0;
        for (List<Sighting> rows : byText()) {
            sharing += rows.size() > 1 ? rows.size() : 0;
            Sighting first = rows.get(0);
            for (Sighting other : rows) {
                if (!other.item().equals(first.item())) {
                    pairs++;
                    Likeness likeness = Similarity.compare(first, other, SimilaritySettings.STANDARD);
                    similar += likeness.reasons().stream().anyMatch(r -> r.trait() == Trait.SIMILAR_TEXT) ? 1 : 0;
                    assertThat(likeness.score()).isLessThan(SimilaritySettings.STANDARD.threshold());
                }
            }
            assertThat(Similarity.rank(first, withOtherItem(rows), SimilaritySettings.STANDARD))
                    .isEmpty();
        }
        // rows that share their text, pairs of them under two paths, and how many of these are long enough to be alike
        assertThat(List.of(sharing, pairs, similar)).isEqualTo(List.of(1_510, 680, 438));
    }

    private static List<Sighting> withOtherItem(List<Sighting> rows) {
        return rows.stream()
                .filter(row -> !row.item().equals(rows.get(0).item()))
                .toList();
    }

    private static Collection<List<Sighting>> byText() throws IOException {
        String folder = System.getProperty("hazard.data", "");
        Path file = Path.of(folder, "enterprise-hazard-texts", "public_labelled.csv");
        assumeTrue(
                !folder.isBlank() && Files.exists(file),
                "skipped: the system property hazard.data names no directory with enterprise-hazard-texts");
        Map<List<String>, String> items = new HashMap<>();
        Map<String, List<Sighting>> byText = new TreeMap<>();
        for (Table.Row row : CsvReader.read(Files.readAllBytes(file)).rows()) {
            List<String> path = row.cells().subList(1, 5);
            String item = items.computeIfAbsent(path, unknown -> "E" + items.size());
            String text = row.cell(5).strip();
            byText.computeIfAbsent(text, unknown -> new ArrayList<>())
                    .add(Sightings.seen(row.cell(0), "", item, 0, text));
        }
        return byText.values();
    }
}
