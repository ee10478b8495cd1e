package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.UnitId;
import io.hazardreport.evidence.DirectoryEvidenceStore;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.EvidenceStore;
import io.hazardreport.evidence.StoredFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {

    private static final UnitId UNIT = Plant.UNIT;
    private static final Instant TAKEN = Instant.parse("2024-10-08T01:00:00Z");

    @TempDir
    private Path folder;

    private EvidenceFiles files(EvidencePolicy policy) {
        return new Plant()
                .reporting
                .withEvidence(new DirectoryEvidenceStore(folder, EvidencePolicy.defaults()), policy)
                .evidence();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    @Test
    void aPhotoBecomesEvidenceForACommandAndIsReadAgain() throws IOException {
        EvidenceFiles files = files(EvidencePolicy.defaults());
        Evidence evidence = files.keep(UNIT, Evidence.Stage.BEFORE, new ByteArrayInputStream(picture()), TAKEN);
        assertThat(evidence.stage()).isEqualTo(Evidence.Stage.BEFORE);
        assertThat(evidence.mediaType()).isEqualTo("image/jpeg");
        assertThat(evidence.bytes()).isEqualTo(picture().length);
        assertThat(evidence.capturedAt()).isEqualTo(TAKEN);
        assertThat(files.original(UNIT, evidence)).isEqualTo(picture());
        assertThat(files.viewerCopy(UNIT, evidence)).isEqualTo(picture());
    }

    @Test
    void holdsEveryStoreToItsOwnPolicy() {
        EvidenceFiles files = files(EvidencePolicy.defaults().withMediaTypes(Set.of("application/pdf")));
        assertThatThrownBy(() -> files.keep(UNIT, Evidence.Stage.FOUND, new ByteArrayInputStream(picture())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("evidence.wrong-type")
                .hasMessageContaining("application/pdf");
    }

    @Test
    void findsOutWhenTheStoreHoldsOtherBytes() throws IOException {
        EvidenceStore lying = new LyingStore();
        EvidenceFiles files = new Plant().reporting.withEvidence(lying).evidence();
        assertThatThrownBy(() -> files.keep(UNIT, Evidence.Stage.FOUND, new ByteArrayInputStream(picture())))
                .hasMessageContaining("evidence.hash-mismatch");
        Evidence evidence = new Evidence(Evidence.Stage.FOUND, "x", "a".repeat(64), 3, "image/jpeg");
        assertThatThrownBy(() -> files.original(UNIT, evidence)).hasMessageContaining("evidence.hash-mismatch");
    }

    @Test
    void saysThatThereIsNoStore() {
        assertThatThrownBy(() -> new Plant().reporting.evidence())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("evidence.no-store")
                .hasMessageContaining("EvidenceStore");
    }

    private static final class LyingStore implements EvidenceStore {

        @Override
        public StoredFile put(UnitId unit, InputStream content) {
            try {
                content.transferTo(new ByteArrayOutputStream());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return new StoredFile("x", "b".repeat(64), 1, "image/png");
        }

        @Override
        public InputStream open(UnitId unit, String reference) {
            return new ByteArrayInputStream(new byte[100_000]);
        }

        @Override
        public boolean delete(UnitId unit, String reference) {
            return false;
        }
    }
}
