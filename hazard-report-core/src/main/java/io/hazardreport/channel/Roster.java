package io.hazardreport.channel;

import io.hazardreport.base.PersonId;
import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The duty roster (值班表), apart from the office calendar: who is on duty by shift, by night and on holidays, and who is away. */
public record Roster(List<Shift> shifts) {

    public static final Roster EMPTY = new Roster(List.of());

    public Roster {
        shifts = List.copyOf(shifts);
    }

    /** Who is on duty in this role at this instant, in the order of the roster. */
    public List<PersonId> onDuty(Role role, Instant at) {
        return shifts.stream()
                .filter(shift ->
                        shift.covers(at) && shift.role().filter(role::equals).isPresent())
                .map(Shift::person)
                .distinct()
                .toList();
    }

    public boolean isAway(PersonId person, Instant at) {
        return shifts.stream()
                .anyMatch(shift -> shift.covers(at)
                        && shift.role().isEmpty()
                        && shift.person().equals(person));
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

    /** This roster with everything that lies between the first and the last instant of {@code newer} replaced by it. */
    public Roster replaced(Roster newer) {
        Optional<Instant> from = newer.shifts().stream().map(Shift::from).min(Instant::compareTo);
        Optional<Instant> until = newer.shifts().stream().map(Shift::until).max(Instant::compareTo);
        if (from.isEmpty() || until.isEmpty()) {
            return this;
        }
        List<Shift> all = new ArrayList<>();
        for (Shift shift : shifts) {
            if (!shift.from().isBefore(until.get()) || !shift.until().isAfter(from.get())) {
                all.add(shift);
            }
        }
        all.addAll(newer.shifts());
        return new Roster(all);
    }

    public Payload payload() {
        return Payload.builder().putList("shifts", shifts, Roster::payload).build();
    }

    private static Payload payload(Shift shift) {
        return Payload.builder()
                .put("from", shift.from())
                .put("until", shift.until())
                .put("role", shift.role().map(Enum::name).orElse(""))
                .put("person", shift.person().value())
                .build();
    }

    public static Roster from(Payload payload) {
        return new Roster(payload.list(
                "shifts",
                shift -> new Shift(
                        shift.instant("from").orElseThrow(),
                        shift.instant("until").orElseThrow(),
                        shift.constant("role", Role.class),
                        PersonId.of(shift.required("person")))));
    }
}
