package io.hazardreport.journal;

import io.hazardreport.base.HazardReportException;

/**
 * Somebody else changed the same thing first; load again and decide again.
 *
 * <p>{@link #transactionLost()} says whether the database gave up the surrounding transaction with it (a deadlock or a
 * serialisation failure): then the host must roll back and begin anew.
 */
public class StaleReportException extends HazardReportException {

    private static final long serialVersionUID = 1L;

    private final boolean transactionLost;

    public StaleReportException(String message, boolean transactionLost) {
        super(message);
        this.transactionLost = transactionLost;
    }

    public StaleReportException(String message, Throwable cause) {
        super(message, cause);
        this.transactionLost = true;
    }

    public boolean transactionLost() {
        return transactionLost;
    }
}
