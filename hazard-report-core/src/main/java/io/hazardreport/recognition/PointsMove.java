package io.hazardreport.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.time.LocalDate;

/**
 * One line of a points account.
 *
 * @param day local date in the scheme's zone
 * @param points 1 or more, whatever the direction
 * @param reference the award behind it; for points that lapsed, the award that earned them
 */
public record PointsMove(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("day") LocalDate day,
        @JsonProperty("points") long points,
        @JsonProperty("reference") String reference) {

    /** Which way points go. */
    public enum Kind {
        @JsonProperty("EARNED")
        EARNED,
        @JsonProperty("REDEEMED")
        REDEEMED,
        @JsonProperty("LAPSED")
        LAPSED;

        public Text displayName() {
            return Messages.text("recognition.move." + name());
        }
    }

    public PointsMove {
        if (points < 1) {
            throw new IllegalArgumentException("points " + points + ", allowed: ≥ 1");
        }
    }
}
