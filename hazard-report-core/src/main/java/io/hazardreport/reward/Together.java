package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Groups of which only one counts: they do not stack.
 *
 * @param of codes of the groups, in order
 */
public record Together(String code, Choice choice, List<String> of) {

    /** Which of the groups counts. */
    public enum Choice {
        /** The first in order that gives anything. */
        @JsonProperty("FIRST")
        FIRST,
        /** The one that gives most cash, then points, then score. */
        @JsonProperty("BEST")
        BEST
    }

    public Together {
        of = List.copyOf(of);
    }
}
