package io.hazardreport.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.UnitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryEvidenceStoreTest extends EvidenceStoreContract {

    @TempDir
    private Path folder;

    private int stores;

    @Override
    protected EvidenceStore store(EvidencePolicy policy) {
        return new DirectoryEvidenceStore(folder.resolve("deep/store-" + stores++), policy);
    }

    private DirectoryEvidenceStore open() {
        return new DirectoryEvidenceStore(folder.resolve("store"), EvidencePolicy.defaults());
    }

    private Path file(String hash) {
        return folder.resolve("store/unit-plant-1")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void namesTheFileByItsContentAndNothingElseRemains() throws IOException {
        String hash = open().put(UNIT, Pictures.jpeg()).reference();
        assertThat(files()).containsExactly(file(hash));
        assertThat(read(open(), UNIT, hash)).isEqualTo(Pictures.jpeg());
    }

    @Test
    void leavesNoPartOfARefusedFile() throws IOException {
        byte[] jpeg = Pictures.joined(Pictures.jpeg(), new byte[20_000]);
        EvidenceStore small = new DirectoryEvidenceStore(
                folder.resolve("store"), EvidencePolicy.defaults().withMaxBytes(15_000));
        assertThat(Refusals.code(() -> small.put(UNIT, jpeg))).isEqualTo("evidence.over-size");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAFileThatWasChangedAndIsMadeWholeByTheSameBytes() throws IOException {
        String hash = open().put(UNIT, Pictures.jpeg()).reference();
        byte[] forged = Pictures.jpeg();
        forged[forged.length - 3] ^= 1;
        Files.write(file(hash), forged);
        assertThat(Refusals.of(() -> open().open(UNIT, hash))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("evidence.hash-mismatch");
            assertThat(problem.value()).isEqualTo(Sha256.of(forged));
            assertThat(problem.allowed()).isEqualTo(hash);
        });
        open().put(UNIT, Pictures.jpeg());
        assertThat(read(open(), UNIT, hash)).isEqualTo(Pictures.jpeg());
    }

    @Test
    void unitsWithOddNamesStayBelowTheRootAndApart() throws IOException {
        List<String> names = List.of(".", "..", "...", "A", "a", "con", "A.b", "a.b", "x-Y_z");
        for (String name : names) {
            open().put(UnitId.of(name), Pictures.jpeg());
        }
        try (Stream<Path> units = Files.list(folder.resolve("store"))) {
            assertThat(units.map(unit -> unit.getFileName().toString()))
                    .hasSize(names.size())
                    .allMatch(name -> name.matches("unit-[a-z0-9%_-]+"))
                    .contains("unit-%2e%2e", "unit-%41", "unit-a");
        }
        assertThat(files()).hasSize(names.size());
    }

    @Test
    void refusesALinkOutOfTheStore() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        open();
        Files.createSymbolicLink(folder.resolve("store/unit-plant-1"), outside);
        assertThat(Refusals.code(() -> open().put(UNIT, Pictures.jpeg()))).isEqualTo("evidence.outside-store");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesALinkToAnotherUnitsFiles() throws IOException {
        String hash = open().put(OTHER, Pictures.jpeg()).reference();
        Files.createSymbolicLink(folder.resolve("store/unit-plant-1"), folder.resolve("store/unit-plant-2"));
        assertThat(Refusals.code(() -> open().open(UNIT, hash))).isEqualTo("evidence.outside-store");
        assertThat(Refusals.code(() -> open().delete(UNIT, hash))).isEqualTo("evidence.outside-store");
        assertThat(read(open(), OTHER, hash)).isEqualTo(Pictures.jpeg());
    }

    @Test
    void refusesALinkInPlaceOfTheFile() throws IOException {
        String hash = open().put(UNIT, Pictures.jpeg()).reference();
        Path outside = folder.resolve("outside.jpg");
        Files.move(file(hash), outside);
        Files.createSymbolicLink(file(hash), outside);
        assertThat(Refusals.code(() -> open().open(UNIT, hash))).isEqualTo("evidence.outside-store");
        open().put(UNIT, Pictures.jpeg());
        assertThat(file(hash)).isRegularFile().matches(file -> !Files.isSymbolicLink(file));
        assertThat(outside).exists();
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        Path real = Files.createDirectories(folder.resolve("disk2"));
        Path link = Files.createSymbolicLink(folder.resolve("store"), real);
        String hash = new DirectoryEvidenceStore(link, EvidencePolicy.defaults())
                .put(UNIT, Pictures.jpeg())
                .reference();
        assertThat(read(open(), UNIT, hash)).isEqualTo(Pictures.jpeg());
    }
}
