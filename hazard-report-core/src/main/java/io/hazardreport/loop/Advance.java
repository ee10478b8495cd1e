package io.hazardreport.loop;

import java.util.List;

/**
 * What taking a step means for roles and clocks.
 *
 * @param role in which of his roles the actor acted
 * @param opens obligations whose clocks start, the main one first
 * @param closes codes of the obligations it discharges
 */
public record Advance<S extends Enum<S>>(S from, S to, Role role, List<Obligation> opens, List<String> closes) {

    public Advance {
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
    }
}
