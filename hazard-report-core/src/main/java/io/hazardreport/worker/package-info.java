/** Who reports: roles, terms of employment, and reasoned answers about right and reward. */
@NullMarked
package io.hazardreport.worker;

import org.jspecify.annotations.NullMarked;
