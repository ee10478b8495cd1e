/** The working calendar and pure deadline arithmetic. */
@NullMarked
package io.hazardreport.deadline;

import org.jspecify.annotations.NullMarked;
