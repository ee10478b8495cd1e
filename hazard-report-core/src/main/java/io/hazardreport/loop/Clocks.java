package io.hazardreport.loop;

import java.time.Instant;
import java.util.Set;

/** What a loop must know of a context to start its clocks. */
public interface Clocks<C> {

    Instant at(C context);

    Set<Role> roles(C context);

    /** When a duty that starts now is due: exclusive. */
    Instant due(Duty duty, C context);

    /** The role that owes a duty. */
    default Role owner(Duty duty, C context) {
        return duty.owner();
    }

    /** The desk or person a duty lies with; empty when only its role is known. */
    String assignee(Duty duty, C context);
}
