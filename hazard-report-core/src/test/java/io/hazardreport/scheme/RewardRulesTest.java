package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.reward.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule sets in real use, and others of their kinds, each a file; every row of it is a test that quotes the rule. */
class RewardRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those in real use, and others of the same kinds. */
    private static List<JsonNode> files() {
        List<JsonNode> files = new ArrayList<>(files("/reward-rules"));
        files.addAll(files("/reward-kinds"));
        return files;
    }

    private static List<JsonNode> files(String folder) {
        try (Stream<Path> paths = Files.list(Path.of(Objects.requireNonNull(RewardRulesTest.class.getResource(folder))
                .getPath()))) {
            List<JsonNode> files = new ArrayList<>();
            for (Path path : paths.sorted().toList()) {
                files.add(JSON.readTree(path.toFile()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> rows() {
        return files().stream().flatMap(file -> {
            List<Arguments> rows = new ArrayList<>();
            String name = file.get("source").asText();
            file.get("tests")
                    .forEach(test -> rows.add(Arguments.of(
                            name.substring(0, name.indexOf(' ')) + ": "
                                    + test.get("quote").asText(),
                            file.get("rule"),
                            test)));
            return rows.stream();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void givesWhatTheRuleSays(String name, JsonNode document, JsonNode test) {
        RewardRule rule = RewardRule.read(document.toString());
        List<Trial.Case> cases = TrialReader.read(test.get("cases").toString(), rule);
        List<Trial.Result> results = Trial.run(rule.schedule(), rule.eligibility(), cases);
        JsonNode expect = test.get("expect");
        for (int i = 0; i < results.size(); i++) {
            JsonNode refused = test.path("refused");
            check(
                    results.get(i),
                    expect.isArray() ? expect.get(i) : expect,
                    refused.isArray() ? refused.get(i) : refused,
                    test);
        }
    }

    private static void check(Trial.Result result, JsonNode cash, JsonNode refused, JsonNode test) {
        List<String> codes = result.problems().stream().map(Problem::code).toList();
        assertThat(codes).isEqualTo(strings(test.path("problems")));
        if (!codes.isEmpty()) {
            return;
        }
        Explanation explanation = result.answer().fold(e -> e, problems -> {
            throw new IllegalStateException(problems.toString());
        });
        for (int ordinal = 1; ordinal <= result.persons().size(); ordinal++) {
            String person = result.persons().get(ordinal - 1);
            int number = ordinal;
            assertThat(explanation.units(ordinal, "CASH"))
                    .as(person)
                    .isEqualTo(cash.get(person).asLong());
            if (test.path("points").has(person)) {
                assertThat(explanation.units(ordinal, "POINTS"))
                        .isEqualTo(test.path("points").get(person).asLong());
            }
            if (test.path("score").has(person)) {
                assertThat(explanation.units(ordinal, "SCORE"))
                        .isEqualTo(new BigDecimal(test.path("score").get(person).asText())
                                .movePointRight(2)
                                .longValueExact());
            }
            assertThat(explanation.grants().stream()
                            .filter(g -> g.ordinal() == number && g.component().equals("HONOUR"))
                            .map(Explanation.Grant::title))
                    .isEqualTo(strings(test.path("honours").path(person)));
            assertThat(explanation.shut().stream()
                            .filter(s -> s.ordinal() == number)
                            .map(Explanation.Shut::code))
                    .isEqualTo(strings(refused.path(person)));
        }
        assertThat(explanation.units(0, "COLLECTIVE"))
                .isEqualTo(test.path("collective").asLong());
        assertThat(explanation.manualGroups()).isEqualTo(strings(test.path("manual")));
        assertThat(explanation.capped().stream().map(Explanation.Capped::cap).distinct())
                .containsAll(strings(test.path("capped")));
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    static Stream<Arguments> documents() {
        return files().stream().map(file -> Arguments.of(file.get("source").asText(), file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void theCheckerFindsTheGapsTheRuleLeaves(String name, JsonNode file) {
        List<String> found = RewardRule.read(file.get("rule").toString()).warnings().stream()
                .map(Problem::code)
                .toList();
        strings(file.get("finds")).forEach(code -> assertThat(found).contains(code));
        // the rule of R1 pays less beyond two million, where its own ladder ends: that is so
        if (!name.startsWith("R1 ")) {
            assertThat(found).doesNotContain("reward.inverted-ladder", "reward.not-proven");
        }
        if (!strings(file.get("finds")).contains("reward.gap-by-hand")) {
            assertThat(found).doesNotContain("reward.gap-by-hand");
        }
    }

    @Test
    void r1HasAGapAboveTwoMillionThatNobodyMayOverlook() {
        JsonNode rule = files().get(0).get("rule");
        String unguarded = rule.toString().replace(",\"otherwise\":\"MANUAL\"", "");
        assertThat(problems(unguarded)).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("reward.gap");
            assertThat(problem.value()).contains("potentialLoss=2000000.00").contains("accident=NONE");
        });
    }

    private static List<Problem> problems(String document) {
        try {
            RewardRule.read(document);
            return List.of();
        } catch (InvalidInputException invalid) {
            return invalid.problems();
        }
    }

    private static PointsRule points(int file) {
        return RewardRule.read(files().stream()
                        .filter(f -> f.get("source").asText().startsWith("R" + file + " "))
                        .findFirst()
                        .orElseThrow()
                        .get("rule")
                        .toString())
                .schedule()
                .points()
                .orElseThrow();
    }

    @Test
    void r12PointsAreWorthAFortiethAtTheEndOfTheQuarter() {
        assertThat(points(12).worth(1000)).isEqualTo(Money.parse("40.00"));
        assertThat(points(12).worth(990)).isEqualTo(Money.parse("39.60"));
        assertThat(points(12).redeemableOn(LocalDate.parse("2024-08-21"))).isEqualTo("2024-09-30");
        assertThat(points(12).redeemableOn(LocalDate.parse("2024-09-30"))).isEqualTo("2024-09-30");
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTER_END, 10, 2024-08-21, 2024-09-21",
        "QUARTER_END, 10, 2024-09-20, 2024-09-21",
        "QUARTER_END, 10, 2024-09-21, 2024-09-21",
        "QUARTER_END, 10, 2024-09-30, 2024-09-30",
        "QUARTER_END, 10, 2024-10-01, 2024-12-22",
        "YEAR_END, 31, 2024-11-30, 2024-12-01",
        "YEAR_END, 31, 2024-12-17, 2024-12-17",
        "MONTH_END, 31, 2024-06-01, 2024-06-01",
        "ANY, 1, 2024-06-01, 2024-06-01"
    })
    void aWindowIsTheLastDaysOfItsPeriod(PointsRule.Window window, int days, LocalDate today, LocalDate redeemable) {
        PointsRule rule = new PointsRule(25, Money.ofYuan(1), 1, window, days, null, null);
        assertThat(rule.redeemableOn(today)).isEqualTo(redeemable);
    }

    @Test
    void theDaysOfAWindowAreReadAndOneIfLeftOut() {
        assertThat(points(12).windowDays()).isOne();
        String rule =
                "{\"reward\":{\"groups\":[{\"code\":\"g\",\"combine\":\"SUM\",\"rules\":[{\"code\":\"r\",\"zh\":\"甲\",\"en\":\"a\","
                        + "\"then\":{\"points\":5}}]}],\"points\":{\"money\":\"1.00\",\"window\":\"YEAR_END\",\"windowDays\":DAYS}}}";
        assertThat(RewardRule.read(rule.replace("DAYS", "15"))
                        .schedule()
                        .points()
                        .orElseThrow()
                        .windowDays())
                .isEqualTo(15);
        assertThat(problems(rule.replace("DAYS", "0")))
                .extracting(Problem::path)
                .containsExactly("reward.points.windowDays");
    }

    @Test
    void r13PointsAreRedeemedInBatchesOfFiveHundred() {
        assertThat(points(13).worth(490)).isEqualTo(Money.ZERO);
        assertThat(points(13).worth(500)).isEqualTo(Money.parse("100.00"));
        assertThat(points(13).worth(1499)).isEqualTo(Money.parse("200.00"));
        PointsRule loose = new PointsRule(500, Money.ofYuan(100), 1, PointsRule.Window.ANY, 1, null, null);
        assertThat(loose.worth(50)).isEqualTo(Money.parse("10.00"));
    }
}
