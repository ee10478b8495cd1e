package io.hazardreport.report;

import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Opening;
import io.hazardreport.loop.Role;
import io.hazardreport.loop.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the rows of the report's table. */
final class Rows {

    private static final List<Opening<ReportContext>> NONE = List.of();

    private final List<Step<ReportState, ReportAction, ReportContext>> rows = new ArrayList<>();

    List<Step<ReportState, ReportAction, ReportContext>> all() {
        return rows;
    }

    /** One row. */
    void row(
            ReportState from,
            ReportAction action,
            ReportState to,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            List<Opening<ReportContext>> opens,
            String... closes) {
        rows.add(new Step<>(from, action, to, by, requires, opens, List.of(closes)));
    }

    /** One row from each of these states. */
    void each(
            Set<ReportState> froms,
            ReportAction action,
            ReportState to,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            List<Opening<ReportContext>> opens,
            String... closes) {
        froms.forEach(from -> row(from, action, to, by, requires, opens, closes));
    }

    /** One row in each of these states, which stays there. */
    void each(
            Set<ReportState> states,
            ReportAction action,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            List<Opening<ReportContext>> opens,
            String... closes) {
        states.forEach(state -> row(state, action, state, by, requires, opens, closes));
    }

    /** The same, starting no clock. */
    void beside(
            Set<ReportState> states,
            ReportAction action,
            Set<Role> by,
            List<Guard<ReportContext>> requires,
            String... closes) {
        each(states, action, by, requires, NONE, closes);
    }
}
