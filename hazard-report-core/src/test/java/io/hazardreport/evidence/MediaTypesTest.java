package io.hazardreport.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    /** The string as bytes, {@code \xx} as one byte in hex. */
    private static byte[] bytes(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '\\') {
                text.append((char) Integer.parseInt(written.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                text.append(written.charAt(i));
            }
        }
        return Pictures.ascii(text.toString());
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "image/jpeg,\\ff\\d8\\ff\\e0",
                "image/png,\\89PNG\\0d\\0a\\1a\\0a",
                "image/webp,RIFF\\10\\00\\00\\00WEBPVP8 ",
                "image/gif,GIF89a",
                "application/pdf,%PDF-1.7",
                "image/heic,\\00\\00\\00\\18ftypheic\\00\\00\\00\\00",
                "image/heic,\\00\\00\\00\\18ftypmif1\\00\\00\\00\\00mif1heic",
                "video/mp4,\\00\\00\\00\\18ftypisom\\00\\00\\00\\00",
                "video/mp4,\\00\\00\\00\\18ftypmp42\\00\\00\\00\\00",
                "video/quicktime,\\00\\00\\00\\18ftypqt  \\00\\00\\00\\00",
                "video/3gpp,\\00\\00\\00\\18ftyp3gp5\\00\\00\\00\\00",
                "audio/mp4,\\00\\00\\00\\18ftypM4A \\00\\00\\00\\00",
                "audio/amr,#!AMR\\0a\\3c",
                "audio/amr-wb,#!AMR-WB\\0a",
                "audio/mpeg,ID3\\03\\00\\00",
                "audio/mpeg,\\ff\\fb\\90\\00",
                "audio/ogg,OggS\\00\\02\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\01\\13OpusHead",
                "audio/wav,RIFF\\10\\00\\00\\00WAVEfmt ",
            })
    void isToldByItsFirstBytes(String type, String start) {
        assertThat(MediaTypes.of(bytes(start))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\ff\\d8",
                "\\ff\\fe<\\00", // UTF-16, not a frame of sound
                "<svg xmlns=",
                "MZ\\90\\00",
                "PK\\03\\04",
                "RIFF\\10\\00\\00\\00AVI ",
                "\\00\\00\\00\\18ftypavif\\00\\00\\00\\00",
                "\\00\\00\\00\\18ftypmif1\\00\\00\\00\\00mif1avif",
                " %PDF-1.7",
                "OggS\\00\\02\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\01\\13\\80theora",
            })
    void isNotToldFromLess(String start) {
        assertThat(MediaTypes.of(bytes(start))).isEmpty();
    }

    @Property
    void whateverComesIsToldOrNotAndTheStartIsEnough(@ForAll byte[] bytes) {
        assertThat(MediaTypes.of(bytes).stream()).isSubsetOf(MediaTypes.known());
        byte[] longer = Pictures.joined(Pictures.png(), bytes);
        assertThat(MediaTypes.of(longer)).contains("image/png");
        assertThat(MediaTypes.of(Arrays.copyOf(longer, 8))).contains("image/png");
    }

    @Test
    void aPolicyThatCannotBeKeptIsRefused() {
        EvidencePolicy policy = EvidencePolicy.defaults();
        assertThat(policy.maxBytes()).isEqualTo(20_971_520);
        assertThat(Refusals.of(() -> policy.withMaxBytes(0)).path()).isEqualTo("maxBytes");
        assertThat(Refusals.of(() -> policy.withMediaTypes(Set.of("text/plain")))
                        .path())
                .isEqualTo("mediaTypes");
        assertThat(Refusals.code(() -> policy.withMediaTypes(Set.of()))).isEqualTo("evidence.bad-policy");
    }
}
