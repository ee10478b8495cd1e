package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.ReportSource;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemindersTest {

    private static final Instant LONG_AFTER = Instant.parse("2024-09-05T01:00:00Z");

    private final Plant plant = new Plant();

    private List<Reminder> take(int limit) {
        return plant.reporting.reminders().take(Plant.UNIT, limit);
    }

    private static List<String> stages(List<Reminder> reminders) {
        return reminders.stream().map(r -> r.stage() + " " + r.role()).toList();
    }

    private static List<String> to(List<Reminder> reminders) {
        return reminders.stream()
                .flatMap(r -> r.to().stream())
                .map(PersonId::value)
                .distinct()
                .toList();
    }

    private HazardReport about(String... concerned) {
        ReportId id = plant.newId();
        List<PersonId> people = List.of(concerned).stream().map(PersonId::of).toList();
        plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                id, Submission.of("违章指挥"), List.of(Plant.worker("W100", "王小明")), people, null));
        return plant.find(id);
    }

    private void roster(String... lines) {
        String csv = "from,until,role,person,shift,coveredBy\n" + String.join("\n", lines) + "\n";
        plant.reporting.rosters().load(Plant.UNIT, csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneAtATimeLosesNoStageAndTellsEachOnce() {
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.set(LONG_AFTER);
        List<Reminder> all = new ArrayList<>();
        for (List<Reminder> one = take(1); !one.isEmpty(); one = take(1)) {
            assertThat(one).hasSize(1);
            all.addAll(one);
        }
        assertThat(stages(all))
                .containsExactly("OVERDUE RECEIVER", "OVERDUE-1 SAFETY_HEAD", "OVERDUE-2 PRINCIPAL", "RIGHTS REPORTER");
        assertThat(all.get(0).to()).containsExactly(PersonId.of("S001"), PersonId.of("S002"));
        assertThat(all.get(2).to()).containsExactly(PersonId.of("P001"));
        assertThat(all).filteredOn(Reminder::escalated).hasSize(2);
    }

    @Test
    void nothingIsTakenBeyondTheLimit() {
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.set(LONG_AFTER);
        assertThat(take(0)).isEmpty();
        assertThat(take(3)).hasSize(3);
        assertThat(take(100)).hasSize(1);
    }

    @Test
    void aSecondInstanceOnTheSameJournalRepeatsNothing() {
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.set(LONG_AFTER);
        assertThat(take(2)).hasSize(2);
        Plant restarted = new Plant(plant.journal);
        restarted.clock.set(LONG_AFTER);
        assertThat(stages(restarted.reporting.reminders().take(Plant.UNIT, 100)))
                .containsExactly("OVERDUE-2 PRINCIPAL", "RIGHTS REPORTER");
        assertThat(take(100)).isEmpty();
    }

    @Test
    void twoThreadsTakeDisjointSets() throws Exception {
        IntStream.range(0, 15).forEach(i -> plant.submitted(Submission.of("通道堵塞 " + i)));
        plant.clock.set(LONG_AFTER);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<List<String>> one = pool.submit(this::takeAll);
            Future<List<String>> other = pool.submit(this::takeAll);
            List<String> all = new ArrayList<>(one.get());
            all.addAll(other.get());
            Set<String> distinct = new HashSet<>(all);
            assertThat(all).hasSize(15 * 4).hasSameSizeAs(distinct);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        for (List<Reminder> some = take(3); !some.isEmpty(); some = take(3)) {
            some.forEach(r -> taken.add(r.owed().subject() + " " + r.stage() + " " + r.role()));
        }
        return taken;
    }

    @Test
    void beforeTheEndOnlyTheLatestIsTold() {
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.pass(Duration.ofHours(23));
        assertThat(stages(take(100))).containsExactly("BEFORE-2 RECEIVER");
        assertThat(take(100)).isEmpty();
    }

    @Test
    void dangerAtNightIsCalledOutToTheHeadOnDutyAndThePrincipalUntilItIsAcknowledged() {
        roster("2024-09-02T20:00,2024-09-03T08:00,DUTY_HEAD,D009,夜班,");
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.set(Instant.parse("2024-09-04T18:10:00Z"));
        roster("2024-09-04T20:00,2024-09-05T08:00,DUTY_HEAD,D009,夜班,");
        HazardReport danger = plant.submitted(Submission.of("氨气泄漏").inDanger());

        List<Reminder> first = take(2);
        assertThat(stages(first)).containsExactly("CALL-1 DUTY_HEAD", "CALL-1 PRINCIPAL");
        assertThat(to(first)).containsExactly("D009", "P001");
        take(100);
        plant.clock.pass(Duration.ofMinutes(9));
        assertThat(take(100)).isEmpty();
        plant.clock.pass(Duration.ofMinutes(1));
        assertThat(stages(take(100))).containsExactly("CALL-2 DUTY_HEAD", "CALL-2 PRINCIPAL", "RIGHTS REPORTER");
        plant.clock.pass(Duration.ofMinutes(34));
        assertThat(stages(take(100))).containsExactly("CALL-5 DUTY_HEAD", "CALL-5 PRINCIPAL");
        plant.does(Plant.DUTY_HEAD, danger, ReportAct.of(ReportAction.ACKNOWLEDGE_DANGER));
        plant.clock.pass(Duration.ofMinutes(20));
        assertThat(take(100)).isEmpty();
    }

    @Test
    void theReporterIsToldOfTheWayUpWithoutHisName() {
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.set(LONG_AFTER);
        Reminder rights = take(100).stream()
                .filter(r -> r.stage().equals("RIGHTS"))
                .findFirst()
                .orElseThrow();
        assertThat(rights.to()).isEmpty();
        assertThat(rights.text().zh()).contains("越级", "12350").doesNotContain("王小明", "W100");
        assertThat(rights.text().en()).contains("admit the report", "12350");
    }

    @Test
    void aLateAwardOpensTheWayUpToo() {
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        HazardReport report = plant.does(Plant.RECEIVER, closed, ReportAct.of(ReportAction.ANSWER, "已整改完毕"));
        plant.decided(report);
        plant.clock.pass(Duration.ofDays(20));
        assertThat(take(1000))
                .filteredOn(r -> r.stage().equals("RIGHTS") && r.owed().loop().equals("award"))
                .hasSize(1);
        assertThat(plant.reporting.timelines().of(Plant.UNIT, report.id(), Plant.WORKER))
                .extracting(line -> line.text().zh())
                .anyMatch(text -> text.contains("越级") && text.contains("审批"));
        HazardReport decided = plant.find(report.id());
        assertThat(decided.obligations()).noneMatch(o -> o.isOverdue(plant.clock.instant()));
        HazardReport higher = plant.does(Plant.WORKER, decided, ReportAct.of(ReportAction.GO_HIGHER, "奖励没批"));
        assertThat(higher.owes("HIGHER_ANSWER")).isTrue();
    }

    @Test
    void nobodyIsToldOfAWayUpWhereNobodyReported() {
        plant.submitted(Submission.of("检查发现").withSource(ReportSource.ORGANISED_INSPECTION, ""), List.of());
        plant.clock.set(LONG_AFTER);
        assertThat(stages(take(100))).hasSize(3).doesNotContain("RIGHTS REPORTER");
    }

    @Test
    void aHeadComplainedOfIsNeverToldAndThePrincipalIsInstead() {
        roster("2024-09-02T00:00,2024-09-30T00:00,SAFETY_HEAD,H001,,");
        HazardReport report = about("H001");
        plant.clock.set(LONG_AFTER);
        List<Reminder> all = take(100);
        assertThat(to(all)).doesNotContain("H001").contains("P001");
        assertThat(stages(all)).contains("OVERDUE-1 PRINCIPAL").doesNotContain("OVERDUE-1 SAFETY_HEAD");
        assertThat(all)
                .allSatisfy(r -> assertThat(plant.reporting.reminders().mayReceive(Plant.UNIT, r, PersonId.of("H001")))
                        .isFalse());
        assertThat(report.submitted().desk()).isEqualTo("safety");
    }

    @Test
    void aHeadComplainedOfIsGoneAroundOffDutyToo() {
        roster(
                "2024-09-02T00:00,2024-09-03T08:00,SAFETY_HEAD,H001,,",
                "2024-09-09T08:00,2024-09-10T08:00,SAFETY_HEAD,H001,,");
        about("H001");
        plant.clock.set(LONG_AFTER);
        assertThat(stages(take(100))).contains("OVERDUE-1 PRINCIPAL").doesNotContain("OVERDUE-1 SAFETY_HEAD");
    }

    @Test
    void aHeadNotComplainedOfKeepsItThoughAnotherIs() {
        roster(
                "2024-09-02T00:00,2024-09-03T08:00,SAFETY_HEAD,H001,,",
                "2024-09-09T08:00,2024-09-10T08:00,SAFETY_HEAD,H002,,");
        about("H001");
        plant.clock.set(LONG_AFTER);
        assertThat(stages(take(100))).contains("OVERDUE-1 SAFETY_HEAD").doesNotContain("OVERDUE-1 PRINCIPAL");
    }

    @Test
    void whereNobodyIsKnownToBeHeadAComplaintGoesToThePrincipal() {
        about("B007");
        plant.clock.set(LONG_AFTER);
        assertThat(stages(take(100))).contains("OVERDUE-1 PRINCIPAL").doesNotContain("OVERDUE-1 SAFETY_HEAD");
    }

    @Test
    void aPrincipalComplainedOfIsReplacedByTheUnionInEverything() {
        HazardReport report = about("P001");
        assertThat(report.submitted().desk()).isEqualTo("union");
        HazardReport danger =
                plant.does(Actor.person("W300", Role.WORKER), report, ReportAct.of(ReportAction.RAISE_DANGER));
        plant.clock.set(LONG_AFTER);
        List<Reminder> all = take(100);
        assertThat(to(all)).containsExactly("U001");
        assertThat(stages(all)).contains("CALL-432 UNION", "OVERDUE-2 UNION").doesNotContain("OVERDUE-2 PRINCIPAL");
        plant.does(Plant.UNION, danger, ReportAct.admit());
        assertThat(plant.reporting.obligations().of(Plant.UNIT, Plant.PRINCIPAL, LONG_AFTER))
                .isEmpty();
    }

    @Test
    void bothVerifiersAreRemindedAndAnAbsentOneIsCovered() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        roster("2024-09-02T00:00,2024-09-30T00:00,AWAY,V001,,V009");
        plant.clock.set(Instant.parse("2024-09-10T01:00:00Z"));
        Reminder overdue = take(100).stream()
                .filter(r -> r.stage().equals("OVERDUE")
                        && r.owed().obligation().code().equals("VERIFICATION"))
                .findFirst()
                .orElseThrow();
        assertThat(overdue.to()).containsExactly(PersonId.of("V009"), PersonId.of("V002"));
        assertThat(overdue.owed().named()).containsExactly("V001", "V002");
        for (String person : new String[] {"V001", "V002", "V009"}) {
            assertThat(plant.reporting.obligations().of(Plant.UNIT, Actor.person(person), plant.clock.instant()))
                    .as(person)
                    .extracting(Owed::subject)
                    .containsExactly(verifying.id().value());
        }
    }

    @Test
    void withoutAStandInWhoeverIsOnDutyInTheRoleIsReminded() {
        plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        roster("2024-09-02T00:00,2024-09-30T00:00,请假,V001,,", "2024-09-02T00:00,2024-09-30T00:00,VERIFIER,V007,白班,");
        plant.clock.set(Instant.parse("2024-09-10T01:00:00Z"));
        assertThat(take(100))
                .filteredOn(r -> r.role() == Role.VERIFIER)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.to()).containsExactly(PersonId.of("V007"), PersonId.of("V002")));
    }
}
