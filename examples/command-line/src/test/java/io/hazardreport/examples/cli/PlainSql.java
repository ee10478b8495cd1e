package io.hazardreport.examples.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every column of the return that is counted, as a person with the tables and no library would ask for it: {@code {from}}
 * and {@code {to}} bound the period, both in UTC, the second exclusive.
 */
final class PlainSql {

    private static final String IN = " >= timestamp '{from}' and %1$s < timestamp '{to}'";
    private static final String REPORTS = "select count(*) from hr_report r where source = 'SELF_REPORT' and ";
    private static final String HAZARDS = REPORTS + "kind in ('HAZARD', 'UNSAFE_ACT') and ";

    /** Each judgement with the one before it on the same report. */
    private static final String JUDGED = "(select e.stream_id, e.occurred_at at, "
            + "case when payload like '%\"grade\":\"MAJOR\"%' then 'MAJOR' else 'GENERAL' end grade, "
            + "lag(case when payload like '%\"grade\":\"MAJOR\"%' then 'MAJOR' else 'GENERAL' end) "
            + "over (partition by e.stream_id order by seq) grade_before "
            + "from hr_event e join hr_report r on e.stream_id = r.id and r.source = 'SELF_REPORT' "
            + "where e.stream_kind = 'report' and e.type in ('CONFIRM', 'REGRADE') "
            + "and payload like '%\"grade\":\"%' and {which}) j";

    private static final Map<String, String> COLUMNS = columns();

    private PlainSql() {}

    /** The statement behind each column, by its code. */
    static Map<String, String> of(String from, String to) {
        Map<String, String> bound = new LinkedHashMap<>();
        COLUMNS.forEach(
                (code, sql) -> bound.put(code, sql.replace("{from}", from).replace("{to}", to)));
        return bound;
    }

    private static String in(String column) {
        return column + IN.formatted(column);
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("reported", HAZARDS + in("submitted_at"));
        for (String code : new String[] {"P", "E", "V", "M"}) {
            columns.put("reported" + code, submitted("payload like '%\"item\":\"" + code + "%'"));
        }
        columns.put("reportedUnclassified", submitted("payload not like '%\"item\":\"%'"));
        columns.put("reportedOther", submitted("payload like '%\"item\":\"_99\"%'"));
        columns.put("reportedDispatched", HAZARDS + "employment = 'DISPATCHED' and " + in("submitted_at"));
        columns.put("reportedTemporary", HAZARDS + "employment = 'TEMPORARY' and " + in("submitted_at"));
        columns.put("reportedUnsafeActs", HAZARDS + "kind = 'UNSAFE_ACT' and " + in("submitted_at"));
        columns.put("suspectedMajor", HAZARDS + "suspected_major and " + in("submitted_at"));
        columns.put(
                "danger",
                "select (" + submitted("payload like '%\"danger\":true%'") + ") + (select count(*) from hr_event e "
                        + "where e.type = 'RAISE_DANGER' and " + in("e.occurred_at") + ")");
        columns.put("confirmed", HAZARDS + in("confirmed_at"));
        columns.put("confirmedGeneral", judged("GENERAL"));
        columns.put("confirmedMajor", judged("MAJOR"));
        columns.put("closed", HAZARDS + in("closed_at"));
        columns.put("closedGeneral", HAZARDS + "grade = 'GENERAL' and " + in("closed_at"));
        columns.put("closedMajor", HAZARDS + "grade = 'MAJOR' and " + in("closed_at"));
        columns.put("fixedOnSpot", HAZARDS + "fixed_on_spot and " + in("closed_at"));
        String open = "(closed_at is null or closed_at >= timestamp '{to}')";
        columns.put("unrectified", HAZARDS + "confirmed_at < timestamp '{to}' and " + open);
        columns.put(
                "planned",
                HAZARDS + open + " and exists (select 1 from hr_event e where e.stream_id = r.id and e.type = 'PLAN' "
                        + "and e.occurred_at < timestamp '{to}')");
        columns.put(
                "open",
                HAZARDS + "submitted_at < timestamp '{to}' and (ended_at is null or ended_at >= timestamp '{to}')");
        for (String[] end : new String[][] {
            {"unfounded", "UNFOUNDED"},
            {"unverifiable", "UNVERIFIABLE"},
            {"notAdmitted", "NOT_ADMITTED"},
            {"duplicate", "DUPLICATE"},
            {"transferred", "TRANSFERRED"}
        }) {
            columns.put(end[0], HAZARDS + "state = '" + end[1] + "' and " + in("ended_at"));
        }
        columns.put("suggested", REPORTS + "suggestion and " + in("submitted_at"));
        columns.put(
                "adopted",
                "select count(*) from (select min(occurred_at) at from hr_event e join hr_report r "
                        + "on e.stream_id = r.id and r.source = 'SELF_REPORT' where e.stream_kind = 'report' "
                        + "and (payload like '%\"suggestionAdopted\":true%' "
                        + "or (e.type in ('DECIDE_SUGGESTION', 'SETTLE_SUGGESTION') and payload like '%\"yes\":true%')) "
                        + "group by e.stream_id) a where " + in("at"));
        columns.put("settled", REPORTS + "state = 'SETTLED' and " + in("ended_at"));
        columns.put("nearMisses", REPORTS + "kind = 'NEAR_MISS' and " + in("submitted_at"));
        columns.put("suggestionsOnly", REPORTS + "kind = 'SUGGESTION' and " + in("submitted_at"));
        columns.put("accidentsDiverted", REPORTS + "kind = 'ACCIDENT' and " + in("submitted_at"));
        columns.put(
                "otherSources",
                "select count(*) from hr_report where source <> 'SELF_REPORT' and " + in("submitted_at"));
        money(columns);
        return columns;
    }

