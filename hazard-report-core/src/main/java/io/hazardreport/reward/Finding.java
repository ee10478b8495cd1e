package io.hazardreport.reward;

import io.hazardreport.base.Problem;

/** One thing the check found in a schedule. */
public record Finding(Severity severity, Problem problem) {}
