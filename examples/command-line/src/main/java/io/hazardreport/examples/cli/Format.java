package io.hazardreport.examples.cli;

/** How a command prints. */
enum Format {
    TABLE,
    JSON
}
