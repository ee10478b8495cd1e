/** Auto-configuration of one {@link io.hazardreport.HazardReporting} for Spring Boot 3.5 and 4. */
@NullMarked
package io.hazardreport.spring;

import org.jspecify.annotations.NullMarked;
