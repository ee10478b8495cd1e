package io.hazardreport.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What one decision came to: the sum, and which rules gave what. */
public final class Answer {

    private final List<String> fired = new ArrayList<>(4);
    private long total;

    /** @param fen what the rule gives */
    public void give(String rule, long fen) {
        fired.add(rule);
        total += fen;
    }

    /** A part of a base, rounded half up to the fen, between a floor and a cap. */
    public static long percent(long base, int percent, long floor, long cap) {
        return Math.min(cap, Math.max(floor, Math.floorDiv(base * percent + 50, 100)));
    }

    void clear() {
        fired.clear();
        total = 0;
    }

    long total() {
        return total;
    }

    List<String> fired() {
        return fired;
    }
}
