/** Where the money comes from: sources, budgets, the ledger's lines, what internal coordination bears. */
@NullMarked
package io.hazardreport.fund;

import org.jspecify.annotations.NullMarked;
