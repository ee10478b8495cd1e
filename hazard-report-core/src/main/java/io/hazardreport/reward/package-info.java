/** What a report earns: the schedule, its check, the calculation, and the award's loop. */
@NullMarked
package io.hazardreport.reward;

import org.jspecify.annotations.NullMarked;
