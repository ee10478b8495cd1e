/** The machinery of declared loops: a table of steps from which decisions, diagrams and obligations derive. */
@NullMarked
package io.hazardreport.loop;

import org.jspecify.annotations.NullMarked;
