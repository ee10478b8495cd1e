package io.hazardreport.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule gives in given cases, and one rule beside another. */
class RewardCommandTest {

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content.replace('\'', '"'));
    }

    private static String tutorial(String part) throws IOException {
        String page = Files.readString(Path.of("../../docs/reward-rules.md"));
        int from = page.indexOf("```json\n", page.indexOf("<!-- " + part + ":begin -->")) + 8;
        return page.substring(from, page.indexOf("```\n", from));
    }

    private Path tutorialScheme() throws IOException {
        return file("rule.json", tutorial("tutorial-scheme"));
    }

    private Path tutorialCases() throws IOException {
        return file("cases.json", tutorial("tutorial-cases"));
    }

    private static JsonNode json(Shell shell) throws IOException {
        assertThat(shell.err()).isEmpty();
        assertThat(shell.exit()).isZero();
        return new ObjectMapper().readTree(shell.out());
    }

    private static Shell reward(Path scheme, Path cases, String... more) {
        return run("reward", scheme, cases, more);
    }

    private static Shell run(String command, Path scheme, Path cases, String... more) {
        List<String> all =
                new ArrayList<>(List.of(command, "--scheme", scheme.toString(), "--cases", cases.toString()));
        all.addAll(List.of(more));
        return Shell.run(all.toArray(String[]::new));
    }

    @Test
    void everyCommandTheTutorialPrintsRuns() throws IOException {
        tutorialScheme();
        tutorialCases();
        file("new.json", tutorial("tutorial-scheme"));
        file("old.json", tutorial("tutorial-scheme"));
        String page = Files.readString(Path.of("../../docs/reward-rules.md"));
        List<String> commands = new ArrayList<>();
        Matcher printed =
                Pattern.compile("\\*\\*第.步[^\\n]*?`hazard-report ([^`]+)`").matcher(page);
        while (printed.find()) {
            commands.add(printed.group(1));
        }
        assertThat(commands).hasSize(3);
        for (String command : commands) {
            String[] words = Stream.of(command.split(" "))
                    .map(word -> word.endsWith(".json") ? folder.resolve(word).toString() : word)
                    .toArray(String[]::new);
            Shell shell = Shell.run(words);
            assertThat(shell.exit()).as(command + shell.out() + shell.err()).isZero();
        }
        assertThat(Shell.run("check-scheme", folder.resolve("rule.json").toString(), "--lang", "en")
                        .out())
                .contains("as a reward rule");
    }

    @Test
    void theTutorialAsJson() throws IOException {
        JsonNode all = json(reward(tutorialScheme(), tutorialCases(), "--format", "json"));
        List<String> rows = new ArrayList<>();
        all.get("cases")
                .forEach(each -> each.get("beneficiaries")
                        .forEach(b -> rows.add(each.get("id").asText() + " "
                                + b.get("id").asText() + " " + b.get("cashFen") + " " + b.get("points"))));
        assertThat(rows)
                .containsExactly(
                        "H-001 张 10000 0",
                        "H-002 李 5000 0",
                        "H-003 王 18334 0",
                        "H-003 赵 18333 0",
                        "H-003 钱 18333 0",
                        "H-004 张 190000 20",
                        "H-005 孙 10000 0",
                        "H-005 周 0 0");
        JsonNode second = all.at("/cases/4/beneficiaries/1/refusals/0");
        assertThat(second.get("code").asText()).isEqualTo("NOT_FIRST");
        assertThat(second.get("zh").asText()).isEqualTo("同一隐患已有更早的报告");
        JsonNode major = all.at("/cases/3");
        assertThat(major.at("/fired/0/how").asText()).isEqualTo("2% × 120000.00 = 2400.00");
        assertThat(major.at("/capped/0/cap").asText()).isEqualTo("month");
        assertThat(major.at("/capped/0/after").asLong()).isEqualTo(190_000);
        assertThat(major.at("/refused/0/rule").asText()).isEqualTo("small");
        assertThat(major.at("/problems")).isEmpty();
    }

    @Test
    void theTutorialAsATable() throws IOException {
        Shell zh = reward(tutorialScheme(), tutorialCases());
        assertThat(zh.exit()).isZero();
        assertThat(zh.out()).contains("H-005", "2% × 120000.00 = 2400.00", "同一隐患已有更早的报告", "1900.00");
        Shell en = reward(tutorialScheme(), tutorialCases(), "--lang", "en");
        assertThat(en.exit()).isZero();
        assertThat(en.out()).contains("H-005", "the same hazard was reported earlier", "1900.00");
    }

    private static final String ANYBODY =
            "{'groups':[{'code':'g','combine':'SUM','rules':[{'code':'r','zh':'甲','en':'a',"
                    + "'then':{'cash':'100','honour':{'code':'H','zh':'表扬','en':'praise'}}}]}]";

    private static String scheme(String more) {
        return "{'eligibility':{'employments':['REGULAR'],'jobRoles':['OPERATIVE'],'safetyStaff':'EXCLUDED','ownDuty':"
                + "'EXCLUDED','minimumServiceMonths':6,'anonymousRewarded':false},'reward':" + ANYBODY + more + "}}";
    }

    /** Every reason why somebody has nothing, by a case that has it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "NOT_SELF_REPORT#{'facts':{'source':'AUTHORITY'},'reporters':[{'id':'A'}]}#",
                "NOT_CONFIRMED_BY_SELF#{'reporters':[{'id':'A','confirmed':false}]}#",
                "NAME_TAKEN_BACK#{'reporters':[{'id':'A','nameTakenBack':true}]}#",
                "NOT_FIRST#{'reporters':[{'id':'B','filing':1,'registeredAt':'2024-09-01'},{'id':'A','filing':2,'registeredAt':'2024-09-02'}]}#",
                "FIRST_OF_SIGNED#{'reporters':[{'id':'B'},{'id':'A'}]}#",
                "FIRST_SIGNATORY#{'reporters':[{'id':'B'},{'id':'A'}]}#,'sharing':'FIRST_SIGNATORY'",
                "SAFETY_STAFF#{'reporters':[{'id':'A','facts':{'safetyDuty':'FULL_TIME'},'circumstances':['OWN_DUTY']}]}#",
                "OWN_DUTY#{'reporters':[{'id':'A','circumstances':['OWN_DUTY']}]}#",
                "SELF_MADE#{'reporters':[{'id':'A','circumstances':['SELF_MADE']}]}#",
                "ALREADY_KNOWN#{'reporters':[{'id':'A','circumstances':['ALREADY_KNOWN']}]}#",
                "SERVICE_CONTRACT#{'reporters':[{'id':'A','circumstances':['SERVICE_CONTRACT']}]}#",
                "STATUTORY_DUTY#{'reporters':[{'id':'A','circumstances':['STATUTORY_DUTY']}]}#",
                "TOLD_OTHERS#{'reporters':[{'id':'A','circumstances':['TOLD_OTHERS']}]}#",
                "FABRICATED#{'reporters':[{'id':'A','circumstances':['FABRICATED']}]}#",
                "INCOMPLETE#{'reporters':[{'id':'A','circumstances':['INCOMPLETE']}]}#",
                "TOO_LATE#{'reporters':[{'id':'A','circumstances':['TOO_LATE']}]}#",
                "SERVICE_MONTHS#{'reporters':[{'id':'A','facts':{'serviceMonths':'5'}}]}#",
                "EMPLOYMENT#{'reporters':[{'id':'A','facts':{'employment':'VISITOR'}}]}#",
                "JOB_ROLE#{'reporters':[{'id':'A','facts':{'role':'MANAGER'}}]}#",
                "ANONYMOUS#{'reporters':[{'id':'A','realName':false}]}#",
                "CAP_REACHED#{'facts':{'submittedOn':'2024-09-02'},'reporters':[{'id':'A','used':{'c':'1'}}]}#,'caps':[{'code':'c','per':'PER_PERSON_MONTH','count':'1'}]",
                "BY_HAND#{'facts':{'tier':'T'},'reporters':[{'id':'A'}],'chosen':{'h':{'amount':'0','basis':'x'}}}#BY_HAND"
            })
    void everyReasonIsASentenceInBothLanguages(String code, String oneCase, String more) throws IOException {
        String rule = scheme(more == null || more.equals("BY_HAND") ? "" : more);
        if ("BY_HAND".equals(more)) {
            rule = "{'tiers':['S','T'],'reward':{'groups':[{'code':'h','combine':'EXCLUSIVE','otherwise':'MANUAL',"
                    + "'rules':[{'code':'s','zh':'甲','en':'a','when':{'tier':['S']},'then':{'cash':'1'}}]}]}}";
        }
        if (code.equals("CAP_REACHED")) {
            rule = rule.replace(",'honour':{'code':'H','zh':'表扬','en':'praise'}", "");
        }
        Path scheme = file("scheme.json", rule);
        Path cases = file("cases.json", "[" + oneCase + "]");
        JsonNode refusals = null;
        for (JsonNode b : json(reward(scheme, cases, "--format", "json")).at("/cases/0/beneficiaries")) {
            refusals = b.get("id").asText().equals("A") ? b.get("refusals") : refusals;
        }
        assertThat(refusals).isNotNull();
        assertThat(refusals.findValuesAsText("code")).contains(code);
        String zh = refusals.get(0).get("zh").asText();
        String en = refusals.get(0).get("en").asText();
        assertThat(zh).containsPattern("\\p{IsHan}");
        assertThat(en).matches("[\\x00-\\x7F]+");
        assertThat(reward(scheme, cases).out()).contains(zh);
        assertThat(reward(scheme, cases, "--lang", "en").out()).contains(en);
    }

    @Test
    void aCaseThatCannotBeFiguredSaysWhyAndTheOthersGoOn() throws IOException {
        String rule = tutorial("tutorial-scheme");
        String cases = "[{'id':'X','facts':{'tier':'CONSIDERABLE'}},{'id':'Y','facts':{'tier':'MAJOR'}},"
                + "{'id':'Z','facts':{'tier':'SMALL','submittedOn':'2024-09-02'}},{'id':'W','facts':{'tier':'SMALL'}}]";
        Path given = file("three.json", cases);
        JsonNode all = json(reward(file("rule.json", rule), given, "--format", "json"));
        assertThat(all.at("/cases/0/problems/0/code").asText()).isEqualTo("reward.amount-missing");
        assertThat(all.at("/cases/0/problems/0/path").asText()).isEqualTo("considerable");
        assertThat(all.at("/cases/0/problems/0/allowed").asText()).isEqualTo("200.00 - 500.00");
        assertThat(all.at("/cases/1/problems/0/code").asText()).isEqualTo("reward.fact-missing");
        assertThat(all.at("/cases/2/totalFen").asLong()).isEqualTo(10_000);
        assertThat(all.at("/cases/3/problems/0/code").asText()).isEqualTo("reward.day-missing");
        assertThat(reward(folder.resolve("rule.json"), given, "--lang", "en").out())
                .contains("must be chosen", "facts.avoidedLoss is not known", "100.00");
    }

    private static final String BETTER = "{'tiers':['SMALL','CONSIDERABLE','MAJOR'],'reward':{'groups':[{'code':'g',"
            + "'combine':'EXCLUSIVE','rules':["
            + "{'code':'s','zh':'甲','en':'a','when':{'tier':['SMALL']},'then':{'cash':'150','points':'7'}},"
            + "{'code':'b','zh':'乙','en':'b','when':{'tier':['CONSIDERABLE','MAJOR']},'then':{'cash':'900'}}]}],"
            + "'sharing':'EACH_FULL'}}";

    @Test
    void oneRuleBesideAnother() throws IOException {
        Path better = file("better.json", BETTER);
        Path cases = file(
                "some.json",
                tutorial("tutorial-cases").replace("\"chosen\": { \"considerable\": \"500.00\" }", "\"chosen\": {}"));
        Path old = tutorialScheme();
        JsonNode all = json(run("what-if", better, cases, "--against", old.toString(), "--format", "json"));
        JsonNode one = all.at("/schemes/0");
        JsonNode other = all.at("/schemes/1");
        // 150 each of H-001, H-002, H-005; 900 for each of three of H-003, and for H-004
        assertThat(one.get("totalFen").asLong()).isEqualTo(3 * 15_000 + 4 * 90_000);
        assertThat(one.get("points").asLong()).isEqualTo(21);
        assertThat(one.at("/byGradeFen/CONSIDERABLE").asLong()).isEqualTo(270_000);
        assertThat(one.at("/byPersonFen/张").asLong()).isEqualTo(105_000);
        assertThat(one.get("undecided").asLong()).isZero();
        // H-003 has no chosen amount there
        assertThat(other.get("undecided").asLong()).isEqualTo(1);
        assertThat(other.get("totalFen").asLong()).isEqualTo(10_000 + 5_000 + 190_000 + 10_000);
        assertThat(other.at("/undecidedCases/0/id").asText()).isEqualTo("H-003");
        assertThat(other.at("/undecidedCases/0/problems/0/code").asText()).isEqualTo("reward.amount-missing");
        // a case that one of them leaves open is in neither side of the difference
        assertThat(other.get("casesInDifference").asLong()).isEqualTo(4);
        assertThat(other.get("differenceFen").asLong()).isEqualTo(215_000 - (405_000 - 270_000));
        assertThat(other.get("differenceByGradeFen").has("CONSIDERABLE")).isFalse();
        assertThat(other.at("/differenceByGradeFen/MAJOR").asLong()).isEqualTo(100_000);
        assertThat(other.at("/differenceByPersonFen/张").asLong()).isEqualTo(95_000);
        assertThat(other.get("differenceByPersonFen").has("王")).isFalse();
        for (String language : List.of("zh", "en")) {
            Shell table = run("what-if", better, cases, "--against", old.toString(), "--lang", language);
            assertThat(table.exit()).isZero();
            assertThat(table.out())
                    .contains("better.json", "Δ rule.json", "4050.00", "2150.00", "800.00", "MAJOR", "950.00", "张")
                    .contains(language.equals("zh") ? "两边都能定下来的 4 个案例" : "the cases that both decide: 4")
                    .contains(language.equals("zh") ? "rule.json 下定不下来" : "not decided under rule.json")
                    .containsPattern("H-003 +.*considerable")
                    .containsPattern("王 +900.00 +- +-");
        }
    }

    /** What only one of the rules knows may stand in the cases: an amount chosen, a fact, a value, a cap. */
    @Test
    void whatOneOfTheRulesKnowsIsNoFaultOfTheCases() throws IOException {
        Path old = tutorialScheme();
        Path other = file(
                "other.json",
                "{'tiers':['SMALL','HUGE'],'reward':{'facts':{'shift':{'zh':'班','en':'shift','type':'set',"
                        + "'values':['DAY','NIGHT']}},'groups':[{'code':'g','combine':'EXCLUSIVE','rules':["
                        + "{'code':'s','zh':'甲','en':'a','when':{'tier':['SMALL'],'shift':['DAY']},'then':{'cash':'10'}},"
                        + "{'code':'n','zh':'甲','en':'a','when':{'tier':['SMALL'],'shift':['NIGHT']},'then':{'cash':'20'}},"
                        + "{'code':'h','zh':'乙','en':'b','when':{'tier':['HUGE']},"
                        + "'then':{'cash':{'from':'30','to':'99','adjudicator':'ADJUDICATOR'}}}]}],"
                        + "'caps':[{'code':'yearly','per':'PER_PERSON_YEAR','amount':'1000'}]}}");
        String day = "'submittedOn':'2024-09-02'";
        Path cases = file(
                "both.json",
                "[{'id':'A','facts':{'tier':'SMALL','shift':'NIGHT'," + day
                        + "},'reporters':[{'id':'p','used':{'yearly':'1','month':'2'}}]},"
                        + "{'id':'B','facts':{'tier':'HUGE'," + day + "},'chosen':{'h':'50'}},"
                        + "{'id':'C','facts':{'tier':'CONSIDERABLE'," + day + "},'chosen':{'considerable':'300'}},"
                        + "{'id':'D','facts':{'tier':'SMALL'," + day + "}}]");
        JsonNode all = json(run("what-if", old, cases, "--against", other.toString(), "--format", "json"));
        assertThat(all.at("/schemes/0/undecidedCases").findValuesAsText("id")).containsExactly("B");
        assertThat(all.at("/schemes/0/undecidedCases/0/problems/0/code").asText())
                .isEqualTo("reward.bad-fact");
        assertThat(all.at("/schemes/0/totalFen").asLong()).isEqualTo(10_000 + 30_000 + 10_000);
        assertThat(all.at("/schemes/1/undecidedCases").findValuesAsText("id")).containsExactly("C", "D");
        assertThat(all.at("/schemes/1/totalFen").asLong()).isEqualTo(2_000 + 5_000);
        assertThat(all.at("/schemes/1/casesInDifference").asLong()).isEqualTo(1);
        assertThat(all.at("/schemes/1/differenceFen").asLong()).isEqualTo(2_000 - 10_000);
        Path nobody = file("nobody.json", "[{'id':'A','facts':{'tier':'GIANT'},'chosen':{'zzz':'1'}}]");
        told(
                new String[] {
                    "what-if", "--scheme", old.toString(), "--against", other.toString(), "--cases", nobody.toString()
                },
                "nobody.json: [0].facts.tier",
                "GIANT",
                "[0].chosen.zzz");
    }

    @Test
    void storedCasesAreTakenWhereNoneAreGiven() throws IOException {
        Shell.run("demo", "--folder", folder.toString());
        Path one = file("one.json", ANYBODY + "}");
        Path two = file("two.json", (ANYBODY + "}").replace("'100'", "'300'"));
        String[] line = {
            "what-if",
            "--scheme",
            one.toString(),
            "--against",
            two.toString(),
            "--database",
            "hazard-report-demo",
            "--folder",
            folder.toString(),
            "--format",
            "json"
        };
        JsonNode all = json(Shell.run(line));
        long total = all.at("/schemes/0/totalFen").asLong();
        assertThat(total).isPositive();
        assertThat(all.at("/schemes/1/totalFen").asLong()).isEqualTo(3 * total);
        assertThat(all.at("/schemes/1/differenceFen").asLong()).isEqualTo(2 * total);
        assertThat(all.at("/schemes/0/byPersonFen")).isNotEmpty();
    }

    @Test
    void wrongFilesAreToldByNameFieldValueAndWhatIsAllowed() throws IOException {
        Path good = tutorialScheme();
        Path cases = tutorialCases();
        Path bad = file("bad.json", (ANYBODY + "}").replace("'100'", "'-1'"));
        Path wrong = file("wrong.json", "[{'facts':{'tier':'HUGE'}}]");
        Path gbk = folder.resolve("gbk.json");
        Files.write(gbk, ANYBODY.getBytes(Charset.forName("GBK")));
        String none = folder.resolve("none.json").toString();
        told(new String[] {"reward", "--scheme", none, "--cases", none}, "--scheme", "none.json", "JSON");
        told(new String[] {"reward", "--scheme", good.toString(), "--cases", none}, "--cases", "none.json", "JSON");
        told(new String[] {"reward", "--scheme", gbk.toString(), "--cases", none}, "--scheme", "gbk.json", "UTF-8");
        told(
                new String[] {"what-if", "--scheme", good.toString(), "--against", none, "--cases", cases.toString()},
                "--against",
                "none.json",
                "JSON");
        told(
                new String[] {
                    "what-if", "--scheme", good.toString(), "--against", bad.toString(), "--cases", cases.toString()
                },
                "bad.json: groups[0].rules[0].then.cash",
                "-1",
                "1200.00");
        told(
                new String[] {"reward", "--scheme", good.toString(), "--cases", wrong.toString()},
                "wrong.json: [0].facts.tier",
                "HUGE",
                "SMALL, CONSIDERABLE, MAJOR");
        told(new String[] {"reward", "--cases", cases.toString()}, "--scheme", "", "");
        told(
                new String[] {"what-if", "--scheme", good.toString(), "--cases", cases.toString(), "--format", "xml"},
                "--format",
                "xml",
                "table | json");
    }

    private static void told(String[] line, String... parts) {
        for (String language : List.of("zh", "en")) {
            List<String> all = new ArrayList<>(List.of(line));
            all.addAll(List.of("--lang", language));
            Shell shell = Shell.run(all.toArray(String[]::new));
            assertThat(shell.exit()).as(String.join(" ", line)).isEqualTo(2);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).contains(parts).doesNotContain("Exception");
        }
    }
}
