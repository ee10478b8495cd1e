package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.report.HazardReport;
import io.hazardreport.reward.Award;
import java.util.ArrayList;
import java.util.List;

/** What a life leaves behind: streams that fold to their snapshots, and no trace of who reported. */
final class LifeTraces {

    /** The reporters' names and staff numbers; nobody else in a random life is called so. */
    private static final String[] REPORTERS = {"王小明", "陈二", "W100", "W101"};

    private LifeTraces() {}

    /** Of a report, its decisions and its awards. */
    static void check(Plant plant, ReportId id) {
        anonymous(plant, stream(HazardReport.KIND, id));
        decisions(plant, id);
        for (Award award : plant.reporting.awards().ofReport(Plant.UNIT, id)) {
            award(plant, award);
        }
    }

    private static StreamId stream(StreamKind kind, ReportId id) {
        return new StreamId(kind, id.value());
    }

    private static void award(Plant plant, Award award) {
        StreamId stream = new StreamId(Award.KIND, award.id().value());
        List<Event> events = anonymous(plant, stream);
        Snapshot snapshot = plant.journal.snapshot(Plant.UNIT, stream).orElseThrow();
        Object key = snapshot.columns().get("person_key");
        PersonKey beneficiary = key == null ? null : new PersonKey(key.toString());
        assertThat(snapshot).isEqualTo(Award.fold(events).snapshot(chained(events), beneficiary));
        assertThat(award).usingRecursiveComparison().isEqualTo(Award.fold(events));
    }

    /** The last decision is what the snapshot says; each is numbered, and its total is the sum of its grants. */
    private static void decisions(Plant plant, ReportId id) {
        List<Event> events = anonymous(plant, stream(RewardDecision.KIND, id));
        List<RewardDecision> decisions = plant.reporting.awards().decisions(Plant.UNIT, id);
        assertThat(decisions).hasSameSizeAs(events);
        if (events.isEmpty()) {
            return;
        }
        Snapshot snapshot = plant.journal
                .snapshot(Plant.UNIT, stream(RewardDecision.KIND, id))
                .orElseThrow();
        RewardDecision last = RewardDecision.from(events.get(events.size() - 1));
        assertThat(snapshot.headHash()).isEqualTo(chained(events));
        assertThat(snapshot.version()).isEqualTo(events.size());
        assertThat(snapshot.columns().get("total_fen"))
                .isEqualTo(last.explanation().total().fen());
        assertThat(decisions.get(decisions.size() - 1).payload()).isEqualTo(last.payload());
    }

    private static String chained(List<Event> events) {
        String hash = Event.NO_HASH;
        for (Event event : events) {
            assertThat(event.hash()).isEqualTo(event.hashAfter(hash));
            hash = event.hash();
        }
        return hash;
    }

    /** A receipt is made by chance, and may look like somebody's number. */
    private static String withoutReceipts(String text) {
        return text.replaceAll("\\d{8}-[0-9A-Z]{6}-[0-9A-Z]", "");
    }

    private static List<Event> anonymous(Plant plant, StreamId stream) {
        List<Event> events = plant.journal.events(Plant.UNIT, stream);
        for (Event event : events) {
            assertThat(withoutReceipts(event.actor() + " " + event.requestId() + " "
                            + event.payload().toJson()))
                    .as(event.type())
                    .doesNotContain(REPORTERS);
        }
        plant.journal
                .snapshot(Plant.UNIT, stream)
                .ifPresent(snapshot -> assertThat(withoutReceipts(
                                snapshot.columns() + " " + snapshot.body().toJson()))
                        .doesNotContain(REPORTERS));
        return events;
    }

    /**
     * A refusal does not tell who reported.
     *
     * @param asked what the one who is refused wrote himself, which may come back to him
     */
    static void check(InvalidInputException refused, String asked) {
        List<String> texts = new ArrayList<>(List.of(String.valueOf(refused.getMessage()), refused.toString()));
        refused.problems().stream().map(Problem::text).forEach(text -> texts.add(text.zh() + text.en()));
        for (String reporter : REPORTERS) {
            if (!asked.contains(reporter)) {
                assertThat(texts).noneMatch(text -> text.contains(reporter));
            }
        }
    }

    /** The same request again: the same outcome, and nothing new anywhere. */
    static void again(Plant plant, ReportCommand command, HazardReport first) {
        long reports = events(plant, stream(HazardReport.KIND, first.id()));
        HazardReport second = plant.reporting.reports().perform(Plant.UNIT, command);
        assertThat(second.version()).isEqualTo(first.version());
        assertThat(second.state()).isEqualTo(first.state());
        assertThat(events(plant, stream(HazardReport.KIND, first.id()))).isEqualTo(reports);
    }

    static void again(Plant plant, AwardCommand command, Award first) {
        StreamId stream = new StreamId(Award.KIND, first.id().value());
        long events = events(plant, stream);
        int entries = plant.reporting.awards().entries(Plant.UNIT, first.id()).size();
        Award second = plant.reporting.awards().perform(Plant.UNIT, command);
        assertThat(second.version()).isEqualTo(first.version());
        assertThat(second.state()).isEqualTo(first.state());
        assertThat(events(plant, stream)).isEqualTo(events);
        assertThat(plant.reporting.awards().entries(Plant.UNIT, first.id())).hasSize(entries);
    }

    static void again(Plant plant, DecideCommand command, RewardDecision first) {
        int awards =
                plant.reporting.awards().ofReport(Plant.UNIT, first.report()).size();
        RewardDecision second = plant.reporting.awards().decide(Plant.UNIT, command);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.payload()).isEqualTo(first.payload());
        assertThat(plant.reporting.awards().ofReport(Plant.UNIT, first.report()))
                .hasSize(awards);
    }

    private static long events(Plant plant, StreamId stream) {
        return plant.journal.events(Plant.UNIT, stream).size();
    }
}
