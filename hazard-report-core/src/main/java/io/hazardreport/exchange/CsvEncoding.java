package io.hazardreport.exchange;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 from GBK and never shows garbled text: bytes that are surely damaged UTF-8 are not tried as GBK. */
final class CsvEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** GBK text seldom passes as UTF-8 for longer than this many three-byte signs. */
    private static final int SURELY_UTF8 = 10;

    private CsvEncoding() {}

    static String decode(byte[] file) {
        boolean marked =
                file.length >= 3 && (file[0] & 0xFF) == 0xEF && (file[1] & 0xFF) == 0xBB && (file[2] & 0xFF) == 0xBF;
        ByteBuffer in = marked ? ByteBuffer.wrap(file, 3, file.length - 3) : ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
        CoderResult result = utf8.decode(in, out, true);
        if (!result.isError()) {
            utf8.flush(out);
            return out.flip().toString();
        }
        int bad = in.position();
        boolean surelyUtf8 = marked
                || out.flip()
                                .chars()
                                .filter(sign -> sign > 0x7FF)
                                .limit(SURELY_UTF8 + 1L)
                                .count()
                        > SURELY_UTF8;
        if (surelyUtf8) {
            throw bad + 3 >= file.length
                    ? new InvalidInputException(Problem.of("exchange.broken-off", "file", "byte " + bad, "UTF-8"))
                    : unreadable(bad);
        }
        try {
            return strict(GB18030).decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable(bad);
        }
    }

    private static InvalidInputException unreadable(int bad) {
        return new InvalidInputException(
                Problem.of("exchange.unreadable-encoding", "file", "byte " + bad, "UTF-8, GBK (GB 18030)"));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
