package io.hazardreport;

import io.hazardreport.base.PersonKey;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Condition;
import io.hazardreport.journal.CounterKey;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.Write;
import io.hazardreport.recognition.PointsAccount;
import io.hazardreport.recognition.PointsMove;
import io.hazardreport.recognition.PointsMove.Kind;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardAction;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.reward.AwardState;
import io.hazardreport.reward.CapCounter;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moves of a person's points, read off the events of his awards. Each is booked on the day it was put on record, by
 * the scheme's version that judges the award; so neither an event of a day that is over nor a new scheme changes what an
 * earlier day's account said.
 */
final class PointsLedger {

    /** The component of an award that gives points. */
    static final String POINTS = "POINTS";

    /** The component of an award that pays for points. */
    static final String REDEEMED = "REDEMPTION";

    /** How often points were taken back from a person; who redeems or pays for it holds on to what he read of it. */
    private static final String TAKEN_BACK = "points-taken-back|||P";

    /** One instant may bring several: of the points first, of the redemptions then, each award's in its own order. */
    private static final Comparator<Booking> ORDER = Comparator.comparing(Booking::recordedAt)
            .thenComparing(Booking::redemption)
            .thenComparing(booking -> booking.move().reference())
            .thenComparing(Booking::seq);

    private final Core core;
    private final Schemes schemes;

    PointsLedger(Core core, Schemes schemes) {
        this.core = core;
        this.schemes = schemes;
    }

    private record Booking(Instant recordedAt, boolean redemption, long seq, PointsMove move) {}

    static CounterKey takenBack(PersonKey person) {
        return CapCounter.key(TAKEN_BACK, person);
    }

    /** Whether points that had arrived are his no more after this event. */
    static boolean takesBack(Award award, AwardEvent event) {
        return kind(award, event).filter(Kind.TAKEN_BACK::equals).isPresent();
    }

    /**
     * What one reading of the account found.
     *
     * @param owed points that were taken back after they had been redeemed, until others settle that
     * @param timesTakenBack how often points were taken back until then
     */
    record Reading(PersonKey person, long owed, long timesTakenBack) {

        /** Fails where points of this person were taken back since. */
        Write.Spend unchanged() {
            return new Write.Spend(takenBack(person), 0, timesTakenBack);
        }
    }

    Reading read(UnitId unit, PersonKey person) {
        List<PointsMove> moves = moves(unit, person);
        Instant now = core.now(); // after reading, so that nothing read is of a later day
        LocalDate today =
                LocalDate.ofInstant(now, schemes.inForce(unit, now).rules().zone());
        return reading(person, moves, PointsAccount.of(moves, today));
    }

    static Reading reading(PersonKey person, List<PointsMove> moves, PointsAccount account) {
        long timesTakenBack =
                moves.stream().filter(move -> move.kind() == Kind.TAKEN_BACK).count();
        return new Reading(person, Math.max(0, -account.balance()), timesTakenBack);
    }

    /** In the order of booking. */
    List<PointsMove> moves(UnitId unit, PersonKey person) {
        List<Booking> bookings = new ArrayList<>();
        Map<String, Scheme> versions = new HashMap<>();
        for (Snapshot row : rows(unit, person)) {
            Object component = row.columns().get("component");
            if (POINTS.equals(component) || REDEEMED.equals(component)) {
                List<Event> events = core.journal().events(unit, row.stream());
                Award award = Award.fold(events);
                Scheme scheme =
                        versions.computeIfAbsent(award.schemeVersion(), version -> schemes.version(unit, version));
                book(award, events, scheme, bookings);
            }
        }
        return bookings.stream().sorted(ORDER).map(Booking::move).toList();
    }

    /** All awards of a person, by time. */
    List<Snapshot> rows(UnitId unit, PersonKey person) {
        return core.journal()
                .select(
                        unit,
                        Award.KIND,
                        List.of(Condition.equal("person_key", person.hex())),
                        "proposed_at",
                        Integer.MAX_VALUE);
    }

    private static void book(Award award, List<Event> events, Scheme scheme, List<Booking> bookings) {
        if (award.terms().units() < 1) {
            return;
        }
        boolean redemption = award.terms().component().equals(REDEEMED);
        Instant recorded = Instant.MIN;
        for (int i = 0; i < events.size(); i++) {
            Event row = events.get(i);
            AwardEvent event = award.history().get(i);
            // clocks of two machines may differ; an award's own order holds
            recorded = row.recordedAt().isAfter(recorded) ? row.recordedAt() : recorded;
            LocalDate day = LocalDate.ofInstant(recorded, scheme.rules().zone());
            Optional<Kind> kind = kind(award, event);
            if (kind.isPresent()) {
                @Nullable LocalDate until = kind.get().comesIn() ? until(event.action(), day, scheme) : null;
                PointsMove move = new PointsMove(
                        kind.get(), day, award.terms().units(), award.id().toString(), until);
                bookings.add(new Booking(recorded, redemption, row.seq(), move));
            }
        }
    }

    private static Optional<Kind> kind(Award award, AwardEvent event) {
        boolean arrives = event.to() == AwardState.PAID && event.from() != AwardState.PAID;
        boolean leaves = event.from() == AwardState.PAID && event.to() != AwardState.PAID;
        return switch (award.terms().component()) {
            case POINTS ->
                arrives ? Optional.of(Kind.EARNED) : leaves ? Optional.of(Kind.TAKEN_BACK) : Optional.empty();
            case REDEEMED ->
                event.action() == AwardAction.PROPOSE
                        ? Optional.of(Kind.REDEEMED)
                        : award.isReleasedBy(event.action()) ? Optional.of(Kind.RETURNED) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * Until when points that come in can be used. What he himself gave up, did not fetch, or has to give back for fraud
     * keeps the last day it had: otherwise redeeming and giving up would keep points alive for ever.
     */
    private static @Nullable LocalDate until(AwardAction action, LocalDate day, Scheme scheme) {
        return switch (action) {
            case WAIVE, EXPIRE, CLAW_BACK -> day;
            default ->
                scheme.schedule()
                        .points()
                        .map(PointsRule::expireMonths)
                        .map(day::plusMonths)
                        .orElse(null);
        };
    }
}
