package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scheme is checked as a whole: one fault does not hide the next, and none is told that is not there. */
class WholeSchemeTest {

    private static final String MAJOR =
            "\"when\": { \"tier\": [\"MAJOR\"] }, \"then\": { \"cash\": { \"from\": \"1000.00\"";
    private static final String GENERAL = "\"tier\": [\"GENERAL\"], \"duty\": [\"NORMAL\"]";
    private static final String HUNDRED = "\"then\": { \"cash\": \"100.00\" }";

    private static ReadScheme read(String... changes) {
        String json = ExampleScheme.json();
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(json).contains(changes[i]);
            json = json.replaceFirst(Pattern.quote(changes[i]), changes[i + 1]);
        }
        return SchemeReader.read(json);
    }

    @Test
    void aBlankAmountDoesNotHideAMissingRule() {
        ReadScheme read = read(HUNDRED, HUNDRED.replace("100.00", ""), MAJOR, MAJOR.replace("MAJOR", "CONSIDERABLE"));
        assertThat(read.errors())
                .extracting(Problem::code, Problem::path, Problem::value)
                .containsExactlyInAnyOrder(
                        tuple("scheme.blank", "reward.groups[0].rules[0].then.cash", "\"\""),
                        tuple("reward.gap", "reward.groups[0]", "tier=MAJOR, duty=NORMAL"),
                        tuple(
                                "reward.overlap",
                                "reward.groups[0].rules[2], reward.groups[0].rules[3]",
                                "tier=CONSIDERABLE, duty=NORMAL"));
    }

    @Test
    void aFaultInOneGroupDoesNotHideOneInAnotherNorInTheRestOfTheDocument() {
        ReadScheme read = read(
                "\"combine\": \"SUM\",",
                "\"combine\": \"SOMEHOW\",",
                MAJOR,
                MAJOR.replace("MAJOR", "CONSIDERABLE"),
                "\"admission\": \"24 hours\"",
                "\"admission\": \"soon\"",
                "\"amount\": \"5000.00\"",
                "\"amount\": \"0\"");
        assertThat(read.errors())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "scheme.not-one-of",
                        "reward.gap",
                        "reward.overlap",
                        "deadline.bad-limit",
                        "reward.amount-not-positive");
    }

    @Test
    void addsToWhatMayBeAMajorHazardInItsOwnField() {
        String rows = "\"majorHazards\": [{ \"item\": \"%s\", \"document\": \"本公司判定\", \"article\": \"第二条\","
                + " \"inForceFrom\": \"2024-09-01\" }], \"tiers\"";
        Scheme scheme = read("\"tiers\"", rows.formatted("V01")).orThrow();
        LocalDate before = LocalDate.of(2024, 8, 31);
        assertThat(scheme.suspectedStandard("V01", before)).isEmpty();
        assertThat(scheme.suspectedStandard("V01", before.plusDays(1))).isEqualTo("本公司判定 第二条");
        assertThat(scheme.suspectedStandard("M07", before))
                .as("the shipped table still stands")
                .isNotEmpty();
        assertThat(read("\"tiers\"", rows.formatted("X77")).errors())
                .extracting(Problem::code, Problem::path, Problem::value)
                .containsExactly(tuple("scheme.not-one-of", "majorHazards[0].item", "X77"));
    }

    @Test
    void aTestThatCannotBeReadClosesNoGapAndMakesNoOverlap() {
        ReadScheme unknown = read(GENERAL, GENERAL.replace("NORMAL", "SOME"));
        assertThat(unknown.errors())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("reward.unknown-value", "reward.groups[0].rules[0].when.duty"));
        ReadScheme gap = read(GENERAL, GENERAL.replace("NORMAL", "SOME"), MAJOR, MAJOR.replace("MAJOR", "GENERAL"));
        assertThat(gap.errors())
                .extracting(Problem::code, Problem::value)
                .contains(tuple("reward.gap", "tier=MAJOR, duty=NORMAL"))
                .doesNotContain(tuple("reward.gap", "tier=GENERAL, duty=NORMAL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "5"})
    void amountsAreToldInYuan(String to) {
        List<Problem> errors = read(
                        "\"to\": \"500.00\"", "\"to\": \"" + to + "\"", "\"from\": \"200.00\"", "\"from\": \"600\"")
                .errors();
        assertThat(errors)
                .filteredOn(problem -> problem.path().equals("reward.groups[0].rules[2].then.cash"))
                .extracting(Problem::value)
                .contains("600.00 - " + to + ".00");
    }

    @Test
    void nothingSpeaksEnglishInAChineseSentence() {
        assertThat(read("\"version\": \"2024-1\"", "\"version\": \"\"").errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text().zh()).isEqualTo("「version」未填写（现为 \"\"）；须填写：\"…\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monthlyQuota", "reportsPerMonth", "minimumReports", "required_reports", "每月指标"})
    void aQuotaOfReportsIsRefusedAsSuch(String key) {
        ReadScheme read = read("\"publicNotice\": false,", "\"publicNotice\": false, \"" + key + "\": 2,");
        assertThat(read.errors())
                .extracting(Problem::code, Problem::path, Problem::value)
                .containsExactly(tuple("scheme.no-report-quota", key, "2"));
        assertThat(read.errors().get(0).text().zh()).contains("报告指标");
    }

    private static RewardRule rule(String rules) {
        return RewardRule.read(
                "{\"tiers\":[\"SMALL\",\"BIG\"],\"reward\":{\"groups\":[{\"code\":\"g\",\"combine\":\"SUM\","
                        + "\"rules\":[" + rules
                        + ",{\"code\":\"h\",\"zh\":\"h\",\"en\":\"h\",\"then\":{\"honour\":{\"code\":\"H\","
                        + "\"zh\":\"h\",\"en\":\"h\"}}}]}]}}");
    }

    private static String cash(String code, String when, String then) {
        return "{\"code\":\"" + code + "\",\"zh\":\"a\",\"en\":\"a\",\"when\":{" + when + "},\"then\":{\"cash\":" + then
                + "}}";
    }

    @Test
    void theSameForEveryGradeIsWarnedOf() {
        assertThat(rule(cash("a", "", "\"50.00\"")).warnings())
                .extracting(Problem::code, Problem::path, Problem::value)
                .containsExactly(tuple("reward.flat", "reward.groups", "CASH 50.00"));
        String twoRules =
                cash("a", "\"tier\":[\"SMALL\"]", "\"50.00\"") + "," + cash("b", "\"tier\":[\"BIG\"]", "\"50.00\"");
        assertThat(rule(twoRules).warnings()).extracting(Problem::code).containsExactly("reward.flat");
    }

    @Test
    void aDifferenceByTierGradeLossOrChoiceIsNotFlat() {
        for (String rules : List.of(
                cash("a", "\"tier\":[\"SMALL\"]", "\"50.00\"") + "," + cash("b", "\"tier\":[\"BIG\"]", "\"60.00\""),
                cash("a", "", "\"50.00\"") + "," + cash("b", "\"grade\":[\"MAJOR\"]", "\"60.00\""),
                cash("a", "", "\"50.00\"") + "," + cash("b", "\"potentialLoss\":{\"from\":\"1000\"}", "\"60.00\""),
                cash("a", "", "{\"from\":\"50.00\",\"to\":\"60.00\"}"))) {
            assertThat(rule(rules).warnings()).extracting(Problem::code).doesNotContain("reward.flat");
        }
    }

    @Test
    void aRewardThatHangsOnAQuotaIsWarnedOf() {
        RewardRule rule = RewardRule.read("{\"facts\":{\"quotaMet\":{\"zh\":\"完成指标\",\"en\":\"quota met\",\"type\":"
                + "\"flag\"}},\"groups\":[{\"code\":\"g\",\"combine\":\"SUM\",\"rules\":["
                + cash("a", "\"quotaMet\":true", "\"1.00\"") + "]}]}");
        assertThat(rule.warnings())
                .extracting(Problem::code, Problem::path)
                .contains(tuple("reward.quota-fact", "facts.quotaMet"));
    }

    @Test
    void aRuleByItselfNamesPathsOfItsOwnDocument() {
        Throwable thrown = catchThrowable(() -> RewardRule.read("{\"groups\":[{\"code\":\"g\",\"combine\":"
                + "\"EXCLUSIVE\",\"rules\":[" + cash("a", "\"grade\":[\"MAJOR\"]", "\"1.00\"") + "]}]}"));
        assertThat(((InvalidInputException) thrown).problems())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("reward.gap", "groups[0]"));
    }
}
