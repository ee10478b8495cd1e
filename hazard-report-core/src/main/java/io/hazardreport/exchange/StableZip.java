package io.hazardreport.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook's zip anew with a fixed date and without the time of its making, so that equal data gives equal
 * bytes. It goes by the central directory, since {@code java.util.zip} cannot stream what the writer makes.
 */
final class StableZip {

    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;

    private StableZip() {}

    static void rewrite(byte[] zip, OutputStream out) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        while (end > 0 && in.getInt(end) != END_OF_DIRECTORY) {
            end--;
        }
        ZipOutputStream target = new ZipOutputStream(out, StandardCharsets.UTF_8);
        int entries = in.getShort(end + 10) & 0xFFFF;
        int at = in.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            int method = in.getShort(at + 10);
            int length = in.getInt(at + 20);
            int nameLength = in.getShort(at + 28) & 0xFFFF;
            int local = in.getInt(at + 42);
            String name = new String(zip, at + 46, nameLength, StandardCharsets.UTF_8);
            int data = local + 30 + (in.getShort(local + 26) & 0xFFFF) + (in.getShort(local + 28) & 0xFFFF);
            write(target, name, content(zip, data, length, method));
            at += 46 + nameLength + (in.getShort(at + 30) & 0xFFFF) + (in.getShort(at + 32) & 0xFFFF);
        }
        target.finish();
    }

    private static byte[] content(byte[] zip, int from, int length, int method) throws IOException {
        ByteArrayInputStream raw = new ByteArrayInputStream(zip, from, length);
        if (method == ZipEntry.STORED) {
            return raw.readAllBytes();
        }
        Inflater inflater = new Inflater(true);
        try {
            return new InflaterInputStream(raw, inflater).readAllBytes();
        } finally {
            inflater.end();
        }
    }

    private static void write(ZipOutputStream target, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED);
        target.putNextEntry(entry);
        if (name.equals("docProps/core.xml")) {
            String properties = new String(content, StandardCharsets.UTF_8);
            target.write(CREATED.matcher(properties).replaceAll("").getBytes(StandardCharsets.UTF_8));
        } else {
            target.write(content);
        }
        target.closeEntry();
    }
}
