package io.hazardreport.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A points account kept like tokens in a box: every single point an object, every day lived through, nothing clever. */
final class NaivePoints {

    /** One point, and where it lies. */
    private static final class Token {
        private final String award;
        private LocalDate lastDay;
        private String place = FREE;

        private Token(String award, LocalDate lastDay) {
            this.award = award;
            this.lastDay = lastDay;
        }
    }

    private static final String FREE = "free";
    private static final String GONE = "gone";

    private final List<Token> tokens = new ArrayList<>();

    /** One for each point a redemption asked for, also where no token lies in it. */
    private final List<String> seats = new ArrayList<>();

    private LocalDate day = LocalDate.MIN;

    static long balance(List<PointsMove> moves, LocalDate today) {
        NaivePoints box = new NaivePoints();
        for (PointsMove move : moves) {
            if (!move.day().isAfter(today)) {
                box.take(move);
            }
        }
        box.live(today);
        return box.balance();
    }

    long balance() {
        return count(FREE) - seats.stream().distinct().mapToLong(this::empty).sum();
    }

    private long count(String place) {
        return tokens.stream().filter(token -> token.place.equals(place)).count();
    }

    private long empty(String redemption) {
        return seats.stream().filter(redemption::equals).count() - count(redemption);
    }

    void live(LocalDate today) {
        for (; day.isBefore(today); day = day.equals(LocalDate.MIN) ? today : day.plusDays(1)) {
            lapse();
        }
        lapse();
    }

    private void lapse() {
        for (Token token : tokens) {
            if (token.place.equals(FREE) && token.lastDay.isBefore(day)) {
                token.place = GONE;
            }
        }
    }

    void take(PointsMove move) {
        live(move.day());
        LocalDate until = move.until() == null ? LocalDate.MAX : move.until();
        for (long n = 0; n < move.points(); n++) {
            switch (move.kind()) {
                case EARNED -> tokens.add(new Token(move.reference(), until));
                case REDEEMED -> seats.add(move.reference());
                case TAKEN_BACK -> {}
                case RETURNED -> seats.remove(move.reference());
                case LAPSED -> throw new IllegalArgumentException();
            }
        }
        for (Token token : tokens) {
            if (move.kind() == PointsMove.Kind.TAKEN_BACK && token.award.equals(move.reference())) {
                token.place = GONE;
            }
            if (move.kind() == PointsMove.Kind.RETURNED && token.place.equals(move.reference())) {
                token.place = FREE;
                token.lastDay = until.isAfter(token.lastDay) ? until : token.lastDay;
            }
        }
        seat();
    }

    /** Each empty seat, in order, gets the free token that lapses first, of those the one that came first. */
    private void seat() {
        for (String redemption : seats.stream().distinct().toList()) {
            while (empty(redemption) > 0 && count(FREE) > 0) {
                tokens.stream()
                        .filter(token -> token.place.equals(FREE))
                        .min(Comparator.comparing(token -> token.lastDay))
                        .orElseThrow()
                        .place = redemption;
            }
        }
    }
}
