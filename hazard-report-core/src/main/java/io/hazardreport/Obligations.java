package io.hazardreport;

import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.Journal;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Who owes what, over all loops of a unit; derived from open obligations and nothing else. */
public final class Obligations {

    private final Journal journal;

    Obligations(Journal journal) {
        this.journal = journal;
    }

    /** Everything open now, the earliest due first, with what is overdue at {@code at} marked. */
    public List<Owed> open(UnitId unit, Instant at) {
        List<Owed> owed = new ArrayList<>();
        for (StreamKind kind : List.of(HazardReport.KIND, Award.KIND)) {
            List<Condition> some = List.of(Condition.atLeast("open_duties", 1L));
            for (Snapshot snapshot : journal.select(unit, kind, some, "next_due", Integer.MAX_VALUE)) {
                String label = label(unit, snapshot);
                HazardReport.obligations(snapshot)
                        .forEach(o ->
                                owed.add(new Owed(kind.code(), snapshot.stream().id(), label, o, o.isOverdue(at))));
            }
        }
        owed.sort(Comparator.comparing((Owed o) -> o.obligation().due()).thenComparing(Owed::subject));
        return List.copyOf(owed);
    }

    private String label(UnitId unit, Snapshot snapshot) {
        if (snapshot.columns().get("receipt") instanceof String receipt) {
            return receipt;
        }
        if (snapshot.columns().get("report_id") instanceof String report) {
            return journal.snapshot(unit, new StreamId(HazardReport.KIND, UUID.fromString(report)))
                    .map(of -> String.valueOf(of.columns().get("receipt")))
                    .orElse("");
        }
        return "";
    }
}
