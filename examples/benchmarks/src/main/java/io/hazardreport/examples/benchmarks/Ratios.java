package io.hazardreport.examples.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks (JMH's own options are taken) and prints each as a ratio to the library's. */
public final class Ratios {

    private Ratios() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(RewardDecisions.class.getName())
                        .build())
                .run();
        Map<String, Double> scores = new TreeMap<>();
        results.forEach(result -> scores.put(
                result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore()));
        double library = scores.getOrDefault("library", Double.NaN);
        System.out.println();
        scores.forEach((name, score) -> System.out.printf(
                Locale.ROOT, "%-22s %10.3f us/decision   %8.2f x the library%n", name, score, score / library));
    }
}
