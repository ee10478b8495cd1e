package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.ExplanationText;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactTypes;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.reward.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a schedule gives in small cases, where rules, sharing and caps meet. */
class CalculationTest {

    private static String rule(String code, String when, String then) {
        return "{'code':'" + code + "','zh':'" + code + "','en':'" + code + "','when':" + when + ",'then':" + then
                + "}";
    }

    private static RewardRule read(String more, String combine, String... rules) {
        return RewardRule.read(("{'format':1" + more + ",'groups':[{'code':'g','combine':'" + combine + "','rules':["
                        + String.join(",", rules) + "]}]}")
                .replace('\'', '"'));
    }

    private static List<Trial.Result> run(RewardRule rule, String cases) {
        return Trial.run(rule.schedule(), rule.eligibility(), TrialReader.read(cases.replace('\'', '"'), rule));
    }

    private static Explanation only(RewardRule rule, String oneCase) {
        return accepted(run(rule, "[" + oneCase + "]").get(0));
    }

    private static Explanation accepted(Trial.Result result) {
        return result.answer().fold(e -> e, problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    private static List<Long> cash(Explanation explanation, int persons) {
        return LongStream.rangeClosed(1, persons)
                .map(i -> explanation.units((int) i, "CASH"))
                .boxed()
                .toList();
    }

    private static final String THREE = "{'reporters':[{'id':'A'},{'id':'B'},{'id':'C'}]}";

    @Test
    void aCapOfTheDecisionComesBeforeItIsDivided() {
        RewardRule rule = read(
                ",'sharing':'EQUAL_SPLIT','caps':[{'code':'rep','per':'PER_DECISION','amount':'1000'}]",
                "EXCLUSIVE",
                rule("x", "{}", "{'cash':'3000'}"));
        assertThat(cash(only(rule, THREE), 3)).containsExactly(33_334L, 33_333L, 33_333L);
    }

    @Test
    void whoWasRegisteredAtAnotherTimeReportedByHimselfAndTheFirstCounts() {
        RewardRule rule = read("", "EXCLUSIVE", rule("x", "{}", "{'cash':'30'}"));
        String two =
                "{'reporters':[{'id':'A','registeredAt':'2024-09-02T10:00'},{'id':'B','registeredAt':'2024-09-02T%s'}]}";
        assertThat(cash(only(rule, two.formatted("08:00")), 2)).containsExactly(0L, 3_000L);
        RewardRule split = read(",'sharing':'EQUAL_SPLIT'", "EXCLUSIVE", rule("x", "{}", "{'cash':'30'}"));
        assertThat(cash(only(split, two.formatted("10:00")), 2)).containsExactly(1_500L, 1_500L);
        assertThat(cash(only(split, two.formatted("11:00")), 2)).containsExactly(3_000L, 0L);
    }

    @Test
    void aCaseThatDoesNotSayItsDayCountsInTheMonthItWasRegistered() {
        RewardRule rule = read(
                ",'caps':[{'code':'m','per':'PER_PERSON_MONTH','amount':'50'}]",
                "EXCLUSIVE",
                rule("x", "{}", "{'cash':'30'}"));
        String at = "{'reporters':[{'id':'A','registeredAt':'2024-%s'}]}";
        List<Long> paid = run(
                        rule,
                        "[" + at.formatted("01-31") + "," + at.formatted("01-31") + "," + at.formatted("02-01") + "]")
                .stream()
                .map(result -> accepted(result).units(1, "CASH"))
                .toList();
        assertThat(paid).containsExactly(3_000L, 2_000L, 3_000L);
    }

    private static List<Long> score(Explanation explanation, int persons) {
        return LongStream.rangeClosed(1, persons)
                .map(i -> explanation.units((int) i, "SCORE"))
                .boxed()
                .toList();
    }

    @Test
    void aCapOfTheDecisionSeesEveryScoreThatIsNotDivided() {
        RewardRule free = read(",'sharing':'EQUAL_SPLIT'", "EXCLUSIVE", rule("x", "{}", "{'cash':'30','score':'1'}"));
        assertThat(score(only(free, THREE), 3)).as("each has it whole").containsExactly(100L, 100L, 100L);
        RewardRule rule = read(
                ",'sharing':'EQUAL_SPLIT','caps':[{'code':'rep','per':'PER_DECISION','score':'1'}]",
                "EXCLUSIVE",
                rule("x", "{}", "{'cash':'30','score':'1'}"));
        Explanation explanation = only(rule, THREE);
        assertThat(cash(explanation, 3)).containsExactly(1_000L, 1_000L, 1_000L);
        assertThat(score(explanation, 3)).containsExactly(34L, 33L, 33L);
    }

    @Test
    void whereEachHasTheFullAmountTheCapCutsAllInProportion() {
        RewardRule rule = read(
                ",'sharing':'EACH_FULL','remainder':'ALL_TO_LAST',"
                        + "'caps':[{'code':'rep','per':'PER_DECISION','amount':'1000'}]",
                "EXCLUSIVE",
                rule("op", "{'role':['OPERATIVE','TECHNICIAN']}", "{'cash':'1000'}"),
                rule("mgr", "{'role':['MANAGER']}", "{'cash':'100'}"));
        Explanation explanation = only(
                rule,
                "{'reporters':[{'id':'A','facts':{'role':'OPERATIVE'}},{'id':'B','facts':{'role':'OPERATIVE'}},"
                        + "{'id':'C','facts':{'role':'MANAGER'}}]}");
        assertThat(cash(explanation, 3)).containsExactly(47_619L, 47_619L, 4_762L);
    }

    @Test
    void whatASplitLeavesOverIsLeftOverOnceForAllRules() {
        RewardRule rule = read(
                ",'sharing':'EQUAL_SPLIT'", "SUM", rule("a", "{}", "{'cash':'10'}"), rule("b", "{}", "{'cash':'10'}"));
        assertThat(cash(only(rule, THREE), 3)).containsExactly(667L, 667L, 666L);
    }

    @Test
    void roundingNeverLiftsAnAmountAboveItsCap() {
        String then = "{'cash':{'percent':'10','of':'fine','cap':'99.50','rounding':{'to':'1','mode':'HALF_UP'}}}";
        RewardRule rule = read("", "EXCLUSIVE", rule("p", "{}", then));
        assertThat(only(rule, "{'facts':{'fine':'5000'}}").total()).isEqualTo(Money.parse("99.50"));
    }

    @Test
    void aPercentOfMoneyInPointsIsOfYuan() {
        String then = "{'points':{'percent':'1','of':'avoidedLoss'},'score':{'percent':'0.01','of':'avoidedLoss'}}";
        RewardRule rule = read(
                ",'points':{'per':1,'money':'1'},'rounding':{'to':'0.01','mode':'DOWN'}",
                "EXCLUSIVE",
                rule("p", "{}", then));
        Explanation explanation = only(rule, "{'facts':{'avoidedLoss':'10000'}}");
        assertThat(explanation.units(1, "POINTS")).isEqualTo(100);
        assertThat(explanation.units(1, "SCORE")).isEqualTo(100);
    }

    @Test
    void aFactThatIsMissingIsNamedWithWhatIsAllowed() {
        RewardRule rule = read(
                "",
                "EXCLUSIVE",
                rule("low", "{'effect':['LOW']}", "{'cash':'10'}"),
                rule("high", "{'effect':['MEDIUM','HIGH']}", "{'cash':'20'}"));
        Problem problem = run(rule, "[{}]").get(0).problems().get(0);
        assertThat(problem.code()).isEqualTo("reward.fact-missing");
        assertThat(problem.path()).isEqualTo("facts.effect");
        assertThat(problem.value()).isEqualTo("1");
        assertThat(problem.allowed()).isEqualTo("HIGH | MEDIUM / LOW");
    }

    /** Of a cap that counts a fact's values apart, those of a case that does not say would all be one. */
    @Test
    void aCapAsksForTheFactItCountsApartAndForTheDay() {
        RewardRule rule = read(
                ",'caps':[{'code':'same','per':'PER_PERSON_MONTH','amount':'150','by':'item'}]",
                "EXCLUSIVE",
                rule("x", "{}", "{'cash':'100'}"));
        String person = "'reporters':[{'id':'A'},{'id':'B'}]";
        List<Trial.Result> results = run(
                rule,
                "[{'facts':{'submittedOn':'2024-09-02'}," + person + "},{'facts':{'item':'P01'}," + person + "},"
                        + "{'facts':{'item':'P01','submittedOn':'2024-09-02'}," + person + "},"
                        + "{'facts':{'item':'P01'},'reporters':[{'id':'A','registeredAt':'2024-09-03T08:00'}]}]");
        assertThat(results.get(0).problems())
                .extracting(Problem::code, Problem::path, Problem::value, Problem::allowed)
                .containsExactly(tuple("reward.cap-fact-missing", "facts.item", "1", "same"));
        assertThat(results.get(1).problems())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("reward.day-missing", "facts.submittedOn"));
        assertThat(cash(accepted(results.get(2)), 2)).containsExactly(10_000L, 0L);
        assertThat(accepted(results.get(3)).units(1, "CASH")).isEqualTo(5_000);
        results.subList(0, 2).stream()
                .flatMap(r -> r.problems().stream())
                .forEach(problem -> assertThat(problem.text().zh())
                        .containsPattern("\\p{IsHan}")
                        .contains(problem.path()));
    }

    /** Goods count against a cap of money where it says so: those that fit are given, and cash has what is left. */
    @Test
    void goodsCountAtTheirValueWhereTheCapSaysSo() {
        String give = "{'cash':'80','goods':{'code':'G','zh':'箱','en':'box','value':'60'}}";
        String facts = "{'facts':{'submittedOn':'2024-09-02'},'reporters':[{'id':'A','used':{'m':'USED'}}]}";
        for (String per : List.of("PER_PERSON_MONTH", "PER_UNIT_YEAR")) {
            String cap = ",'caps':[{'code':'m','per':'" + per + "','amount':'100','goods':GOODS}]";
            String used = per.equals("PER_UNIT_YEAR")
                    ? "{'facts':{'submittedOn':'2024-09-02'},'reporters':[{'id':'A'}],'used':{'m':'USED'}}"
                    : facts;
            RewardRule counting = read(cap.replace("GOODS", "true"), "EXCLUSIVE", rule("x", "{}", give));
            assertThat(goodsAndCash(only(counting, used.replace("USED", "0")))).containsExactly(6_000L, 4_000L);
            assertThat(goodsAndCash(only(counting, used.replace("USED", "40")))).containsExactly(6_000L, 0L);
            assertThat(goodsAndCash(only(counting, used.replace("USED", "50")))).containsExactly(0L, 5_000L);
            RewardRule not = read(cap.replace("GOODS", "false"), "EXCLUSIVE", rule("x", "{}", give));
            assertThat(goodsAndCash(only(not, used.replace("USED", "90")))).containsExactly(6_000L, 1_000L);
        }
    }

    @Test
    void goodsCountFromCaseToCaseAndInADecisionOfSeveral() {
        String give = "{'cash':'80','goods':{'code':'G','zh':'箱','en':'box','value':'60'}}";
        RewardRule month = read(
                ",'caps':[{'code':'m','per':'PER_PERSON_MONTH','amount':'150','goods':true}]",
                "EXCLUSIVE",
                rule("x", "{}", give));
        String one = "{'facts':{'submittedOn':'2024-09-02'},'reporters':[{'id':'A'}]}";
        List<Trial.Result> results = run(month, "[" + one + "," + one + "]");
        assertThat(goodsAndCash(accepted(results.get(0)))).containsExactly(6_000L, 8_000L);
        assertThat(goodsAndCash(accepted(results.get(1)))).containsExactly(0L, 1_000L);
        RewardRule decision = read(
                ",'sharing':'EACH_FULL','caps':[{'code':'d','per':'PER_DECISION','amount':'180','goods':true}]",
                "EXCLUSIVE",
                rule("x", "{}", give));
        Explanation three = only(decision, THREE);
        assertThat(three.total()).isLessThanOrEqualTo(Money.ofYuan(180));
        assertThat(three.capped()).isNotEmpty();
    }

    private static List<Long> goodsAndCash(Explanation explanation) {
        return List.of(explanation.units(1, "GOODS"), explanation.units(1, "CASH"));
    }

    /** A reader is told in words, the company's where it has some; the explanation itself keeps the codes. */
    @Test
    void aRuleThatDoesNotApplySaysWhyInWords() {
        RewardRule rule = RewardRule.read(("{'tiers':[{'code':'SMALL','zh':'小','en':'small','grade':'GENERAL'},"
                        + "{'code':'CONSIDERABLE','zh':'较大','en':'considerable','grade':'GENERAL'}],"
                        + "'reward':{'facts':{'shift':{'zh':'班次','en':'shift','type':'set','values':['D','N']}},"
                        + "'groups':[{'code':'g','combine':'SUM','rules':["
                        + rule("a", "{'tier':['CONSIDERABLE']}", "{'cash':'1'}") + ","
                        + rule("b", "{'duty':['LOWER']}", "{'cash':'1'}") + ","
                        + rule("c", "{'shift':{'not':['D']}}", "{'cash':'1'}") + ","
                        + rule("d", "{'suggestionAdopted':true}", "{'cash':'1'}") + ","
                        + rule("e", "{'employment':['INTERN','REGULAR']}", "{'cash':'1'}") + ","
                        + rule("f", "{'fine':{'from':'5'}}", "{'cash':'1'}") + "]}]}}")
                .replace('\'', '"'));
        Explanation explanation = only(
                rule,
                "{'facts':{'tier':'SMALL','shift':'D','suggestionAdopted':false,'employment':'VISITOR','fine':'3'}}");
        assertThat(explanation.refused())
                .extracting(Explanation.Refused::value, Explanation.Refused::allowed)
                .contains(
                        tuple("SMALL", "CONSIDERABLE"), tuple("NORMAL", "LOWER"), tuple("VISITOR", "INTERN | REGULAR"));
        assertThat(ExplanationText.of(explanation, rule.schedule()))
                .extracting(Text::zh)
                .contains(
                        "第 1 报告人：规则「a」不适用，企业等级为「小」，须为 较大",
                        "第 1 报告人：规则「b」不适用，职责层次为「同等奖励」，须为 降档奖励",
                        "第 1 报告人：规则「c」不适用，班次为「D」，须为 ≠ D",
                        "第 1 报告人：规则「d」不适用，建议被采纳为「否」，须为 是",
                        "第 1 报告人：规则「e」不适用，用工形式为「外来人员」，须为 实习人员 | 正式职工",
                        "第 1 报告人：规则「f」不适用，罚款金额为「3.00」，须为 [5.00, ∞)");
        assertThat(ExplanationText.of(explanation, rule.schedule()))
                .extracting(Text::en)
                .contains(
                        "reporter 1: rule \"a\" does not apply, tier is \"small\", must be considerable",
                        "reporter 1: rule \"e\" does not apply, employment is \"visitor\", must be intern | regular");
    }

    /** Every value a rule may name without declaring it has its word in both languages. */
    @Test
    void everyStandardValueHasAWord() {
        FactTypes.standard(List.of(), List.of()).values().forEach(type -> {
            if (type instanceof FactType.OneOf oneOf && !oneOf.values().contains("")) {
                for (String value : oneOf.values()) {
                    RewardRule rule = RewardRule.read(("{'groups':[{'code':'g','combine':'SUM','rules':["
                                    + rule(
                                            "a",
                                            "{'" + type.name() + "':" + (oneOf.isFlag() ? value : "['" + value + "']")
                                                    + "}",
                                            "{'cash':'1'}")
                                    + "]}]}")
                            .replace('\'', '"'));
                    Explanation.Refused refused = new Explanation.Refused(1, "g", "a", type.name(), value, value);
                    Explanation told = new Explanation(
                            List.of(),
                            List.of(),
                            List.of(refused),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty());
                    Text text = ExplanationText.of(told, rule.schedule()).get(0);
                    assertThat(text.zh()).as(type.name()).doesNotContain("「" + value + "」", "须为 " + value);
                    assertThat(text.en()).as(type.name()).doesNotContain("\"" + value + "\"");
                }
            }
        });
    }

    /** Nobody is told that another reported earlier who was only decided earlier, or gave his name. */
    @Test
    void whoComesBehindIsToldWhyAsItIs() {
        RewardRule rule = read(",'realNameFirst':true", "EXCLUSIVE", rule("x", "{}", "{'cash':'80'}"));
        String early = "{'id':'A','filing':1,'registeredAt':'2024-09-01'REAL}";
        String late = "{'id':'B','filing':2,'registeredAt':'2024-09-02'EARLIER}";
        String both = "{'reporters':[" + early + "," + late + "]}";
        assertThat(whyNot(rule, both.replace("REAL", "").replace("EARLIER", "")))
                .containsExactly("2 NOT_FIRST");
        assertThat(whyNot(rule, both.replace("REAL", ",'realName':false").replace("EARLIER", "")))
                .containsExactly("1 NAMED_FIRST");
        assertThat(whyNot(rule, both.replace("REAL", "").replace("EARLIER", ",'earlier':'80'")))
                .contains("1 SETTLED_FIRST");
    }

    /** He reported together with the first one, and nobody reported earlier. */
    @Test
    void whoSignedBehindTheFirstIsNotToldThatAnotherReportedEarlier() {
        RewardRule rule = read(",'sharing':'FIRST_ONLY'", "EXCLUSIVE", rule("x", "{}", "{'cash':'80'}"));
        String signed = "{'reporters':[{'id':'A','filing':1},{'id':'B','filing':1},{'id':'C','filing':1}]}";
        assertThat(whyNot(rule, signed)).containsExactly("2 FIRST_OF_SIGNED", "3 FIRST_OF_SIGNED");
        Explanation explanation = only(rule, signed);
        assertThat(ExplanationText.of(explanation, rule.schedule()))
                .anyMatch(line -> line.zh().contains("联名报告，按制度只奖励第一署名人"))
                .anyMatch(line -> line.en().contains("only the first who signed is rewarded"))
                .noneMatch(line -> line.zh().contains("更早的报告"));
    }

    private static List<String> whyNot(RewardRule rule, String oneCase) {
        Explanation explanation = only(rule, oneCase);
        explanation
                .shut()
                .forEach(shut -> assertThat(ExplanationText.of(explanation, rule.schedule()))
                        .anyMatch(line -> line.zh().contains("第 " + shut.ordinal() + " 报告人不予奖励")));
        return explanation.shut().stream()
                .map(shut -> shut.ordinal() + " " + shut.code())
                .toList();
    }

    @Test
    void ofTheCollectiveACapAsksForAFactOfTheHazardAndForNoneOfPersons() {
        String then = "{'collective':{'to':'TEAM','cash':'100'}}";
        String cap = ",'caps':[{'code':'pool','per':'PER_UNIT_YEAR','amount':'150','by':'BY'}]";
        String oneCase =
                "{'facts':{'submittedOn':'2024-09-02'},'reporters':[{'id':'A','facts':{'employment':'REGULAR'}}]}";
        RewardRule byItem = read(cap.replace("BY", "item"), "EXCLUSIVE", rule("x", "{}", then));
        assertThat(run(byItem, "[" + oneCase + "]").get(0).problems())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("reward.cap-fact-missing-collective", "facts.item"));
        RewardRule byPerson = read(cap.replace("BY", "employment"), "EXCLUSIVE", rule("x", "{}", then));
        assertThat(only(byPerson, oneCase).units(0, "COLLECTIVE")).isEqualTo(10_000);
    }

