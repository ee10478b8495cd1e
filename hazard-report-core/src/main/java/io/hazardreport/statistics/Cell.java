package io.hazardreport.statistics;

import java.time.LocalDate;

/**
 * Where a count lies: a figure on a local day, by kind of report, hazard class, grade, employment type and channel. A
 * dimension that is not known is empty.
 */
public record Cell(
        Figure figure,
        LocalDate day,
        String kind,
        String hazardClass,
        String grade,
        String employment,
        String channel) {}
