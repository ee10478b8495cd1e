package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks the segments of a JPEG (ITU-T T.81, annex B) and leaves out those that carry no picture. */
final class JpegCopy {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int JFIF_WITHOUT_THUMBNAIL = 14;
    private static final int ADOBE = 12;
    private static final byte[] EXIF = ascii("Exif\0\0");
    private static final String EXPECTED = "SOI … SOF … SOS … EOI";

    private final byte[] in;
    private final ByteArrayOutputStream picture;
    private byte[] jfif = {};
    private int orientation;
    private boolean frame;
    private boolean scan;
    private int at = 2;

    JpegCopy(byte[] in) {
        this.in = in;
        this.picture = new ByteArrayOutputStream(in.length);
    }

    byte[] copy() {
        int marker = marker();
        while (marker != EOI) {
            segment(marker);
            marker = marker();
        }
        if (!frame || !scan) {
            throw broken();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.size() + 64);
        out.write(0xFF);
        out.write(SOI);
        if (jfif.length > 0) {
            write(out, APP0, jfif);
        }
        if (orientation > Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            byte[] exif = Arrays.copyOf(EXIF, EXIF.length + tiff.length);
            System.arraycopy(tiff, 0, exif, EXIF.length, tiff.length);
            write(out, APP1, exif);
        }
        out.writeBytes(picture.toByteArray());
        out.write(0xFF);
        out.write(EOI);
        return out.toByteArray();
    }

    /** The next marker; what lies behind the last one, such as a second picture or a film, is never read. */
    private int marker() {
        if (at >= in.length || (in[at] & 0xFF) != 0xFF) {
            throw broken();
        }
        while (at < in.length && (in[at] & 0xFF) == 0xFF) {
            at++;
        }
        if (at >= in.length) {
            throw broken();
        }
        return in[at++] & 0xFF;
    }

    private void segment(int marker) {
        int length = at + 2 <= in.length ? (in[at] & 0xFF) << 8 | (in[at + 1] & 0xFF) : 0;
        int body = at + 2;
        int end = at + length;
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= SOI) || length < 2 || end > in.length) {
            throw broken();
        }
        switch (marker) {
            case APP0 -> keepJfif(body, end);
            case APP1 -> noteOrientation(body, end);
            case APP14 -> keepAdobe(body, end);
            case SOS -> {
                requireSize(body, end, 1, 2, 3);
                scan = true;
                end = endOfScan(end);
                keep(marker, end);
            }
            case 0xC4, 0xCC, 0xDB, 0xDC, 0xDD -> keep(marker, end);
            case 0xC8, 0xDE, 0xDF -> throw broken();
            default -> {
                if (marker < 0xD0) {
                    frame(body, end);
                    keep(marker, end);
                }
            }
        }
        at = end;
    }

    private void keep(int marker, int end) {
        picture.write(0xFF);
        picture.write(marker);
        picture.write(in, at, end - at);
    }

    /** One frame only, of the size its number of components asks for. */
    private void frame(int body, int end) {
        requireSize(body + 5, end, 1, 3, 0);
        if (frame) {
            throw broken();
        }
        frame = true;
    }

    /** Exactly a count, so many bytes for each counted, and some more. */
    private void requireSize(int counter, int end, int before, int each, int after) {
        if (counter >= end || in[counter] == 0 || counter + before + (in[counter] & 0xFF) * each + after != end) {
            throw broken();
        }
    }

    /** Picture data runs to the first 0xFF that is neither stuffed, a restart nor padding. */
    private int endOfScan(int from) {
        int i = from;
        while (i + 1 < in.length) {
            int next = in[i + 1] & 0xFF;
            if ((in[i] & 0xFF) != 0xFF || next == 0xFF) {
                i++;
            } else if (next == 0 || (next >= 0xD0 && next <= 0xD7)) {
                i += 2;
            } else {
                return i;
            }
        }
        throw broken();
    }

    private void keepJfif(int body, int end) {
        if (jfif.length == 0 && end - body >= JFIF_WITHOUT_THUMBNAIL && starts(body, end, ascii("JFIF\0"))) {
            jfif = Arrays.copyOfRange(in, body, body + JFIF_WITHOUT_THUMBNAIL);
            jfif[JFIF_WITHOUT_THUMBNAIL - 2] = 0;
            jfif[JFIF_WITHOUT_THUMBNAIL - 1] = 0;
        }
    }

    /** How colours are meant; without it a CMYK picture is a negative. */
    private void keepAdobe(int body, int end) {
        if (end - body >= ADOBE && starts(body, end, ascii("Adobe"))) {
            write(picture, APP14, Arrays.copyOfRange(in, body, body + ADOBE));
        }
    }

    private void noteOrientation(int body, int end) {
        if (orientation == 0 && starts(body, end, EXIF)) {
            int tiff = body + EXIF.length;
            orientation = Orientation.of(in, tiff, end - tiff);
        }
    }

    private boolean starts(int from, int end, byte[] with) {
        return end - from >= with.length && Arrays.equals(in, from, from + with.length, with, 0, with.length);
    }

    private static void write(ByteArrayOutputStream out, int marker, byte[] body) {
        int length = body.length + 2;
        out.write(0xFF);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(body);
    }

    private InvalidInputException broken() {
        return ViewerCopy.broken("JPEG", at, EXPECTED);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
