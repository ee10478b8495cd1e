package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for cases that none of some regions covers. Where these do not meet each other, counting tells at once which part
 * holds a hole, so that the answer is exact however many rules there are; else the search may give up, and says so.
 */
final class Search {

    private static final int MOST_STEPS = 60_000;
    private static final int FEW_STEPS = 2_000;

    private final boolean counts;
    private final Predicate<Region> goOn;
    private final List<Region> known;
    private final int most;
    private int steps;
    private boolean stopped;

    /**
     * @param disjoint whether no two regions meet, and all can be counted
     * @param known holes found before, which count as covered; may grow
     * @param goOn told every hole; whether to look for more
     */
    Search(boolean disjoint, List<Region> known, Predicate<Region> goOn) {
        this(disjoint, known, goOn, MOST_STEPS);
    }

    private Search(boolean disjoint, List<Region> known, Predicate<Region> goOn, int most) {
        this.counts = disjoint;
        this.known = known;
        this.goOn = goOn;
        this.most = most;
    }

    /** Whether some regions, which may meet, are found to leave nothing of another; a long search is given up. */
    static boolean isCovered(Region where, List<Region> covers) {
        List<Region> holes = new ArrayList<>();
        Search search = new Search(false, List.of(), hole -> !holes.add(hole), FEW_STEPS);
        return search.in(where, covers) && holes.isEmpty();
    }

    /** Whether the search came to its end, or was told to stop. */
    boolean in(Region where, List<Region> covers) {
        descend(where, covers);
        return steps < most;
    }

    private void descend(Region cell, List<Region> covers) {
        if (stopped || ++steps >= most) {
            stopped = true;
            return;
        }
        List<Region> here = new ArrayList<>();
        Region widest = null;
        long most = -1;
        long covered = 0;
        for (Region cover : covers) {
            if (cell.meets(cover)) {
                here.add(cover);
                long size = counts ? cell.sizeWith(cover) : spread(cell, cover);
                covered += size;
                if (size > most) {
                    most = size;
                    widest = cover;
                }
            }
        }
        for (Region hole : known) {
            if (hole.contains(cell)) {
                return;
            }
            covered += counts ? cell.sizeWith(hole) : 0;
        }
        if (widest == null) {
            stopped = !goOn.test(cell);
            return;
        }
        if (counts && covered == cell.size().orElse(-1L)) {
            return;
        }
        here.remove(widest);
        for (Region piece : cell.minus(widest)) {
            descend(piece, here);
        }
    }

    /** Roughly how much of a cell a region takes, where the number of atoms may be beyond counting. */
    private static long spread(Region cell, Region cover) {
        long spread = 0;
        for (int f = 0; f < cell.facts(); f++) {
            spread += 1000L
                    * Region.and(cell.at(f), cover.at(f)).cardinality()
                    / cell.at(f).cardinality();
        }
        return spread;
    }
}
