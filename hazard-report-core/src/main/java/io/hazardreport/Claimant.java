package io.hazardreport;

import io.hazardreport.base.ReportId;
import io.hazardreport.report.Reporter;
import java.time.Instant;

/**
 * Somebody a decision on a hazard's reward looks at: a reporter of it, or of a report that is its duplicate.
 *
 * @param ordinal his number in decisions and awards on the hazard; for the hazard's own reporters, that on the report
 * @param filing 1 for the hazard's own report, from 2 for its duplicates
 * @param report the one he made
 * @param registeredAt when that one was registered
 */
public record Claimant(int ordinal, int filing, ReportId report, Instant registeredAt, Reporter reporter) {}
