package io.hazardreport;

import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Vault;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.recognition.Merit;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.AwardTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Adds up what people and departments earned between two days; read once, asked for several subjects. What an award gives
 * counts on the day on which its arrival was put on record, and what is taken back counts against the day on which that
 * was; so what an appraisal of a span that is over said of awards, it says ever after.
 */
final class Merits {

    private final UnitId unit;
    private final Journal journal;
    private final Vault vault;
    private final LocalDate from;
    private final LocalDate until;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<UUID, String> departments = new HashMap<>();
    private final Map<UUID, String> departmentsOfTrue = new HashMap<>();
    private final Map<String, Merit> byKey = new HashMap<>();
    private final Map<String, Merit> byDepartment = new TreeMap<>();

    /**
     * @param from first local day
     * @param until last local day; a report counts by the day it was found true
     */
    Merits(Core core, Schemes schemes, UnitId unit, LocalDate from, LocalDate until) {
        this.unit = unit;
        this.journal = core.journal();
        this.vault = core.vault();
        this.from = from;
        this.until = until;
        reports(schemes.inForce(unit, core.now()).rules().zone());
        awards(core, schemes);
    }

    private void reports(ZoneId zone) {
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = until.plusDays(1).atStartOfDay(zone).toInstant();
        for (Snapshot row : journal.select(unit, HazardReport.KIND, List.of(), "id", Integer.MAX_VALUE)) {
            String department = text(row, "department");
            departments.put(row.stream().id(), department);
            if (within(row, "confirmed_at", begin, end) && !text(row, "grade").isEmpty()) {
                departmentsOfTrue.put(row.stream().id(), department);
                merge(byDepartment, department, found());
            }
        }
    }

    private void awards(Core core, Schemes schemes) {
        Map<UUID, String> keys = new HashMap<>();
        for (Snapshot row : journal.select(unit, Award.KIND, List.of(), "id", Integer.MAX_VALUE)) {
            keys.put(row.stream().id(), text(row, "person_key"));
        }
        List<Move> moves = new ArrayList<>();
        core.eachStream(unit, Award.KIND, Core.ALWAYS, events -> {
            Award award = Award.fold(events);
            moves.addAll(moves(award, keys.getOrDefault(award.id().value(), ""), events));
        });
        Map<String, List<Move>> decided = new HashMap<>();
        for (Move move : moves) {
            zones.computeIfAbsent(
                    move.scheme(),
                    version -> schemes.version(unit, version).rules().zone());
            add(move, earned(move.terms(), move.by()));
            if (move.terms().isDecided() && !move.key().isEmpty()) {
                decided.computeIfAbsent(move.key() + "|" + move.terms().report(), each -> new ArrayList<>())
                        .add(move);
            }
        }
        decided.values().forEach(this::rewarded);
    }

    /**
     * An award that reached somebody, or left him again.
     *
     * @param key the person's; empty for a collective
     * @param scheme the version of the rule that judges it, whose zone says which day it was
     * @param by 1 or -1
     */
    private record Move(String key, AwardTerms terms, String scheme, Instant recordedAt, int by) {}

    private static List<Move> moves(Award award, String key, List<Event> events) {
        List<Move> moves = new ArrayList<>();
        Instant recorded = Instant.MIN;
        for (int i = 0; i < events.size(); i++) {
            // clocks of two machines may differ; an award's own order holds
            Instant at = events.get(i).recordedAt();
            recorded = at.isAfter(recorded) ? at : recorded;
            AwardEvent event = award.history().get(i);
            int by = (event.to() == AwardState.PAID ? 1 : 0) - (event.from() == AwardState.PAID ? 1 : 0);
            if (by != 0) {
                moves.add(new Move(key, award.terms(), award.schemeVersion(), recorded, by));
            }
        }
        return moves;
    }

    /** A report is rewarded for a person from the first of its awards he has until the last of them is gone. */
    private void rewarded(List<Move> moves) {
        int held = 0;
        moves.sort(Comparator.comparing(Move::recordedAt));
        for (Move move : moves) {
            int before = Math.min(held, 1);
            held += move.by();
            add(move, new Merit("", "", 0, Math.min(held, 1) - before, 0, 0, 0, Money.ZERO));
        }
    }

    private void add(Move move, Merit more) {
        ZoneId zone = Objects.requireNonNull(zones.get(move.scheme()));
        LocalDate day = LocalDate.ofInstant(move.recordedAt(), zone);
        if (day.isBefore(from) || day.isAfter(until)) {
            return;
        }
        if (!move.key().isEmpty()) {
            merge(byKey, move.key(), more);
        }
        merge(byDepartment, departments.getOrDefault(move.terms().report().value(), ""), more);
    }

    private static Merit found() {
        return new Merit("", "", 1, 0, 0, 0, 0, Money.ZERO);
    }

    private static Merit earned(AwardTerms terms, int by) {
        String component = terms.component();
        long units = by * terms.units();
        return new Merit(
                "",
                "",
                0,
                0,
                component.equals("SCORE") ? units : 0,
                component.equals(PointsLedger.POINTS) ? units : 0,
                component.equals("HONOUR") ? by : 0,
                terms.amount().times(by));
    }

    private static void merge(Map<String, Merit> merits, String key, Merit more) {
        merits.merge(key, more, Merit::plus);
    }

    private static boolean within(Snapshot row, String column, Instant begin, Instant end) {
        return row.columns().get(column) instanceof Instant at && !at.isBefore(begin) && at.isBefore(end);
    }

    private static String text(Snapshot row, String column) {
        return row.columns().get(column) instanceof String text ? text : "";
    }

    /** What one person earned, under his own name and present department. */
    Merit of(PersonId person, String department) {
        String key = vault.key(unit, person).hex();
        long found = journal.sealedFor(unit, SealedKind.REPORTER, key).stream()
                .filter(row -> departmentsOfTrue.containsKey(row.owner()))
                .count();
        Merit reports = new Merit(person.value(), department, found, 0, 0, 0, 0, Money.ZERO);
        return reports.plus(byKey.getOrDefault(key, Merit.none("", "")));
    }

    /** Every department with anything, by code; that of the first reporter at the time of the report. */
    List<Merit> departments() {
        return byDepartment.entrySet().stream()
                .map(each -> Merit.none(each.getKey(), each.getKey()).plus(each.getValue()))
                .toList();
    }
}
