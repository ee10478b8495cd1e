/** What may be reported: classes, items, grades, tiers, and what may be a major hazard. */
@NullMarked
package io.hazardreport.category;

import org.jspecify.annotations.NullMarked;
