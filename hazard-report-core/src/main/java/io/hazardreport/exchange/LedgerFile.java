package io.hazardreport.exchange;

import java.util.List;

/**
 * A ledger as read: every row of the file is here once, in the file's order.
 *
 * @param header which column holds what
 * @param rows taken, remarked or refused; their number is the number of rows in the file
 * @param unknownColumns headers that were not recognised; their cells are in {@link LedgerRow#others()}
 */
public record LedgerFile(LedgerHeader header, List<LedgerEntry> rows, List<String> unknownColumns) {

    public LedgerFile {
        rows = List.copyOf(rows);
        unknownColumns = List.copyOf(unknownColumns);
    }

    /** How many rows were taken without a remark. */
    public int taken() {
        return count(LedgerEntry.Taken.class);
    }

    /** How many rows were taken with remarks. */
    public int remarked() {
        return count(LedgerEntry.Remarked.class);
    }

    /** How many rows were refused. */
    public int refused() {
        return count(LedgerEntry.Refused.class);
    }

    /** The rows that were taken, with or without remarks. */
    public List<LedgerRow> accepted() {
        return rows.stream().flatMap(entry -> entry.accepted().stream()).toList();
    }

    private int count(Class<? extends LedgerEntry> kind) {
        return (int) rows.stream().filter(kind::isInstance).count();
    }
}
