/** What counts beside money: points to be redeemed, honours by quota, merits for appraisal and selection. */
@NullMarked
package io.hazardreport.recognition;

import org.jspecify.annotations.NullMarked;
