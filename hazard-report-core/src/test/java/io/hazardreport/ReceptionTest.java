package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.channel.Channel;
import io.hazardreport.channel.ChannelTest;
import io.hazardreport.channel.ChannelType;
import io.hazardreport.channel.Roster;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.SchemeReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private final Plant plant = new Plant();

    private Roster roster(String... lines) {
        String csv = "from,until,role,person,shift,coveredBy\n" + String.join("\n", lines) + "\n";
        return plant.reporting.rosters().load(Plant.UNIT, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<PersonId> people(String... ids) {
        return List.of(ids).stream().map(PersonId::of).toList();
    }

    @Test
    void theShiftInForceIsStoredBesideTheInstant() {
        roster(
                "2024-09-02T20:00,2024-09-03T08:00,带班负责人,D009,夜班,",
                "2024-09-02T08:00,2024-09-02T20:00,DUTY_HEAD,D008,白班,");
        plant.clock.set(Instant.parse("2024-09-02T18:10:00Z"));
        HazardReport night = plant.submitted(Submission.of("氨气泄漏").inDanger());
        roster("2024-09-02T20:00,2024-09-03T08:00,DUTY_HEAD,D007,改过的班,");
        assertThat(plant.find(night.id()).submitted().shift()).isEqualTo("夜班");
        assertThat(plant.journal
                        .snapshot(
                                Plant.UNIT,
                                new StreamId(HazardReport.KIND, night.id().value()))
                        .orElseThrow()
                        .columns())
                .containsEntry("shift", "夜班");
        plant.clock.set(Instant.parse("2024-09-04T01:00:00Z"));
        assertThat(plant.submitted(Submission.of("通道堵塞")).submitted().shift()).isEmpty();
    }

    @Test
    void aRosterFileWithFaultsIsRefusedWhole() {
        assertThatThrownBy(() -> roster(
                        "2024-09-02T20:00,2024-09-02T08:00,DUTY_HEAD,D009,夜班,",
                        "2024-09-02T20:00,2024-09-03T08:00,CAPTAIN,D009,夜班,",
                        "2024-09-02T20:00,2024-09-03T08:00,AWAY,D009,,D009"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::path)
                                .containsExactly("row[2].until", "row[3].role", "row[4].coveredBy"));
        assertThat(plant.reporting.rosters().of(Plant.UNIT)).isEqualTo(Roster.EMPTY);
    }

    @Test
    void aSecondInstanceSeesARosterLoadedByTheFirst() {
        Plant other = new Plant(plant.journal);
        assertThat(other.reporting.rosters().of(Plant.UNIT)).isEqualTo(Roster.EMPTY);
        Roster loaded = roster("2024-09-02T20:00,2024-09-03T08:00,DUTY_HEAD,D009,夜班,");
        assertThat(other.reporting.rosters().of(Plant.UNIT)).isEqualTo(loaded);
        roster("2024-09-02T00:00,2024-09-10T00:00,AWAY,D009,,D010");
        assertThat(other.reporting
                        .rosters()
                        .of(Plant.UNIT)
                        .onDuty(Role.DUTY_HEAD, Instant.parse("2024-09-02T13:00:00Z")))
                .containsExactly(PersonId.of("D010"));
    }

    @Test
    void whereAReportWouldGoIsToldBeforeItIsSent() {
        String withParent = ExampleScheme.json()
                .replace(
                        "\"authorityLine\":",
                        "\"parent\": { \"zh\": \"集团安监部 5000\", \"en\": \"group safety, 5000\" }, \"authorityLine\":");
        Plant child = new Plant(new InMemoryJournal(), withParent);
        Submission submission = Submission.of("违章指挥");
        Reports reports = child.reporting.reports();
        assertThat(reports.route(Plant.UNIT, submission, List.of())
                        .desk()
                        .orElseThrow()
                        .code())
                .isEqualTo("safety");
        assertThat(reports.route(Plant.UNIT, submission, people("S001"))
                        .desk()
                        .orElseThrow()
                        .code())
                .isEqualTo("union");
        assertThat(reports.route(Plant.UNIT, submission, people("P001"))
                        .desk()
                        .orElseThrow()
                        .code())
                .isEqualTo("union");
        Routed outside = reports.route(Plant.UNIT, submission, people("P001", "U001"));
        assertThat(outside.desk()).isEmpty();
        assertThat(outside.text().zh()).contains("集团安监部 5000", "12350");
        assertThat(outside.text().en()).contains("group safety, 5000", "12350");
        assertThat(child.journal.select(Plant.UNIT, HazardReport.KIND, List.of(), "id", 9))
                .isEmpty();

        Receipt receipt = reports.submit(
                Plant.UNIT,
                new SubmitCommand(
                        child.newId(), submission, List.of(Plant.worker("W100", "王小明")), people("P001", "U001"), null));
        assertThat(receipt.advice())
                .filteredOn(p -> p.code().equals("report.no-independent-desk"))
                .singleElement()
                .satisfies(p -> assertThat(p.allowed()).contains("集团安监部 5000", "12350"));
    }

    @Test
    void handingOverTakesWhatItMayNamesTheRestAndRepeatsNothing() {
        HazardReport checking = plant.verifying(plant.submitted(Submission.of("护栏缺失")));
        HazardReport closed = plant.closed(plant.confirmed(plant.submitted(Submission.of("灭火器失压"))));
        HazardReport reported =
                plant.verifying(plant.submitted(Submission.of("通道堵塞"), List.of(Plant.worker("V009", "周九"))));
        ReportId aboutHim = plant.newId();
        plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                aboutHim,
                                Submission.of("违章指挥"),
                                List.of(Plant.worker("W100", "王小明")),
                                people("V009"),
                                null));
        plant.verifying(plant.find(aboutHim));
        HazardReport major =
                plant.verifying(plant.submitted(Submission.of("未经审批动火").withItem("E05")));
        plant.clock.pass(Duration.ofMinutes(1));

        HandedOver first =
                plant.reporting.reports().handOver(Plant.UNIT, "V001", "V009", Plant.SAFETY_HEAD, "离职", "leave-1");
        assertThat(first.done())
                .contains(checking.id(), closed.id(), major.id())
                .hasSize(3);
        assertThat(first.refused())
                .extracting(HandedOver.Refused::report)
                .containsExactlyInAnyOrder(reported.id(), aboutHim);
        assertThat(first.refused())
                .allSatisfy(
                        refused -> assertThat(refused.problems().get(0).text().zh())
                                .contains("利害关系")
                                .doesNotContain("周九"));
        assertThat(plant.find(checking.id()).verifiers()).containsExactly("V009", "V002");
        HazardReport kept = plant.find(closed.id());
        assertThat(kept.state()).isEqualTo(ReportState.CLOSED);
        assertThat(kept.history()).anyMatch(event -> event.actor().equals("V001"));

        long version = plant.find(checking.id()).version();
        HandedOver again =
                plant.reporting.reports().handOver(Plant.UNIT, "V001", "V009", Plant.SAFETY_HEAD, "离职", "leave-2");
        assertThat(again.done()).isEmpty();
        assertThat(again.refused()).hasSize(2);
        assertThat(plant.find(checking.id()).version()).isEqualTo(version);
    }

    @Test
    void aRectifierWhoLeftHoldsNothingMoreAndStillNeverRechecks() {
        HazardReport done = plant.fixed(plant.confirmed(plant.submitted(Submission.of("护栏缺失"))));
        plant.clock.pass(Duration.ofMinutes(1));
        Reports reports = plant.reporting.reports();
        assertThat(reports.handOver(Plant.UNIT, "R001", "R002", Plant.SAFETY_HEAD, "调岗", "move-1")
                        .done())
                .containsExactly(done.id());
        assertThat(reports.handOver(Plant.UNIT, "R001", "R003", Plant.SAFETY_HEAD, "调岗", "move-2")
                        .done())
                .isEmpty();
        HazardReport after = plant.find(done.id());
        assertThat(after.rectifiers()).containsExactly("R001", "R002");
        assertThat(after.holders()).contains("R002").doesNotContain("R001");
    }

    @Test
    void twoPairsOfEyesOnASuspectedMajorHazardDoNotBecomeOne() {
        HazardReport major =
                plant.verifying(plant.submitted(Submission.of("未经审批动火").withItem("E05")));
        plant.clock.pass(Duration.ofMinutes(1));
        assertThat(major.isMajorOrSuspected()).isTrue();
        HandedOver answer =
                plant.reporting.reports().handOver(Plant.UNIT, "V001", "V002", Plant.SAFETY_HEAD, "离职", "leave-1");
        assertThat(answer.done()).isEmpty();
        assertThat(answer.refused().get(0).problems())
                .extracting(Problem::code)
                .containsExactly("report.two-verifiers");
    }

    @Test
    void aReportAboutTheOneWhoHandsOverIsNotThereForHim() {
        ReportId aboutHead = plant.newId();
        plant.reporting
                .reports()
                .submit(
                        Plant.UNIT,
                        new SubmitCommand(
                                aboutHead,
                                Submission.of("违章指挥"),
                                List.of(Plant.worker("W100", "王小明")),
                                people("H001"),
                                null));
        plant.verifying(plant.find(aboutHead));
        HandedOver answer =
                plant.reporting.reports().handOver(Plant.UNIT, "V001", "V009", Plant.SAFETY_HEAD, "离职", "leave-1");
        assertThat(answer.done()).isEmpty();
        assertThat(answer.refused()).isEmpty();
    }

    @Test
    void theSheetIsFilledInWithoutAName() {
        HazardReport report = plant.confirmedMajor(
                plant.submitted(Submission.of("二号泵防护罩松动").withPlace("合成车间").withItem("E05")));
        plant.clock.pass(Duration.ofDays(30));
        String sheet = plant.reporting
                .timelines()
                .sheet(Plant.UNIT, report.id(), Plant.WORKER)
                .zh();
        assertThat(sheet)
                .contains(
                        "单位：example-plant 示例化工有限公司",
                        "受理电话：12350",
                        report.receipt().value() + " 2024-09-02 09:00",
                        "地点：合成车间",
                        "情况：二号泵防护罩松动",
                        "隐患类别：E05",
                        "单位认定等级：重大事故隐患",
                        "疑似重大事故隐患判定依据：",
                        "单位内部现状：属实",
                        "2024-09-02 受理",
                        "安排整改 2024-09-03 23:59")
                .doesNotContain(
                        "王小明", "W100", "V001", "S001", report.reporters().get(0).pseudonym());
        assertThat(plant.reporting
                        .timelines()
                        .sheet(Plant.UNIT, report.id(), Plant.WORKER)
                        .en())
                .contains("Grade found by the unit: major", "Place: 合成车间")
                .doesNotContain("{", "王小明");
        assertThatThrownBy(() -> plant.reporting.timelines().sheet(Plant.UNIT, report.id(), Plant.RECEIVER))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void channelsAreTestedOnDatesAndAChangedNumberIsUntested() {
        ChannelTests tests = plant.reporting.channelTests();
        Channel phone = new Channel(ChannelType.PHONE, "8001");
        LocalDate today = LocalDate.parse("2024-09-02");
        ChannelTest good = new ChannelTest("safety", phone, today, true, PersonId.of("S002"));
        assertThat(tests.untested(Plant.UNIT, today)).hasSize(5);
        tests.record(Plant.UNIT, good);
        tests.record(Plant.UNIT, good);
        tests.record(
                Plant.UNIT,
                new ChannelTest("safety", new Channel(ChannelType.APP, "隐患随手报"), today, false, PersonId.of("S002")));
        assertThat(tests.of(Plant.UNIT)).hasSize(2).contains(good);
        assertThat(tests.untested(Plant.UNIT, today))
                .extracting(untested -> untested.channel().type())
                .containsExactly(ChannelType.APP, ChannelType.BOX, ChannelType.PHONE, ChannelType.IN_PERSON);
        assertThat(tests.untested(Plant.UNIT, today.plusDays(1))).hasSize(5);
        assertThatThrownBy(() -> tests.record(
                        Plant.UNIT,
                        new ChannelTest(
                                "safety", new Channel(ChannelType.PHONE, "9999"), today, true, PersonId.of("S002"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("9999")
                .hasMessageContaining("safety PHONE 8001");
        assertThatThrownBy(() -> tests.record(
                        Plant.UNIT, new ChannelTest("safety", phone, today.plusDays(1), true, PersonId.of("S002"))))
                .isInstanceOf(InvalidInputException.class);

        String next = ExampleScheme.json()
                .replace("\"version\": \"2024-1\"", "\"version\": \"2024-2\"")
                .replace("\"8001\"", "\"8009\"")
                .replace("[\"S001\", \"S002\"]", "[\"S001\", \"S004\"]");
        assertThat(plant.reporting.schemes().load(Plant.UNIT, next).warnings())
                .filteredOn(p -> p.code().equals("scheme.notice-renewal"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.path()).isEqualTo("desks.safety");
                    assertThat(p.value()).contains("+S004", "−S002", "+PHONE 8009", "−PHONE 8001");
                });
        assertThat(tests.untested(Plant.UNIT, today))
                .extracting(untested -> untested.channel().address())
                .contains("8009");
        assertThat(plant.reporting
                        .schemes()
                        .load(Plant.UNIT, ExampleScheme.json())
                        .warnings())
                .noneMatch(p -> p.code().equals("scheme.notice-renewal"));
    }

    @Test
    void desksWithTheSamePeopleAreNotTwo() {
        String shared = ExampleScheme.json().replace("[\"U001\"]", "[\"S001\"]");
        assertThat(SchemeReader.read(shared).errors()).extracting(Problem::code).containsExactly("scheme.two-desks");
        String odd = ExampleScheme.json()
                .replace("\"role\": \"UNION\",\n", "\"role\": \"FINANCE\",\n")
                .replace("\"address\": \"8002\"", "\"addres\": \"8002\"");
        assertThat(SchemeReader.read(odd).errors())
                .extracting(Problem::code)
                .contains("scheme.not-one-of", "scheme.unknown-field", "scheme.blank");
    }
}
