/** The journal in a relational database, over plain JDBC. */
@NullMarked
package io.hazardreport.jdbc;

import org.jspecify.annotations.NullMarked;
