package io.hazardreport;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.identity.Vault;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What all services share: the journal, the vault, ids, the clock, and who somebody is to a report. */
record Core(Journal journal, Vault vault, IdSource ids, Clock clock) {

    /** Now, cut to what every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Later than everything. */
    static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    /** Every stream of a kind as far as it occurred before {@code until}, one after the other, each by seq. */
    void eachStream(UnitId unit, StreamKind kind, Instant until, Consumer<List<Event>> consumer) {
        List<Event> stream = new ArrayList<>();
        journal.eachEvent(unit, kind, until, event -> {
            if (event.seq() == 1 && !stream.isEmpty()) {
                consumer.accept(List.copyOf(stream));
                stream.clear();
            }
            stream.add(event);
        });
        if (!stream.isEmpty()) {
            consumer.accept(List.copyOf(stream));
        }
    }

    Optional<PersonKey> key(UnitId unit, Actor actor) {
        return actor.claimCode()
                .map(code -> vault.key(unit, code))
                .or(() -> actor.person().map(person -> vault.key(unit, person)));
    }

    /** Who the actor is to the report whose vault rows these are. */
    Acting acting(UnitId unit, Actor actor, List<SealedRow> rows) {
        Optional<PersonKey> key = key(unit, actor);
        Optional<SealedRow> reporter = key.flatMap(k -> row(rows, SealedKind.REPORTER, k));
        boolean concerned = key.flatMap(k -> row(rows, SealedKind.CONCERNED, k)).isPresent();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(actor.roles());
        roles.remove(Role.REPORTER);
        if (key.isPresent()) {
            roles.remove(Role.SYSTEM); // whatever the host says, a person is not the library or a timer
        }
        if (reporter.isPresent()) {
            roles.add(Role.REPORTER);
        }
        String reference = reporter.map(SealedRow::pseudonym)
                .or(() -> actor.person().map(PersonId::value))
                .orElse(Acting.SYSTEM);
        Set<String> names = new HashSet<>(Set.of(reference));
        actor.person().map(PersonId::value).ifPresent(names::add);
        return new Acting(reference, names, roles, concerned);
    }

    private static Optional<SealedRow> row(List<SealedRow> rows, SealedKind kind, PersonKey key) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.personKey().equals(key.hex()))
                .findFirst();
    }

    /** Whether one of these people, by the host's ids, has a row of this kind. */
    boolean names(UnitId unit, List<String> people, List<SealedRow> rows, SealedKind kind) {
        return people.stream()
                .filter(person -> !person.isBlank())
                .anyMatch(person ->
                        row(rows, kind, vault.key(unit, PersonId.of(person))).isPresent());
    }

    /** Seals plain words of an act one after the other, behind those the report has already. */
    UnaryOperator<FreeText> sealing(UnitId unit, ReportId report, List<SealedRow> rows, List<Write> writes) {
        int[] last = {
            (int) rows.stream().filter(row -> row.kind() == SealedKind.TEXT).count()
        };
        UUID owner = report.value();
        return words -> {
            if (words.isEmpty() || words.isSealed()) {
                return words;
            }
            SealedRow row = vault.sealText(unit, owner, ++last[0], words.plain());
            writes.add(new Write.Seal(row));
            return vault.reference(unit, row);
        };
    }
}
