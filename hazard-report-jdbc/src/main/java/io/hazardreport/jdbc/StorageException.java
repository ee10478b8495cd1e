package io.hazardreport.jdbc;

import io.hazardreport.base.HazardReportException;

/** The database could not be used, or not as it is: no connection, a missing table, a refused statement. */
public final class StorageException extends HazardReportException {

    private static final long serialVersionUID = 1L;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
