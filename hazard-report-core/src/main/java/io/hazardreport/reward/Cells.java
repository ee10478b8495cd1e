package io.hazardreport.reward;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a schedule's decision table that were looked at, never more than a bounded number: one that finds all its
 * places taken takes the first. Many threads use it without locks, for a cell cannot change and knows its number.
 */
final class Cells {

    private static final int BITS = 10;

    /** In how many places, one behind another, a cell may lie. */
    private static final int NEIGHBOURS = 4;

    /** Spreads numbers that differ little: 2 to the 64th, divided by the golden section. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final @Nullable Cell[] places;

    /** @param size how many there are; empty where that cannot be counted, and none is kept */
    Cells(OptionalLong size) {
        this.places = new Cell[size.isPresent() ? (1 << BITS) + NEIGHBOURS : 0];
    }

    /** Null where it is not kept. */
    @Nullable
    Cell at(long number) {
        if (number >= 0 && places.length > 0) {
            int first = first(number);
            for (int i = first; i < first + NEIGHBOURS; i++) {
                Cell cell = places[i];
                if (cell == null || cell.number() == number) {
                    return cell;
                }
            }
        }
        return null;
    }

    void keep(Cell cell) {
        if (places.length == 0) {
            return;
        }
        int first = first(cell.number());
        for (int i = first; i < first + NEIGHBOURS; i++) {
            Cell there = places[i];
            if (there == null || there.number() == cell.number()) {
                places[i] = cell;
                return;
            }
        }
        places[first] = cell;
    }

    private static int first(long number) {
        return (int) ((number * SPREAD) >>> (Long.SIZE - BITS));
    }
}
