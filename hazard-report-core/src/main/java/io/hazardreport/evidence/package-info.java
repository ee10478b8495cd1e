/** Photos, voice messages and documents: references, the store of their bytes, and the copy a viewer may have. */
@NullMarked
package io.hazardreport.evidence;

import org.jspecify.annotations.NullMarked;
