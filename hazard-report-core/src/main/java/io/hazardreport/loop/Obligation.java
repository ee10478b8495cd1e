package io.hazardreport.loop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A duty that is running: who owes what by when. The due instant was computed once, when the clock started, and is never
 * recomputed.
 *
 * @param code the duty's code
 * @param owner the role that owes it
 * @param assignee the desk or person it lies with; empty when only the role is known
 * @param since when the clock started
 * @param due exclusive: at this instant it is overdue
 * @param main whether it is the one obligation that moves the loop on
 */
public record Obligation(
        @JsonProperty("code") String code,
        @JsonProperty("owner") Role owner,
        @JsonProperty("assignee") String assignee,
        @JsonProperty("since") Instant since,
        @JsonProperty("due") Instant due,
        @JsonProperty("main") boolean main) {

    /** What is left open of {@code open} when these are closed and opened; a new main one replaces the old. */
    public static List<Obligation> after(
            List<Obligation> open, boolean moved, List<Obligation> opens, List<String> closes) {
        boolean mainMoves = moved || opens.stream().anyMatch(Obligation::main);
        Set<String> renewed = opens.stream().map(Obligation::code).collect(Collectors.toSet());
        List<Obligation> left = new ArrayList<>(open);
        left.removeIf(o -> closes.contains(o.code()) || renewed.contains(o.code()) || (mainMoves && o.main()));
        left.addAll(opens);
        return List.copyOf(left);
    }

    /** The same duty in other hands. */
    public Obligation withAssignee(String changed) {
        return new Obligation(code, owner, changed, since, due, main);
    }

    public boolean isOverdue(Instant at) {
        return !at.isBefore(due);
    }
}
