/** The company's written rule as one document: parsed, checked as a whole, composed from what the rooms define. */
@NullMarked
package io.hazardreport.scheme;

import org.jspecify.annotations.NullMarked;
