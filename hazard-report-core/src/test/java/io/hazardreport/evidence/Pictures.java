package io.hazardreport.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Small pictures as a camera makes them, with what it writes beside them. */
final class Pictures {

    /** Stands in the place, author and comment of every picture here. */
    static final String SECRET = "SECRET-31.2304N";

    private Pictures() {}

    static byte[] jpeg() {
        return written("jpg", false);
    }

    static byte[] progressiveJpeg() {
        return written("jpg", true);
    }

    static byte[] png() {
        return written("png", false);
    }

    private static byte[] written(String format, boolean progressive) {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24 * 16; i++) {
            image.setRGB(i % 24, i / 24, i * 7919 & 0xFFFFFF);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The pixels as any viewer decodes them. */
    static int[] pixels(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exif data with a turn of the camera, and a GPS directory that says where. */
    static byte[] tiff(int orientation, ByteOrder order) {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + secret.length)
                .order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x001B).putShort((short) 7).putInt(secret.length).putInt(38 + 2 + 12 + 4);
        return tiff.putInt(0).put(secret).array();
    }

    static byte[] exif(int orientation, ByteOrder order) {
        return joined(ascii("Exif\0\0"), tiff(orientation, order));
    }

    /** The picture with these segments between its head and the first segment it has. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        int length = body.length + 2;
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return joined(slice(jpeg, 0, 2), head, body, slice(jpeg, 2, jpeg.length));
    }

    /** The picture with this chunk behind its IHDR. */
    static byte[] withChunk(byte[] png, String type, byte[] body) {
        byte[] chunk = ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(ascii(type))
                .put(body)
                .array();
        CRC32 sum = new CRC32();
        sum.update(chunk, 4, body.length + 4);
        ByteBuffer.wrap(chunk).putInt(body.length + 8, (int) sum.getValue());
        return joined(slice(png, 0, 33), chunk, slice(png, 33, png.length));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Bytes as characters, to look for words in them. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
