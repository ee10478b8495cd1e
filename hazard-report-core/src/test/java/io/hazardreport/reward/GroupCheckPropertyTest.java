package io.hazardreport.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.ExclusiveGroups.Sample;
import io.hazardreport.worker.EligibilityRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the check says of an exclusive group is what trying every case of it shows, and each example shows what it is for. */
class GroupCheckPropertyTest {

    private static final Pattern RULE = Pattern.compile("rules\\[(\\d+)]");
    private static final Set<String> OF_GROUPS = Set.of(
            "reward.gap",
            "reward.gap-by-hand",
            "reward.overlap",
            "reward.unreachable",
            "reward.never-chosen",
            "reward.inverted-ladder",
            "reward.not-proven");

    @Provide
    Arbitrary<Sample> loose() {
        return ExclusiveGroups.loose();
    }

    @Provide
    Arbitrary<Sample> cut() {
        return ExclusiveGroups.cut(false);
    }

    @Provide
    Arbitrary<Sample> ladders() {
        return ExclusiveGroups.cut(true);
    }

    private static List<Problem> findings(Sample sample) {
        return ScheduleCheck.check(sample.schedule(), sample.types()).stream()
                .map(Finding::problem)
                .filter(problem -> OF_GROUPS.contains(problem.code()))
                .toList();
    }

    private static List<Problem> only(List<Problem> problems, String... codes) {
        return problems.stream()
                .filter(problem -> List.of(codes).contains(problem.code()))
                .toList();
    }

    private static List<Integer> rules(Problem problem) {
        List<Integer> rules = new ArrayList<>();
        Matcher matcher = RULE.matcher(problem.path());
        while (matcher.find()) {
            rules.add(Integer.parseInt(matcher.group(1)));
        }
        return rules;
    }

