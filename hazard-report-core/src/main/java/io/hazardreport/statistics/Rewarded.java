package io.hazardreport.statistics;

import io.hazardreport.base.PersonKey;
import java.time.LocalDate;

/** That a person was given an award of money on a day; what first-time figures are made from. */
public record Rewarded(PersonKey person, LocalDate day) {}
