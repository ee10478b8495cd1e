package io.hazardreport.channel;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.loop.Role;
import java.time.Instant;

/**
 * A stretch of time in which somebody is on duty in a role.
 *
 * @param from inclusive
 * @param until exclusive
 * @param name of the shift, e.g. 白班 or 夜班; may be empty
 */
public record Shift(
        Instant from,
        Instant until,
        Role role,
        PersonId person,
        @JsonSetter(nulls = AS_EMPTY) String name) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Shift between(Instant start, Instant end) {
        return new Shift(start, end, role, person, name);
    }
}
