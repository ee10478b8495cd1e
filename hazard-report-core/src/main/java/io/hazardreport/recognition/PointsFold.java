package io.hazardreport.recognition;

import io.hazardreport.recognition.PointsMove.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes moves one by one and knows of each point which award earned it and where it is: free, used by a redemption, or
 * gone. A redemption that uses points nobody has owes them; whatever is free settles that at once, so that nothing is
 * ever free while something is owed.
 */
final class PointsFold {

    /**
     * Points of one award that lapse together; in the order in which they are used.
     *
     * @param seniority from 0 for what was earned first
     */
    private record Lot(LocalDate lastDay, int seniority, String award) implements Comparable<Lot> {

        @Override
        public int compareTo(Lot other) {
            int byDay = lastDay.compareTo(other.lastDay);
            return byDay != 0 ? byDay : Integer.compare(seniority, other.seniority);
        }
    }

    /** What one redemption uses, and what it still owes of it. */
    private static final class Use {
        private final SortedMap<Lot, Long> lots = new TreeMap<>();
        private long owed;
    }

    private final SortedMap<Lot, Long> free = new TreeMap<>();

    /** By redemption, in order. */
    private final Map<String, Use> uses = new LinkedHashMap<>();

    private final List<PointsAccount.Line> lines = new ArrayList<>();
    private long balance;
    private int earnings;

    void take(PointsMove move) {
        lapse(move.day());
        switch (move.kind()) {
            case EARNED -> {
                book(move, move.points());
                free.put(new Lot(lastDay(move), earnings++, move.reference()), move.points());
            }
            case REDEEMED -> {
                book(move, move.points());
                uses.computeIfAbsent(move.reference(), redemption -> new Use()).owed += move.points();
            }
            case TAKEN_BACK -> book(move, takeBack(move.reference(), move.points()));
            case RETURNED -> giveBack(move);
            case LAPSED -> throw new IllegalArgumentException("what lapses follows from the others: " + move);
        }
        settle();
    }

    /** The account on a day no earlier than the last move's. */
    PointsAccount account(LocalDate today) {
        lapse(today);
        return new PointsAccount(lines, balance);
    }

    /** What the award earned goes: what is free of it, then what redemptions used of it, which owe it from now on. */
    private long takeBack(String award, long most) {
        long taken = sum(draw(free, award, most));
        for (Use use : uses.values()) {
            long used = sum(draw(use.lots, award, most - taken));
            use.owed += used;
            taken += used;
        }
        return taken;
    }

    /** What the redemption owes is no more owed, and what it used is free again. */
    private void giveBack(PointsMove move) {
        Use use = uses.getOrDefault(move.reference(), new Use());
        long forgiven = Math.min(use.owed, move.points());
        use.owed -= forgiven;
        Map<Lot, Long> returned = draw(use.lots, "", move.points() - forgiven);
        book(move, forgiven + sum(returned));
        LocalDate until = lastDay(move);
        returned.forEach((lot, points) -> {
            LocalDate last = until.isAfter(lot.lastDay()) ? until : lot.lastDay();
            free.merge(new Lot(last, lot.seniority(), lot.award()), points, Long::sum);
        });
    }

    private void settle() {
        for (Use use : uses.values()) {
            Map<Lot, Long> found = draw(free, "", use.owed);
            use.owed -= sum(found);
            found.forEach((lot, points) -> use.lots.merge(lot, points, Long::sum));
        }
    }

    /** Takes away what has no day left. */
    private void lapse(LocalDate today) {
        while (!free.isEmpty() && free.firstKey().lastDay().isBefore(today)) {
            Lot lot = free.firstKey();
            long points = Objects.requireNonNull(free.remove(lot));
            book(new PointsMove(Kind.LAPSED, lot.lastDay().plusDays(1), points, lot.award(), null), points);
        }
    }

    /** @param points how many really move; of 0 there is no line */
    private void book(PointsMove move, long points) {
        if (points > 0) {
            PointsMove booked = new PointsMove(move.kind(), move.day(), points, move.reference(), move.until());
            balance += booked.change();
            lines.add(new PointsAccount.Line(booked, balance));
        }
    }

    /**
     * Draws what is to be used first.
     *
     * @param award of this one only; empty: of any
     */
    private static Map<Lot, Long> draw(SortedMap<Lot, Long> lots, String award, long most) {
        Map<Lot, Long> drawn = new TreeMap<>();
        long left = most;
        for (Iterator<Map.Entry<Lot, Long>> each = lots.entrySet().iterator(); each.hasNext() && left > 0; ) {
            Map.Entry<Lot, Long> entry = each.next();
            if (award.isEmpty() || entry.getKey().award().equals(award)) {
                long some = Math.min(left, entry.getValue());
                left -= some;
                drawn.put(entry.getKey(), some);
                entry.setValue(entry.getValue() - some);
                if (entry.getValue() == 0) {
                    each.remove();
                }
            }
        }
        return drawn;
    }

    private static long sum(Map<Lot, Long> lots) {
        return lots.values().stream().mapToLong(Long::longValue).sum();
    }

    private static LocalDate lastDay(PointsMove move) {
        return move.until() == null ? LocalDate.MAX : move.until();
    }
}
