package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;

/**
 * The copy of a JPEG or PNG that people other than its maker may see: the same picture, bit for bit, without place, time,
 * device, author, comment, thumbnail, colour profile or anything behind its end. Only a turn of the camera is kept,
 * since the picture would lie on its side without it. The original is left as it is.
 */
public final class ViewerCopy {

    private ViewerCopy() {}

    /**
     * Reads what may come from anybody: in one pass, never beyond the end, with at most a small constant added.
     *
     * @throws InvalidInputException {@code evidence.wrong-type} for other content, {@code evidence.broken-image} for a
     *     picture that is cut off or not built as its format says
     */
    public static byte[] of(byte[] original) {
        String type = MediaTypes.of(original).orElse(MediaTypes.UNKNOWN);
        return switch (type) {
            case MediaTypes.JPEG -> new JpegCopy(original).copy();
            case MediaTypes.PNG -> new PngCopy(original).copy();
            default ->
                throw new InvalidInputException(
                        Problem.of("evidence.wrong-type", "content", type, MediaTypes.JPEG + ", " + MediaTypes.PNG));
        };
    }

    static InvalidInputException broken(String format, int at, String expected) {
        return new InvalidInputException(Problem.of("evidence.broken-image", "content", format + " @ " + at, expected));
    }
}
