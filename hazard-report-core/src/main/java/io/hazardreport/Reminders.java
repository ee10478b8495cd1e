package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Text;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.ReminderRules.Kind;
import io.hazardreport.channel.ReminderRules.Stage;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reminders and the escalation ladder, derived from open obligations. Each stage of each obligation is handed out once,
 * however often and on however many nodes it is asked for; the library sends nothing and starts no thread.
 */
public final class Reminders {

    /** What ends by itself and keeps nobody waiting: its end opens no way over the head. */
    static final Set<String> RUNS_OUT = Set.of("NOTICE_END");

    private final Core core;
    private final Obligations obligations;

    Reminders(Core core, Obligations obligations) {
        this.core = core;
        this.obligations = obligations;
    }

    private record Candidate(Obligations.Open open, Obligation obligation, Stage stage) {

        boolean isCall() {
            return stage.kind() == Kind.CALLED;
        }
    }

    /**
     * What is to be sent now and was not handed out before, immediate danger first, then the earliest due. Of several
     * stages before the end that were missed only the latest is handed out; once it is overdue, none of them.
     *
     * @param limit at most so many; what is left over is not taken and comes the next time
     */
    public List<Reminder> take(UnitId unit, int limit) {
        Instant now = core.now();
        List<Reminder> taken = new ArrayList<>();
        obligations.hands(unit, now).ifPresent(hands -> {
            List<Candidate> candidates = candidates(unit, hands.scheme(), now);
            for (Candidate candidate : candidates) {
                if (taken.size() >= limit) {
                    return;
                }
                if (isTaken(unit, candidate)) {
                    taken.add(reminder(candidate, hands, now));
                }
            }
        });
        return List.copyOf(taken);
    }

    private List<Candidate> candidates(UnitId unit, Scheme scheme, Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        for (Obligations.Open open : obligations.at(unit, now)) {
            for (Obligation obligation : open.obligations()) {
                for (Stage stage : scheme.reminders()
                        .reached(
                                obligation,
                                now,
                                scheme.rules().calendar(),
                                scheme.rules().zone())) {
                    boolean forNobody = stage.kind() == Kind.RIGHTS
                            && (!open.hasReporter() || RUNS_OUT.contains(obligation.code()));
                    if (!forNobody) {
                        candidates.add(new Candidate(open, obligation, stage));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::isCall)
                .reversed()
                .thenComparing(c -> c.obligation().due())
                .thenComparing(c -> c.open().subject()));
        return candidates;
    }

    private boolean isTaken(UnitId unit, Candidate candidate) {
        UUID subject = candidate.open().subject();
        String key = String.join(
                "|",
                "remind",
                subject.toString(),
                candidate.obligation().code(),
                Long.toString(candidate.obligation().since().toEpochMilli()),
                candidate.stage().code(),
                candidate.stage().role().name());
        return core.journal().claim(unit, key).isEmpty()
                && core.journal().commit(unit, List.of(new Write.Claim(key, subject, 0))) instanceof Outcome.Saved;
    }

    private static Reminder reminder(Candidate candidate, Hands hands, Instant now) {
        Obligations.Open open = candidate.open();
        Stage stage = candidate.stage();
        Obligation around = hands.around(candidate.obligation(), open.report());
        Owed owed = Obligations.owed(open, around, now, hands);
        return switch (stage.kind()) {
            case AHEAD, OVERDUE ->
                new Reminder(owed, stage.code(), around.owner(), owed.answering(), false, owed.text());
            case ESCALATED, CALLED -> {
                Role role = hands.around(stage.role(), open.report());
                yield new Reminder(
                        owed, stage.code(), role, hands.inRole(role, open.report()), stage.escalated(), owed.text());
            }
            case RIGHTS -> {
                Text rights = Timelines.rights(owed.text(), hands.scheme());
                yield new Reminder(owed, stage.code(), Role.REPORTER, List.of(), false, rights);
            }
        };
    }

    /** Whether this person may be told; nobody the report complains of ever is. */
    public boolean mayReceive(UnitId unit, Reminder reminder, PersonId person) {
        UUID report = obligations.reportOf(unit, reminder.owed());
        String key = core.vault().key(unit, person).hex();
        return core.journal().sealed(unit, report).stream()
                .noneMatch(row ->
                        row.kind() == SealedKind.CONCERNED && row.personKey().equals(key));
    }
}
