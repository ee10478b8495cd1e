package io.hazardreport.loop;

import java.util.List;
import java.util.Set;

/**
 * One row of a loop's table.
 *
 * @param from the state it starts from
 * @param action what is done
 * @param to the state it leads to; equal to {@code from} for an event beside the state
 * @param by the roles of which the actor must have one
 * @param requires what must hold, each by name
 * @param opens side duties whose clocks it starts
 * @param closes codes of the side duties it discharges
 */
public record Step<S extends Enum<S>, A extends Enum<A>, C>(
        S from, A action, S to, Set<Role> by, List<Guard<C>> requires, List<Opening<C>> opens, List<String> closes) {

    public Step {
        by = Set.copyOf(by);
        requires = List.copyOf(requires);
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
    }
}
