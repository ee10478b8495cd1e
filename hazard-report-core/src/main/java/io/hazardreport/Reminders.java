package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.ReminderRules.Stage;
import io.hazardreport.channel.Roster;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reminders and the escalation ladder, derived from open obligations. Each stage of each obligation is handed out once,
 * however often and on however many nodes it is asked for; the library sends nothing and starts no thread.
 */
public final class Reminders {

    private final Core core;
    private final Schemes schemes;
    private final Rosters rosters;
    private final Obligations obligations;

    Reminders(Core core, Schemes schemes, Rosters rosters, Obligations obligations) {
        this.core = core;
        this.schemes = schemes;
        this.rosters = rosters;
        this.obligations = obligations;
    }

    /**
     * What is to be sent now and was not handed out before, the earliest due first. Of several stages before the end that
     * were missed only the latest is handed out; once it is overdue, none of them.
     *
     * @param limit at most so many
     */
    public List<Reminder> take(UnitId unit, int limit) {
        Instant now = core.now();
        Scheme scheme = schemes.inForce(unit, now);
        Roster roster = rosters.of(unit);
        List<Reminder> taken = new ArrayList<>();
        for (Obligations.Open open : obligations.at(unit, now)) {
            Set<String> concerned = concerned(unit, open.report());
            for (Obligation obligation : open.obligations()) {
                for (Stage stage : fresh(unit, open, obligation, scheme, now)) {
                    Owed owed = Obligations.owed(
                            open, obligation, now, scheme.rules().zone());
                    List<PersonId> to = people(stage, obligation, scheme, roster, now).stream()
                            .filter(person -> !concerned.contains(
                                    core.vault().key(unit, person).hex()))
                            .toList();
                    taken.add(new Reminder(owed, stage.code(), stage.role(), to, stage.escalated()));
                    if (taken.size() == limit) {
                        return List.copyOf(taken);
                    }
                }
            }
        }
        return List.copyOf(taken);
    }

    /** Whether this person may be told; nobody the report complains of ever is. */
    public boolean mayReceive(UnitId unit, Reminder reminder, PersonId person) {
        UUID report = obligations.reportOf(unit, reminder.owed());
        return !concerned(unit, report).contains(core.vault().key(unit, person).hex());
    }

    private Set<String> concerned(UnitId unit, UUID report) {
        return core.journal().sealed(unit, report).stream()
                .filter(row -> row.kind() == SealedKind.CONCERNED)
                .map(SealedRow::personKey)
                .collect(Collectors.toSet());
    }

    /** The stages nobody has taken yet that are still worth telling; taking them. */
    private List<Stage> fresh(UnitId unit, Obligations.Open open, Obligation obligation, Scheme scheme, Instant now) {
        List<Stage> reached = scheme.reminders()
                .reached(
                        obligation,
                        now,
                        scheme.rules().calendar(),
                        scheme.rules().zone());
        List<Stage> ahead = reached.stream().filter(s -> !s.escalated()).toList();
        List<Stage> fresh = new ArrayList<>();
        for (Stage stage : reached) {
            boolean last = !ahead.isEmpty() && stage.equals(ahead.get(ahead.size() - 1));
            boolean called = stage.code().startsWith("CALL-");
            boolean worth = stage.escalated() || (last && (called || !obligation.isOverdue(now)));
            if (worth && isTaken(unit, open, obligation, stage)) {
                fresh.add(stage);
            }
        }
        return fresh;
    }

    private boolean isTaken(UnitId unit, Obligations.Open open, Obligation obligation, Stage stage) {
        String key = String.join(
                "|",
                "remind",
                open.subject().toString(),
                obligation.code(),
                Long.toString(obligation.since().toEpochMilli()),
                stage.code());
        return core.journal().claim(unit, key).isEmpty()
                && core.journal().commit(unit, List.of(new Write.Claim(key, open.subject(), 0)))
                        instanceof Outcome.Saved;
    }

    private static List<PersonId> people(
            Stage stage, Obligation obligation, Scheme scheme, Roster roster, Instant now) {
        Role role = stage.role();
        if (stage.escalated() || obligation.assignee().isEmpty()) {
            return roster.onDuty(role, now);
        }
        List<PersonId> desk = scheme.desks().stream()
                .filter(d -> d.code().equals(obligation.assignee()))
                .findFirst()
                .map((Desk d) -> roster.covering(d, now))
                .orElse(List.of());
        return desk.isEmpty() ? List.of(PersonId.of(obligation.assignee())) : desk;
    }
}