    /** Who is given nothing needs neither. */
    @Test
    void whatGivesNothingIsNotAskedForItsDay() {
        RewardRule rule = read(
                ",'caps':[{'code':'same','per':'PER_PERSON_MONTH','amount':'150','by':'item'}]",
                "SUM",
                rule("x", "{'grade':['MAJOR']}", "{'cash':'100'}"));
        assertThat(only(rule, "{'facts':{'grade':'GENERAL'}}").grants()).isEmpty();
    }

    private static final String[] SMALL_AND_BIG = {
        rule("g", "{'grade':['GENERAL']}", "{'cash':'200','points':10,'collective':{'to':'TEAM','cash':'500'}}"),
        rule("m", "{'grade':['MAJOR']}", "{'cash':'1000','points':50,'collective':{'to':'TEAM','cash':'2000'}}")
    };

    private static final String SMALL = "'facts':{'grade':'GENERAL'},'reporters':[{'id':'A'}]";
    private static final String BIG = "'facts':{'grade':'MAJOR'},'reporters':[{'id':'A'}]";

    @Test
    void oneHazardIsPaidOnceHoweverManyCasesItComesIn() {
        RewardRule rule = read(",'points':{'per':1,'money':'1'}", "EXCLUSIVE", SMALL_AND_BIG);
        List<Trial.Result> results =
                run(rule, "[{'hazard':'h'," + SMALL + "},{'hazard':'h'," + SMALL.replace("'A'", "'B'") + "}]");
        assertThat(accepted(results.get(1)).total()).isEqualTo(Money.ZERO);
        assertThat(accepted(results.get(1)).shut())
                .extracting(Explanation.Shut::code)
                .containsExactly("NOT_FIRST");
    }

