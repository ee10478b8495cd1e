package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.category.ReportKind;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Loop;
import io.hazardreport.loop.Role;
import io.hazardreport.loop.Step;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAct;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardContext;
import io.hazardreport.reward.AwardLoop;
import io.hazardreport.reward.AwardState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every action, of both loops, through the services and on real reports. */
class LoopTablesTest {

    private static final Actor NOBODY = Actor.person("X999", Role.WORKER);

    private static Map<ReportState, HazardReport> reports(Plant plant) {
        Map<ReportState, HazardReport> reports = new EnumMap<>(ReportState.class);
        reports.put(ReportState.SUBMITTED, plant.submitted(Submission.of("护栏缺失")));
        reports.put(
                ReportState.ADMITTED,
                plant.does(Plant.RECEIVER, plant.submitted(Submission.of("a")), ReportAct.admit()));
        reports.put(ReportState.VERIFYING, plant.verifying(plant.submitted(Submission.of("b"))));
        reports.put(ReportState.CONFIRMED, plant.confirmed(plant.submitted(Submission.of("c"))));
        reports.put(
                ReportState.RECTIFYING,
                plant.does(
                        Plant.SAFETY_HEAD,
                        plant.confirmed(plant.submitted(Submission.of("d"))),
                        ReportAct.startFix("R001")));
        reports.put(ReportState.AWAITING_RECHECK, plant.fixed(plant.confirmed(plant.submitted(Submission.of("e")))));
        reports.put(ReportState.CLOSED, plant.closed(plant.confirmed(plant.submitted(Submission.of("f")))));
        HazardReport refused = plant.submitted(Submission.of("g"));
        refused = plant.does(Plant.RECEIVER, refused, ReportAct.propose(ReportAction.NOT_ADMIT, "QUALITY", "x"));
        reports.put(
                ReportState.NOT_ADMITTED,
                plant.does(Plant.SAFETY_HEAD, refused, ReportAct.because(ReportAction.NOT_ADMIT, "QUALITY", "x")));
        for (ReportAction finding : List.of(ReportAction.FIND_UNFOUNDED, ReportAction.FIND_UNVERIFIABLE)) {
            HazardReport found = plant.does(
                    Plant.VERIFIER,
                    plant.verifying(plant.submitted(Submission.of("h"))),
                    ReportAct.because(finding, "NO", "x"));
            reports.put(found.state(), found);
        }
        HazardReport first = plant.submitted(Submission.of("i"));
        reports.put(
                ReportState.DUPLICATE,
                plant.does(
                        Plant.RECEIVER, plant.submitted(Submission.of("j")), new ReportAct.MarkDuplicate(first.id())));
        reports.put(
                ReportState.TRANSFERRED,
                plant.does(
                        Plant.RECEIVER,
                        plant.submitted(Submission.of("k")),
                        new ReportAct.Transfer("other", FreeText.NONE)));
        HazardReport suggested = plant.submitted(Submission.of("l").withKind(ReportKind.SUGGESTION));
        reports.put(
                ReportState.SETTLED,
                plant.does(
                        Plant.SAFETY_HEAD,
                        plant.does(Plant.RECEIVER, suggested, ReportAct.admit()),
                        new FollowUp.Verdict(ReportAction.SETTLE_SUGGESTION, true, FreeText.of("采纳"))));
        return reports;
    }