    /** An example as it is told, put into a case. */
    private static Map<String, String> example(String told, Sample sample) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : told.equals("-") ? new String[0] : told.split(", ")) {
            given.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, String> facts = Facts.canonical(given, sample.types(), "example", problems);
        assertThat(problems).isEmpty();
        return facts;
    }

    private static Trial.Result tried(Sample sample, Map<String, String> facts) {
        Trial.Person person =
                new Trial.Person("A", 1, Instant.EPOCH, true, Map.of(), Set.of(), 0, Map.of(), Map.of(), true, false);
        Trial.Case one = new Trial.Case("", "", List.of(), facts, List.of(person), Map.of(), Map.of(), Map.of());
        return Trial.run(sample.schedule(), EligibilityRules.everybody(), List.of(one))
                .get(0);
    }

    private static Explanation explained(Sample sample, Map<String, String> facts) {
        return tried(sample, facts).answer().fold(explanation -> explanation, problems -> {
            throw new AssertionError(problems + " of " + facts);
        });
    }

    private static List<String> fired(Explanation explanation) {
        return explanation.fired().stream().map(Explanation.Fired::rule).toList();
    }

    private static List<String> preceded(Explanation explanation) {
        return explanation.refused().stream()
                .filter(refused -> refused.fact().equals(Earning.PRECEDENCE))
                .map(Explanation.Refused::rule)
                .toList();
    }

    private static void check(Sample sample) {
        List<Problem> findings = findings(sample);
        gaps(sample, only(findings, "reward.gap", "reward.gap-by-hand"));
        overlaps(sample, only(findings, "reward.overlap"));
        unreachable(sample, only(findings, "reward.unreachable", "reward.never-chosen"));
        assertThat(only(findings, "reward.not-proven"))
                .allMatch(problem -> problem.value().equals("≥ 20 gaps"));
    }

    private static void gaps(Sample sample, List<Problem> told) {
        boolean left =
                sample.cases().stream().anyMatch(each -> sample.accepting(each).isEmpty());
        boolean isFault = sample.group().otherwise() != Otherwise.NONE;
        assertThat(!told.isEmpty()).as("gap " + told).isEqualTo(left && isFault);
        Set<Map<String, String>> examples = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        for (Problem gap : told) {
            assertThat(gap.code()).isEqualTo(sample.group().otherwise() == null ? "reward.gap" : "reward.gap-by-hand");
            assertThat(gap.path()).isEqualTo("groups[0]");
            Map<String, String> facts = example(gap.value(), sample);
            assertThat(examples.add(facts)).as("told once").isTrue();
            Explanation explanation = explained(sample, facts);
            assertThat(explanation.fired()).isEmpty();
            assertThat(explanation.manualGroups()).containsExactly("g");
        }
    }

    private static void overlaps(Sample sample, List<Problem> told) {
        Set<List<Integer>> pairs = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        for (int[] each : sample.cases()) {
            List<Integer> accepting = sample.accepting(each);
            for (int a = 0; a < accepting.size(); a++) {
                for (int b = a + 1; b < accepting.size(); b++) {
                    pairs.add(List.of(accepting.get(a), accepting.get(b)));
                }
            }
        }
        assertThat(told.stream().map(GroupCheckPropertyTest::rules)).containsExactlyInAnyOrderElementsOf(pairs);
        for (Problem overlap : told) {
            Explanation explanation = explained(sample, example(overlap.value(), sample));
            List<String> fitting = new ArrayList<>(fired(explanation));
            fitting.addAll(preceded(explanation));
            assertThat(fitting)
                    .contains("r" + rules(overlap).get(0), "r" + rules(overlap).get(1));
        }
    }

    private static void unreachable(Sample sample, List<Problem> told) {
        Set<Integer> never = new TreeSet<>();
        for (int r = 0; r < sample.boxes().size(); r++) {
            never.add(r);
        }
        sample.cases().stream()
                .map(sample::accepting)
                .filter(accepting -> !accepting.isEmpty())
                .forEach(accepting -> never.remove(accepting.get(0)));
        assertThat(told.stream().map(problem -> rules(problem).get(0))).containsExactlyInAnyOrderElementsOf(never);
        for (Problem problem : only(told, "reward.never-chosen")) {
            Explanation explanation = explained(sample, example(problem.value(), sample));
            assertThat(fired(explanation)).containsExactly(problem.allowed());
            assertThat(preceded(explanation)).contains("r" + rules(problem).get(0));
        }
    }

    @Property(tries = 700)
    void gapsOverlapsAndUnreachableRulesAreThoseThatTryingEveryCaseFinds(@ForAll("loose") Sample sample) {
        check(sample);
    }

    @Property(tries = 700)
    void rulesCutOutOfEverythingAreFoundToFitAndTheOneThatIsMissingOrTooWideIsFound(@ForAll("cut") Sample sample) {
        check(sample);
    }

    @Property(tries = 300)
    void theCalculationChoosesTheFirstRuleThatAcceptsTheCase(@ForAll("loose") Sample sample) {
        for (int[] each : some(sample.cases())) {
            List<Integer> accepting = sample.accepting(each);
            Explanation explanation = explained(sample, sample.facts(each));
            assertThat(fired(explanation))
                    .isEqualTo(accepting.stream().limit(1).map(r -> "r" + r).toList());
            assertThat(preceded(explanation))
                    .isEqualTo(accepting.stream().skip(1).map(r -> "r" + r).toList());
        }
    }

    /** A fact that is not known is no gap: where every case has its rule, it is asked for, or plays no part. */
    @Property(tries = 300)
    void whereNothingIsLeftOpenAFactThatIsMissingIsAskedFor(@ForAll("cut") Sample sample) {
        Assume.that(sample.group().otherwise() == null);
        Assume.that(findings(sample).isEmpty());
        for (int[] each : some(sample.cases())) {
            Map<String, String> facts = sample.facts(each);
            for (String name : List.copyOf(facts.keySet())) {
                Map<String, String> fewer = new LinkedHashMap<>(facts);
                fewer.remove(name);
                Trial.Result result = tried(sample, fewer);
                if (result.problems().isEmpty()) {
                    assertThat(fired(explained(sample, fewer))).isEqualTo(fired(explained(sample, facts)));
                } else {
                    assertThat(result.problems())
                            .extracting(Problem::code, Problem::path)
                            .containsExactly(tuple("reward.fact-missing", "facts." + name));
                }
            }
        }
    }

    private static List<int[]> some(List<int[]> cases) {
        int step = 1 + cases.size() / 40;
        List<int[]> some = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += step) {
            some.add(cases.get(i));
        }
        return some;
    }

    @Property(tries = 500)
    void aLadderIsInvertedWhereTryingEveryStepFindsLess(@ForAll("ladders") Sample sample) {
        List<Problem> findings = findings(sample);
        Assume.that(only(findings, "reward.overlap").isEmpty());
        List<Problem> told = only(findings, "reward.inverted-ladder");
        assertThat(!told.isEmpty()).as(told.toString()).isEqualTo(isInverted(sample));
        for (Problem inverted : told) {
            Map<String, String> bigger = example(inverted.value(), sample);
            String allowed = inverted.allowed();
            Map<String, String> smaller = new LinkedHashMap<>(bigger);
            String step = allowed.substring(allowed.indexOf('(') + 1, allowed.length() - 1);
            smaller.putAll(example(step, sample));
            long more = explained(sample, smaller).units(1, "CASH");
            assertThat(explained(sample, bigger).units(1, "CASH")).isLessThan(more);
            assertThat(allowed).startsWith("≥ CASH " + Figuring.shown("CASH", more));
        }
    }

    private static boolean isInverted(Sample sample) {
        for (int[] each : sample.cases()) {
            for (int f = 0; f < each.length; f++) {
                int[] bigger = each.clone();
                while (sample.facts().get(f).type().isLadder()
                        && ++bigger[f] < sample.facts().get(f).values().size()) {
                    List<Integer> small = sample.accepting(each);
                    List<Integer> big = sample.accepting(bigger);
                    boolean compared = !small.isEmpty()
                            && (!big.isEmpty() || sample.group().otherwise() == Otherwise.NONE);
                    if (compared && cash(sample, big) < cash(sample, small)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static long cash(Sample sample, List<Integer> rules) {
        return rules.isEmpty()
                ? 0
                : sample.group()
                        .rules()
                        .get(rules.get(0))
                        .then()
                        .get(0)
                        .quantity()
                        .orElseThrow()
                        .least()
                        .orElseThrow();
    }
}