    @Test
    void aContainedHazardPaysOnlyTheDifferenceBothWaysRound() {
        RewardRule rule = read(",'points':{'per':1,'money':'1'}", "EXCLUSIVE", SMALL_AND_BIG);
        String small = "{'hazard':'small'," + SMALL + "}";
        String big = "{'hazard':'big','contains':['small']," + BIG + "}";
        Explanation later = accepted(run(rule, "[" + small + "," + big + "]").get(1));
        assertThat(later.units(1, "CASH")).isEqualTo(80_000);
        assertThat(later.units(1, "POINTS")).isEqualTo(40);
        assertThat(later.units(0, "COLLECTIVE")).isEqualTo(150_000);
        assertThat(accepted(run(rule, "[" + big + "," + small + "]").get(1)).grants())
                .isEmpty();
    }

    @Test
    void pointsAreRoundedAsTheScheduleSaysWhereTheySayNothing() {
        PointsRule points = read(
                        ",'rounding':{'to':'0.01','mode':'HALF_UP'},'points':{'per':3,'money':'1'}",
                        "EXCLUSIVE",
                        rule("a", "{}", "{'points':2}"))
                .schedule()
                .points()
                .orElseThrow();
        assertThat(points.worth(2)).isEqualTo(Money.parse("0.67"));
    }

