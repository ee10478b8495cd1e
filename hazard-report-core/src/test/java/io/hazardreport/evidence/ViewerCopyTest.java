package io.hazardreport.evidence;

import static io.hazardreport.evidence.Pictures.ascii;
import static io.hazardreport.evidence.Pictures.exif;
import static io.hazardreport.evidence.Pictures.joined;
import static io.hazardreport.evidence.Pictures.slice;
import static io.hazardreport.evidence.Pictures.text;
import static io.hazardreport.evidence.Pictures.withChunk;
import static io.hazardreport.evidence.Pictures.withSegment;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerCopyTest {

    private static final int APP1 = 0xE1;

    @Test
    void aPictureWithNothingBesideItStaysAsItIs() {
        assertThat(ViewerCopy.of(Pictures.jpeg())).isEqualTo(Pictures.jpeg());
        assertThat(ViewerCopy.of(Pictures.progressiveJpeg())).isEqualTo(Pictures.progressiveJpeg());
        assertThat(ViewerCopy.of(Pictures.png())).isEqualTo(Pictures.png());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xFD,
                0xFE
            })
    void noSegmentTellsOfAnythingButThePicture(int marker) {
        byte[] jpeg = Pictures.jpeg();
        assertThat(ViewerCopy.of(withSegment(jpeg, marker, ascii(Pictures.SECRET))))
                .isEqualTo(jpeg);
    }

    @Test
    void theGpsPlaceIsGoneAndThePixelsAreTheSame() {
        byte[] original = withSegment(Pictures.jpeg(), APP1, exif(1, BIG_ENDIAN));
        byte[] untouched = original.clone();
        byte[] copy = ViewerCopy.of(original);
        assertThat(text(original)).contains(Pictures.SECRET);
        assertThat(text(copy)).doesNotContain(Pictures.SECRET).doesNotContain("Exif");
        assertThat(copy).isEqualTo(Pictures.jpeg());
        assertThat(original).isEqualTo(untouched);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void theTurnOfTheCameraStaysAndNothingElse(int orientation) {
        for (byte[] exif : new byte[][] {exif(orientation, BIG_ENDIAN), exif(orientation, LITTLE_ENDIAN)}) {
            byte[] copy = ViewerCopy.of(withSegment(Pictures.jpeg(), APP1, exif));
            assertThat(text(copy)).doesNotContain(Pictures.SECRET);
            assertThat(copy).hasSize(Pictures.jpeg().length + 36);
            int tiff = text(copy).indexOf("Exif") + 6;
            assertThat(Orientation.of(copy, tiff, 26)).isEqualTo(orientation);
            assertThat(text(copy).indexOf("JFIF")).isEqualTo(6);
            assertThat(Pictures.pixels(copy)).isEqualTo(Pictures.pixels(Pictures.jpeg()));
            assertThat(ViewerCopy.of(copy)).isEqualTo(copy);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 0xFFFF})
    void aTurnThatIsNoneIsNotKept(int orientation) {
        assertThat(ViewerCopy.of(withSegment(Pictures.jpeg(), APP1, exif(orientation, LITTLE_ENDIAN))))
                .isEqualTo(Pictures.jpeg());
    }

    @Test
    void brokenExifDataIsLeftOutAndDoesNoHarm() {
        byte[] whole = exif(6, BIG_ENDIAN);
        for (int length = 0; length < whole.length; length++) {
            byte[] copy = ViewerCopy.of(withSegment(Pictures.jpeg(), APP1, Arrays.copyOf(whole, length)));
            assertThat(Pictures.pixels(copy)).isEqualTo(Pictures.pixels(Pictures.jpeg()));
        }
    }

    @Test
    void neitherASmallPictureInTheHeadNorAFilmBehindTheEndIsKept() {
        byte[] jpeg = Pictures.jpeg();
        byte[] thumbnail = joined(slice(jpeg, 6, 18), new byte[] {5, 1}, ascii(Pictures.SECRET));
        byte[] behind = joined(slice(jpeg, 0, 2), withSegment(jpeg, 0xE0, thumbnail));
        byte[] original = joined(slice(behind, 2, behind.length), ascii(Pictures.SECRET), jpeg);
        assertThat(ViewerCopy.of(original)).isEqualTo(jpeg);
        byte[] png = Pictures.png();
        assertThat(ViewerCopy.of(joined(png, ascii(Pictures.SECRET)))).isEqualTo(png);
    }

    @Test
    void theColoursOfAdobeAreKept() {
        byte[] adobe = joined(ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 1});
        byte[] copy = ViewerCopy.of(withSegment(Pictures.jpeg(), 0xEE, joined(adobe, ascii(Pictures.SECRET))));
        assertThat(text(copy)).contains(text(adobe)).doesNotContain(Pictures.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "acTL", "prVt", "caBX", "sPLT", "hIST"})
    void noChunkTellsOfAnythingButThePicture(String type) {
        byte[] png = Pictures.png();
        assertThat(ViewerCopy.of(withChunk(png, type, ascii(Pictures.SECRET)))).isEqualTo(png);
    }

    @Test
    void whatMakesAPngLookAsItDoesIsKept() {
        byte[] png = withChunk(Pictures.png(), "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        byte[] dense = withChunk(png, "pHYs", new byte[] {0, 0, 11, 19, 0, 0, 11, 19, 1});
        assertThat(ViewerCopy.of(dense)).isEqualTo(dense);
    }

    @Test
    void theTurnOfAPngStaysToo() {
        byte[] original = withChunk(Pictures.png(), "eXIf", Pictures.tiff(6, LITTLE_ENDIAN));
        byte[] copy = ViewerCopy.of(original);
        assertThat(text(copy)).contains("eXIf").doesNotContain(Pictures.SECRET);
        assertThat(copy).isEqualTo(withChunk(Pictures.png(), "eXIf", Orientation.tiff(6)));
        assertThat(Pictures.pixels(copy)).isEqualTo(Pictures.pixels(Pictures.png()));
    }

    @Test
    void aPngWithAPartNobodyKnowsOrAWrongSumIsBroken() {
        byte[] unknown = withChunk(Pictures.png(), "CgBI", new byte[4]);
        assertThat(Refusals.code(() -> ViewerCopy.of(unknown))).isEqualTo("evidence.broken-image");
        byte[] tooMuch = withChunk(Pictures.png(), "gAMA", ascii(Pictures.SECRET));
        assertThat(Refusals.code(() -> ViewerCopy.of(tooMuch))).isEqualTo("evidence.broken-image");
        byte[] png = Pictures.png();
        png[20] ^= 1;
        assertThat(Refusals.code(() -> ViewerCopy.of(png))).isEqualTo("evidence.broken-image");
    }

    @Test
    void twoFramesOrPictureDataInTwoRunsAreBroken() {
        byte[] jpeg = Pictures.jpeg();
        int frame = text(jpeg).indexOf("\u00ff\u00c0\0");
        byte[] body = slice(jpeg, frame + 4, frame + 2 + jpeg[frame + 3]);
        assertThat(Refusals.code(() -> ViewerCopy.of(withSegment(jpeg, 0xC0, body))))
                .isEqualTo("evidence.broken-image");
        byte[] split = withChunk(withChunk(Pictures.png(), "tEXt", new byte[0]), "IDAT", new byte[0]);
        assertThat(Refusals.code(() -> ViewerCopy.of(split))).isEqualTo("evidence.broken-image");
    }

    @Test
    void everyPictureThatIsCutOffIsBroken() {
        for (byte[] picture : new byte[][] {Pictures.jpeg(), Pictures.progressiveJpeg(), Pictures.png()}) {
            for (int length = 8; length < picture.length; length++) {
                byte[] cut = Arrays.copyOf(picture, length);
                assertThat(Refusals.code(() -> ViewerCopy.of(cut))).isEqualTo("evidence.broken-image");
            }
        }
    }

    @Test
    void thereIsNoViewersCopyOfAnythingElse() {
        assertThat(Refusals.of(() -> ViewerCopy.of(ascii("%PDF-1.7"))).value()).isEqualTo("application/pdf");
        assertThat(Refusals.code(() -> ViewerCopy.of(new byte[0]))).isEqualTo("evidence.wrong-type");
    }
}
