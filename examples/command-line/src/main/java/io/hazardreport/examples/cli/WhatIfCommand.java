package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.Money;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.RewardRule;
import io.hazardreport.scheme.TrialReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One rule beside another, on the same cases. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = "One rule beside another on the same cases / 两套制度对比试算")
final class WhatIfCommand extends AtWorkspace implements Callable<Integer> {

    @Option(names = "--scheme", required = true, description = "a scheme or its reward part, JSON")
    private Path scheme = Path.of(".");

    @Option(names = "--against", description = "the other one; may be given several times")
    private List<Path> against = new ArrayList<>();

    @Option(names = "--cases", description = "cases, JSON; left out: the true reports of the database")
    private Path cases;

    @Option(names = "--format", defaultValue = "table", description = "table | json")
    private Format format = Format.TABLE;

    @Override
    public Integer call() throws IOException {
        List<Path> files = new ArrayList<>(List.of(scheme));
        files.addAll(against);
        List<RewardRule> rules = new ArrayList<>();
        for (Path file : files) {
            rules.add(RewardCommand.rule(rules.isEmpty() ? "--scheme" : "--against", file));
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (Workspace workspace = cases == null ? open() : null) {
            List<Trial.Case> stored = workspace == null
                    ? List.of()
                    : workspace.reporting().awards().cases(Workspace.UNIT);
            for (RewardRule rule : rules) {
                List<Trial.Case> tried = workspace == null
                        ? RewardCommand.cases("--cases", cases, rule, rules)
                        : TrialReader.under(rule, stored);
                String name = files.get(outcomes.size()).getFileName().toString();
                outcomes.add(Outcome.of(name, Trial.run(rule.schedule(), rule.eligibility(), tried)));
            }
        }
        if (format == Format.JSON) {
            json(outcomes);
        } else {
            table(outcomes);
        }
        return 0;
    }

    private void table(List<Outcome> outcomes) {
        heading("what-if");
        Columns columns = new Columns();
        List<Object> head = new ArrayList<>(List.of(""));
        outcomes.forEach(outcome -> head.add(outcome.name()));
        outcomes.stream().skip(1).forEach(outcome -> head.add("Δ " + outcome.name()));
        columns.row(head.toArray());
        row(columns, say("what-if-total"), outcomes, Outcome::total, Money::ofFen);
        row(columns, say("what-if-points"), outcomes, Outcome::points, points -> points);
        List<Object> open = new ArrayList<>(List.of(say("what-if-open")));
        outcomes.forEach(outcome -> open.add(outcome.undecided().size()));
        columns.row(open.toArray());
        rows(columns, outcomes, Outcome::byGrade);
        columns.print(out());
        outcomes.stream().skip(1).forEach(outcome -> both(outcome, outcomes.get(0)));
        heading("what-if-persons");
        Columns persons = new Columns().row(head.toArray());
        rows(persons, outcomes, Outcome::byPerson);
        persons.print(out());
        outcomes.stream().filter(outcome -> !outcome.undecided().isEmpty()).forEach(this::undecided);
    }

    /** Where one of the two leaves cases open, the difference of their totals would not be theirs. */
    private void both(Outcome outcome, Outcome first) {
        if (!outcome.undecided().isEmpty() || !first.undecided().isEmpty()) {
            String many = Integer.toString(outcome.where(first).size());
            out().println("  Δ " + outcome.name() + ": " + say("what-if-both", Map.of("cases", many)));
        }
    }

    private void undecided(Outcome outcome) {
        heading("what-if-undecided", Map.of("scheme", outcome.name()));
        for (Outcome.Undecided each : outcome.undecided()) {
            each.problems().forEach(problem -> out().println("  " + each.id() + "  " + problem.message(locale())));
            if (!each.groups().isEmpty()) {
                String groups = String.join(", ", each.groups());
                out().println("  " + each.id() + "  " + say("what-if-by-hand", Map.of("groups", groups)));
            }
        }
    }

    /** Whose cases a rule leaves undecided has nothing to stand there, which is not zero. */
    private static void rows(Columns columns, List<Outcome> outcomes, Function<Outcome, Map<String, Long>> of) {
        TreeSet<String> keys = new TreeSet<>();
        outcomes.forEach(outcome -> keys.addAll(of.apply(outcome).keySet()));
        Outcome first = outcomes.get(0);
        for (String key : keys) {
            List<Object> row = new ArrayList<>(List.of(key));
            outcomes.forEach(outcome -> row.add(shown(of.apply(outcome), key)));
            for (Outcome outcome : outcomes.subList(1, outcomes.size())) {
                row.add(shown(difference(of.apply(outcome.where(first)), of.apply(first.where(outcome))), key));
            }
            columns.row(row.toArray());
        }
    }

    private static String shown(Map<String, Long> fen, String key) {
        return fen.containsKey(key) ? Money.ofFen(fen.getOrDefault(key, 0L)).toString() : "-";
    }

    private static void row(
            Columns columns,
            String label,
            List<Outcome> outcomes,
            Function<Outcome, Long> of,
            Function<Long, Object> shown) {
        List<Object> row = new ArrayList<>(List.of(label));
        outcomes.forEach(outcome -> row.add(shown.apply(of.apply(outcome))));
        Outcome first = outcomes.get(0);
        outcomes.stream()
                .skip(1)
                .forEach(outcome ->
                        row.add(shown.apply(of.apply(outcome.where(first)) - of.apply(first.where(outcome)))));
        columns.row(row.toArray());
    }

    private void json(List<Outcome> outcomes) throws IOException {
        List<Object> all = new ArrayList<>();
        Outcome first = outcomes.get(0);
        for (Outcome outcome : outcomes) {
            Outcome mine = outcome.where(first);
            Outcome its = first.where(outcome);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("scheme", outcome.name());
            json.put("totalFen", outcome.total());
            json.put("points", outcome.points());
            json.put("undecided", outcome.undecided().size());
            json.put(
                    "undecidedCases",
                    outcome.undecided().stream()
                            .map(WhatIfCommand::undecidedJson)
                            .toList());
            json.put("byGradeFen", outcome.byGrade());
            json.put("byPersonFen", outcome.byPerson());
            json.put("casesInDifference", mine.size());
            json.put("differenceFen", mine.total() - its.total());
            json.put("differenceByGradeFen", difference(mine.byGrade(), its.byGrade()));
            json.put("differenceByPersonFen", difference(mine.byPerson(), its.byPerson()));
            all.add(json);
        }
        out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("schemes", all)));
    }

    private static Map<String, Object> undecidedJson(Outcome.Undecided each) {
        return RewardCommand.row(
                "id", each.id(),
                "problems", each.problems().stream().map(RewardCommand::problem).toList(),
                "manual", each.groups());
    }

    private static Map<String, Long> difference(Map<String, Long> one, Map<String, Long> first) {
        Map<String, Long> difference = new TreeMap<>(one);
        first.forEach((key, fen) -> difference.merge(key, -fen, Long::sum));
        return difference;
    }
}
