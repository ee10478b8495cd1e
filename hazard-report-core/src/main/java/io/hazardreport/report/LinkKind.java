package io.hazardreport.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.util.EnumSet;
import java.util.Set;

/** How another report hangs on this one, or this one on it; what passes between the two is declared here. */
public enum LinkKind {
    /** The other tells of the same hazard; it revives if this one falls, and its reporters see what becomes of this one. */
    @JsonProperty("DUPLICATE_OF_THIS")
    DUPLICATE_OF_THIS,

    /** The other was taken for a duplicate of this one, and is a report of its own again. */
    @JsonProperty("DUPLICATE_NO_MORE")
    DUPLICATE_NO_MORE,

    /** The other was split off this one and has its reporters. */
    @JsonProperty("PART_OF_THIS")
    PART_OF_THIS,

    /** This hazard lies within the other one's; its award is the difference. */
    @JsonProperty("CONTAINED_IN")
    CONTAINED_IN,
    @JsonProperty("CONTAINS")
    CONTAINS,

    /** Another hazard with the same cause; found by looking sideways. */
    @JsonProperty("SAME_CAUSE")
    SAME_CAUSE,

    /** The hazard came back after the other report was closed. */
    @JsonProperty("FOLLOWS")
    FOLLOWS,
    @JsonProperty("FOLLOWED_BY")
    FOLLOWED_BY,

    /** This report was handed over by another unit, where the other one is. */
    @JsonProperty("TRANSFERRED_FROM")
    TRANSFERRED_FROM;

    /** What may pass from one linked report to the other. */
    public enum Propagated {
        /** The fall of the first revives the other. */
        @JsonProperty("REVIVAL")
        REVIVAL,
        /** The other's reporters see in their timeline what becomes of this one. */
        @JsonProperty("ANSWER")
        ANSWER,
        /** The other has the same reporters. */
        @JsonProperty("REPORTERS")
        REPORTERS,
        /** What one earned is taken off the other. */
        @JsonProperty("REWARD_DIFFERENCE")
        REWARD_DIFFERENCE
    }

    /** The kinds somebody may relate by hand. */
    public static Set<LinkKind> byHand() {
        return EnumSet.of(CONTAINED_IN, SAME_CAUSE, FOLLOWS);
    }

    /** What the other report is told. */
    public LinkKind inverse() {
        return switch (this) {
            case CONTAINED_IN -> CONTAINS;
            case CONTAINS -> CONTAINED_IN;
            case FOLLOWS -> FOLLOWED_BY;
            case FOLLOWED_BY -> FOLLOWS;
            case SAME_CAUSE -> SAME_CAUSE;
            case DUPLICATE_OF_THIS, DUPLICATE_NO_MORE, PART_OF_THIS, TRANSFERRED_FROM ->
                throw new IllegalStateException(this + " is told by the act that makes it");
        };
    }

    public Set<Propagated> propagates() {
        return switch (this) {
            case DUPLICATE_OF_THIS -> EnumSet.of(Propagated.REVIVAL, Propagated.ANSWER);
            case PART_OF_THIS -> EnumSet.of(Propagated.REPORTERS);
            case CONTAINED_IN, CONTAINS -> EnumSet.of(Propagated.REWARD_DIFFERENCE);
            case SAME_CAUSE, FOLLOWS, FOLLOWED_BY, TRANSFERRED_FROM, DUPLICATE_NO_MORE ->
                EnumSet.noneOf(Propagated.class);
        };
    }

    public Text displayName() {
        return Messages.text("report.link." + name());
    }
}
