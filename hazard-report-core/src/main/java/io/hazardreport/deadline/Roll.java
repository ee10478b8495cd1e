package io.hazardreport.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What happens when the last day of a limit in days is no working day: nothing, or it moves to the next working day.
 * Limits in minutes and hours run on regardless. A limit that protects people never rolls; payment, claim and appeal
 * may.
 */
public enum Roll {
    @JsonProperty("NONE")
    NONE,
    @JsonProperty("FORWARD")
    FORWARD
}
