package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Obligation;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.Submission;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.ReadScheme;
import io.hazardreport.scheme.SchemeReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the calendar ends: nothing is guessed, nothing is lost, and a scheme can add the next year. */
class YearEndTest {

    private static final String NEW_YEAR = "{\"2027\": {\"off\": [\"2027-01-01/2027-01-03\"], \"workdays\": []}}";

    private final Plant plant = new Plant();

    private static String with(String version, String calendar) {
        return ExampleScheme.json()
                .replace("\"version\": \"2024-1\"", "\"version\": \"" + version + "\"")
                .replace("\"zone\":", "\"calendar\": " + calendar + ",\n  \"zone\":");
    }

    private HazardReport submittedAt(String instant) {
        plant.clock.set(Instant.parse(instant));
        return plant.submitted(Submission.of("护栏缺失").inDanger().withSuggestion("加装护栏"));
    }

    private static Instant due(HazardReport report, String duty) {
        return report.obligations().stream()
                .filter(o -> o.code().equals(duty))
                .map(Obligation::due)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReportIsTakenInAndItsSuggestionDueAtTheEndOfTheLastYearKnown() {
        HazardReport report = submittedAt("2026-12-30T02:00:00Z");
        assertThat(due(report, "SUGGESTION_DECISION")).isEqualTo("2026-12-31T16:00:00Z");
        assertThat(due(report, "ADMISSION")).isEqualTo("2026-12-31T02:00:00Z");
        assertThat(due(submittedAt("2027-03-01T02:00:00Z"), "SUGGESTION_DECISION"))
                .as("after that on the day itself")
                .isEqualTo("2027-03-01T16:00:00Z");
    }

    @Test
    void anAdmissionNamesTheYearAndGoesOnOnceAVersionHasIt() {
        HazardReport report = submittedAt("2026-12-31T02:00:00Z");
        ReportCommand admit = plant.command(Plant.RECEIVER, report, ReportAct.admit());
        ActionRefusedException refused = catchThrowableOfType(
                ActionRefusedException.class, () -> plant.reporting.reports().perform(Plant.UNIT, admit));
        assertThat(refused.problems())
                .isEqualTo(plant.reporting.reports().check(Plant.UNIT, admit))
                .extracting(Problem::code, Problem::value)
                .containsExactly(tuple("deadline.calendar-year-missing", "2027"));
        assertThat(refused).hasMessageContaining("\"calendar\": {\"2027\"");
        ReadScheme read = plant.reporting.schemes().load(Plant.UNIT, with("2027-1", NEW_YEAR));
        assertThat(read.warnings()).extracting(Problem::code).doesNotContain("scheme.calendar-ends");
        HazardReport admitted = plant.reporting.reports().perform(Plant.UNIT, admit);
        assertThat(admitted.schemeVersion()).isEqualTo("2024-1");
        assertThat(due(admitted, "VERIFICATION_START")).isEqualTo("2027-01-04T16:00:00Z");
    }

    @Test
    void aVersionLoadedSixtyDaysBeforeTheEndIsWarnedOf() {
        plant.clock.set(Instant.parse("2026-11-01T16:00:00Z"));
        assertThat(plant.reporting
                        .schemes()
                        .load(Plant.UNIT, with("2026-1", "{}"))
                        .warnings())
                .extracting(Problem::code, Problem::value)
                .contains(tuple("scheme.calendar-ends", "2026-12-31"));
        plant.reporting.schemes().load(Plant.UNIT, with("2026-2", NEW_YEAR));
        assertThat(plant.reporting
                        .schemes()
                        .load(Plant.UNIT, with("2026-3", "{}"))
                        .warnings())
                .as("an earlier version has the year")
                .extracting(Problem::code)
                .doesNotContain("scheme.calendar-ends");
    }

    @Test
    void remindersOfEverythingElseGoOut() {
        submittedAt("2026-12-30T02:00:00Z");
        plant.clock.set(Instant.parse("2027-01-05T02:00:00Z"));
        submittedAt("2027-01-05T02:00:00Z");
        List<Reminder> taken = plant.reporting.reminders().take(Plant.UNIT, 1000);
        assertThat(taken)
                .extracting(reminder -> reminder.owed().obligation().code())
                .contains("ADMISSION", "SUGGESTION_DECISION", "DANGER_ACKNOWLEDGEMENT");
        assertThat(taken).extracting(Reminder::escalated).contains(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"27\": {\"off\": [\"2027-01-01\"]}}#scheme.unreadable#calendar.27",
                "{\"2027\": {\"off\": []}}#scheme.blank#calendar.2027.off",
                "{\"2027\": {\"off\": [\"2027-13-01\"]}}#scheme.unreadable#calendar.2027.off[0]",
                "{\"2027\": {\"off\": [\"2028-01-01\"]}}#scheme.out-of-range#calendar.2027.off[0]",
                "{\"2027\": {\"off\": [\"2027-02-10/2027-02-01\"]}}#scheme.unreadable#calendar.2027.off[0]",
                "{\"2027\": {\"off\": [\"2027-01-01\"], \"workdays\": [\"2027-01-04\"]}}#scheme.out-of-range#calendar.2027.workdays[0]",
                "{\"2027\": {\"off\": [\"2027-01-02\"], \"workdays\": [\"2027-01-02\"]}}#scheme.twice#calendar.2027.workdays[0]",
                "{\"2028\": {\"off\": [\"2028-01-01\"]}}#scheme.calendar-gap#calendar",
                "{\"2027\": {\"off\": [\"2027-01-01\"], \"of\": []}}#scheme.unknown-field#calendar.2027.of"
            })
    void aCalendarThatIsWrong(String calendar, String code, String path) {
        assertThat(SchemeReader.read(with("2027-1", calendar)).errors())
                .extracting(Problem::code, Problem::path)
                .contains(tuple(code, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer",
                "suggestion",
                "rewardDecision",
                "awardApproval",
                "awardRelease",
                "awardNotice",
                "objection",
                "verification",
                "extensionNotice.VERIFICATION",
                "rework.MAJOR"
            })
    void onlyPaymentClaimAndAppealRoll(String limit) {
        String json = ExampleScheme.json().replaceAll("(\"" + limit + "\": \"[^\"]*)\"", "$1 forward\"");
        assertThat(SchemeReader.read(json).errors())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("scheme.limit-never-rolls", "limits." + limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93 days", "56 working days", "2209 hours", "10000 hours"})
    void progressIsReportedEveryQuarterAtLeast(String progress) {
        String json = ExampleScheme.json().replace("\"progress\": \"90 days\"", "\"progress\": \"" + progress + "\"");
        assertThat(SchemeReader.read(json).errors())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("scheme.out-of-range", "limits.progress"));
    }

    @Test
    void aNoticeAsLongAsTheVerificationIsWarnedOf() {
        String json = ExampleScheme.json().replace("\"extensionNotice.VERIFICATION\": \"1 working day\",", "");
        assertThat(SchemeReader.read(json).warnings()).extracting(Problem::code).contains("scheme.notice-too-long");
    }
}
