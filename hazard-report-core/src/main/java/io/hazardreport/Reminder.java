package io.hazardreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import java.util.List;

/**
 * Somebody is to be told of an obligation; names no reporter and no content.
 *
 * @param stage which stage it has reached, e.g. {@code BEFORE-1}, {@code OVERDUE}, {@code OVERDUE-2}, {@code CALL-3},
 *     {@code RIGHTS}
 * @param role as whom somebody is told
 * @param to the people, as far as the library knows them; empty: the host finds them by role and asks
 *     {@link Reminders#mayReceive} for each. Always empty for the reporter, whose name stays in the vault: the host shows
 *     it at the report
 * @param escalated whether it goes beyond the one who owes it
 * @param text the sentence to send
 */
public record Reminder(
        @JsonProperty("owed") Owed owed,
        @JsonProperty("stage") String stage,
        @JsonProperty("role") Role role,
        @JsonProperty("to") List<PersonId> to,
        @JsonProperty("escalated") boolean escalated,
        @JsonProperty("text") Text text) {

    public Reminder {
        to = List.copyOf(to);
    }
}
