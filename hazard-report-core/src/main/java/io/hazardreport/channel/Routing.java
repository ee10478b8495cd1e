package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the desk a report goes to: in the order of the scheme the first with nobody complained of among its people, else
 * the first with at least one person who is not; empty when no independent person is left.
 */
public final class Routing {

    private Routing() {}

    public static Optional<Desk> route(List<Desk> desks, Predicate<PersonId> concerned) {
        Optional<Desk> untouched = desks.stream()
                .filter(desk -> desk.members().stream().noneMatch(concerned))
                .findFirst();
        return untouched.or(() -> desks.stream()
                .filter(desk -> desk.members().stream().anyMatch(concerned.negate()))
                .findFirst());
    }
}
