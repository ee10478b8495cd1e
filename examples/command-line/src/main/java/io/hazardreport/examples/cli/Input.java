package io.hazardreport.examples.cli;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files named on the command line. */
final class Input {

    private Input() {}

    /**
     * @param argument under which the file was named
     * @throws InvalidInputException when there is no such file, or it must not be read
     */
    static byte[] bytes(String argument, Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InvalidInputException(Problem.of("cli.no-such-file", argument, file, "CSV | xlsx | JSON"));
        }
        return Files.readAllBytes(file);
    }

    /** The same as text. */
    static String text(String argument, Path file) throws IOException {
        byte[] bytes = bytes(argument, file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Problem.of("cli.not-utf8", argument, file, "UTF-8"));
        }
    }
}
