package io.hazardreport.journal;

/** What a snapshot's column holds: a code or id (String), an instant (Instant, milliseconds), a whole number (Long), a yes or no (Boolean). */
public enum ColumnType {
    CODE,
    INSTANT,
    NUMBER,
    FLAG
}
