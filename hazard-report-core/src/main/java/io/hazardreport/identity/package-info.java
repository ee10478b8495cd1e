/** The vault: who the reporter is, apart from the report; pseudonyms, claim codes, sealed words. */
@NullMarked
package io.hazardreport.identity;

import org.jspecify.annotations.NullMarked;
