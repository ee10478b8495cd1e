package io.hazardreport.reward;

import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.ReportEvent;
import java.time.Instant;
import java.util.List;

/** What happened to an award. */
public record AwardEvent(
        AwardAct act,
        String actor,
        Role role,
        Instant at,
        String schemeVersion,
        AwardState from,
        AwardState to,
        List<Obligation> opens,
        List<String> closes) {

    public AwardEvent {
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
    }

    public AwardAction action() {
        return act.action();
    }

    /** The canonical payload of type version 1; the first event carries the terms as well. */
    public Payload payload(AwardTerms terms) {
        Payload.Builder payload = Payload.builder()
                .putAll(act.payload())
                .putList("opens", opens, ReportEvent::obligation)
                .putStrings("closes", closes);
        return action() == AwardAction.PROPOSE
                ? payload.put("terms", terms.payload()).build()
                : payload.build();
    }
}
