package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Obligation;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.LinkKind;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A day and a night in a plant: sixty reports, and what became of them by eight in the morning. */
class PlantDayTest {

    private static final PlantDay DAY = PlantDayScript.lived();
    private static final PersonId HEAD = PersonId.of("H001");

    private static List<PlantDay.Told> about(String name) {
        String label = DAY.find(name).receipt().value();
        return DAY.told.stream()
                .filter(told -> told.reminder().owed().label().equals(label))
                .toList();
    }

    /** Stage, whom, and when by the plant's clock, of what is overdue or called out. */
    private static List<String> overdue(String name, String duty) {
        return about(name).stream()
                .filter(told -> told.reminder().owed().obligation().code().equals(duty))
                .filter(told -> !told.reminder().stage().startsWith("BEFORE"))
                .map(told -> told.at().atZone(PlantDay.ZONE).toLocalDateTime() + " "
                        + told.reminder().stage() + " "
                        + told.to().stream().map(PersonId::value).collect(Collectors.joining("+")))
                .toList();
    }

    @Test
    void everyReportHasItsEndOrIsOpen() {
        Map<ReportState, Long> states = DAY.reports.values().stream()
                .map(id -> DAY.plant.find(id).state())
                .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
        assertThat(DAY.reports).hasSize(60);
        assertThat(states)
                .containsEntry(ReportState.NOT_ADMITTED, 1L)
                .containsEntry(ReportState.UNFOUNDED, 1L)
                .containsEntry(ReportState.DUPLICATE, 2L)
                .containsEntry(ReportState.CLOSED, 19L)
                .doesNotContainKeys(ReportState.UNVERIFIABLE, ReportState.TRANSFERRED);
        assertThat(states.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(60);
    }

    @Test
    void threeWereOverdueAndEachStageWasToldOnce() {
        assertThat(overdue("box", "ADMISSION"))
                .containsExactly(
                        "2024-09-04T09:20 OVERDUE S001+S002",
                        "2024-09-04T09:20 OVERDUE-1 H001",
                        "2024-09-04T09:20 RIGHTS ",
                        "2024-09-06T00:00 OVERDUE-2 P001");
        assertThat(overdue("dust", "VERIFICATION_START"))
                .containsExactly(
                        "2024-09-06T00:00 OVERDUE S001+S002",
                        "2024-09-06T00:00 OVERDUE-1 H001",
                        "2024-09-06T00:00 RIGHTS ");
        assertThat(overdue("fan", "RECTIFICATION"))
                .startsWith(
                        "2024-09-05T14:00 OVERDUE R001", "2024-09-05T14:00 OVERDUE-1 H001", "2024-09-05T14:00 RIGHTS ");
        assertThat(DAY.told.stream()
                        .filter(told -> told.reminder().stage().equals("OVERDUE"))
                        .map(told -> told.reminder().owed().label()))
                .containsExactlyInAnyOrder(
                        DAY.find("box").receipt().value(),
                        DAY.find("dust").receipt().value(),
                        DAY.find("fan").receipt().value());
        assertThat(DAY.told.stream()
                        .map(told -> told.reminder().owed().subject() + " "
                                + told.reminder().owed().obligation().code()
                                + told.reminder().owed().obligation().since() + " "
                                + told.reminder().stage() + " "
                                + told.reminder().role()))
                .doesNotHaveDuplicates();
        assertThat(DAY.plant.reporting.reminders().take(Plant.UNIT, 1000)).isEmpty();
    }

    @Test
    void oneReporterWentHigherOnceItWasOverdueAndWasAnswered() {
        HazardReport fan = DAY.find("fan");
        assertThat(fan.first(ReportAction.GO_HIGHER)).contains(PlantDay.local("05T15:10"));
        assertThat(fan.first(ReportAction.ANSWER_HIGHER)).contains(PlantDay.local("05T17:00"));
        assertThat(fan.owes("HIGHER_ANSWER")).isFalse();
        ReportCommand tooEarly = DAY.plant.command(
                Actor.person("W116"), DAY.find("major"), ReportAct.of(ReportAction.GO_HIGHER, "早｜early"));
        assertThat(DAY.plant.reporting.reports().check(Plant.UNIT, tooEarly))
                .extracting(problem -> problem.code())
                .contains("report.nothing-overdue");
    }

    @Test
    void theDangerIsCalledOutEveryTenMinutesToTheStandInAndThePrincipalUntilAcknowledged() {
        assertThat(overdue("danger", "DANGER_ACKNOWLEDGEMENT"))
                .containsExactly(
                        "2024-09-06T02:10 CALL-1 D002",
                        "2024-09-06T02:10 CALL-1 P001",
                        "2024-09-06T02:20 CALL-2 D002",
                        "2024-09-06T02:20 CALL-2 P001",
                        "2024-09-06T02:20 RIGHTS ",
                        "2024-09-06T02:30 CALL-3 D002",
                        "2024-09-06T02:30 CALL-3 P001");
        HazardReport danger = DAY.find("danger");
        assertThat(danger.submitted().shift()).isEqualTo("夜班");
        assertThat(danger.state()).isEqualTo(ReportState.CLOSED);
        assertThat(List.of(
                        ReportAction.STOP_WORK,
                        ReportAction.ACKNOWLEDGE_DANGER,
                        ReportAction.SET_INTERIM,
                        ReportAction.CONFIRM))
                .extracting(action -> danger.first(action).orElseThrow())
                .isSorted();
    }

    @Test
    void whoIsAwayIsCoveredAndRemindedOfNothing() {
        assertThat(about("hose").stream()
                        .filter(told ->
                                told.reminder().owed().obligation().code().equals("VERIFICATION"))
                        .filter(told -> told.at().isAfter(PlantDay.BEGIN))
                        .flatMap(told -> told.to().stream()))
                .isNotEmpty()
                .containsOnly(PersonId.of("V002"));
        Instant night = PlantDay.local("06T00:00");
        assertThat(DAY.told)
                .filteredOn(
                        told -> told.at().isAfter(PlantDay.BEGIN) && told.to().contains(PersonId.of("V001")))
                .isEmpty();
        assertThat(DAY.told)
                .filteredOn(told -> !told.at().isBefore(night) && told.to().contains(PersonId.of("D003")))
                .isEmpty();
    }

    @Test
    void whoLeftHasNothingInHandAndHisWorkIsStillHis() {
        assertThat(DAY.reports.values())
                .noneMatch(id -> DAY.plant.find(id).holders().contains("R001"));
        assertThat(DAY.plant.reporting.obligations().of(Plant.UNIT, Actor.person("R001"), PlantDay.END))
                .isEmpty();
        HazardReport closed = DAY.find("lamp");
        assertThat(closed.state()).isEqualTo(ReportState.CLOSED);
        assertThat(closed.holders()).contains("R002");
        assertThat(closed.history()).anyMatch(event -> event.actor().equals("R001"));
    }

    @Test
    void theMajorHazardWentTheLongWay() {
        HazardReport major = DAY.find("major");
        assertThat(major.verifiers()).containsExactly("V002", "H001");
        assertThat(major.plan().orElseThrow().missing(true)).isEmpty();
        assertThat(major.history())
                .filteredOn(event -> event.action() == ReportAction.PLAN)
                .extracting(ReportEvent::actor)
                .containsExactly("P001");
        assertThat(major.obligations())
                .extracting(Obligation::code)
                .contains("RECTIFICATION", "INTERIM_END")
                .doesNotContain("AUTHORITY_NOTICE", "CONGRESS_NOTICE", "INTERIM_MEASURES");
        assertThat(List.of(ReportAction.SET_INTERIM, ReportAction.START_VERIFICATION, ReportAction.CONFIRM))
                .extracting(action -> major.first(action).orElseThrow())
                .isSorted();
    }

    @Test
    void nothingOfTheReportAboutTheHeadReachedHim() {
        HazardReport report = DAY.find("head");
        ReportId id = report.id();
        Actor head = PlantDay.actor("H001");
        assertThat(about("head"))
                .isNotEmpty()
                .noneMatch(told -> told.to().contains(HEAD))
                .allSatisfy(told -> assertThat(
                                DAY.plant.reporting.reminders().mayReceive(Plant.UNIT, told.reminder(), HEAD))
                        .isFalse());
        for (Instant at = PlantDay.local("05T12:30"); !at.isAfter(PlantDay.END); at = at.plusSeconds(1800)) {
            assertThat(DAY.plant.reporting.obligations().of(Plant.UNIT, head, at))
                    .extracting(Owed::subject)
                    .doesNotContain(id.value());
        }
        assertThat(report.holders()).doesNotContain("H001");
        assertThat(report.history()).extracting(ReportEvent::actor).doesNotContain("H001");
        assertThat(DAY.plant
                        .reporting
                        .reports()
                        .words(Plant.UNIT, id, report.submission().description(), head))
                .isEmpty();
        assertThat(DAY.plant.reporting.reports().reporters(Plant.UNIT, id, head))
                .isEmpty();
        assertThatThrownBy(() -> DAY.plant.reporting.timelines().handled(Plant.UNIT, id, head))
                .isInstanceOf(InvalidInputException.class);
        ReportAct word = FollowUp.message(Visibility.HANDLERS, "我看看｜let me see");
        assertThat(DAY.plant.reporting.reports().check(Plant.UNIT, DAY.plant.command(head, report, word)))
                .isNotEmpty();
        assertThat(report.state()).isEqualTo(ReportState.CLOSED);
    }

    @Test
    void whatElseHappenedEndedAsItShould() {
        HazardReport first = DAY.find("first");
        assertThat(first.duplicates()).containsExactlyInAnyOrder(DAY.id("second"), DAY.id("third"));
        assertThat(first.links()).extracting(HazardReport.Linked::kind).containsOnly(LinkKind.DUPLICATE_OF_THIS);
        assertThat(DAY.find("spot").history()).extracting(ReportEvent::to).doesNotContain(ReportState.RECTIFYING);
        assertThat(DAY.find("spot").state()).isEqualTo(ReportState.CLOSED);
        assertThat(DAY.find("smell").state()).isEqualTo(ReportState.ADMITTED);
        assertThat(DAY.find("noise").state()).isEqualTo(ReportState.UNFOUNDED);
        assertThat(DAY.find("unnamed").state()).isEqualTo(ReportState.CONFIRMED);
        assertThat(DAY.find("unnamed").first(ReportAction.MESSAGE)).contains(PlantDay.local("05T14:20"));
    }

    @Test
    void atEightInTheMorningOneThingIsLateAndEveryOpenReportHasOneMainDuty() {
        List<Owed> open = DAY.plant.reporting.obligations().open(Plant.UNIT, PlantDay.END);
        assertThat(open)
                .filteredOn(Owed::overdue)
                .extracting(owed -> owed.label() + " " + owed.obligation().code())
                .containsExactlyInAnyOrder(
                        DAY.find("fan").receipt() + " RECTIFICATION",
                        DAY.find("dust").receipt() + " VERIFICATION_START");
        long ended = DAY.reports.values().stream()
                .filter(id -> ReportLoop.table().isEnd(DAY.plant.find(id).state()))
                .count();
        assertThat(open).filteredOn(owed -> owed.obligation().main()).hasSize((int) (60 - ended));
    }

    @Test
    void theInvariantsHoldOfEveryReport() {
        DAY.reports.forEach((name, id) -> {
            StreamId stream = new StreamId(HazardReport.KIND, id.value());
            List<Event> events = DAY.plant.journal.events(Plant.UNIT, stream);
            String hash = Event.NO_HASH;
            for (Event event : events) {
                assertThat(event.hash()).as(name).isEqualTo(event.hashAfter(hash));
                hash = event.hash();
                assertThat(event.actor() + " " + event.requestId() + " "
                                + event.payload().toJson())
                        .as(name)
                        .doesNotContain("姓名", "W1", "W2");
            }
            HazardReport report = HazardReport.fold(events);
            assertThat(DAY.plant.journal.snapshot(Plant.UNIT, stream)).contains(report.snapshot(hash));
            assertThat(report.obligations().stream().filter(Obligation::main).count())
                    .as(name)
                    .isEqualTo(ReportLoop.table().isEnd(report.state()) ? 0 : 1);
            assertThat(report.history())
                    .as(name)
                    .allMatch(event -> event.to() != ReportState.CLOSED
                            || event.from() == ReportState.CLOSED
                            || event.action() == ReportAction.ACCEPT_RECHECK)
                    .allMatch(event -> event.waived().isEmpty());
        });
    }
}
