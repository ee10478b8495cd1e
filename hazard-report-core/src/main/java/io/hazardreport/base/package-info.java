/** The few words every room speaks: ids, money, persons, sources, two-language text, problems. */
@NullMarked
package io.hazardreport.base;

import org.jspecify.annotations.NullMarked;
