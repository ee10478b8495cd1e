package io.hazardreport.reward;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Cases that a set of atoms of each fact describes. */
final class Region {

    private final BitSet[] sets;

    Region(BitSet[] sets) {
        this.sets = sets.clone();
    }

    int facts() {
        return sets.length;
    }

    BitSet at(int fact) {
        return sets[fact];
    }

    Region with(int fact, BitSet atoms) {
        Region other = new Region(sets);
        other.sets[fact] = atoms;
        return other;
    }

    boolean isEmpty() {
        for (BitSet set : sets) {
            if (set.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    boolean meets(Region other) {
        for (int f = 0; f < sets.length; f++) {
            if (!sets[f].intersects(other.sets[f])) {
                return false;
            }
        }
        return true;
    }

    Region common(Region other) {
        BitSet[] common = new BitSet[sets.length];
        for (int f = 0; f < common.length; f++) {
            common[f] = and(sets[f], other.sets[f]);
        }
        return new Region(common);
    }

    boolean contains(Region other) {
        for (int f = 0; f < sets.length; f++) {
            if (!without(other.sets[f], sets[f]).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Disjoint pieces of this that lie outside the other. */
    List<Region> minus(Region other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Region> pieces = new ArrayList<>();
        Region inside = this;
        for (int f = 0; f < sets.length; f++) {
            BitSet outside = without(inside.sets[f], other.sets[f]);
            if (!outside.isEmpty()) {
                pieces.add(inside.with(f, outside));
                inside = inside.with(f, and(inside.sets[f], other.sets[f]));
            }
        }
        return pieces;
    }

    /** How many combinations of atoms; empty when too many to count fast. */
    Optional<Long> size() {
        BigInteger size = BigInteger.ONE;
        for (BitSet set : sets) {
            size = size.multiply(BigInteger.valueOf(set.cardinality()));
        }
        return size.bitLength() < Long.SIZE - 1 ? Optional.of(size.longValue()) : Optional.empty();
    }

    /** How many combinations of atoms both have; only where the whole can be counted. */
    long sizeWith(Region other) {
        long size = 1;
        for (int f = 0; f < sets.length; f++) {
            size *= and(sets[f], other.sets[f]).cardinality();
        }
        return size;
    }

    /** The combination of the first atom of each fact. */
    Region corner() {
        BitSet[] first = new BitSet[sets.length];
        for (int f = 0; f < first.length; f++) {
            first[f] = only(sets[f].nextSetBit(0));
        }
        return new Region(first);
    }

    static BitSet only(int atom) {
        BitSet one = new BitSet();
        one.set(atom);
        return one;
    }

    static BitSet and(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }

    static BitSet without(BitSet a, BitSet b) {
        BitSet left = (BitSet) a.clone();
        left.andNot(b);
        return left;
    }
}
