/** How a hazard is put right: five-item and six-item plans, interim measures. */
@NullMarked
package io.hazardreport.rectification;

import org.jspecify.annotations.NullMarked;
