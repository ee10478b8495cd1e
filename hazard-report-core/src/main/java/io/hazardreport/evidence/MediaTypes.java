package io.hazardreport.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What bytes are, told by their first bytes and never by a name. Plain text is not among them: nothing in the content
 * tells harmless words from a script or a web page.
 */
public final class MediaTypes {

    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";

    /** What is said of content nobody knows. */
    static final String UNKNOWN = "application/octet-stream";

    /** As many bytes as it takes to tell. */
    static final int HEAD = 4096;

    private static final Set<String> KNOWN = Set.of(
            JPEG,
            PNG,
            "image/webp",
            "image/heic",
            "image/gif",
            "application/pdf",
            "video/mp4",
            "video/quicktime",
            "video/3gpp",
            "audio/mp4",
            "audio/amr",
            "audio/amr-wb",
            "audio/mpeg",
            "audio/ogg",
            "audio/wav");

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "MSNV",
            "M4V ", "dash");

    private MediaTypes() {}

    /** Every type that can be told. */
    public static Set<String> known() {
        return KNOWN;
    }

    /** The type of content that starts like this (the whole or its first 4096 bytes), or empty. */
    public static Optional<String> of(byte[] start) {
        if (has(start, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (has(start, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        return switch (text(start, 0)) {
            case "RIFF" -> riff(text(start, 8));
            case "GIF8" -> Optional.of("image/gif");
            case "%PDF" -> has(start, 4, '-') ? Optional.of("application/pdf") : Optional.empty();
            case "#!AM" -> amr(start);
            case "OggS" -> ogg(start);
            default -> text(start, 4).equals("ftyp") ? boxes(start) : mp3(start);
        };
    }

    private static Optional<String> riff(String form) {
        return switch (form) {
            case "WEBP" -> Optional.of("image/webp");
            case "WAVE" -> Optional.of("audio/wav");
            default -> Optional.empty();
        };
    }

    private static Optional<String> amr(byte[] start) {
        return has(start, 4, 'R', '\n')
                ? Optional.of("audio/amr")
                : has(start, 4, 'R', '-', 'W', 'B', '\n') ? Optional.of("audio/amr-wb") : Optional.empty();
    }

    /** An Ogg page of its first packet; a film in Ogg is not sound. */
    private static Optional<String> ogg(byte[] start) {
        boolean sound = text(start, 28).equals("Opus")
                || has(start, 28, 1, 'v', 'o', 'r', 'b', 'i', 's')
                || text(start, 28).equals("Spee");
        return has(start, 4, 0) && sound ? Optional.of("audio/ogg") : Optional.empty();
    }

    private static Optional<String> boxes(byte[] start) {
        String major = text(start, 8);
        if (HEIC_BRANDS.contains(major)) {
            return Optional.of("image/heic");
        }
        if (MP4_BRANDS.contains(major)) {
            return Optional.of("video/mp4");
        }
        return switch (major) {
            case "M4A ", "M4B " -> Optional.of("audio/mp4");
            case "qt  " -> Optional.of("video/quicktime");
            case "mif1", "msf1" -> compatible(start) ? Optional.of("image/heic") : Optional.empty();
            default -> major.startsWith("3gp") ? Optional.of("video/3gpp") : Optional.empty();
        };
    }

    /** Whether a picture file of a general brand names a HEIC brand among those it is compatible with. */
    private static boolean compatible(byte[] start) {
        long size = Integer.toUnsignedLong(ByteBuffer.wrap(start).getInt());
        for (int at = 16; at + 4 <= Math.min(size, start.length); at += 4) {
            if (HEIC_BRANDS.contains(text(start, at))) {
                return true;
            }
        }
        return false;
    }

    /** A tag of version 2 to 4, or a frame of layer III with a bit rate and a sampling rate that exist. */
    private static Optional<String> mp3(byte[] start) {
        if (start.length < 4) {
            return Optional.empty();
        }
        boolean tagged = has(start, 0, 'I', 'D', '3') && start[3] >= 2 && start[3] <= 4;
        boolean frame = (start[0] & 0xFF) == 0xFF
                && (start[1] & 0xE6) == 0xE2
                && (start[1] & 0x18) != 0x08
                && (start[2] & 0xF0) != 0xF0
                && (start[2] & 0xF0) != 0
                && (start[2] & 0x0C) != 0x0C;
        return tagged || frame ? Optional.of("audio/mpeg") : Optional.empty();
    }

    private static boolean has(byte[] start, int at, int... expected) {
        if (start.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((start[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Four bytes as characters, or the empty string where there are not four. */
    private static String text(byte[] start, int at) {
        return start.length < at + 4 ? "" : new String(start, at, 4, StandardCharsets.ISO_8859_1);
    }
}
