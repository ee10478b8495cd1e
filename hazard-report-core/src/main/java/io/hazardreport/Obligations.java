package io.hazardreport;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.Desk;
import io.hazardreport.channel.Roster;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who owes what, over all loops of a unit; derived from open obligations and nothing else. Past instants are answered by
 * folding the events of that time again.
 */
public final class Obligations {

    private final Core core;
    private final Schemes schemes;
    private final Rosters rosters;

    Obligations(Core core, Schemes schemes, Rosters rosters) {
        this.core = core;
        this.schemes = schemes;
        this.rosters = rosters;
    }

    /** What is open on one report or award. */
    record Open(StreamKind kind, UUID subject, UUID report, String label, List<Obligation> obligations) {}

    /** Everything open at this instant, past or present, the earliest due first. */
    public List<Owed> open(UnitId unit, Instant at) {
        ZoneId zone = zone(unit, at);
        List<Owed> owed = new ArrayList<>();
        for (Open open : at(unit, at)) {
            open.obligations().forEach(o -> owed.add(owed(open, o, at, zone)));
        }
        return sorted(owed);
    }

    /**
     * Rewards that are late at this instant, the latest first: decisions due since the report was found true, and every
     * step of an award to its payment; with the days they are late.
     */
    public List<Owed> overdueRewards(UnitId unit, Instant at) {
        return open(unit, at).stream()
                .filter(Owed::overdue)
                .filter(owed -> owed.loop().equals(Award.KIND.code())
                        || owed.obligation().code().equals("REWARD_DECISION"))
                .toList();
    }

    /**
     * What one person owes at this instant: what lies with him by name, with a desk he answers for then, or with a role he
     * has or is on duty in. Nothing of a report that complains of him. The first that ends after today is marked as next.
     *
     * @param who with the roles the host vouches for
     */
    public List<Owed> of(UnitId unit, Actor who, Instant at) {
        ZoneId zone = zone(unit, at);
        List<Desk> desks = schemes.inForce(unit, at).desks();
        Roster roster = rosters.of(unit);
        List<Owed> owed = new ArrayList<>();
        for (Open open : at(unit, at)) {
            List<Obligation> his = open.obligations().stream()
                    .filter(o -> liesWith(o, who, desks, roster, at))
                    .toList();
            if (!his.isEmpty() && !isConcerned(unit, who, open.report())) {
                his.forEach(o -> owed.add(owed(open, o, at, zone)));
            }
        }
        List<Owed> sorted = new ArrayList<>(sorted(owed));
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).status() == OwedStatus.OPEN) {
                sorted.set(i, sorted.get(i).next());
                break;
            }
        }
        return List.copyOf(sorted);
    }

    private ZoneId zone(UnitId unit, Instant at) {
        return schemes.inForce(unit, at).rules().zone();
    }

    private static List<Owed> sorted(List<Owed> owed) {
        return owed.stream()
                .sorted(Comparator.comparing((Owed o) -> o.obligation().due()).thenComparing(Owed::subject))
                .toList();
    }

    private boolean isConcerned(UnitId unit, Actor who, UUID report) {
        return core.acting(unit, who, core.journal().sealed(unit, report)).concerned();
    }

    private static boolean liesWith(Obligation o, Actor who, List<Desk> desks, Roster roster, Instant at) {
        Optional<PersonId> person = who.person();
        if (!o.assignee().isEmpty()) {
            return person.filter(p -> p.value().equals(o.assignee())
                            || desks.stream()
                                    .filter(desk -> desk.code().equals(o.assignee()))
                                    .anyMatch(desk -> roster.covering(desk, at).contains(p)))
                    .isPresent();
        }
        return who.roles().contains(o.owner())
                || person.filter(p -> roster.onDuty(o.owner(), at).contains(p)).isPresent();
    }

    static Owed owed(Open open, Obligation o, Instant at, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(o.due().minusMillis(1), zone);
        LocalDate today = LocalDate.ofInstant(at, zone);
        OwedStatus status =
                o.isOverdue(at) ? OwedStatus.OVERDUE : last.equals(today) ? OwedStatus.DUE_TODAY : OwedStatus.OPEN;
        return new Owed(
                open.kind().code(),
                open.subject(),
                open.label(),
                o,
                status,
                Math.max(0, ChronoUnit.DAYS.between(last, today)));
    }

    /** The report something owed is about. */
    UUID reportOf(UnitId unit, Owed owed) {
        StreamId award = new StreamId(Award.KIND, owed.subject());
        return !owed.loop().equals(Award.KIND.code())
                ? owed.subject()
                : core.journal()
                        .snapshot(unit, award)
                        .map(row -> UUID.fromString(String.valueOf(row.columns().get("report_id"))))
                        .orElse(owed.subject());
    }

    /** What is open at an instant: from the snapshots now, from the events of the time before. */
    List<Open> at(UnitId unit, Instant at) {
        return at.isBefore(core.now()) ? then(unit, at) : now(unit);
    }

    private List<Open> now(UnitId unit) {
        List<Open> open = new ArrayList<>();
        for (StreamKind kind : List.of(HazardReport.KIND, Award.KIND)) {
            List<Condition> some = List.of(Condition.atLeast("open_duties", 1L));
            for (Snapshot row : core.journal().select(unit, kind, some, "next_due", Integer.MAX_VALUE)) {
                UUID report = row.columns().get("report_id") instanceof String of
                        ? UUID.fromString(of)
                        : row.stream().id();
                open.add(new Open(
                        kind, row.stream().id(), report, label(unit, row, report), HazardReport.obligations(row)));
            }
        }
        return open;
    }

    private String label(UnitId unit, Snapshot row, UUID report) {
        if (row.columns().get("receipt") instanceof String receipt) {
            return receipt;
        }
        return core.journal()
                .snapshot(unit, new StreamId(HazardReport.KIND, report))
                .map(of -> String.valueOf(of.columns().get("receipt")))
                .orElse("");
    }

    private List<Open> then(UnitId unit, Instant at) {
        List<Open> open = new ArrayList<>();
        Map<UUID, String> labels = new HashMap<>();
        Instant until = at.plusMillis(1);
        core.eachStream(unit, HazardReport.KIND, until, events -> {
            HazardReport report = HazardReport.fold(events);
            labels.put(report.id().value(), report.receipt().value());
            if (!report.obligations().isEmpty()) {
                open.add(new Open(
                        HazardReport.KIND,
                        report.id().value(),
                        report.id().value(),
                        report.receipt().value(),
                        report.obligations()));
            }
        });
        core.eachStream(unit, Award.KIND, until, events -> {
            Award award = Award.fold(events);
            UUID report = award.terms().report().value();
            if (!award.obligations().isEmpty()) {
                open.add(new Open(
                        Award.KIND, award.id().value(), report, labels.getOrDefault(report, ""), award.obligations()));
            }
        });
        return open;
    }
}
