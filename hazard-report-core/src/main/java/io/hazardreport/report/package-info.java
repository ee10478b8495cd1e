/** The hazard report and its closed loop. */
@NullMarked
package io.hazardreport.report;

import org.jspecify.annotations.NullMarked;
