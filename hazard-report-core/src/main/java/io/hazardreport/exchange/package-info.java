/** CSV and Excel in and out: ledgers that companies already keep are read, tables and returns are written. */
@NullMarked
package io.hazardreport.exchange;

import org.jspecify.annotations.NullMarked;
