/** What is stored and how: events, snapshots, the one write, canonical payloads. */
@NullMarked
package io.hazardreport.journal;

import org.jspecify.annotations.NullMarked;
