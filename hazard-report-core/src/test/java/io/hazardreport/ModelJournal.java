package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.journal.Event;
import io.hazardreport.journal.StreamId;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportEvent;
import java.util.ArrayList;
import java.util.List;

/** The model's reports as rows of a journal. */
final class ModelJournal {

    private ModelJournal() {}

    /**
     * What the last event says is what its row says, so that a fold of the rows is a fold of the events; and it names a
     * reporter by his pseudonym, unless the act itself named him as a handler.
     */
    static void readsAsWritten(HazardReport report) {
        ReportEvent event = report.history().get(report.history().size() - 1);
        Event row = row(report, event, report.version() - 1, Event.NO_HASH);
        assertThat(HazardReport.read(row)).isEqualTo(event);
        boolean named =
                report.history().stream().anyMatch(e -> e.act().persons().contains(ModelPeople.OWN_ID));
        if (!named) {
            assertThat(row.actor() + row.payload().toJson()).doesNotContain(ModelPeople.OWN_ID);
        }
    }

    static void snapshotIsTheFold(HazardReport report) {
        List<Event> rows = new ArrayList<>();
        String head = Event.NO_HASH;
        for (ReportEvent event : report.history()) {
            Event row = row(report, event, rows.size(), head);
            rows.add(row);
            head = row.hash();
        }
        assertThat(HazardReport.fold(rows).snapshot(head)).isEqualTo(report.snapshot(head));
    }

    private static Event row(HazardReport report, ReportEvent event, long version, String head) {
        return new Journaling(Plant.UNIT, "request-" + version, event.at())
                .event(
                        new StreamId(HazardReport.KIND, report.id().value()),
                        version,
                        head,
                        event.action().name(),
                        event.at(),
                        event.actor(),
                        event.role(),
                        event.schemeVersion(),
                        event.from().name(),
                        event.to().name(),
                        event.payload());
    }
}
