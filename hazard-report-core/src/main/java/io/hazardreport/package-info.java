/** The top: one {@link io.hazardreport.HazardReporting} and the services it hands out. */
@NullMarked
package io.hazardreport;

import org.jspecify.annotations.NullMarked;
