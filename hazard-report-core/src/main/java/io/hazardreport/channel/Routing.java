package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the desk a report goes to: those named for its department or item before those for everything, and among equals
 * in the order of the scheme; the first with nobody complained of among its people, else the first with at least one
 * member who is not; empty when no independent person is left.
 */
public final class Routing {

    private Routing() {}

    public static Optional<Desk> route(
            List<Desk> desks, String department, String item, Predicate<PersonId> concerned) {
        List<Desk> nearest = desks.stream()
                .sorted(Comparator.comparing((Desk desk) -> desk.distance(department, item)))
                .toList();
        Optional<Desk> untouched = nearest.stream()
                .filter(desk -> desk.people().stream().noneMatch(concerned))
                .findFirst();
        return untouched.or(() -> nearest.stream()
                .filter(desk -> desk.members().stream().anyMatch(concerned.negate()))
                .findFirst());
    }
}