    /** Asks the first event of a report, which knows what was handed in. */
    private static String submitted(String where) {
        return "select count(*) from hr_report r join hr_event s on s.stream_id = r.id and s.stream_kind = 'report' and s.seq = 1 "
                + "where r.source = 'SELF_REPORT' and r.kind in ('HAZARD', 'UNSAFE_ACT') and " + where + " and "
                + in("r.submitted_at");
    }

    /** Judged so, less those judged otherwise later, each on its own day. */
    private static String judged(String grade) {
        return "select coalesce(sum(case when grade = '" + grade + "' then 1 else 0 end "
                + "- case when grade_before = '" + grade + "' then 1 else 0 end), 0) from "
                + JUDGED.replace("{which}", "r.kind in ('HAZARD', 'UNSAFE_ACT')") + " where " + in("at");
    }

    private static void money(Map<String, String> columns) {
        String cash = "from hr_award where state = 'PAID' and component = 'CASH' and ";
        columns.put("rewardedTimes", "select count(*) " + cash + in("paid_at"));
        columns.put("personsInPeriod", "select count(distinct person_key) " + cash + in("paid_at"));
        columns.put(
                "personsInYear",
                "select count(*) from (select person_key, min(paid_at) first_paid " + cash
                        + "paid_at >= timestamp '2023-12-20 16:00:00' group by person_key) p where "
                        + in("first_paid"));
        columns.put(
                "rewardedHazards",
                "select count(*) from (select report_id, min(paid_at) first_paid " + cash
                        + "amount_fen > 0 group by report_id) p join hr_report r on r.id = p.report_id "
                        + "where r.kind in ('HAZARD', 'UNSAFE_ACT') and " + in("first_paid"));
        columns.put("rewardedAmount", "select coalesce(sum(amount_fen), 0) " + cash + in("paid_at"));
        columns.put(
                "awardsDue",
                "select count(*) from hr_award where component <> 'REFUSAL' and proposed_at < timestamp '{to}' "
                        + "and (ended_at is null or ended_at >= timestamp '{to}')");
        columns.put(
                "honoured",
                "select count(*) from hr_award where state = 'PAID' and component <> 'CASH' and " + in("paid_at"));
    }
}
