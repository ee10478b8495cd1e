package io.hazardreport.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** One thing that is counted, with its kind; its name and formula are texts in both languages. */
public enum Figure {
    @JsonProperty("REPORTED")
    REPORTED(FigureKind.FLOW),
    @JsonProperty("NEAR_MISSES")
    NEAR_MISSES(FigureKind.FLOW),
    @JsonProperty("SUGGESTIONS_ONLY")
    SUGGESTIONS_ONLY(FigureKind.FLOW),
    @JsonProperty("ACCIDENTS_DIVERTED")
    ACCIDENTS_DIVERTED(FigureKind.FLOW),
    @JsonProperty("OTHER_SOURCES")
    OTHER_SOURCES(FigureKind.FLOW),
    @JsonProperty("CONFIRMED")
    CONFIRMED(FigureKind.FLOW),
    @JsonProperty("CLOSED")
    CLOSED(FigureKind.FLOW),
    @JsonProperty("UNFOUNDED")
    UNFOUNDED(FigureKind.FLOW),
    @JsonProperty("UNVERIFIABLE")
    UNVERIFIABLE(FigureKind.FLOW),
    @JsonProperty("NOT_ADMITTED")
    NOT_ADMITTED(FigureKind.FLOW),
    @JsonProperty("DUPLICATE")
    DUPLICATE(FigureKind.FLOW),
    @JsonProperty("TRANSFERRED")
    TRANSFERRED(FigureKind.FLOW),
    @JsonProperty("SETTLED")
    SETTLED(FigureKind.FLOW),
    @JsonProperty("SUSPECTED_MAJOR")
    SUSPECTED_MAJOR(FigureKind.FLOW),
    @JsonProperty("OTHER_ITEMS")
    OTHER_ITEMS(FigureKind.FLOW),
    @JsonProperty("DANGER")
    DANGER(FigureKind.FLOW),
    @JsonProperty("FIXED_ON_SPOT")
    FIXED_ON_SPOT(FigureKind.FLOW),
    @JsonProperty("SUGGESTED")
    SUGGESTED(FigureKind.FLOW),
    @JsonProperty("ADOPTED")
    ADOPTED(FigureKind.FLOW),
    @JsonProperty("OPEN")
    OPEN(FigureKind.STOCK),
    @JsonProperty("UNRECTIFIED")
    UNRECTIFIED(FigureKind.STOCK),
    @JsonProperty("PLANNED")
    PLANNED(FigureKind.STOCK),
    @JsonProperty("AWARDS_DUE")
    AWARDS_DUE(FigureKind.STOCK),
    @JsonProperty("REWARDED_TIMES")
    REWARDED_TIMES(FigureKind.FLOW),
    @JsonProperty("REWARDED_FEN")
    REWARDED_FEN(FigureKind.FLOW),
    @JsonProperty("HONOURED_TIMES")
    HONOURED_TIMES(FigureKind.FLOW),
    @JsonProperty("REWARDED_HAZARDS")
    REWARDED_HAZARDS(FigureKind.FLOW),
    @JsonProperty("PERSONS_IN_PERIOD")
    PERSONS_IN_PERIOD(FigureKind.FIRST_IN_PERIOD),
    @JsonProperty("PERSONS_IN_YEAR")
    PERSONS_IN_YEAR(FigureKind.FIRST_IN_YEAR);

    private final FigureKind kind;

    Figure(FigureKind kind) {
        this.kind = kind;
    }

    public FigureKind kind() {
        return kind;
    }

    public Text displayName() {
        return Messages.text("statistics.figure." + name());
    }

    /** What exactly is counted, and when. */
    public Text formula() {
        return Messages.text("statistics.formula." + name());
    }
}
