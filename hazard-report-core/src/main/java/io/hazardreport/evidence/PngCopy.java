package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG (ISO/IEC 15948) and keeps those that make the picture. */
final class PngCopy {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int HEADER = 13;
    private static final String EXPECTED = "IHDR … IDAT … IEND";

    /** What changes how the picture looks, with the most bytes each may have. */
    private static final Map<String, Integer> KEPT = Map.of(
            "IHDR", HEADER,
            "PLTE", 768,
            "IDAT", Integer.MAX_VALUE,
            "tRNS", 256,
            "gAMA", 4,
            "cHRM", 32,
            "sRGB", 1,
            "sBIT", 4,
            "bKGD", 6,
            "pHYs", 9);

    private final byte[] in;
    private final ByteBuffer numbers;
    private final ByteArrayOutputStream out;
    private int at = SIGNATURE;
    private boolean orientationSeen;
    private boolean data;
    private boolean dataEnded;

    PngCopy(byte[] in) {
        this.in = in;
        this.numbers = ByteBuffer.wrap(in);
        this.out = new ByteArrayOutputStream(in.length);
    }

    byte[] copy() {
        out.write(in, 0, SIGNATURE);
        String type = next();
        if (!type.equals("IHDR") || length() != HEADER) {
            throw broken();
        }
        while (!type.equals("IEND")) {
            chunk(type);
            at += length() + FRAME;
            type = next();
            if (type.equals("IHDR")) {
                throw broken();
            }
        }
        if (!data || length() != 0) {
            throw broken();
        }
        keep();
        return out.toByteArray();
    }

    private int length() {
        return numbers.getInt(at);
    }

    /** The type of the chunk that begins here and lies wholly within the file. */
    private String next() {
        if (in.length - at < FRAME || length() < 0 || length() > in.length - at - FRAME) {
            throw broken();
        }
        String type = new String(in, at + 4, 4, StandardCharsets.ISO_8859_1);
        if (!type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
            throw broken();
        }
        return type;
    }

    private void chunk(String type) {
        order(type);
        Integer most = KEPT.get(type);
        if (most != null) {
            if (length() > most) {
                throw broken();
            }
            keep();
        } else if (type.equals("eXIf")) {
            keepOrientation();
        } else if (Character.isUpperCase(type.charAt(0))) {
            // a critical chunk nobody knows: no reader may show such a picture
            throw broken();
        }
    }

    /** Picture data is one unbroken run. */
    private void order(String type) {
        boolean isData = type.equals("IDAT");
        if (isData && dataEnded) {
            throw broken();
        }
        dataEnded = data && !isData;
        data |= isData;
    }

    private void keep() {
        CRC32 sum = new CRC32();
        sum.update(in, at + 4, length() + 4);
        if ((int) sum.getValue() != numbers.getInt(at + 8 + length())) {
            throw broken();
        }
        out.write(in, at, length() + FRAME);
    }

    private void keepOrientation() {
        int orientation = Orientation.of(in, at + 8, length());
        if (!orientationSeen && orientation > Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            ByteBuffer chunk = ByteBuffer.allocate(FRAME + tiff.length)
                    .putInt(tiff.length)
                    .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                    .put(tiff);
            CRC32 sum = new CRC32();
            sum.update(chunk.array(), 4, 4 + tiff.length);
            out.writeBytes(chunk.putInt((int) sum.getValue()).array());
        }
        orientationSeen = true;
    }

    private InvalidInputException broken() {
        return ViewerCopy.broken("PNG", at, EXPECTED);
    }
}
