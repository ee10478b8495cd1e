package io.hazardreport.base;

/** The root of all exceptions the library throws on purpose. */
public abstract class HazardReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected HazardReportException(String message) {
        super(message);
    }

    protected HazardReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
