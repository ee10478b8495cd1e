package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.ExplanationText;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.RewardRule;
import io.hazardreport.scheme.TrialReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a rule gives in given cases, every fen explained. */
@Command(
        name = "reward",
        mixinStandardHelpOptions = true,
        description = "What a rule gives in given cases / 按制度试算奖励并逐条说明")
final class RewardCommand extends Localised implements Callable<Integer> {

    @Option(names = "--scheme", required = true, description = "a scheme, or its reward part alone, JSON")
    private Path scheme = Path.of(".");

    @Option(names = "--cases", required = true, description = "cases, JSON (docs/reward-rules.md)")
    private Path cases = Path.of(".");

    @Option(names = "--format", defaultValue = "table", description = "table | json")
    private Format format = Format.TABLE;

    @Override
    public Integer call() throws IOException {
        RewardRule rule = rule("--scheme", scheme);
        List<Trial.Result> results = Trial.run(rule.schedule(), rule.eligibility(), cases("--cases", cases, rule));
        if (format == Format.JSON) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("cases", results.stream().map(RewardCommand::json).toList());
            out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } else {
            results.forEach(result -> table(result, rule));
        }
        return 0;
    }

    /** @throws InvalidInputException with every problem, each behind the name of its file */
    static RewardRule rule(String argument, Path file) throws IOException {
        String json = Input.text(argument, file);
        return named(file, () -> RewardRule.read(json));
    }

    /** @throws InvalidInputException with every problem, each behind the name of its file */
    static List<Trial.Case> cases(String argument, Path file, RewardRule rule) throws IOException {
        return cases(argument, file, rule, List.of());
    }

    /** @param beside rules that are tried on the same cases, so that what only they know may stand there too */
    static List<Trial.Case> cases(String argument, Path file, RewardRule rule, List<RewardRule> beside)
            throws IOException {
        String json = Input.text(argument, file);
        return named(file, () -> TrialReader.read(json, rule, beside));
    }

    private static <T> T named(Path file, Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidInputException invalid) {
            throw new InvalidInputException(invalid.problems().stream()
                    .map(p -> new Problem(
                            p.code(), file.getFileName() + ": " + p.path(), p.value(), p.allowed(), p.source()))
                    .toList());
        }
    }

    private void table(Trial.Result result, RewardRule rule) {
        heading("reward-case", Map.of("id", result.of().id()));
        result.problems().forEach(problem -> out().println("  ! " + problem.message(locale())));
        result.answer()
                .fold(
                        explanation -> {
                            ExplanationText.of(explanation, rule.schedule())
                                    .forEach(line -> out().println("  " + in(line)));
                            print(
                                    "reward-total",
                                    Map.of("amount", explanation.total().toString()));
                            return 0;
                        },
                        problems -> 1);
    }

    private static Map<String, Object> json(Trial.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", result.of().id());
        result.answer()
                .fold(
                        explanation -> {
                            explained(json, explanation, result.persons());
                            return 0;
                        },
                        problems -> {
                            json.put("totalFen", 0);
                            json.put("beneficiaries", List.of());
                            return 0;
                        });
        json.put(
                "problems",
                result.problems().stream().map(RewardCommand::problem).toList());
        return json;
    }

    private static void explained(Map<String, Object> json, Explanation explanation, List<String> persons) {
        json.put("totalFen", explanation.total().fen());
        List<Object> beneficiaries = new ArrayList<>();
        for (int ordinal = 1; ordinal <= persons.size(); ordinal++) {
            beneficiaries.add(beneficiary(explanation, ordinal, persons.get(ordinal - 1)));
        }
        json.put("beneficiaries", beneficiaries);
        json.put(
                "collective",
                explanation.grants().stream()
                        .filter(grant -> grant.ordinal() == 0)
                        .map(RewardCommand::component)
                        .toList());
        json.put(
                "fired",
                explanation.fired().stream()
                        .map(f -> row(
                                "reporter", who(persons, f.ordinal()),
                                "group", f.group(),
                                "rule", f.rule(),
                                "component", f.component(),
                                "units", f.units(),
                                "how", f.how()))
                        .toList());
        json.put(
                "refused",
                explanation.refused().stream()
                        .map(r -> row(
                                "reporter", who(persons, r.ordinal()),
                                "group", r.group(),
                                "rule", r.rule(),
                                "fact", r.fact(),
                                "value", r.value(),
                                "allowed", r.allowed()))
                        .toList());
        json.put(
                "capped",
                explanation.capped().stream()
                        .map(c -> row(
                                "reporter", who(persons, c.ordinal()),
                                "cap", c.cap(),
                                "component", c.component(),
                                "before", c.before(),
                                "after", c.after()))
                        .toList());
        json.put("manual", explanation.manualGroups());
        explanation.taxIncluded().ifPresent(included -> json.put("taxIncluded", included));
    }

    private static String who(List<String> persons, int ordinal) {
        return ordinal == 0 ? "" : persons.get(ordinal - 1);
    }

    private static Map<String, Object> beneficiary(Explanation explanation, int ordinal, String person) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", person);
        json.put("cashFen", explanation.units(ordinal, "CASH"));
        json.put("cash", Money.ofFen(explanation.units(ordinal, "CASH")).toString());
        json.put("points", explanation.units(ordinal, "POINTS"));
        json.put(
                "score",
                BigDecimal.valueOf(explanation.units(ordinal, "SCORE"), 2)
                        .stripTrailingZeros()
                        .toPlainString());
        json.put("honours", titles(explanation, ordinal, "HONOUR"));
        json.put("goods", titles(explanation, ordinal, "GOODS"));
        json.put(
                "components",
                explanation.grants().stream()
                        .filter(grant -> grant.ordinal() == ordinal)
                        .map(RewardCommand::component)
                        .toList());
        json.put(
                "refusals",
                explanation.shut().stream()
                        .filter(shut -> shut.ordinal() == ordinal)
                        .map(shut -> {
                            Text reason = Messages.text("worker.reason." + shut.code());
                            return row("code", shut.code(), "zh", reason.zh(), "en", reason.en());
                        })
                        .toList());
        return json;
    }

    private static List<String> titles(Explanation explanation, int ordinal, String component) {
        return explanation.grants().stream()
                .filter(grant -> grant.ordinal() == ordinal && grant.component().equals(component))
                .map(Explanation.Grant::title)
                .toList();
    }

    private static Map<String, Object> component(Explanation.Grant grant) {
        return row(
                "rule", grant.rule(), "component", grant.component(), "title", grant.title(), "units", grant.units());
    }

    static Map<String, Object> problem(Problem problem) {
        return row(
                "code", problem.code(),
                "path", problem.path(),
                "value", problem.value(),
                "allowed", problem.allowed(),
                "zh", problem.message(Locale.CHINESE),
                "en", problem.message(Locale.ENGLISH));
    }

    static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }
}
