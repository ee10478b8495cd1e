package io.hazardreport.exchange;

import io.hazardreport.base.HazardReportException;
import io.hazardreport.base.Messages;
import java.util.Map;

/** An optional library that this work needs is not on the class path; it is named. */
public class MissingLibraryException extends HazardReportException {

    private static final long serialVersionUID = 1L;

    private final String library;

    MissingLibraryException(String library, Throwable cause) {
        super(
                Messages.text("exchange.library-missing", Map.of("library", library))
                        .toString(),
                cause);
        this.library = library;
    }

    /** The missing library as {@code groupId:artifactId}. */
    public String library() {
        return library;
    }
}
