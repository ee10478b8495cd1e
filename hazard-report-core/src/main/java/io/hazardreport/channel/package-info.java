/** Reception desks, their people, and routing around persons complained of. */
@NullMarked
package io.hazardreport.channel;

import org.jspecify.annotations.NullMarked;