    @Test
    void twoAmountsOfAKindInOneRuleAreChosenApart() {
        String range = "{'cash':{'from':'1','to':'50','adjudicator':'ADJUDICATOR'}}";
        RewardRule rule = read("", "EXCLUSIVE", rule("a", "{}", "[" + range + "," + range + "]"));
        assertThat(only(rule, "{'chosen':{'a.CASH':'3','a.CASH.2':'30'}}").total())
                .isEqualTo(Money.ofYuan(33));
    }

    @Test
    void whoIsOutbidIsRefusedWithWhatBeatIt() {
        RewardRule rule = read("", "BEST", rule("a", "{}", "{'cash':'100'}"), rule("b", "{}", "{'cash':'300'}"));
        Explanation explanation = only(rule, "{}");
        assertThat(explanation.fired()).extracting(Explanation.Fired::rule).containsExactly("b");
        assertThat(explanation.refused())
                .extracting(Explanation.Refused::rule, Explanation.Refused::fact, Explanation.Refused::allowed)
                .containsExactly(tuple("a", "outbid", "b (CASH 300.00)"));
        assertThat(ExplanationText.of(explanation, rule.schedule()))
                .anySatisfy(line -> assertThat(line.en()).contains("gives more"));
    }

    @Test
    void aRuleMaySayForItselfHowItIsShared() {
        RewardRule rule = read(
                ",'sharing':'EQUAL_SPLIT'",
                "SUM",
                rule("split", "{}", "{'cash':'100'}"),
                rule("each", "{}", "{'cash':'20'}").replace("'zh'", "'sharing':'EACH_FULL','zh'"));
        assertThat(cash(only(rule, "{'reporters':[{'id':'A'},{'id':'B'}]}"), 2)).containsExactly(7_000L, 7_000L);
    }

