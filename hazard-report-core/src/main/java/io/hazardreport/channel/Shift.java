package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which somebody is on duty in a role, or away.
 *
 * @param from inclusive
 * @param until exclusive
 * @param role on duty as; empty: away
 */
public record Shift(Instant from, Instant until, Optional<Role> role, PersonId person) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
