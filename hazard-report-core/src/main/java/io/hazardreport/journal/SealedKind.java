package io.hazardreport.journal;

/** What lies sealed in the vault: who reported, who is complained of, or words. */
public enum SealedKind {
    REPORTER,
    CONCERNED,
    TEXT
}
