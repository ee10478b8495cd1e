package io.hazardreport.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held: the one entry of Exif data (a TIFF directory) that a viewer needs. */
final class Orientation {

    /** As it lies; also said where the data cannot be read, as viewers do. */
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final short TAG = 0x0112;
    private static final short SHORT = 3;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** The orientation in a TIFF structure, 1 to 8. */
    static int of(byte[] bytes, int from, int length) {
        if (length < 8) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from, length).slice();
        short order = tiff.getShort(0);
        if (order == 0x4949) {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        } else if (order != 0x4D4D) {
            return UPRIGHT;
        }
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != 42 || directory > length - 2) {
            return UPRIGHT;
        }
        int first = (int) directory + 2;
        int entries = Math.min(Short.toUnsignedInt(tiff.getShort(first - 2)), (length - first) / ENTRY);
        for (int at = first; at < first + entries * ENTRY; at += ENTRY) {
            if (tiff.getShort(at) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                boolean said = tiff.getShort(at + 2) == SHORT && value >= UPRIGHT && value <= LAST;
                return said ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A TIFF structure that says this and nothing else. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(8 + 2 + ENTRY + 4)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
