/** Whether two reports may speak of the same hazard: by place, time, item and words, in points that add up. */
@NullMarked
package io.hazardreport.similarity;

import org.jspecify.annotations.NullMarked;