    static Stream<Arguments> pairs() {
        Plant plant = new Plant();
        Map<ReportState, HazardReport> reports = reports(plant);
        List<Arguments> pairs = new ArrayList<>();
        reports.forEach((state, report) -> {
            for (ReportAction action : ReportAction.values()) {
                pairs.add(Arguments.of(state, action, plant, report));
            }
        });
        assertThat(reports.keySet()).containsExactlyInAnyOrder(ReportState.values());
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("pairs")
    void everyActionInEveryStateIsEitherInTheTableOrRefusedByName(
            ReportState state, ReportAction action, Plant plant, HazardReport report) {
        long events = eventCount(plant, report);
        List<String> codes =
                plant
                        .reporting
                        .reports()
                        .check(Plant.UNIT, plant.command(NOBODY, report, Acts.fitting(action)))
                        .stream()
                        .map(Problem::code)
                        .toList();
        Loop<ReportState, ReportAction, ReportContext> table = ReportLoop.table();
        boolean listed = table.step(state, action).isPresent();
        if (action.isOwn()) {
            assertThat(codes).containsExactly("report.not-by-command");
        } else if (!listed) {
            assertThat(codes).containsExactly("loop.not-from-here");
        } else {
            boolean anybody = table.step(state, action).orElseThrow().by().contains(Role.WORKER);
            assertThat(codes.contains("loop.role-missing")).isEqualTo(!anybody);
        }
        assertThat(eventCount(plant, report)).isEqualTo(events);
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("pairs")
    void anActOfAnotherClassIsRefusedWhoeverTriesAndNothingIsWritten(
            ReportState state, ReportAction action, Plant plant, HazardReport report) {
        Actor everybody = new Actor(Optional.of(PersonId.of("X998")), Optional.empty(), EnumSet.allOf(Role.class));
        long events = eventCount(plant, report);
        for (ReportAct act : Acts.ofEveryClass(action)) {
            if (action.act().isInstance(act) && !action.isOwn()) {
                continue;
            }
            Throwable refused = catchThrowable(
                    () -> plant.reporting.reports().perform(Plant.UNIT, plant.command(everybody, report, act)));
            assertThat(refused).as(act.toString()).isInstanceOf(ActionRefusedException.class);
            assertThat(((ActionRefusedException) refused).problems())
                    .extracting(Problem::code)
                    .containsExactly(action.isOwn() ? "report.not-by-command" : "report.wrong-act");
        }
        assertThat(eventCount(plant, report)).isEqualTo(events);
        assertThat(plant.find(report.id()).state()).isEqualTo(state);
    }

    private static long eventCount(Plant plant, HazardReport report) {
        return plant.journal
                .events(Plant.UNIT, new StreamId(HazardReport.KIND, report.id().value()))
                .size();
    }

    @Test
    void everyOpenStateHasOneMainDutyAndEveryEndHasNone() {
        Map<ReportState, HazardReport> reports = reports(new Plant());
        reports.forEach((state, report) -> assertThat(
                        report.obligations().stream().filter(o -> o.main()).count())
                .as(state.name())
                .isEqualTo(ReportLoop.table().isEnd(state) ? 0 : 1));
    }

    @Test
    void onlyAnAcceptedRecheckCloses() {
        assertThat(ReportLoop.table().steps())
                .filteredOn(step -> step.to() == ReportState.CLOSED && step.from() != ReportState.CLOSED)
                .extracting(Step::action)
                .containsOnly(ReportAction.ACCEPT_RECHECK);
    }

    @Test
    void everyStateIsReachable() {
        assertThat(reached(ReportLoop.table())).containsExactlyInAnyOrder(ReportState.values());
        assertThat(reached(AwardLoop.table())).containsExactlyInAnyOrder(AwardState.values());
    }

    private static <S extends Enum<S>, A extends Enum<A>, C> Set<S> reached(Loop<S, A, C> loop) {
        Set<S> reached = EnumSet.of(loop.initial());
        int before;
        do {
            before = reached.size();
            loop.steps().stream().filter(step -> reached.contains(step.from())).forEach(step -> reached.add(step.to()));
        } while (reached.size() > before);
        return reached;
    }

    private static Award approved(Plant plant, Award award) {
        return plant.does(Plant.SAFETY_HEAD, award, AwardAct.of(AwardAction.APPROVE));
    }

    private static Award payable(Plant plant, Award award) {
        return plant.does(Plant.ADJUDICATOR, approved(plant, award), AwardAct.of(AwardAction.MAKE_PAYABLE));
    }

    @Test
    void everyActionOnAnAwardInEveryStateIsEitherInTheTableOrRefusedByName() {
        Loop<AwardState, AwardAction, AwardContext> table = AwardLoop.table();
        for (AwardState state : AwardState.values()) {
            AwardsByState in = AwardsByState.in(state, state == AwardState.ANNOUNCED);
            Award award = in.award();
            assertThat(award.state()).isEqualTo(state);
            for (AwardAction action : AwardAction.values()) {
                List<String> codes = in
                        .plant()
                        .reporting
                        .awards()
                        .check(
                                Plant.UNIT,
                                new AwardCommand(award.id(), award.version(), "r", NOBODY, AwardAct.of(action), null))
                        .stream()
                        .map(Problem::code)
                        .toList();
                if (table.step(award.state(), action).isEmpty()) {
                    assertThat(codes).as(award + " " + action).containsExactly("loop.not-from-here");
                } else if (!table.step(state, action).orElseThrow().by().contains(Role.WORKER)) {
                    assertThat(codes).as(award + " " + action).contains("loop.role-missing");
                }
            }
        }
    }

    @Test
    void anExpiryOrANoticeNeedsARuleThatSaysSo() {
        Plant plant = new Plant();
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        plant.decided(report);
        Award payable = payable(plant, plant.awards(report).get(0));
        assertThat(plant.reporting
                        .awards()
                        .check(
                                Plant.UNIT,
                                new AwardCommand(
                                        payable.id(),
                                        payable.version(),
                                        "r",
                                        Plant.FINANCE,
                                        AwardAct.of(AwardAction.EXPIRE),
                                        null)))
                .extracting(Problem::code)
                .containsExactly("award.no-expiry");
    }

    @Test
    void aPaymentThatComesBackIsMadeAgainUnderANewRound() {
        Plant plant = new Plant();
        HazardReport report = plant.confirmed(plant.submitted(Submission.of("灭火器失压")));
        plant.decided(report);
        Award paid = plant.paid(plant.awards(report).get(0));
        Award returned =
                plant.does(Plant.FINANCE, paid, AwardAct.because(AwardAction.RETURN_PAYMENT, "ACCOUNT_CLOSED"));
        Award again = plant.does(Plant.FINANCE, returned, AwardAct.confirmed("voucher-2"));
        assertThat(again.round()).isEqualTo(2);
        assertThat(plant.reporting.awards().entries(Plant.UNIT, again.id()))
                .extracting(entry -> entry.kind() + " " + entry.round())
                .containsExactly("RESERVE 1", "COMMIT 1", "PAY 1", "RETURN 1", "PAY 2");
        List<Event> events = plant.journal.events(
                Plant.UNIT, new StreamId(Award.KIND, again.id().value()));
        assertThat(Award.fold(events).state()).isEqualTo(AwardState.PAID);
    }
}
