package io.hazardreport.report;

import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.List;

/**
 * What happened to a report: an act, who did it in which role, and what it started and stopped.
 *
 * @param opens obligations whose clocks started, each with its due instant
 * @param closes codes of the obligations it discharged
 * @param waived separations of duty that were waived for it
 */
public record ReportEvent(
        ReportAct act,
        String actor,
        Role role,
        Instant at,
        String schemeVersion,
        ReportState from,
        ReportState to,
        List<Obligation> opens,
        List<String> closes,
        List<Separation> waived) {

    public ReportEvent {
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
        waived = List.copyOf(waived);
    }

    public ReportAction action() {
        return act.action();
    }

    /** The canonical payload of type version 1. */
    public Payload payload() {
        return Payload.builder()
                .put("act", act.payload())
                .putList("opens", opens, ReportEvent::obligation)
                .putStrings("closes", closes)
                .putStrings("waived", waived.stream().map(Enum::name).toList())
                .build();
    }

    /** How loops write an obligation. */
    public static Payload obligation(Obligation obligation) {
        return Payload.builder()
                .put("code", obligation.code())
                .put("owner", obligation.owner())
                .put("assignee", obligation.assignee())
                .put("since", obligation.since())
                .put("due", obligation.due())
                .put("main", obligation.main())
                .build();
    }

    /** How loops read an obligation. */
    public static Obligation obligation(Payload payload) {
        return new Obligation(
                payload.required("code"),
                payload.constant("owner", Role.class).orElseThrow(),
                payload.string("assignee"),
                payload.instant("since").orElseThrow(),
                payload.instant("due").orElseThrow(),
                payload.flag("main"));
    }
}
