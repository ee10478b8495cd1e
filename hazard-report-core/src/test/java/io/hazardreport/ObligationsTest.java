package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObligationsTest {

    private final Plant plant = new Plant();

    private List<Owed> ofDesk(String desk, Instant at) {
        return plant.reporting.obligations().ofDesk(Plant.UNIT, desk, at);
    }

    private List<Owed> of(Actor who, Instant at) {
        return plant.reporting.obligations().of(Plant.UNIT, who, at);
    }

    private static List<String> codes(List<Owed> owed) {
        return owed.stream().map(o -> o.obligation().code()).toList();
    }

    @Test
    void beforeTheFirstSchemeNobodyOwesAnything() {
        plant.submitted(Submission.of("通道堵塞"));
        Instant before = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(plant.reporting.obligations().open(Plant.UNIT, before)).isEmpty();
        assertThat(of(Plant.RECEIVER, before)).isEmpty();
        assertThat(ofDesk("safety", before)).isEmpty();
    }

    @Test
    void aDeskOwesWhatCameToItWhoeverIsCalledLikeIt() {
        HazardReport first = plant.submitted(Submission.of("通道堵塞"));
        plant.submitted(Submission.of("护栏缺失"), List.of(Plant.worker("W200", "赵二")));
        HazardReport admitted = plant.does(Plant.RECEIVER, first, ReportAct.admit());
        plant.does(Plant.RECEIVER, admitted, ReportAct.startVerification("safety"));
        Instant now = plant.clock.instant();
        assertThat(codes(ofDesk("safety", now))).containsExactly("ADMISSION");
        assertThat(codes(of(Actor.person("safety"), now))).containsExactly("VERIFICATION");
        assertThat(codes(of(Plant.RECEIVER, now))).containsExactly("ADMISSION");
    }

    @Test
    void theUnionsDeskAlsoOwesWhatFallsToTheUnion() {
        HazardReport report = plant.submitted(Submission.of("通道堵塞"));
        plant.does(Plant.WORKER, report, ReportAct.of(ReportAction.TAKE_BACK_NAME));
        List<Owed> owed = ofDesk("union", plant.clock.instant());
        assertThat(codes(owed)).containsExactly("PRESSURE_CHECK");
        assertThat(owed.get(0).answering()).containsExactly(PersonId.of("U001"));
        assertThat(owed.get(0).named()).isEmpty();
    }

    @Test
    void anUnknownDeskIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> ofDesk("fire", plant.clock.instant()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("fire")
                .hasMessageContaining("safety, union");
    }

    @Test
    void anyPastInstantIsFoldedAgain() {
        Instant start = plant.clock.instant();
        HazardReport report = plant.submitted(Submission.of("通道堵塞"));
        plant.clock.pass(Duration.ofHours(5));
        plant.does(Plant.RECEIVER, report, ReportAct.admit());
        plant.clock.pass(Duration.ofDays(10));
        assertThat(codes(ofDesk("safety", start))).containsExactly("ADMISSION");
        assertThat(codes(ofDesk("safety", start.plus(Duration.ofHours(6))))).containsExactly("VERIFICATION_START");
        assertThat(ofDesk("safety", start.minusSeconds(1))).isEmpty();
        assertThat(ofDesk("safety", plant.clock.instant()))
                .extracting(Owed::status)
                .containsExactly(OwedStatus.OVERDUE);
    }

    @Test
    void whatIsOpenIsOverdueDueTodayNextOrLater() {
        plant.submitted(Submission.of("通道堵塞"));
        plant.clock.pass(Duration.ofHours(16)); // already tomorrow in the plant's zone
        plant.submitted(Submission.of("护栏缺失"), List.of(Plant.worker("W200", "赵二")));
        plant.submitted(Submission.of("灭火器失压"), List.of(Plant.worker("W300", "孙三")));
        assertThat(ofDesk("safety", plant.clock.instant()))
                .extracting(Owed::status)
                .containsExactly(OwedStatus.DUE_TODAY, OwedStatus.NEXT, OwedStatus.OPEN);
        assertThat(ofDesk("safety", plant.clock.instant().plus(Duration.ofHours(9))))
                .extracting(Owed::status)
                .containsExactly(OwedStatus.OVERDUE, OwedStatus.NEXT, OwedStatus.OPEN);
    }

    @Test
    void aRectifierAwayIsCoveredAndBothAreNamed() {
        HazardReport fixing = plant.does(
                Plant.SAFETY_HEAD, plant.confirmed(plant.submitted(Submission.of("护栏缺失"))), ReportAct.startFix("R001"));
        String csv = "from,until,role,person,coveredBy\n2024-09-01T00:00,2024-10-01T00:00,AWAY,R001,R005\n";
        plant.reporting.rosters().load(Plant.UNIT, csv.getBytes(StandardCharsets.UTF_8));
        Owed owed = of(Actor.person("R005"), plant.clock.instant()).get(0);
        assertThat(owed.subject()).isEqualTo(fixing.id().value());
        assertThat(owed.named()).containsExactly("R001");
        assertThat(owed.answering()).containsExactly(PersonId.of("R005"));
        assertThat(codes(of(Actor.person("R001"), plant.clock.instant()))).containsExactly("RECTIFICATION");
        assertThat(of(Actor.person("R009"), plant.clock.instant())).isEmpty();
    }
}
