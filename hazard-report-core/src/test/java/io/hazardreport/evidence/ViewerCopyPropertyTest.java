package io.hazardreport.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.InvalidInputException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ViewerCopyPropertyTest {

    private static final byte[][] ORIGINALS = {
        Pictures.withSegment(Pictures.jpeg(), 0xE1, Pictures.exif(6, ByteOrder.LITTLE_ENDIAN)),
        Pictures.withSegment(Pictures.progressiveJpeg(), 0xE1, Pictures.exif(3, ByteOrder.BIG_ENDIAN)),
        Pictures.withChunk(Pictures.png(), "eXIf", Pictures.tiff(8, ByteOrder.BIG_ENDIAN)),
        Pictures.withChunk(Pictures.png(), "tEXt", Pictures.ascii(Pictures.SECRET)),
    };

    /** Bytes changed, runs cut out or doubled, the end cut off: what an attacker or a bad line makes of a picture. */
    private static byte[] mutated(byte[] original, Random random, int changes) {
        byte[] bytes = original.clone();
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(40));
            byte[] tail = Pictures.slice(bytes, to, bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = Pictures.joined(Pictures.slice(bytes, 0, at), tail);
                case 2 -> bytes = Pictures.joined(Pictures.slice(bytes, 0, to), Pictures.slice(bytes, at, to), tail);
                case 3 -> bytes[at] = (byte) 0xFF;
                case 4 -> bytes[at] = 0;
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    @Property(tries = 20_000)
    void whateverComesIsCopiedOrRefusedAndACopyOfTheCopyIsTheCopy(
            @ForAll @IntRange(max = 3) int which, @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
        byte[] hostile = mutated(ORIGINALS[which], new Random(seed), changes);
        byte[] copy;
        try {
            copy = ViewerCopy.of(hostile);
        } catch (InvalidInputException e) {
            assertThat(e.problems().get(0).code()).isIn("evidence.broken-image", "evidence.wrong-type");
            return;
        }
        assertThat(copy.length).isLessThanOrEqualTo(hostile.length + 38);
        assertThat(ViewerCopy.of(copy)).isEqualTo(copy);
    }

    @Property
    void noiseBehindASignatureIsRefusedOrCopied(@ForAll byte[] noise, @ForAll boolean png) {
        byte[] hostile = Pictures.joined(Arrays.copyOf(png ? Pictures.png() : Pictures.jpeg(), 8), noise);
        assertThat(Refusals.code(() -> ViewerCopy.of(hostile))).isEqualTo("evidence.broken-image");
    }
}