    @Test
    void aDividedAwardIsFiguredByTheFirstSignatorysFactsAndSaysSo() {
        RewardRule rule = read(
                ",'sharing':'EQUAL_SPLIT'",
                "EXCLUSIVE",
                rule("op", "{'role':['OPERATIVE','TECHNICIAN']}", "{'cash':'1000'}"),
                rule("mgr", "{'role':['MANAGER']}", "{'cash':'100'}"));
        Explanation explanation = only(
                rule,
                "{'reporters':[{'id':'A','facts':{'role':'MANAGER'}},{'id':'B','facts':{'role':'OPERATIVE'}},"
                        + "{'id':'C','circumstances':['SELF_MADE']}]}");
        assertThat(cash(explanation, 3)).containsExactly(5_000L, 5_000L, 0L);
        assertThat(ExplanationText.of(explanation, rule.schedule()))
                .anySatisfy(line -> assertThat(line.en())
                        .contains("by the facts of reporter 1")
                        .contains("1, 2"));
    }

    @Test
    void capsMayBePerQuarterAndOnScoreAndOnHowOften() {
        RewardRule rule = read(
                ",'caps':[{'code':'q','per':'PER_PERSON_QUARTER','score':'1.5'},"
                        + "{'code':'n','per':'PER_PERSON_YEAR','count':2}]",
                "EXCLUSIVE",
                rule("a", "{}", "{'score':'1','honour':{'code':'STAR','zh':'星','en':'star'}}"));
        String on = "{'facts':{'submittedOn':'2024-%s'}}";
        List<Trial.Result> results =
                run(rule, String.format("[" + on + "," + on + "," + on + "]", "01-01", "03-31", "04-01"));
        assertThat(results.stream().map(r -> accepted(r).units(1, "SCORE"))).containsExactly(100L, 50L, 0L);
        assertThat(accepted(results.get(2)).grants())
                .extracting(Explanation.Grant::component)
                .containsExactly("HONOUR");
    }

