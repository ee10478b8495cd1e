package io.hazardreport;

import io.hazardreport.base.ReportId;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.EventTypes;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.RewardCase;
import java.util.List;

/**
 * One decision on one hazard's reward.
 *
 * @param number from 1; a later one (after a regrade) pays what the earlier did not
 * @param schemeVersion the rule it was made by, that of the report's submission
 * @param approval who approves, by the total
 * @param theCase what it was made from; with the scheme it gives the explanation again
 */
public record RewardDecision(
        ReportId report,
        long number,
        String schemeVersion,
        Role approval,
        Explanation explanation,
        RewardCase theCase) {

    /** How decisions are stored: one stream a hazard. */
    public static final StreamKind KIND = new StreamKind(
            "decision",
            "decision",
            List.of(Column.code("report_id"), Column.number("total_fen"), Column.instant("decided_at")),
            EventTypes.of("DECIDED"));

    Payload payload() {
        return Payload.builder()
                .put("approval", approval)
                .put("explanation", explanation.toPayload())
                .put("case", theCase.toPayload())
                .build();
    }

    static RewardDecision from(Event event) {
        Payload payload = event.read();
        return new RewardDecision(
                ReportId.of(event.stream().id()),
                event.seq(),
                event.schemeVersion(),
                payload.constant("approval", Role.class).orElseThrow(),
                Explanation.fromPayload(payload.object("explanation")),
                RewardCase.fromPayload(payload.object("case")));
    }
}
