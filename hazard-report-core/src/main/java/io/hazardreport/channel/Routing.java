package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the desk a report goes to: those named for its grade before those named for its department or item before those
 * for everything, and among equals in the order of the scheme; the first with nobody complained of among its people,
 * else the first with at least one member who is not; empty when no independent person is left. Where the principal is
 * complained of, only the union's desks are asked, since all others work under him. A report is routed once, when it is
 * handed in: a later grade moves it to no other desk by itself, only a hand-over does.
 */
public final class Routing {

    private Routing() {}

    /**
     * @param grade major where it is suspected to be, else general
     * @param underPrincipal whether a principal is among those complained of
     */
    public static Optional<Desk> route(
            List<Desk> desks,
            String department,
            String item,
            LegalGrade grade,
            Predicate<PersonId> concerned,
            boolean underPrincipal) {
        List<Desk> nearest = desks.stream()
                .filter(desk -> !underPrincipal || desk.role() == Role.UNION)
                .sorted(Comparator.comparing((Desk desk) -> desk.distance(department, item, grade)))
                .toList();
        Optional<Desk> untouched = nearest.stream()
                .filter(desk -> desk.people().stream().noneMatch(concerned))
                .findFirst();
        return untouched.or(() -> nearest.stream()
                .filter(desk -> desk.members().stream().anyMatch(concerned.negate()))
                .findFirst());
    }
}
