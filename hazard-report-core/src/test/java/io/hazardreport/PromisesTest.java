package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Problem;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Limit;
import io.hazardreport.deadline.Pause;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.rectification.RectificationPlan;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Separation;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A limit once promised moves only by an event that says so, and by as much as it says. The plant opens on Monday. */
class PromisesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor HEAD = Plant.SAFETY_HEAD;

    private final Plant plant = new Plant();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static HazardReport does(Plant plant, Instant at, Actor actor, HazardReport report, ReportAct act) {
        plant.clock.set(at);
        return plant.reporting.reports().perform(Plant.UNIT, plant.command(actor, report, act));
    }

    private HazardReport does(String local, Actor actor, HazardReport report, ReportAct act) {
        return does(plant, at(local), actor, report, act);
    }

    private List<Problem> refused(String local, Actor actor, HazardReport report, ReportAct act) {
        plant.clock.set(at(local));
        ActionRefusedException refused = catchThrowableOfType(
                ActionRefusedException.class,
                () -> plant.reporting.reports().perform(Plant.UNIT, plant.command(actor, report, act)));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.problems();
    }

    private static Instant due(HazardReport report) {
        return report.mainObligation().orElseThrow().due();
    }

    private static LocalDate lastDay(HazardReport report) {
        return LocalDate.ofInstant(due(report).minusMillis(1), ZONE);
    }

    private static RectificationPlan until(String day, String responsible) {
        RectificationPlan five = Plant.fiveItems();
        return new RectificationPlan(
                responsible,
                five.measures(),
                five.funds(),
                five.noFundsReason(),
                LocalDate.parse(day),
                five.emergencyPlan(),
                five.target());
    }

    private static ReportAct plan(String day) {
        return ReportAct.plan(until(day, "R001"));
    }

    private static ReportAct revise(String day) {
        return new ReportAct.Planning(ReportAction.REVISE_PLAN, until(day, "R001"));
    }

    private static ReportAct protect(Plant plant) {
        return new ReportAct.SetInterim(
                FreeText.of("专人监护"), "R001", plant.clock.instant().plus(Duration.ofDays(200)));
    }

    /** Confirmed on Monday 2 September, promised for this day, somebody on watch. */
    private static HazardReport planned(Plant plant, String day) {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        return plant.does(HEAD, plant.does(HEAD, confirmed, plan(day)), protect(plant));
    }

    private HazardReport fixing() {
        return plant.does(HEAD, plant.confirmed(plant.submitted(Submission.of("灭火器失压"))), ReportAct.startFix("R001"));
    }

    private static ReportAct pause(Instant until) {
        return FollowUp.pause(LocalDate.ofInstant(until, ZONE), "等待备件");
    }

    @Property(tries = 60)
    void twoPausesInARowMoveAPromiseAsOneDoes(
            @ForAll boolean verifying,
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 300) int second) {
        Plant plant = new Plant();
        HazardReport report =
                verifying ? plant.verifying(plant.submitted(Submission.of("护栏缺失"))) : planned(plant, "2024-11-29");
        Instant start = report.history().stream()
                .filter(e -> e.to() == report.state() && e.from() != e.to())
                .map(ReportEvent::at)
                .reduce((a, b) -> b)
                .orElseThrow();
        Instant a = plant.clock.instant().plus(Duration.ofHours(from));
        Instant b = a.plus(Duration.ofHours(first));
        Instant c = b.plus(Duration.ofHours(second));
        ReportAct resume = ReportAct.of(ReportAction.RESUME);

        HazardReport once = does(plant, a, HEAD, report, pause(c));
        Plant twin = new Plant();
        HazardReport same =
                verifying ? twin.verifying(twin.submitted(Submission.of("护栏缺失"))) : planned(twin, "2024-11-29");
        HazardReport twice = does(twin, b, HEAD, does(twin, a, HEAD, same, pause(b)), resume);
        twice = does(twin, b, HEAD, twice, pause(c));

        assertThat(due(twice)).isEqualTo(due(once));
        once = does(plant, c, HEAD, once, resume);
        twice = does(twin, c, HEAD, twice, resume);
        List<Pause> pauses = List.of(new Pause(a, c));
        WorkingCalendar china = WorkingCalendar.china();
        Instant expected = verifying
                ? Deadline.of(start, Limit.parse("3 working days"), pauses, china, ZONE)
                        .due()
                : Deadline.of(start, LocalDate.parse("2024-11-29"), pauses, china, ZONE)
                        .due();
        assertThat(due(once)).isEqualTo(expected);
        assertThat(due(twice)).isEqualTo(expected);
    }

    @Test
    void aPauseOverTheWeekendLeavesWorkingDaysUnchanged() {
        plant.clock.set(at("2024-09-06T09:00"));
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        assertThat(lastDay(verifying)).isEqualTo("2024-09-11");
        HazardReport paused =
                does("2024-09-07T00:00", HEAD, verifying, FollowUp.pause(LocalDate.parse("2024-09-08"), "停产"));
        assertThat(due(paused)).isEqualTo(due(verifying));
    }

    @Test
    void aWholeDayFromMidnightMovesAPlanByThatDay() {
        HazardReport planned = planned(plant, "2024-09-20");
        HazardReport paused =
                does("2024-09-10T00:00", HEAD, planned, FollowUp.pause(LocalDate.parse("2024-09-10"), "停电"));
        assertThat(lastDay(paused)).isEqualTo("2024-09-21");
    }

    @Test
    void noPlanIsRevisedWhileTheClockStandsStill() {
        HazardReport planned = planned(plant, "2024-09-20");
        HazardReport paused =
                does("2024-09-05T09:00", HEAD, planned, FollowUp.pause(LocalDate.parse("2024-09-12"), "等待备件"));
        assertThat(refused("2024-09-06T09:00", Plant.RECTIFIER, paused, revise("2024-09-18")))
                .extracting(Problem::code)
                .contains("report.paused");
        HazardReport resumed = does("2024-09-09T00:00", HEAD, paused, ReportAct.of(ReportAction.RESUME));
        assertThat(lastDay(resumed)).as("6, 7 and 8 September are added").isEqualTo("2024-09-23");
    }

    @Test
    void allPausesOfOnePromiseTogetherHaveTheBound() {
        HazardReport planned = planned(plant, "2024-11-29");
        HazardReport paused =
                does("2024-09-03T10:00", HEAD, planned, FollowUp.pause(LocalDate.parse("2024-10-02"), "等待备件"));
        HazardReport resumed = does("2024-10-01T00:00", HEAD, paused, ReportAct.of(ReportAction.RESUME));
        ReportAct tooLong = FollowUp.pause(LocalDate.parse("2024-12-12"), "等待备件");
        assertThat(refused("2024-10-10T00:00", HEAD, resumed, tooLong))
                .extracting(Problem::code, Problem::allowed)
                .as("90 days from 3 September, and the nine days between")
                .containsExactly(tuple("report.until-out-of-bounds", "≥ 2024-10-10, ≤ 2024-12-11"));
        HazardReport again =
                does("2024-10-10T00:00", HEAD, resumed, FollowUp.pause(LocalDate.parse("2024-12-11"), "等待备件"));
        assertThat(again.pauses()).hasSize(2);
    }

    @Test
    void aPlannedHazardSentBackHasTheReworkAndMayPromiseAnewOnce() {
        HazardReport planned = planned(plant, "2024-09-10");
        HazardReport done = does("2024-09-05T09:00", Plant.RECTIFIER, planned, ReportAct.complete("完成"));
        HazardReport back =
                does("2024-09-06T10:00", Plant.RECHECKER, done, ReportAct.rejectRecheck("NOT_TIGHT", "仍松动"));
        assertThat(lastDay(back)).as("10 working days").isEqualTo("2024-09-23");
        assertThat(refused("2024-09-09T10:00", Plant.RECTIFIER, back, revise("2024-12-06")))
                .extracting(Problem::allowed)
                .as("90 days from the rejection")
                .containsExactly("≥ 2024-09-09, ≤ 2024-12-05");
        HazardReport anew = does("2024-09-09T10:00", Plant.RECTIFIER, back, revise("2024-10-31"));
        assertThat(lastDay(anew)).isEqualTo("2024-10-31");
        assertThat(refused("2024-09-10T10:00", Plant.RECTIFIER, anew, revise("2024-11-15")))
                .extracting(Problem::code)
                .containsExactly("report.promise-stands");
        HazardReport asked = does(
                "2024-10-21T10:00",
                Plant.RECTIFIER,
                anew,
                FollowUp.askExtension(LocalDate.parse("2024-11-15"), "备件未到"));
        HazardReport granted =
                does("2024-10-22T10:00", HEAD, asked, FollowUp.grantExtension(LocalDate.parse("2024-11-15"), "同意"));
        assertThat(lastDay(granted)).isEqualTo("2024-11-15");
    }

    @Test
    void aPlanDateFartherThanTheReworkStays() {
        HazardReport planned = planned(plant, "2024-11-20");
        HazardReport done = does("2024-09-05T09:00", Plant.RECTIFIER, planned, ReportAct.complete("完成"));
        assertThat(lastDay(
                        does("2024-09-06T10:00", Plant.RECHECKER, done, ReportAct.rejectRecheck("NOT_TIGHT", "仍松动"))))
                .isEqualTo("2024-11-20");
    }

    @Test
    void aReopenedPlanHasTheReworkAndAReopenedFixAtOnceItsHours() {
        HazardReport planned = planned(plant, "2024-09-10");
        HazardReport done = does("2024-09-05T09:00", Plant.RECTIFIER, planned, ReportAct.complete("完成"));
        HazardReport closed = does("2024-09-05T10:00", Plant.RECHECKER, done, ReportAct.acceptRecheck());
        ReportAct reopen = ReportAct.because(ReportAction.REOPEN, "CAME_BACK", "复发");
        assertThat(lastDay(does("2024-10-08T10:00", Plant.UNION, closed, reopen)))
                .isEqualTo("2024-10-21");
        plant.clock.set(at("2024-10-08T11:00"));
        HazardReport fixed = plant.closed(plant.confirmed(plant.submitted(Submission.of("灭火器失压"))));
        assertThat(due(does("2024-10-09T10:00", Plant.UNION, fixed, reopen))).isEqualTo(at("2024-10-10T10:00"));
    }

    @Test
    void aFixAtOnceBecomesAPlanByAHeadWhoDoesNotRectify() {
        HazardReport fixing = fixing();
        ReportAct far = revise("2099-01-01");
        assertThat(refused("2024-09-08T09:00", Plant.RECTIFIER, fixing, far))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "report.until-out-of-bounds", "report.time-given-by-head", "report.RECTIFIER_NEVER_REPLANS");
        assertThat(refused("2024-09-08T09:00", HEAD, fixing, far))
                .extracting(Problem::allowed)
                .as("90 days from the confirmation")
                .containsExactly("≥ 2024-09-08, ≤ 2024-12-01");
        ReportAct himself = new ReportAct.Planning(ReportAction.REVISE_PLAN, until("2024-09-30", "H001"));
        assertThat(refused("2024-09-08T09:00", HEAD, fixing, himself))
                .extracting(Problem::code)
                .containsExactly("report.RECTIFIER_NEVER_REPLANS");
        HazardReport planned = does("2024-09-08T09:00", HEAD, fixing, revise("2024-09-30"));
        assertThat(lastDay(planned)).isEqualTo("2024-09-30");
        assertThat(planned.owes("INTERIM_MEASURES")).isTrue();
    }

    @Test
    void aFixAtOnceThatOverranNeedsTheFiveItemsFirst() {
        HazardReport fixing = fixing();
        ReportAct complete = ReportAct.complete("完成", Plant.before(), Plant.after());
        assertThat(refused("2024-09-05T09:00", Plant.RECTIFIER, fixing, complete))
                .extracting(Problem::code, Problem::allowed)
                .containsExactly(
                        tuple("report.overrun-needs-plan", "responsible, measures, funds, finishBy, emergencyPlan"));
        HazardReport planned = does("2024-09-05T10:00", HEAD, fixing, revise("2024-09-05"));
        assertThat(planned.owes("INTERIM_MEASURES")).isTrue();
        HazardReport guarded = does("2024-09-05T10:30", Plant.RECTIFIER, planned, plant.guarded());
        HazardReport done = does("2024-09-05T11:00", Plant.RECTIFIER, guarded, complete);
        assertThat(does("2024-09-05T12:00", Plant.RECHECKER, done, ReportAct.acceptRecheck())
                        .state())
                .isEqualTo(ReportState.CLOSED);
    }

    @Test
    void aFirstPlanPromisesADayFromTodayToTheFarthestAllowed() {
        HazardReport confirmed = plant.confirmed(plant.submitted(Submission.of("护栏缺失")));
        for (String day : List.of("2024-09-01", "2024-12-02")) {
            assertThat(refused("2024-09-02T12:00", HEAD, confirmed, plan(day)))
                    .extracting(Problem::path, Problem::allowed)
                    .containsExactly(tuple("plan.finishBy", "≥ 2024-09-02, ≤ 2024-12-01"));
        }
        assertThat(refused("2024-12-10T12:00", HEAD, confirmed, plan("2025-01-01")))
                .extracting(Problem::allowed)
                .as("planned too late for that: as long as a rework")
                .containsExactly("≥ 2024-12-10, ≤ 2024-12-24");
    }

    @Test
    void aPlanPutInOrderAfterTheWorkGivesNoTime() {
        HazardReport planned = planned(plant, "2024-09-10");
        HazardReport done = does("2024-09-05T09:00", Plant.RECTIFIER, planned, ReportAct.complete("完成"));
        assertThat(refused("2024-09-05T10:00", Plant.RECTIFIER, done, revise("2024-11-20")))
                .extracting(Problem::code)
                .containsExactly("report.promise-stands");
        assertThat(does("2024-09-05T10:00", Plant.RECTIFIER, done, revise("2024-09-04"))
                        .plan())
                .isPresent();
    }

    @Test
    void moreTimeForAVerificationIsAskedForAtItsOwnNotice() {
        HazardReport verifying = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        LocalDate asked = LocalDate.parse("2024-09-12");
        assertThat(refused("2024-09-05T12:00", Plant.VERIFIER, verifying, FollowUp.askExtension(asked, "待检测")))
                .extracting(Problem::code)
                .containsExactly("report.asked-too-late");
        HazardReport waiting = does("2024-09-04T12:00", Plant.VERIFIER, verifying, FollowUp.askExtension(asked, "待检测"));
        Obligation decision = duty(waiting, "EXTENSION_DECISION");
        assertThat(decision.owner()).isEqualTo(Role.SAFETY_HEAD);
        assertThat(decision.due()).as("one working day, too").isEqualTo(at("2024-09-06T00:00"));
        assertThat(refused(asked.plusDays(1) + "T12:00", HEAD, waiting, FollowUp.grantExtension(asked, "补签")))
                .extracting(Problem::code)
                .as("a day that is over is granted to nobody")
                .contains("report.until-out-of-bounds");
        assertThat(lastDay(does("2024-09-05T12:00", HEAD, waiting, FollowUp.grantExtension(asked, "同意"))))
                .isEqualTo("2024-09-12");
    }

    @Test
    void theDecisionOnAMajorHazardsExtensionIsOwedByThePrincipal() {
        HazardReport major = plant.confirmedMajor(plant.submitted(Submission.of("可燃气体报警器停用")));
        HazardReport planned = plant.does(Plant.PRINCIPAL, major, ReportAct.plan(Plant.sixItems()));
        HazardReport asked =
                plant.does(Plant.RECTIFIER, planned, FollowUp.askExtension(LocalDate.parse("2024-10-15"), "备件未到"));
        assertThat(duty(asked, "EXTENSION_DECISION").owner()).isEqualTo(Role.PRINCIPAL);
    }

    private static Obligation duty(HazardReport report, String code) {
        return report.obligations().stream()
                .filter(o -> o.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inAVerySmallUnitTheWaiverIsOnTheEvent() {
        Plant small = new Plant(
                new InMemoryJournal(),
                ExampleScheme.json()
                        .replace(
                                "\"extensions\": 2,",
                                "\"extensions\": 2, \"smallUnit\": {\"headcount\": 8, \"waive\": [\"RECTIFIER_NEVER_REPLANS\"]},"));
        HazardReport fixing =
                small.does(HEAD, small.confirmed(small.submitted(Submission.of("灭火器失压"))), ReportAct.startFix("H001"));
        ReportAct himself = new ReportAct.Planning(ReportAction.REVISE_PLAN, until("2024-09-30", "H001"));
        HazardReport planned = small.does(HEAD, fixing, himself);
        assertThat(planned.history().get(planned.history().size() - 1).waived())
                .containsExactly(Separation.RECTIFIER_NEVER_REPLANS);
    }
}
