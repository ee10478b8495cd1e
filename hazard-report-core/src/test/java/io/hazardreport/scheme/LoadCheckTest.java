package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check at load finds, with path and example. */
class LoadCheckTest {

    private static final String[] FACTS = {
        "potentialLoss", "fine", "avoidedLoss", "deaths", "potentialDeaths", "potentialInjuries"
    };

    private static List<Problem> findings(String combine, String rest, List<String> rules) {
        String json = "{\"tiers\":[\"D\",\"C\",\"B\",\"A\"],\"reward\":{\"format\":1,"
                + "\"rounding\":{\"to\":\"0.01\",\"mode\":\"DOWN\"},\"groups\":[{\"code\":\"g\",\"combine\":\""
                + combine + "\"," + rest + "\"rules\":[" + String.join(",", rules) + "]}]}}";
        try {
            return RewardRule.read(json).warnings();
        } catch (InvalidInputException invalid) {
            return invalid.problems();
        }
    }

    private static String rule(int number, String when, String then) {
        return "{\"code\":\"r" + number + "\",\"zh\":\"r\",\"en\":\"r\",\"when\":{" + when + "},\"then\":{" + then
                + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "EXCLUSIVE##\"tier\":[\"D\",\"A\"]#\"cash\":\"1000\"#\"tier\":[\"C\",\"B\"]#\"cash\":\"10\"#tier=C",
                "EXCLUSIVE##\"grade\":[\"GENERAL\"]#\"cash\":\"1000\"#\"grade\":[\"MAJOR\"]#\"points\":\"1\"#grade=MAJOR",
                "EXCLUSIVE##\"grade\":[\"GENERAL\"]#\"cash\":\"1000\"#\"grade\":[\"MAJOR\"]#\"honour\":{\"code\":\"P\",\"zh\":\"p\",\"en\":\"p\"}#grade=MAJOR",
                "EXCLUSIVE#\"otherwise\":\"NONE\",#\"tier\":[\"D\"]#\"cash\":\"1000\"#\"tier\":[\"C\"]#\"cash\":\"2000\"#tier=B",
                "EXCLUSIVE##\"avoidedLoss\":{\"below\":\"100000\"}#\"cash\":{\"percent\":\"5\",\"of\":\"avoidedLoss\"}#\"avoidedLoss\":{\"from\":\"100000\"}#\"cash\":{\"percent\":\"1\",\"of\":\"avoidedLoss\"}#avoidedLoss=100000.00",
                "EXCLUSIVE#\"monotone\":[\"serviceMonths\"],#\"serviceMonths\":{\"below\":\"12\"}#\"cash\":\"500\"#\"serviceMonths\":{\"from\":\"12\"}#\"cash\":\"100\"#serviceMonths=12",
                "SUM##\"grade\":[\"GENERAL\"]#\"cash\":\"5000\"#\"realName\":true#\"cash\":\"100\"#grade=MAJOR",
                "EXCLUSIVE##\"grade\":[\"GENERAL\"]#\"cash\":\"500\"#\"grade\":[\"MAJOR\"]#\"cash\":{\"percent\":\"2\",\"of\":\"avoidedLoss\"}#grade=MAJOR, avoidedLoss=0.00",
                "EXCLUSIVE##\"grade\":[\"GENERAL\"]#\"cash\":{\"percent\":\"2\",\"of\":\"avoidedLoss\"}#\"grade\":[\"MAJOR\"]#\"cash\":\"500\"#grade=MAJOR, avoidedLoss=100000.00",
                "EXCLUSIVE##\"grade\":[\"GENERAL\"]#\"cash\":{\"each\":\"300\",\"per\":\"items\"}#\"grade\":[\"MAJOR\"]#\"cash\":{\"percent\":\"2\",\"of\":\"fine\"}#items=1, fine=0.00",
                "EXCLUSIVE##\"grade\":[\"GENERAL\"]#\"cash\":{\"from\":\"200\",\"to\":\"900\",\"adjudicator\":\"ADJUDICATOR\"}#\"grade\":[\"MAJOR\"]#\"cash\":{\"percent\":\"2\",\"of\":\"fine\",\"floor\":\"500\"}#grade=MAJOR, fine=0.00"
            })
    void findsWhereABiggerHazardIsGivenLess(
            String combine, String rest, String when1, String then1, String when2, String then2, String example) {
        List<Problem> found =
                findings(combine, rest == null ? "" : rest, List.of(rule(1, when1, then1), rule(2, when2, then2)));
        assertThat(found).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("reward.inverted-ladder");
            assertThat(problem.path()).startsWith("reward.groups[0].rules[");
            assertThat(problem.value()).contains(example);
        });
    }

    /** What is so for some loss is a thing to look at; what is so for any is a fault; what a floor or cap keeps apart, neither. */
    @Test
    void stepsOfDifferentKindsAreAFaultOnlyWhereTheyAreInvertedInEveryCase() {
        String small = rule(1, "\"grade\":[\"GENERAL\"]", "\"cash\":\"500\"");
        String percent = "\"cash\":{\"percent\":\"2\",\"of\":\"avoidedLoss\",\"floor\":\"FLOOR\",\"cap\":\"CAP\"}";
        assertThat(inverted(small, percent.replace("FLOOR", "500").replace("CAP", "900")))
                .isEmpty();
        assertThat(inverted(small, percent.replace("FLOOR", "499.99").replace("CAP", "900")))
                .containsExactly("WARNING");
        assertThat(inverted(small, percent.replace("FLOOR", "100").replace("CAP", "499.99")))
                .containsExactly("ERROR");
    }

    private static List<String> inverted(String small, String big) {
        String group = "{\"code\":\"g\",\"combine\":\"EXCLUSIVE\",\"rules\":[" + small + ","
                + rule(2, "\"grade\":[\"MAJOR\"]", big) + "]}";
        ReadScheme read = SchemeReader.checkReward(
                "{\"format\":1,\"rounding\":{\"to\":\"0.01\",\"mode\":\"DOWN\"}," + "\"groups\":[" + group + "]}");
        List<String> severities = new ArrayList<>();
        read.errors().stream().filter(LoadCheckTest::isInverted).forEach(p -> severities.add("ERROR"));
        read.warnings().stream().filter(LoadCheckTest::isInverted).forEach(p -> severities.add("WARNING"));
        return severities;
    }

    private static boolean isInverted(Problem problem) {
        return problem.code().equals("reward.inverted-ladder");
    }

    /** Goods of which nobody said what they cost may be more or less than the money: that is said. */
    @Test
    void saysSoWhereItHangsOnGoodsWithoutAValue() {
        String goods = "\"goods\":{\"code\":\"G\",\"zh\":\"箱\",\"en\":\"box\"VALUE}";
        String small = rule(1, "\"grade\":[\"GENERAL\"]", "\"cash\":\"500\"");
        assertThat(findings(
                        "EXCLUSIVE", "", List.of(small, rule(2, "\"grade\":[\"MAJOR\"]", goods.replace("VALUE", "")))))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo("reward.not-proven");
                    assertThat(problem.value()).contains("goods", "grade=MAJOR");
                    assertThat(problem.allowed()).isEqualTo("goods: value");
                });
        assertThat(findings(
                        "EXCLUSIVE",
                        "",
                        List.of(small, rule(2, "\"grade\":[\"MAJOR\"]", goods.replace("VALUE", ",\"value\":\"500\"")))))
                .extracting(Problem::code)
                .doesNotContain("reward.not-proven", "reward.inverted-ladder");
    }

    @Test
    void asksTheGroupsBesideBeforeItSaysThatNothingIsGiven() {
        String small = "{\"code\":\"s\",\"combine\":\"EXCLUSIVE\",\"otherwise\":\"NONE\",\"rules\":["
                + rule(1, "\"grade\":[\"GENERAL\"]", "\"cash\":\"100\"") + "]}";
        String big = small.replace("\"s\"", "\"b\"").replace("GENERAL", "MAJOR").replace("r1", "r2");
        assertThat(codes(small, big.replace("100", "500"))).doesNotContain("reward.inverted-ladder");
        assertThat(codes(small, big.replace("100", "50"))).contains("reward.inverted-ladder");
    }

    private static List<String> codes(String... groups) {
        String json = "{\"format\":1,\"groups\":[" + String.join(",", groups) + "]}";
        try {
            return RewardRule.read(json).warnings().stream().map(Problem::code).toList();
        } catch (InvalidInputException invalid) {
            return invalid.problems().stream().map(Problem::code).toList();
        }
    }

    @Test
    void saysSoWhereALadderIsTooWideToWalk() {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            StringBuilder when = new StringBuilder();
            for (String fact : List.of(FACTS).subList(0, 5)) {
                when.append(when.isEmpty() ? "" : ",").append("\"" + fact + "\":{\"from\":\"" + i * 10 + "\"}");
            }
            rules.add(rule(i, when.toString(), "\"cash\":\"1\""));
        }
        assertThat(findings("BEST", "", rules)).extracting(Problem::code).contains("reward.not-proven");
    }

    /** Two hundred boxes that fill six facts, cut at random from one. */
    private static List<long[][]> boxes(int seed) {
        Random random = new Random(seed);
        List<long[][]> boxes = new ArrayList<>();
        long[][] whole = new long[6][];
        for (int f = 0; f < 6; f++) {
            whole[f] = new long[] {0, 100_000};
        }
        boxes.add(whole);
        while (boxes.size() < 200) {
            long[][] box = boxes.remove(random.nextInt(boxes.size()));
            int fact = random.nextInt(6);
            long low = box[fact][0];
            long high = box[fact][1];
            if (high - low < 2) {
                boxes.add(box);
                continue;
            }
            long middle = low + 1 + random.nextInt((int) (high - low - 1));
            long[][] below = box.clone();
            long[][] above = box.clone();
            below[fact] = new long[] {low, middle};
            above[fact] = new long[] {middle, high};
            boxes.add(below);
            boxes.add(above);
        }
        return boxes;
    }

    private static List<String> rules(List<long[][]> boxes) {
        List<String> rules = new ArrayList<>();
        for (int r = 0; r < boxes.size(); r++) {
            StringBuilder when = new StringBuilder();
            for (int f = 0; f < 6; f++) {
                long[] side = boxes.get(r)[f];
                String below = side[1] == 100_000 ? "" : ",\"below\":\"" + side[1] + "\"";
                when.append(f == 0 ? "" : ",")
                        .append("\"" + FACTS[f] + "\":{\"from\":\"" + side[0] + "\"" + below + "}");
            }
            rules.add(rule(r, when.toString(), "\"cash\":\"100\""));
        }
        return rules;
    }

    @Test
    void provesTwoHundredRulesOverSixFacts() {
        assertThat(findings("EXCLUSIVE", "", rules(boxes(7))))
                .extracting(Problem::code)
                .doesNotContain("reward.gap", "reward.overlap", "reward.not-proven", "reward.inverted-ladder");
    }

    @Test
    void tellsOneGapForOneMissingBox() {
        List<long[][]> boxes = boxes(7);
        long[][] gone = boxes.remove(77);
        List<Problem> gaps = findings("EXCLUSIVE", "", rules(boxes)).stream()
                .filter(problem -> problem.code().equals("reward.gap"))
                .toList();
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.path()).isEqualTo("reward.groups[0]");
            assertThat(gap.value()).contains("deaths=" + gone[3][0], "potentialInjuries=" + gone[5][0]);
        });
    }

    @Test
    void namesAGroupOfSevenFactsAsNotProven() {
        StringBuilder when = new StringBuilder("\"serviceMonths\":{\"from\":\"0\"}");
        for (String fact : FACTS) {
            when.append(",\"" + fact + "\":{\"from\":\"0\"}");
        }
        assertThat(findings("EXCLUSIVE", "", List.of(rule(1, when.toString(), "\"cash\":\"1\""))))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo("reward.not-proven");
                    assertThat(problem.value()).contains("7 facts", "serviceMonths");
                });
    }
}
