package io.hazardreport.intake;

import io.hazardreport.exchange.CsvReader;
import io.hazardreport.exchange.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the shipped table of weights from texts that people labelled: a logistic regression on features seen in at least
 * 20 texts, of which the 900 that matter most are kept and fitted again. The same input gives the same table.
 */
final class IntakeTraining {

    private static final int SEEN = 20;
    private static final int KEPT = 900;
    private static final int ROUNDS = 200;
    private static final double SHRINK = 2.0;

    private IntakeTraining() {}

    /** A text and whether people found that it says nothing usable. */
    record Labelled(IntakeText text, String checklistItem, boolean insufficient, String original) {}

    static List<Labelled> read(Path data) throws IOException {
        Path file = data.resolve("enterprise-hazard-texts/public_labelled.csv");
        Table table = CsvReader.read(Files.readAllBytes(file));
        List<String> header = table.header().cells();
        List<Labelled> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String text = row.cell(header.indexOf("content"));
            rows.add(new Labelled(
                    IntakeText.of(text),
                    row.cell(header.indexOf("level_4")),
                    row.cell(header.indexOf("label")).equals("1"),
                    text));
        }
        return rows;
    }

    static IntakeModel train(List<Labelled> rows) {
        List<List<String>> features =
                rows.stream().map(row -> List.copyOf(row.text().features())).toList();
        Map<String, Integer> seen = new TreeMap<>();
        features.forEach(each -> each.forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        seen.values().removeIf(count -> count < SEEN);
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).insufficient();
        }
        List<String> vocabulary = List.copyOf(seen.keySet());
        double[] first = fit(indices(features, vocabulary), labels, vocabulary.size(), SHRINK);
        List<String> kept = indicesByWeight(first, vocabulary, seen).stream()
                .limit(KEPT)
                .map(vocabulary::get)
                .sorted()
                .toList();
        double[] weights = fit(indices(features, kept), labels, kept.size(), SHRINK * 0.6);
        Map<String, Integer> table = new LinkedHashMap<>();
        table.put(IntakeModel.BIAS, (int) Math.round(weights[kept.size()] * 1000));
        for (int i = 0; i < kept.size(); i++) {
            table.put(kept.get(i), (int) Math.round(weights[i] * 1000));
        }
        return new IntakeModel(table, table.getOrDefault(IntakeModel.BIAS, 0));
    }

    private static List<Integer> indicesByWeight(double[] weights, List<String> vocabulary, Map<String, Integer> seen) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(
                i -> -Math.abs(weights[i]) * StrictMath.sqrt(seen.getOrDefault(vocabulary.get(i), 0))));
        return order;
    }

    private static int[][] indices(List<List<String>> features, List<String> vocabulary) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            at.put(vocabulary.get(i), i);
        }
        return features.stream()
                .map(each ->
                        each.stream().filter(at::containsKey).mapToInt(at::get).toArray())
                .toArray(int[][]::new);
    }

    /** Full-batch Adam; the last weight is the bias, which is not shrunk. */
    private static double[] fit(int[][] rows, boolean[] labels, int size, double shrink) {
        double[] w = new double[size + 1];
        double[] mean = new double[size + 1];
        double[] square = new double[size + 1];
        double[] gradient = new double[size + 1];
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < size; i++) {
                gradient[i] = shrink * w[i];
            }
            gradient[size] = 0;
            for (int r = 0; r < rows.length; r++) {
                double z = w[size];
                for (int i : rows[r]) {
                    z += w[i];
                }
                double error = 1 / (1 + StrictMath.exp(-z)) - (labels[r] ? 1 : 0);
                for (int i : rows[r]) {
                    gradient[i] += error;
                }
                gradient[size] += error;
            }
            double meanCorrection = 1 - StrictMath.pow(0.9, round);
            double squareCorrection = 1 - StrictMath.pow(0.999, round);
            for (int i = 0; i <= size; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
                w[i] -= 0.05 * (mean[i] / meanCorrection) / (StrictMath.sqrt(square[i] / squareCorrection) + 1e-8);
            }
        }
        return w;
    }

    static String table(IntakeModel model) {
        StringBuilder table = new StringBuilder("weight\tfeature\n");
        model.weights()
                .forEach((feature, weight) ->
                        table.append(weight).append('\t').append(feature).append('\n'));
        return table.toString();
    }

    /** Precision, recall and F1 in thousandths. */
    record Measured(int precision, int recall, int f1) {

        static Measured of(List<Labelled> rows, boolean[] flagged) {
            int both = 0;
            int said = 0;
            int meant = 0;
            for (int i = 0; i < flagged.length; i++) {
                said += flagged[i] ? 1 : 0;
                meant += rows.get(i).insufficient() ? 1 : 0;
                both += flagged[i] && rows.get(i).insufficient() ? 1 : 0;
            }
            return new Measured(1000 * both / said, 1000 * both / meant, 2000 * both / (said + meant));
        }
    }

    /** Each text judged by a model that has seen no text like it. */
    static boolean[] outOfFold(List<Labelled> rows, int folds, boolean withChecklist) {
        boolean[] flagged = new boolean[rows.size()];
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            List<Labelled> others =
                    rows.stream().filter(row -> fold(row, folds) != left).toList();
            IntakeModel model = train(others);
            for (int i = 0; i < flagged.length; i++) {
                Labelled row = rows.get(i);
                if (fold(row, folds) == fold) {
                    boolean echo = withChecklist
                            && IntakeText.of(row.checklistItem())
                                    .core()
                                    .contains(row.text().core());
                    flagged[i] = row.text().core().isEmpty() || echo || model.saysTooLittle(row.text());
                }
            }
        }
        return flagged;
    }

    private static int fold(Labelled row, int folds) {
        return Math.floorMod(Arrays.hashCode(row.text().core().toCharArray()), folds);
    }

    /** Writes the table; arguments: folder of the data, file to write. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), table(train(read(Path.of(arguments[0])))));
    }
}
