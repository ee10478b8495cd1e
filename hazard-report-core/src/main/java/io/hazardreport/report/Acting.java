package io.hazardreport.report;

import io.hazardreport.loop.Role;
import java.util.Set;

/**
 * Somebody who acts, as the loop may know him.
 *
 * @param reference how the event calls him: a handler's id, a reporter's pseudonym, or {@link #SYSTEM}
 * @param roles what the host vouches for, and {@link Role#REPORTER} where the vault found it so
 * @param concerned whether the report complains of him; never told to anybody
 */
public record Acting(String reference, Set<Role> roles, boolean concerned) {

    public static final String SYSTEM = "system";

    public Acting {
        roles = Set.copyOf(roles);
    }

    public static Acting system() {
        return new Acting(SYSTEM, Set.of(Role.SYSTEM), false);
    }

    public boolean isReporter() {
        return roles.contains(Role.REPORTER);
    }
}