    @Test
    void aPoolByWhatAPersonIsCountsEachApart() {
        RewardRule rule = read(
                ",'caps':[{'code':'pool','per':'PER_UNIT_YEAR','amount':'150','by':'employment'}]",
                "EXCLUSIVE",
                rule("a", "{}", "{'cash':'100'}"));
        String by = "{'facts':{'submittedOn':'2024-09-02'}," + "'reporters':[{'id':'%s','facts':{'employment':'%s'}}]}";
        List<Trial.Result> results = run(
                rule,
                "[" + String.format(by, "A", "REGULAR") + "," + String.format(by, "B", "DISPATCHED") + ","
                        + String.format(by, "C", "REGULAR") + "]");
        assertThat(results.stream().map(r -> accepted(r).units(1, "CASH"))).containsExactly(10_000L, 10_000L, 5_000L);
    }

    @Test
    void anAmountNobodyCanCountIsRefusedByCode() {
        RewardRule rule = read("", "EXCLUSIVE", rule("a", "{}", "{'cash':{'each':'900000000000','per':'deaths'}}"));
        assertThat(run(rule, "[{'facts':{'deaths':'200000000000'}}]").get(0).problems())
                .extracting(Problem::code)
                .containsExactly("reward.amount-too-big");
    }

    @Test
    void byHandIsAnAmountInACaseToo() {
        RewardRule rule =
                RewardRule.read(("{'format':1,'groups':[{'code':'g','combine':'EXCLUSIVE','otherwise':'MANUAL',"
                                + "'rules':[" + rule("a", "{'potentialLoss':{'below':'5'}}", "{'cash':'1'}") + "]}]}")
                        .replace('\'', '"'));
        String facts = "{'facts':{'potentialLoss':'9'}";
        assertThat(only(rule, facts + "}").manualGroups()).containsExactly("g");
        Explanation decided = only(rule, facts + ",'chosen':{'g':{'amount':'5000','basis':'纪要3号'}}}");
        assertThat(decided.total()).isEqualTo(Money.ofYuan(5000));
        assertThat(decided.fired().get(0).how()).contains("纪要3号");
    }
}
