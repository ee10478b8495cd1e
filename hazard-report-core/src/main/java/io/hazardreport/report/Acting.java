package io.hazardreport.report;

import io.hazardreport.loop.Role;
import java.util.Collection;
import java.util.Set;

/**
 * Somebody who acts, as the loop may know him.
 *
 * @param reference how the event calls him: a handler's id, a reporter's pseudonym, or {@link #SYSTEM}
 * @param names everything this report may call him by: the reference, and a reporter's own id where he was named as a
 *     handler; never stored, never printed
 * @param roles what the host vouches for, and {@link Role#REPORTER} where the vault found it so
 * @param concerned whether the report complains of him; never told to anybody
 */
public record Acting(String reference, Set<String> names, Set<Role> roles, boolean concerned) {

    public static final String SYSTEM = "system";

    public Acting {
        names = Set.copyOf(names);
        roles = Set.copyOf(roles);
    }

    public Acting(String reference, Set<Role> roles, boolean concerned) {
        this(reference, Set.of(reference), roles, concerned);
    }

    public static Acting system() {
        return new Acting(SYSTEM, Set.of(Role.SYSTEM), false);
    }

    public boolean isReporter() {
        return roles.contains(Role.REPORTER);
    }

    /** Whether he is the one called so, by an event or by another person's act. */
    public boolean is(String name) {
        return names.contains(name);
    }

    /** Whether he is one of those called so. */
    public boolean isOneOf(Collection<String> people) {
        return people.stream().anyMatch(names::contains);
    }

    /** As the events call him; a reporter's own id is not in it. */
    @Override
    public String toString() {
        return "Acting[" + reference + " " + roles + "]";
    }
}
