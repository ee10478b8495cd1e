/** Advice to a reporter on what his text does not yet say; it advises and never refuses. */
@NullMarked
package io.hazardreport.intake;

import org.jspecify.annotations.NullMarked;
