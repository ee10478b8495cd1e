package io.hazardreport.similarity;

import java.util.Arrays;

/** The pairs of neighbouring characters of normalised words, each as often as it occurs, in order. */
final class Pairs {

    private final int[] sorted;

    private Pairs(int[] sorted) {
        this.sorted = sorted;
    }

    static Pairs of(String normal) {
        int[] pairs = new int[Math.max(0, normal.length() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = normal.charAt(i) << 16 | normal.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return new Pairs(pairs);
    }

    int size() {
        return sorted.length;
    }

    /** Twice the shared pairs out of all pairs of both (Dice), in permille, rounded down. */
    int dicePermille(Pairs other) {
        int all = size() + other.size();
        return all == 0 ? 0 : (int) (2_000L * shared(other) / all);
    }

    /** The shared pairs out of those of the shorter, in permille, rounded down. */
    int overlapPermille(Pairs other) {
        int shorter = Math.min(size(), other.size());
        return shorter == 0 ? 0 : (int) (1_000L * shared(other) / shorter);
    }

    private int shared(Pairs other) {
        int shared = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < sorted.length && theirs < other.sorted.length) {
            int order = Integer.compare(sorted[mine], other.sorted[theirs]);
            if (order == 0) {
                shared++;
            }
            if (order <= 0) {
                mine++;
            }
            if (order >= 0) {
                theirs++;
            }
        }
        return shared;
    }
}
