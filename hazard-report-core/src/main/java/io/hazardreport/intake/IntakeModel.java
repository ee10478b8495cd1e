package io.hazardreport.intake;

import java.util.HashMap;
import java.util.Map;

/** How much each feature speaks against a text, in thousandths; shipped as a table beside the program that made it. */
record IntakeModel(Map<String, Integer> weights, int bias) {

    /** Above this a text says too little. */
    static final int THRESHOLD = -200;

    static final String BIAS = "(bias)";

    private static final IntakeModel SHIPPED = read();

    static IntakeModel shipped() {
        return SHIPPED;
    }

    private static IntakeModel read() {
        Map<String, Integer> weights = new HashMap<>();
        for (String line : IntakeText.lines("intake-weights.tsv")) {
            int tab = line.indexOf('\t');
            weights.put(line.substring(tab + 1), Integer.valueOf(line.substring(0, tab)));
        }
        int bias = weights.getOrDefault(BIAS, 0);
        return new IntakeModel(Map.copyOf(weights), bias);
    }

    int score(IntakeText text) {
        int score = bias;
        for (String feature : text.features()) {
            score += weights.getOrDefault(feature, 0);
        }
        return score;
    }

    boolean saysTooLittle(IntakeText text) {
        return score(text) > THRESHOLD;
    }
}
