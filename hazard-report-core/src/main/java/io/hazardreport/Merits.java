package io.hazardreport;

import io.hazardreport.base.Money;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.Vault;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.recognition.Merit;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Adds up what people and departments earned between two days; read once, asked for several subjects. */
final class Merits {

    private final UnitId unit;
    private final Journal journal;
    private final Vault vault;
    private final Map<UUID, String> departmentsOfTrue = new HashMap<>();
    private final Map<String, Merit> byKey = new HashMap<>();
    private final Map<String, Merit> byDepartment = new TreeMap<>();

    /**
     * @param from first local day
     * @param until last local day; a report counts by the day it was found true, an award by the day it arrived
     */
    Merits(Core core, UnitId unit, LocalDate from, LocalDate until, ZoneId zone) {
        this.unit = unit;
        this.journal = core.journal();
        this.vault = core.vault();
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = until.plusDays(1).atStartOfDay(zone).toInstant();
        Map<UUID, String> departments = new HashMap<>();
        for (Snapshot row : journal.select(unit, HazardReport.KIND, List.of(), "id", Integer.MAX_VALUE)) {
            String department = text(row, "department");
            departments.put(row.stream().id(), department);
            if (within(row, "confirmed_at", begin, end) && !text(row, "grade").isEmpty()) {
                departmentsOfTrue.put(row.stream().id(), department);
                merge(byDepartment, department, found(department));
            }
        }
        Set<String> rewarded = new HashSet<>();
        List<Condition> paid = List.of(Condition.equal("state", AwardState.PAID.name()));
        for (Snapshot row : journal.select(unit, Award.KIND, paid, "id", Integer.MAX_VALUE)) {
            if (within(row, "paid_at", begin, end)) {
                String key = text(row, "person_key");
                String department = departments.getOrDefault(UUID.fromString(text(row, "report_id")), "");
                boolean first = rewarded.add(key + "|" + text(row, "report_id"));
                if (!key.isEmpty()) {
                    merge(byKey, key, earned(row, "", first));
                }
                merge(byDepartment, department, earned(row, department, first && !key.isEmpty()));
            }
        }
    }

    private static Merit found(String department) {
        return new Merit(department, department, 1, 0, 0, 0, 0, Money.ZERO);
    }

    private static Merit earned(Snapshot row, String subject, boolean first) {
        long units = number(row, "units");
        String component = text(row, "component");
        return new Merit(
                subject,
                subject,
                0,
                first && !component.equals(PointsLedger.REDEEMED) ? 1 : 0,
                component.equals("SCORE") ? units : 0,
                component.equals("POINTS") ? units : 0,
                component.equals("HONOUR") ? 1 : 0,
                Money.ofFen(number(row, "amount_fen")));
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

    private static long number(Snapshot row, String column) {
        return row.columns().get(column) instanceof Long number ? number : 0;
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
