package io.hazardreport.channel;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The duty roster (值班表), apart from the office calendar: who is on duty by shift, by night and on holidays; and, apart
 * from the shifts, who is away and who stands in.
 */
public record Roster(
        @JsonSetter(nulls = AS_EMPTY) List<Shift> shifts,
        @JsonSetter(nulls = AS_EMPTY) List<Absence> absences) {

    public static final Roster EMPTY = new Roster(List.of(), List.of());

    public Roster {
        shifts = List.copyOf(shifts);
        absences = List.copyOf(absences);
    }

    /** Who is on duty in this role at this instant and not away, in the order of the roster; for one who is, his stand-in. */
    public List<PersonId> onDuty(Role role, Instant at) {
        return shifts.stream()
                .filter(shift -> shift.covers(at) && shift.role() == role)
                .map(Shift::person)
                .flatMap(person -> isAway(person, at) ? standIn(person, at).stream() : Optional.of(person).stream())
                .distinct()
                .toList();
    }

    /** Who holds a role as far as the shifts tell: who is on duty; where nobody is, who was last and who is next. */
    public List<PersonId> holding(Role role, Instant at) {
        List<PersonId> onDuty = onDuty(role, at);
        if (!onDuty.isEmpty()) {
            return onDuty;
        }
        List<Shift> all = shifts.stream().filter(shift -> shift.role() == role).toList();
        Optional<Instant> last = all.stream()
                .map(Shift::until)
                .filter(until -> !until.isAfter(at))
                .max(Comparator.naturalOrder());
        Optional<Instant> next =
                all.stream().map(Shift::from).filter(from -> from.isAfter(at)).min(Comparator.naturalOrder());
        return all.stream()
                .filter(shift -> last.filter(shift.until()::equals).isPresent()
                        || next.filter(shift.from()::equals).isPresent()
                        || shift.covers(at))
                .map(Shift::person)
                .distinct()
                .toList();
    }

    /** The name of the shift in force: that of the head on duty, else the first that has one; empty when none has. */
    public String shiftAt(Instant at) {
        List<Shift> running = shifts.stream()
                .filter(shift -> shift.covers(at) && !shift.name().isEmpty())
                .toList();
        return running.stream()
                .filter(shift -> shift.role() == Role.DUTY_HEAD)
                .findFirst()
                .or(() -> running.stream().findFirst())
                .map(Shift::name)
                .orElse("");
    }

    public boolean isAway(PersonId person, Instant at) {
        return absence(person, at).isPresent();
    }

    /** Who was named to stand in for somebody who is away, if that one is there. */
    public Optional<PersonId> standIn(PersonId person, Instant at) {
        return absence(person, at).flatMap(Absence::coveredBy).filter(cover -> !isAway(cover, at));
    }

    private Optional<Absence> absence(PersonId person, Instant at) {
        return absences.stream()
                .filter(absence -> absence.covers(at) && absence.person().equals(person))
                .findFirst();
    }

    /**
     * Who answers for what lies with somebody by name: he himself; while he is away, or not fit, his stand-in; else who is
     * on duty in the role; else he himself again, since somebody must. Only people who are fit.
     */
    public List<PersonId> answering(PersonId person, Role role, Instant at, Predicate<PersonId> fit) {
        if (!isAway(person, at) && fit.test(person)) {
            return List.of(person);
        }
        Optional<PersonId> standIn = standIn(person, at).filter(fit);
        if (standIn.isPresent()) {
            return List.of(standIn.get());
        }
        List<PersonId> onDuty = onDuty(role, at).stream().filter(fit).toList();
        return onDuty.isEmpty() && fit.test(person) ? List.of(person) : onDuty;
    }

    /** Who answers for a desk at this instant: its members who are there, else its stand-ins who are, else its members. */
    public List<PersonId> covering(Desk desk, Instant at) {
        List<PersonId> there =
                desk.members().stream().filter(p -> !isAway(p, at)).toList();
        if (!there.isEmpty()) {
            return there;
        }
        List<PersonId> standIns =
                desk.standIns().stream().filter(p -> !isAway(p, at)).toList();
        return standIns.isEmpty() ? desk.members() : standIns;
    }

    /**
     * This roster with what {@code newer} knows better: the shifts of each role it names, between the first and the last
     * instant it has for that role; and the absences of each person it names, between the first and the last instant it
     * has for that person. What reaches over an edge keeps the part outside.
     */
    public Roster replaced(Roster newer) {
        Map<Role, Span> roles = spans(newer.shifts(), Shift::role, Shift::from, Shift::until);
        List<Shift> on = new ArrayList<>();
        for (Shift shift : shifts) {
            Span span = roles.get(shift.role());
            if (span == null || span.misses(shift.from(), shift.until())) {
                on.add(shift);
            } else {
                span.outside(shift.from(), shift.until()).forEach(p -> on.add(shift.between(p.from, p.until)));
            }
        }
        on.addAll(newer.shifts());
        Map<PersonId, Span> people = spans(newer.absences(), Absence::person, Absence::from, Absence::until);
        List<Absence> away = new ArrayList<>();
        for (Absence absence : absences) {
            Span span = people.get(absence.person());
            if (span == null || span.misses(absence.from(), absence.until())) {
                away.add(absence);
            } else {
                span.outside(absence.from(), absence.until()).forEach(p -> away.add(absence.between(p.from, p.until)));
            }
        }
        newer.absences().stream().filter(absence -> !absence.back()).forEach(away::add);
        return new Roster(on, away);
    }

    private record Span(Instant from, Instant until) {

        boolean misses(Instant start, Instant end) {
            return !start.isBefore(until) || !end.isAfter(from);
        }

        List<Span> outside(Instant start, Instant end) {
            List<Span> parts = new ArrayList<>();
            if (start.isBefore(from)) {
                parts.add(new Span(start, from));
            }
            if (end.isAfter(until)) {
                parts.add(new Span(until, end));
            }
            return parts;
        }
    }

    private static <T, K> Map<K, Span> spans(
            List<T> items, Function<T, K> key, Function<T, Instant> from, Function<T, Instant> until) {
        Map<K, Span> spans = new HashMap<>();
        for (T item : items) {
            spans.merge(
                    key.apply(item),
                    new Span(from.apply(item), until.apply(item)),
                    (a, b) -> new Span(
                            a.from.isBefore(b.from) ? a.from : b.from, a.until.isAfter(b.until) ? a.until : b.until));
        }
        return spans;
    }

    public Payload payload() {
        return Payload.builder()
                .putList("shifts", shifts, Roster::payload)
                .putList("absences", absences, Roster::payload)
                .build();
    }

    private static Payload payload(Shift shift) {
        return Payload.builder()
                .put("from", shift.from())
                .put("until", shift.until())
                .put("role", shift.role())
                .put("person", shift.person().value())
                .put("name", shift.name())
                .build();
    }

    private static Payload payload(Absence absence) {
        return Payload.builder()
                .put("from", absence.from())
                .put("until", absence.until())
                .put("person", absence.person().value())
                .put("coveredBy", absence.coveredBy().map(PersonId::value).orElse(""))
                .put("back", absence.back())
                .build();
    }

    public static Roster from(Payload payload) {
        return new Roster(payload.list("shifts", Roster::shift), payload.list("absences", Roster::absence));
    }

    private static Shift shift(Payload shift) {
        return new Shift(
                shift.instant("from").orElseThrow(),
                shift.instant("until").orElseThrow(),
                shift.constant("role", Role.class).orElseThrow(),
                PersonId.of(shift.required("person")),
                shift.string("name"));
    }

    private static Absence absence(Payload absence) {
        return new Absence(
                absence.instant("from").orElseThrow(),
                absence.instant("until").orElseThrow(),
                PersonId.of(absence.required("person")),
                absence.optional("coveredBy").map(PersonId::of),
                absence.flag("back"));
    }
}
