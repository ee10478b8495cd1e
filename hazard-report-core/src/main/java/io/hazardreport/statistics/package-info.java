/** Figures by kind, tallies that add up, and the return for a period. */
@NullMarked
package io.hazardreport.statistics;

import org.jspecify.annotations.NullMarked;
