package io.hazardreport.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.UnitId;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every evidence store keeps; a store's own test only says how it is made. */
public abstract class EvidenceStoreContract {

    protected static final UnitId UNIT = UnitId.of("plant-1");
    protected static final UnitId OTHER = UnitId.of("plant-2");

    /** An empty store under this policy. */
    protected abstract EvidenceStore store(EvidencePolicy policy);

    private EvidenceStore store() {
        return store(EvidencePolicy.defaults());
    }

    protected static byte[] read(EvidenceStore store, UnitId unit, String reference) {
        try (InputStream in = store.open(unit, reference)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesBackTheVeryBytesAndSaysWhatTheyAre() {
        EvidenceStore store = store();
        byte[] jpeg = Pictures.withSegment(Pictures.jpeg(), 0xFE, Pictures.ascii(Pictures.SECRET));
        StoredFile stored = store.put(UNIT, jpeg);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(jpeg));
        assertThat(stored.bytes()).isEqualTo(jpeg.length);
        assertThat(stored.mediaType()).isEqualTo("image/jpeg");
        assertThat(stored.reference()).hasSizeBetween(1, 200);
        assertThat(read(store, UNIT, stored.reference())).isEqualTo(jpeg);
    }

    @Test
    void keepsTheSameContentOnce() {
        EvidenceStore store = store();
        StoredFile first = store.put(UNIT, Pictures.png());
        assertThat(store.put(UNIT, Pictures.png())).isEqualTo(first);
        assertThat(store.delete(UNIT, first.reference())).isTrue();
        assertThat(Refusals.code(() -> store.open(UNIT, first.reference()))).isEqualTo("evidence.not-found");
        assertThat(store.delete(UNIT, first.reference())).isFalse();
    }

    @Test
    void neverMixesUnits() {
        EvidenceStore store = store();
        String reference = store.put(UNIT, Pictures.png()).reference();
        assertThat(Refusals.code(() -> store.open(OTHER, reference))).isEqualTo("evidence.not-found");
        store.put(OTHER, Pictures.png());
        assertThat(store.delete(OTHER, reference)).isTrue();
        assertThat(read(store, UNIT, reference)).isEqualTo(Pictures.png());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../../etc/passwd", "/etc/passwd", "C:\\x", "a\0b", "%2e%2e", "abc"})
    void refusesWhatCannotBeAReference(String trick) {
        EvidenceStore store = store();
        assertThat(Refusals.code(() -> store.open(UNIT, trick))).isEqualTo("evidence.bad-name");
        assertThat(Refusals.code(() -> store.delete(UNIT, trick))).isEqualTo("evidence.bad-name");
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(Refusals.code(() -> store().put(UNIT, new byte[0]))).isEqualTo("evidence.empty");
    }

    @Test
    void refusesContentThatOnlySaysItIsAPicture() {
        byte[] page = Pictures.ascii("<html><script>alert(1)</script></html>");
        assertThat(Refusals.of(() -> store().put(UNIT, page))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("evidence.wrong-type");
            assertThat(problem.value()).isEqualTo("application/octet-stream");
        });
    }

    @Test
    void takesContentOfExactlyTheLimitAndNotAByteMore() {
        byte[] jpeg = Pictures.jpeg();
        EvidencePolicy exact = EvidencePolicy.defaults().withMaxBytes(jpeg.length);
        assertThat(store(exact).put(UNIT, jpeg).bytes()).isEqualTo(jpeg.length);
        EvidenceStore less = store(exact.withMaxBytes(jpeg.length - 1));
        assertThat(Refusals.code(() -> less.put(UNIT, jpeg))).isEqualTo("evidence.over-size");
        assertThat(Refusals.code(() -> less.open(UNIT, Sha256.of(jpeg)))).isEqualTo("evidence.not-found");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4095, 4096, 4097, 20_000})
    void neverReadsMoreThanOneByteBeyondTheLimit(int limit) {
        Endless endless = new Endless();
        assertThat(Refusals.code(() ->
                        store(EvidencePolicy.defaults().withMaxBytes(limit)).put(UNIT, endless)))
                .isEqualTo("evidence.over-size");
        assertThat(endless.read).isLessThanOrEqualTo(limit + 1L);
        assertThat(endless.closed).isFalse();
    }

    @Test
    void leavesNothingWhenTheContentBreaksOff() {
        EvidenceStore store = store();
        byte[] jpeg = Pictures.joined(Pictures.jpeg(), new byte[10_000]);
        assertThatThrownBy(() -> store.put(UNIT, new BreaksOff(jpeg, 6_000))).isInstanceOf(UncheckedIOException.class);
        for (byte[] part : List.of(jpeg, Arrays.copyOf(jpeg, 6_000))) {
            assertThat(Refusals.code(() -> store.open(UNIT, Sha256.of(part)))).isEqualTo("evidence.not-found");
        }
    }

    @Test
    void takesTheSameContentFromManyAtOnce() throws Exception {
        EvidenceStore store = store();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<StoredFile>> puts = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                byte[] bytes = Pictures.joined(Pictures.jpeg(), new byte[] {(byte) (i % 3)});
                puts.add(threads.submit(() -> store.put(UNIT, bytes)));
            }
            Set<String> references = new HashSet<>();
            for (Future<StoredFile> put : puts) {
                references.add(put.get().reference());
            }
            assertThat(references).hasSize(3);
            for (String reference : references) {
                assertThat(read(store, UNIT, reference)).hasSize(Pictures.jpeg().length + 1);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** A picture that never ends, and counts. */
    private static final class Endless extends InputStream {

        private long read;
        private boolean closed;

        @Override
        public int read() {
            long at = read++;
            return at == 0 || at == 2 ? 0xFF : at == 1 ? 0xD8 : 7;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** A line that is cut in mid-stream. */
    private static final class BreaksOff extends FilterInputStream {

        private int left;

        BreaksOff(byte[] bytes, int after) {
            super(new ByteArrayInputStream(bytes));
            this.left = after;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("not asked for");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the line was cut");
            }
            int read = super.read(into, offset, Math.min(left, length));
            left -= read;
            return read;
        }
    }
}
