package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.Desk;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.scheme.Scheme;
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
import java.util.stream.Collectors;

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

    /**
     * What is open on one report or award.
     *
     * @param verifiers everybody named to verify
     * @param hasReporter whether a person waits for it
     */
    record Open(
            StreamKind kind,
            UUID subject,
            UUID report,
            String label,
            List<Obligation> obligations,
            List<String> verifiers,
            boolean hasReporter) {}

    /**
     * Everything open at this instant, past or present, the earliest due first; empty before the unit's first scheme. It
     * names who would answer around persons complained of, so it is for those who may know.
     */
    public List<Owed> open(UnitId unit, Instant at) {
        return sorted(owed(unit, at, (hands, open, obligation) -> true));
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
     * What one person owes at this instant: what lies with him by name, with a desk he answers for then, with somebody
     * away for whom he stands in, or with a role he has or is on duty in. Nothing of a report that complains of him. The
     * first that ends after today is marked as next.
     *
     * @param who with the roles the host vouches for
     */
    public List<Owed> of(UnitId unit, Actor who, Instant at) {
        return withNext(owed(unit, at, (hands, open, obligation) -> hands.liesWith(open, obligation, who)));
    }

    /**
     * What a desk owes at this instant: what came to it, and what falls to the role it has. The first that ends after
     * today is marked as next.
     *
     * @throws InvalidInputException {@code channel.desk-unknown} when no version of the unit's scheme has such a desk
     */
    public List<Owed> ofDesk(UnitId unit, String desk, Instant at) {
        List<Desk> known = schemes.versions(unit).stream()
                .flatMap(version -> version.desks().stream())
                .filter(each -> each.code().equals(desk))
                .toList();
        if (known.isEmpty()) {
            String codes = schemes.versions(unit).stream()
                    .flatMap(version -> version.desks().stream())
                    .map(Desk::code)
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new InvalidInputException(Problem.of("channel.desk-unknown", "desk", desk, codes));
        }
        Role role = known.get(known.size() - 1).role();
        return withNext(owed(
                unit,
                at,
                (hands, open, obligation) -> hands.desk(obligation)
                                .filter(d -> d.code().equals(desk))
                                .isPresent()
                        || (role != Role.RECEIVER
                                && obligation.owner() == role
                                && hands.named(open, obligation).isEmpty())));
    }

    private interface Belongs {
        boolean test(Hands hands, Open open, Obligation obligation);
    }

    private List<Owed> owed(UnitId unit, Instant at, Belongs belongs) {
        Optional<Hands> known = hands(unit, at);
        List<Owed> owed = new ArrayList<>();
        known.ifPresent(hands -> {
            for (Open open : at(unit, at)) {
                for (Obligation obligation : open.obligations()) {
                    Obligation around = hands.around(obligation, open.report());
                    if (belongs.test(hands, open, around)) {
                        owed.add(owed(open, around, at, hands));
                    }
                }
            }
        });
        return owed;
    }

    /** Empty before the unit's first scheme: nothing could be owed then. */
    Optional<Hands> hands(UnitId unit, Instant at) {
        List<Scheme> versions = schemes.versions(unit);
        return Schemes.find(versions, at).map(scheme -> new Hands(core, unit, versions, scheme, rosters.of(unit), at));
    }

    private static List<Owed> withNext(List<Owed> owed) {
        List<Owed> sorted = new ArrayList<>(sorted(owed));
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).status() == OwedStatus.OPEN) {
                sorted.set(i, sorted.get(i).next());
                break;
            }
        }
        return List.copyOf(sorted);
    }

    private static List<Owed> sorted(List<Owed> owed) {
        return owed.stream()
                .sorted(Comparator.comparing((Owed o) -> o.obligation().due()).thenComparing(Owed::subject))
                .toList();
    }

    static Owed owed(Open open, Obligation o, Instant at, Hands hands) {
        ZoneId zone = hands.scheme().rules().zone();
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
                hands.named(open, o),
                hands.answering(open, o),
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
                        kind,
                        row.stream().id(),
                        report,
                        label(unit, row, report),
                        HazardReport.obligations(row),
                        HazardReport.verifiers(row),
                        !Long.valueOf(0).equals(row.columns().get("reporters"))));
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
                        report.obligations(),
                        report.verifiers(),
                        !report.reporters().isEmpty()));
            }
        });
        core.eachStream(unit, Award.KIND, until, events -> {
            Award award = Award.fold(events);
            UUID report = award.terms().report().value();
            if (!award.obligations().isEmpty()) {
                open.add(new Open(
                        Award.KIND,
                        award.id().value(),
                        report,
                        labels.getOrDefault(report, ""),
                        award.obligations(),
                        List.of(),
                        true));
            }
        });
        return open;
    }
}
