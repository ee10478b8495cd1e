package io.hazardreport.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Amount;
import io.hazardreport.reward.Combine;
import io.hazardreport.reward.Component;
import io.hazardreport.reward.Finding;
import io.hazardreport.reward.Group;
import io.hazardreport.reward.Remainder;
import io.hazardreport.reward.Rule;
import io.hazardreport.reward.Schedule;
import io.hazardreport.reward.ScheduleCheck;
import io.hazardreport.reward.Separate;
import io.hazardreport.reward.Severity;
import io.hazardreport.reward.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything the check can find in a schedule, each by a document that has it: its severity, its exact path, and what it shows. */
class EveryFindingTest {

    private static final String TWO_TIERS = "\"tiers\":[\"SMALL\",\"BIG\"],";

    private static ReadScheme read(String rules, String group, String schedule) {
        String json =
                "{'groups':[{'code':'g','combine':'EXCLUSIVE','rules':[" + rules + "]" + group + "}]" + schedule + "}";
        return SchemeReader.checkReward(
                "{" + TWO_TIERS + "\"reward\":" + named(json).replace('\'', '"') + "}");
    }

    /** Rules are written without names here. */
    private static String named(String json) {
        return json.replaceAll("\\{'r':'(\\w+)'", "{'code':'$1','zh':'甲','en':'a'");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "gap#groups[0]#tier=BIG#otherwise: NONE | MANUAL#{'r':'a','when':{'tier':['SMALL']},'then':{'cash':'1'}}##",
                "overlap#groups[0].rules[0], groups[0].rules[1]#tier=BIG#1 rule#{'r':'a','then':{'cash':'1'}},{'r':'b','when':{'tier':['BIG']},'then':{'cash':'1'}}##",
                "unreachable#groups[0].rules[1]#b#≥ 1 case#{'r':'a','then':{'cash':'1'}},{'r':'b','when':{'submittedOn':{'below':'2024-01-01'}},'from':'2024-02-01','then':{'cash':'1'}}##",
                "inverted-ladder#groups[0].rules[1].then#tier=BIG#≥ CASH 2.00 (tier=SMALL)#{'r':'a','when':{'tier':['SMALL']},'then':{'cash':'2'}},{'r':'b','when':{'tier':['BIG']},'then':{'cash':'1'}}##",
                "no-adjudicator#groups[0].rules[0].then.cash#≥ 1.00#adjudicator: ROLE#{'r':'a','then':{'cash':{'atLeast':'1'}}}##",
                "no-adjudicator#groups[0].rules[0].then[1].points#0 - 9#adjudicator: ROLE#{'r':'a','then':[{'cash':'1'},{'points':{'atMost':'9'}}]}##",
                "no-rounding#groups[0].rules[0].then.cash#-#rounding: { to, mode }#{'r':'a','then':{'cash':{'percent':'1','of':'fine'}}}##",
                "no-rounding#groups[0].rules[0].then.score#-#rounding: { to, mode }#{'r':'a','then':{'score':{'fixed':'1','uplifts':[{'code':'u','percent':'5'}]}}}##",
                "no-rounding#points#3 = 1.00#{ to, mode }#{'r':'a','then':{'points':'1'}}##,'points':{'per':3,'money':'1'}",
                "code-twice#groups[0].rules[1].code#a#1 ×#{'r':'a','when':{'tier':['SMALL']},'then':{'cash':'1'}},{'r':'a','when':{'tier':['BIG']},'then':{'cash':'2'}}##",
                "code-twice#facts.fine#fine#1 ×#{'r':'a','then':{'cash':'1'}}##,'facts':{'fine':{'type':'flag','zh':'罚','en':'f'}}",
                "code-twice#facts.way.values[1]#A#1 ×#{'r':'a','then':{'cash':'1'}}##,'facts':{'way':{'type':'set','values':['A','A'],'zh':'路','en':'w'}}",
                "code-twice#groups[1].code#a#1 ×#{'r':'a','then':{'cash':'1'}}]},{'code':'a','combine':'EXCLUSIVE','rules':[{'r':'b','when':{'listed':true},'then':{'cash':'2'}}#,'otherwise':'MANUAL'#",
                "code-twice#caps[1].code#c#1 ×#{'r':'a','then':{'cash':'1'}}##,'caps':[{'code':'c','per':'PER_PERSON','amount':'9'},{'code':'c','per':'PER_PERSON','points':'9'}]",
                "reserved-code#groups[0].rules[0].code#later#≠ EARLIER, later, later.*#{'r':'later','then':{'cash':'1'}}##",
                "reserved-code#caps[0].code#EARLIER#≠ EARLIER, later, later.*#{'r':'a','then':{'cash':'1'}}##,'caps':[{'code':'EARLIER','per':'PER_PERSON','amount':'9'}]",
                "unknown-fact#groups[0].rules[0].when.colour#colour#avoidedLoss, class#{'r':'a','when':{'colour':['RED']},'then':{'cash':'1'}}##",
                "unknown-fact#groups[0].monotone[1]#size#tier#{'r':'a','then':{'cash':'1'}}#,'monotone':['tier','size']#",
                "unknown-fact#groups[0].rules[0].then.cash.of#gain#fine#{'r':'a','then':{'cash':{'percent':'1','of':'gain','rounding':{'to':'1','mode':'UP'}}}}##",
                "unknown-fact#caps[0].by#team#kind#{'r':'a','then':{'cash':'1'}}##,'caps':[{'code':'c','per':'PER_PERSON_MONTH','amount':'9','by':'team'}]",
                "unknown-fact#groups[0].rules[0].then[0].cash.uplifts[1].when.night#night#kind#{'r':'a','then':[{'cash':{'fixed':'1','uplifts':[{'code':'u','percent':'5'},{'code':'v','when':{'night':true},'percent':'5'}],'rounding':{'to':'1','mode':'UP'}}}]}##",
                "unknown-value#groups[0].rules[0].when.tier#HUGE#SMALL, BIG#{'r':'a','when':{'tier':['HUGE']},'then':{'cash':'1'}}##",
                "unknown-value#together[0].of[1]#x#g#{'r':'a','then':{'cash':'1'}}##,'together':[{'code':'t','combine':'FIRST','of':['g','x']}]",
                "wrong-test#groups[0].rules[0].when.fine#1#{ from, below }#{'r':'a','when':{'fine':['1']},'then':{'cash':'1'}}##",
                "wrong-test#groups[0].rules[0].when.tier#[1, ∞)#[ … ]#{'r':'a','when':{'tier':{'from':'1'}},'then':{'cash':'1'}}##",
                "wrong-test#groups[0].rules[0].then.cash.per#fine#NUMBER#{'r':'a','then':{'cash':{'each':'1','per':'fine'}}}##",
                "empty-interval#groups[0].rules[0].when.fine#[5.00, 5.00)#from < below, 0.00 - ∞#{'r':'a','when':{'fine':{'from':'5','below':'5'}},'then':{'cash':'1'}}##",
                "empty-interval#groups[0].rules[0].until#2024-02-01 - 2024-01-31#from ≤ until#{'r':'a','from':'2024-02-01','until':'2024-01-31','then':{'cash':'1'}}##",
                "amount-not-positive#groups[0].rules[0].then[1].cash#0.00#> 0#{'r':'a','then':[{'points':'1'},{'cash':'0'}]}##",
                "amount-not-positive#groups[0].rules[0].then.collective.cash#0.00#> 0#{'r':'a','then':{'collective':{'to':'TEAM','cash':'0'}}}##",
                "amount-not-positive#groups[0].rules[0].then.cash.percent#0#> 0#{'r':'a','then':{'cash':{'percent':'0','of':'fine','rounding':{'to':'1','mode':'UP'}}}}##",
                "amount-not-positive#groups[0].rules[0].then.points.each#0#> 0#{'r':'a','then':{'points':{'each':'0','per':'photos'}}}##",
                "amount-not-positive#groups[0].rules[0].then.cash.uplifts[0].percent#0#> 0#{'r':'a','then':{'cash':{'fixed':'1','uplifts':[{'code':'u','percent':'0'}],'rounding':{'to':'1','mode':'UP'}}}}##",
                "amount-not-positive#caps[0].count#0#> 0#{'r':'a','then':{'cash':'1'}}##,'caps':[{'code':'c','per':'PER_PERSON_MONTH','count':'0'}]",
                "range-inverted#groups[0].rules[0].then.cash#9.00 - 5.00#from ≤ to#{'r':'a','then':{'cash':{'from':'9','to':'5'}}}##",
                "range-inverted#groups[0].rules[0].then.cash#9.00 - 5.00#floor ≤ cap#{'r':'a','then':{'cash':{'percent':'1','of':'fine','floor':'9','cap':'5','rounding':{'to':'1','mode':'UP'}}}}##",
                "range-inverted#groups[0].rules[0].then.cash.cap#200.00 - 100.00#from ≤ cap#{'r':'a','then':{'cash':{'from':'200','to':'500','cap':'100'}}}##",
                "range-inverted#groups[0].rules[0].then.cash.cap#200.00 - 100.00#fixed ≤ cap#{'r':'a','then':{'cash':{'fixed':'200','cap':'100'}}}##",
                "range-inverted#groups[0].rules[0].then.cash.floor#600.00 - 500.00#floor ≤ to#{'r':'a','then':{'cash':{'from':'200','to':'500','floor':'600'}}}##",
                "later-missing#later#-#{ atMost | from, to, adjudicator }#{'r':'a','then':{'cash':'1'}}##,'separate':'FIRST_THEN_DISCRETIONARY'",
                "no-adjudicator#later.points#0 - 5#adjudicator: ROLE#{'r':'a','then':{'cash':'1'}}##,'separate':'FIRST_THEN_DISCRETIONARY','later':{'cash':{'from':'0','to':'5'},'points':{'atMost':'5'}}",
                "gives-nothing#groups[0].rules[0].then#-#cash | points#{'r':'a','then':[]}##"
            })
    void refuses(String code, String path, String value, String allowed, String rules, String group, String schedule) {
        ReadScheme read = read(rules, group == null ? "" : group, schedule == null ? "" : schedule);
        assertThat(read.errors()).anySatisfy(problem -> shows(problem, code, path, value, allowed));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "gap-by-hand#groups[0]#tier=BIG#otherwise: NONE | MANUAL#{'r':'a','when':{'tier':['SMALL']},'then':{'cash':'1'}}#,'otherwise':'MANUAL'#",
                "not-proven#groups[0]#7 facts: deaths, photos, items, headCount, cost, fine, serviceMonths#≤ 6 facts#{'r':'a','when':{'deaths':{'from':'0'},'photos':{'from':'0'},'items':{'from':'0'},'headCount':{'from':'0'},'cost':{'from':'0'},'fine':{'from':'0'},'serviceMonths':{'from':'0'}},'then':{'cash':'1'}}##",
                "cap-below-amount#caps[0].amount#100.00#≥ 200.00 (reward.groups[0].rules[0].then.cash), ≥ 300.00 (reward.groups[0].rules[1].then.collective.cash)#{'r':'a','when':{'tier':['SMALL']},'then':{'cash':{'from':'200','to':'500'}}},{'r':'b','when':{'tier':['BIG']},'then':{'cash':{'atMost':'500','adjudicator':'PRINCIPAL'},'collective':{'to':'TEAM','cash':'300'}}}##,'caps':[{'code':'c','per':'PER_DECISION','amount':'100'}]",
                "cap-below-amount#caps[0].points#5#≥ 9 (reward.groups[0].rules[0].then[1].points)#{'r':'a','then':[{'points':'3'},{'points':'9'}]}##,'caps':[{'code':'c','per':'PER_PERSON_YEAR','points':'5'}]",
                "cap-below-amount#groups[0].rules[0].then.cash.cap#300.00#≥ 400.00 (reward.groups[0].rules[0].then.cash.each)#{'r':'a','then':{'cash':{'each':'400','per':'deaths','cap':'300'}}}##",
                "points-worth-nothing#points#-#{ per, money }#{'r':'a','then':{'points':'1'}}##",
                "no-material#groups#-#cash | points | goods#{'r':'a','then':{'honour':{'code':'H','zh':'奖','en':'h'}}}##",
                "no-honour#groups#-#honour#{'r':'a','then':{'cash':'1'}}##",
                "no-top-tier#groups#-#grade: [MAJOR]#{'r':'a','when':{'grade':['GENERAL']},'then':{'cash':'1'}}#,'otherwise':'NONE'#",
                "no-remainder#remainder#-#ONE_FEN_EACH | ALL_TO_FIRST | ALL_TO_LAST#{'r':'a','then':{'cash':'1'}}##,'sharing':'EQUAL_SPLIT'",
                "no-remainder#remainder#-#ONE_FEN_EACH | ALL_TO_FIRST | ALL_TO_LAST#{'r':'a','then':{'points':'1'},'sharing':'WEIGHTED'}##",
                "goods-uncapped#caps[0].goods#-#groups[0].rules[0].then.goods#{'r':'a','then':{'goods':{'code':'G','zh':'箱','en':'b','value':'9'}}}##,'caps':[{'code':'c','per':'PER_PERSON','amount':'10'}]",
                "goods-without-value#groups[0].rules[0].then.goods#-#c#{'r':'a','then':{'goods':{'code':'G','zh':'箱','en':'b'}}}##,'caps':[{'code':'c','per':'PER_PERSON','amount':'10','goods':true}]",
                "cap-below-amount#caps[0].amount#10.00#≥ 11.00 (reward.groups[0].rules[0].then.goods)#{'r':'a','then':{'goods':{'code':'G','zh':'箱','en':'b','value':'11'}}}##,'caps':[{'code':'c','per':'PER_PERSON','amount':'10','goods':true}]",
                "flat#groups#CASH 1.00#grade | tier | rewardTier#{'r':'a','then':{'cash':'1'}}##",
                "quota-fact#facts.quotaMet#quotaMet#-#{'r':'a','then':{'cash':'1'}}##,'facts':{'quotaMet':{'type':'flag','zh':'达标','en':'met'}}",
                "never-chosen#groups[0].rules[1]#tier=BIG#a#{'r':'a','then':{'cash':'1'}},{'r':'b','when':{'tier':['BIG']},'then':{'cash':'1'}}##",
                "never-chosen#groups[1].rules[0]#tier=BIG#c#{'r':'a','then':{'cash':'1'}}]},{'code':'h','combine':'BEST','rules':[{'r':'b','when':{'tier':['BIG']},'then':{'cash':'5'}},{'r':'c','then':{'cash':'6'}}##"
            })
    void warnsOf(String code, String path, String value, String allowed, String rules, String group, String schedule) {
        ReadScheme read = read(rules, group == null ? "" : group, schedule == null ? "" : schedule);
        assertThat(read.warnings()).anySatisfy(problem -> shows(problem, code, path, value, allowed));
    }

    private static void shows(Problem problem, String code, String path, String value, String allowed) {
        assertThat(problem.code()).isEqualTo("reward." + code);
        assertThat(problem.path().replace("reward.", "")).isEqualTo(path);
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.allowed()).contains(allowed);
        assertThat(problem.path()).startsWith("reward.");
        Text text = problem.text();
        for (String sentence : List.of(text.zh(), text.en())) {
            assertThat(sentence)
                    .doesNotContain("{path}", "{value}", "{allowed}")
                    .contains(problem.path());
            assertThat(sentence.contains(problem.value()) || sentence.contains(problem.allowed()))
                    .isTrue();
        }
        assertThat(text.zh()).containsPattern("\\p{IsHan}");
        assertThat(text.en()).isNotEqualTo(text.zh());
    }

    /** A cap of the person leaves the collective's part alone, and one that just holds what is given is no fault. */
    @Test
    void aCapThatHoldsWhatIsGivenIsNotWarnedOf() {
        String given = "{'r':'a','then':{'cash':'100','collective':{'to':'TEAM','cash':'900'}}}";
        assertThat(read(given, "", ",'caps':[{'code':'c','per':'PER_PERSON_MONTH','amount':'100'}]")
                        .warnings())
                .extracting(Problem::code)
                .doesNotContain("reward.cap-below-amount");
    }

    /** Whose odd fen they are matters only where something is divided, and whether goods count only where there are some. */
    @Test
    void whatPlaysNoPartIsNotAskedFor() {
        String goods = "{'r':'a','then':{'cash':'1','goods':{'code':'G','zh':'箱','en':'b','value':'9'}}}";
        assertThat(read(
                                goods,
                                "",
                                ",'sharing':'EQUAL_SPLIT','remainder':'ALL_TO_FIRST',"
                                        + "'caps':[{'code':'c','per':'PER_PERSON','amount':'10','goods':false},"
                                        + "{'code':'p','per':'PER_PERSON','points':'10'}]")
                        .warnings())
                .extracting(Problem::code)
                .doesNotContain("reward.no-remainder", "reward.goods-uncapped", "reward.goods-without-value");
        assertThat(read(
                                "{'r':'a','then':{'cash':'1'}}",
                                "",
                                ",'sharing':'EACH_FULL','caps':[{'code':'c','per':'PER_PERSON','amount':'10'}]")
                        .warnings())
                .extracting(Problem::code)
                .doesNotContain("reward.no-remainder", "reward.goods-uncapped");
    }

    /** Values of a fact that is declared to be rising go up as they are written. */
    @Test
    void aSetIsALadderWhereTheGroupSaysSo() {
        String rules = "{'r':'a','when':{'way':['A','C']},'then':{'cash':'1'}},"
                + "{'r':'b','when':{'way':['B']},'then':{'cash':'2'}}";
        String way = ",'facts':{'way':{'type':'set','values':['A','B','C'],'zh':'路','en':'w'}}";
        assertThat(read(rules, "", way).errors()).isEmpty();
        assertThat(read(rules, ",'monotone':['way']", way).errors())
                .singleElement()
                .satisfies(problem ->
                        shows(problem, "inverted-ladder", "groups[0].rules[0].then", "way=C", "≥ CASH 2.00 (way=B)"));
    }

    /** One that is built and not read has no other place than its rule's. */
    @Test
    void aScheduleThatWasNotReadIsToldByRuleAndKind() {
        Amount nothing = new Amount(new Amount.Fixed(0), null, null, List.of(), false, null);
        Text name = Text.of("甲", "a");
        List<Component> then = new ArrayList<>(List.of(new Component.Cash(nothing), new Component.Points(nothing)));
        Rule rule = new Rule("a", name, List.of(), then, null, null, null);
        Group group = new Group("g", Combine.SUM, List.of(rule), null, Role.ADJUDICATOR, null, List.of());
        Schedule schedule = new Schedule(
                List.of(group),
                List.of(),
                Map.of(),
                Sharing.FIRST_ONLY,
                Separate.FIRST_ONLY,
                null,
                null,
                false,
                Remainder.ONE_FEN_EACH,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(ScheduleCheck.check(schedule, Map.of()).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::problem)
                        .map(Problem::path))
                .containsExactly("groups[0].rules[0].then.cash", "groups[0].rules[0].then.points");
    }
}
