package io.hazardreport.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a points account.
 *
 * @param day local date on which it was put on record
 * @param points 1 or more, whatever the direction
 * @param reference the award behind it; for points that lapsed, the award that earned them
 * @param until the last day on which points that came in can be used; points that were returned, until their own last day
 *     where that is later; null: without end, or none came in
 */
public record PointsMove(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("day") LocalDate day,
        @JsonProperty("points") long points,
        @JsonProperty("reference") String reference,
        @JsonProperty("until") @Nullable LocalDate until) {

    /** Which way points go, and why. */
    public enum Kind {
        /** An award of points arrived. */
        @JsonProperty("EARNED")
        EARNED,

        /** An award of points was clawed back, or its giving was returned to be given again. */
        @JsonProperty("TAKEN_BACK")
        TAKEN_BACK,

        /** A redemption was proposed. */
        @JsonProperty("REDEEMED")
        REDEEMED,

        /** A redemption ended unpaid, or its money was clawed back. */
        @JsonProperty("RETURNED")
        RETURNED,

        /** The last day on which they could be used is over. */
        @JsonProperty("LAPSED")
        LAPSED;

        public Text displayName() {
            return Messages.text("recognition.move." + name());
        }

        /** Whether points come in. */
        public boolean comesIn() {
            return this == EARNED || this == RETURNED;
        }
    }

    public PointsMove {
        if (points < 1) {
            throw new IllegalArgumentException("points " + points + ", allowed: ≥ 1");
        }
        if (until != null && (!kind.comesIn() || until.isBefore(day))) {
            throw new IllegalArgumentException(
                    kind + " on " + day + " until " + until + ", allowed: ≥ day, EARNED or RETURNED");
        }
    }

    /** What it does to the balance. */
    public long change() {
        return kind.comesIn() ? points : -points;
    }
}
