package io.hazardreport.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hazardreport.base.Money;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.RewardRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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

    /** What one rule comes to. */
    private record Outcome(
            String name,
            Money total,
            long points,
            Map<String, Money> byGrade,
            Map<String, Money> byPerson,
            long open) {}

    @Override
    public Integer call() throws IOException {
        List<Path> files = new ArrayList<>(List.of(scheme));
        files.addAll(against);
        List<Outcome> outcomes = new ArrayList<>();
        try (Workspace workspace = cases == null ? open() : null) {
            for (Path file : files) {
                RewardRule rule = RewardCommand.rule(outcomes.isEmpty() ? "--scheme" : "--against", file);
                List<Trial.Case> tried = workspace == null
                        ? RewardCommand.cases("--cases", cases, rule)
                        : workspace.reporting().awards().cases(Workspace.UNIT);
                outcomes.add(outcome(file.getFileName().toString(), rule, tried));
            }
        }
        if (format == Format.JSON) {
            json(outcomes);
        } else {
            table(outcomes);
        }
        return 0;
    }

    private static Outcome outcome(String name, RewardRule rule, List<Trial.Case> cases) {
        Map<String, Money> byGrade = new TreeMap<>();
        Map<String, Money> byPerson = new TreeMap<>();
        Money total = Money.ZERO;
        long points = 0;
        long open = 0;
        for (Trial.Result result : Trial.run(rule.schedule(), rule.eligibility(), cases)) {
            if (!result.problems().isEmpty()) {
                open++;
                continue;
            }
            Explanation explanation = result.answer().fold(e -> e, p -> {
                throw new IllegalStateException(p.toString());
            });
            String grade =
                    result.of().facts().getOrDefault("tier", result.of().facts().getOrDefault("grade", "-"));
            byGrade.merge(grade, explanation.total(), Money::plus);
            total = total.plus(explanation.total());
            points += explanation.grants().stream()
                    .filter(grant -> grant.component().equals("POINTS"))
                    .mapToLong(Explanation.Grant::units)
                    .sum();
            for (int ordinal = 1; ordinal <= result.persons().size(); ordinal++) {
                Money cash = Money.ofFen(explanation.units(ordinal, "CASH"));
                byPerson.merge(result.persons().get(ordinal - 1), cash, Money::plus);
            }
        }
        return new Outcome(name, total, points, byGrade, byPerson, open);
    }

    private void table(List<Outcome> outcomes) {
        heading("what-if");
        Columns columns = new Columns();
        List<Object> head = new ArrayList<>(List.of(""));
        outcomes.forEach(outcome -> head.add(outcome.name()));
        outcomes.stream().skip(1).forEach(outcome -> head.add("Δ " + outcome.name()));
        columns.row(head.toArray());
        row(columns, say("what-if-total"), outcomes.stream().map(Outcome::total).toList());
        List<Object> points = new ArrayList<>(List.of(say("what-if-points")));
        outcomes.forEach(outcome -> points.add(outcome.points()));
        outcomes.stream()
                .skip(1)
                .forEach(
                        outcome -> points.add(outcome.points() - outcomes.get(0).points()));
        columns.row(points.toArray());
        List<Object> open = new ArrayList<>(List.of(say("what-if-open")));
        outcomes.forEach(outcome -> open.add(outcome.open()));
        columns.row(open.toArray());
        rows(columns, outcomes.stream().map(Outcome::byGrade).toList());
        columns.print(out());
        heading("what-if-persons");
        Columns persons = new Columns().row(head.toArray());
        rows(persons, outcomes.stream().map(Outcome::byPerson).toList());
        persons.print(out());
    }

    private static void rows(Columns columns, List<Map<String, Money>> maps) {
        TreeSet<String> keys = new TreeSet<>();
        maps.forEach(map -> keys.addAll(map.keySet()));
        keys.forEach(key -> row(
                columns,
                key,
                maps.stream().map(map -> map.getOrDefault(key, Money.ZERO)).toList()));
    }

    private static void row(Columns columns, String label, List<Money> amounts) {
        List<Object> row = new ArrayList<>(List.of(label));
        row.addAll(amounts);
        amounts.stream().skip(1).forEach(amount -> row.add(amount.minus(amounts.get(0))));
        columns.row(row.toArray());
    }

    private void json(List<Outcome> outcomes) throws IOException {
        List<Object> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("scheme", outcome.name());
            json.put("totalFen", outcome.total().fen());
            json.put("points", outcome.points());
            json.put("undecided", outcome.open());
            json.put("byGradeFen", fen(outcome.byGrade()));
            json.put("byPersonFen", fen(outcome.byPerson()));
            json.put(
                    "differenceFen",
                    outcome.total().minus(outcomes.get(0).total()).fen());
            json.put(
                    "differenceByGradeFen",
                    difference(outcome.byGrade(), outcomes.get(0).byGrade()));
            json.put(
                    "differenceByPersonFen",
                    difference(outcome.byPerson(), outcomes.get(0).byPerson()));
            all.add(json);
        }
        out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("schemes", all)));
    }

    private static Map<String, Long> difference(Map<String, Money> one, Map<String, Money> first) {
        Map<String, Long> difference = fen(one);
        first.forEach((key, amount) -> difference.merge(key, -amount.fen(), Long::sum));
        return difference;
    }

    private static Map<String, Long> fen(Map<String, Money> amounts) {
        Map<String, Long> fen = new TreeMap<>();
        amounts.forEach((key, amount) -> fen.put(key, amount.fen()));
        return fen;
    }
}
