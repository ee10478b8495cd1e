package io.hazardreport.recognition;

import io.hazardreport.recognition.PointsMove.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes moves one by one and knows of each point which award earned it and where it is: free, used by a redemption, or
 * gone. A redemption that uses points nobody has owes them; whatever is free settles that at once, so that nothing is
 * ever free while something is owed.
 */
final class PointsFold {

    /** Points of one award that lapse together. */
    private record Lot(String award, LocalDate lastDay, long points) {

        Lot of(long some) {
            return new Lot(award, lastDay, some);
        }
    }

    /** What one redemption uses, and what it still owes of it. */
    private static final class Use {
        private final List<Lot> lots = new ArrayList<>();
        private long owed;
    }

    /** In the order in which they are used. */
    private final List<Lot> free = new ArrayList<>();

    /** By redemption, in order. */
    private final Map<String, Use> uses = new LinkedHashMap<>();

    private final List<PointsAccount.Line> lines = new ArrayList<>();
    private long balance;

    void take(PointsMove move) {
        lapse(move.day());
        switch (move.kind()) {
            case EARNED -> {
                book(move, move.points());
                release(new Lot(move.reference(), lastDay(move), move.points()));
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
        List<Lot> returned = draw(use.lots, "", move.points() - forgiven);
        book(move, forgiven + sum(returned));
        LocalDate until = lastDay(move);
        for (Lot lot : returned) {
            release(new Lot(lot.award(), until.isAfter(lot.lastDay()) ? until : lot.lastDay(), lot.points()));
        }
    }

    private void release(Lot lot) {
        int place = 0;
        while (place < free.size() && !free.get(place).lastDay().isAfter(lot.lastDay())) {
            Lot other = free.get(place);
            if (other.award().equals(lot.award()) && other.lastDay().equals(lot.lastDay())) {
                free.set(place, other.of(other.points() + lot.points()));
                return;
            }
            place++;
        }
        free.add(place, lot);
    }

    private void settle() {
        for (Use use : uses.values()) {
            List<Lot> found = draw(free, "", use.owed);
            use.owed -= sum(found);
            use.lots.addAll(found);
        }
    }

    /** Takes away what has no day left. */
    private void lapse(LocalDate today) {
        while (!free.isEmpty() && free.get(0).lastDay().isBefore(today)) {
            Lot lot = free.remove(0);
            book(new PointsMove(Kind.LAPSED, lot.lastDay().plusDays(1), lot.points(), lot.award(), null), lot.points());
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
     * Draws from the front of the lots.
     *
     * @param award of this one only; empty: of any
     */
    private static List<Lot> draw(List<Lot> lots, String award, long most) {
        List<Lot> drawn = new ArrayList<>();
        long left = most;
        for (int i = 0; i < lots.size() && left > 0; ) {
            Lot lot = lots.get(i);
            if (!award.isEmpty() && !lot.award().equals(award)) {
                i++;
                continue;
            }
            long some = Math.min(left, lot.points());
            left -= some;
            drawn.add(lot.of(some));
            if (some == lot.points()) {
                lots.remove(i);
            } else {
                lots.set(i, lot.of(lot.points() - some));
            }
        }
        return drawn;
    }

    private static long sum(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::points).sum();
    }

    private static LocalDate lastDay(PointsMove move) {
        return move.until() == null ? LocalDate.MAX : move.until();
    }
}
