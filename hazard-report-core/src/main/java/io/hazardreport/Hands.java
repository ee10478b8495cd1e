package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.Roster;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In whose hands something lies at an instant: by name, by desk, by the duty roster; around everybody the report
 * complains of. For one question only: it keeps what it has looked up.
 */
final class Hands {

    private final Core core;
    private final UnitId unit;
    private final Scheme scheme;
    private final Map<String, Desk> desks;
    private final Roster roster;
    private final Instant at;
    private final Map<String, Set<UUID>> complaints = new HashMap<>();
    private final Map<UUID, Boolean> complaining = new HashMap<>();

    /** @param versions of the scheme; a desk the version in force no longer has is known from the last that had it */
    Hands(Core core, UnitId unit, List<Scheme> versions, Scheme scheme, Roster roster, Instant at) {
        this.core = core;
        this.unit = unit;
        this.scheme = scheme;
        this.roster = roster;
        this.at = at;
        this.desks = new HashMap<>();
        versions.stream()
                .sorted(Comparator.comparing(Scheme::validFrom))
                .forEach(version -> version.desks().forEach(desk -> desks.put(desk.code(), desk)));
        scheme.desks().forEach(desk -> desks.put(desk.code(), desk));
    }

    Scheme scheme() {
        return scheme;
    }

    /** Whether the report complains of this person. */
    boolean isConcerned(PersonId person, UUID report) {
        return isConcerned(core.vault().key(unit, person).hex(), report);
    }

    boolean isConcerned(Actor actor, UUID report) {
        return core.key(unit, actor)
                .filter(key -> isConcerned(key.hex(), report))
                .isPresent();
    }

    private boolean isConcerned(String key, UUID report) {
        return complaints
                .computeIfAbsent(
                        key,
                        of -> core.journal().sealedFor(unit, SealedKind.CONCERNED, of).stream()
                                .map(SealedRow::owner)
                                .collect(Collectors.toSet()))
                .contains(report);
    }

    /** The desk an obligation lies with; only what a receiver owes lies with a desk, whatever its people are called. */
    Optional<Desk> desk(Obligation obligation) {
        return obligation.owner() == Role.RECEIVER
                ? Optional.ofNullable(desks.get(obligation.assignee()))
                : Optional.empty();
    }

    /** Who or what an obligation lies with by name: the desk's code, or people; empty when only the role is known. */
    List<String> named(Obligations.Open open, Obligation obligation) {
        if (obligation.code().equals("VERIFICATION") && !open.verifiers().isEmpty()) {
            return open.verifiers();
        }
        return obligation.assignee().isEmpty() ? List.of() : List.of(obligation.assignee());
    }

    /** The same with the owner who has it here: what a person complained of would owe goes over or around him. */
    Obligation around(Obligation obligation, UUID report) {
        Role owner = around(obligation.owner(), report);
        return owner == obligation.owner()
                ? obligation
                : new Obligation(
                        obligation.code(),
                        owner,
                        obligation.assignee(),
                        obligation.since(),
                        obligation.due(),
                        obligation.main());
    }

    /**
     * The principal's goes to the union where a principal is complained of; a head's to the principal where all are whom
     * shifts and desks know to hold the role, on duty or not, and where they know nobody while somebody is complained of.
     */
    Role around(Role role, UUID report) {
        return switch (role) {
            case PRINCIPAL -> isUnderPrincipal(report) ? Role.UNION : role;
            case SAFETY_HEAD, DUTY_HEAD -> isUnderHead(role, report) ? around(Role.PRINCIPAL, report) : role;
            default -> role;
        };
    }

    private boolean isUnderHead(Role role, UUID report) {
        List<PersonId> holding = Stream.concat(
                        roster.holding(role, at).stream(),
                        scheme.desks().stream()
                                .filter(desk -> desk.role() == role)
                                .flatMap(desk -> desk.people().stream()))
                .toList();
        return holding.isEmpty() ? complains(report) : areAllConcerned(holding, report);
    }

    private boolean complains(UUID report) {
        return complaining.computeIfAbsent(
                report,
                of -> core.journal().sealed(unit, of).stream().anyMatch(row -> row.kind() == SealedKind.CONCERNED));
    }

    private boolean isUnderPrincipal(UUID report) {
        return scheme.principals().stream().anyMatch(p -> isConcerned(p, report))
                || areAllConcerned(roster.onDuty(Role.PRINCIPAL, at), report);
    }

    private boolean areAllConcerned(List<PersonId> people, UUID report) {
        return !people.isEmpty() && people.stream().allMatch(p -> isConcerned(p, report));
    }

    /** Who answers for an obligation as far as it is known here; empty: the host finds them by role. */
    List<PersonId> answering(Obligations.Open open, Obligation obligation) {
        UUID report = open.report();
        Optional<Desk> desk = desk(obligation);
        if (desk.isPresent()) {
            List<PersonId> covering = fit(roster.covering(desk.get(), at).stream(), report);
            return covering.isEmpty() ? fit(desk.get().people().stream(), report) : covering;
        }
        List<String> named = named(open, obligation);
        return named.isEmpty()
                ? inRole(obligation.owner(), report)
                : named.stream()
                        .flatMap(
                                person -> roster
                                        .answering(
                                                PersonId.of(person),
                                                obligation.owner(),
                                                at,
                                                p -> !isConcerned(p, report))
                                        .stream())
                        .distinct()
                        .toList();
    }

    /** Who has a role: by the duty roster, else by the scheme; nobody the report complains of. */
    List<PersonId> inRole(Role role, UUID report) {
        List<PersonId> onDuty = fit(roster.onDuty(role, at).stream(), report);
        if (!onDuty.isEmpty()) {
            return onDuty;
        }
        if (role == Role.PRINCIPAL) {
            return fit(
                    scheme.principals().stream().flatMap(p -> roster.answering(p, role, at, x -> true).stream()),
                    report);
        }
        return role == Role.RECEIVER
                ? List.of()
                : fit(
                        scheme.desks().stream()
                                .filter(desk -> desk.role() == role)
                                .flatMap(desk -> roster.covering(desk, at).stream()),
                        report);
    }

    private List<PersonId> fit(Stream<PersonId> people, UUID report) {
        return people.filter(p -> !isConcerned(p, report)).distinct().toList();
    }

    /** Whether an obligation is among what this person owes, or would owe were he not away. */
    boolean liesWith(Obligations.Open open, Obligation obligation, Actor who) {
        Optional<PersonId> person = who.person();
        if (isConcerned(who, open.report())) {
            return false;
        }
        if (person.filter(answering(open, obligation)::contains).isPresent()) {
            return true;
        }
        List<String> named = desk(obligation).isPresent() ? List.of() : named(open, obligation);
        if (person.filter(p -> named.contains(p.value())).isPresent()) {
            return true;
        }
        boolean nobodyNamed = named.isEmpty() && desk(obligation).isEmpty();
        return nobodyNamed && who.roles().contains(obligation.owner());
    }
}
