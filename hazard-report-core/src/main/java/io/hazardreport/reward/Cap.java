package io.hazardreport.reward;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limit; what is above it is not given.
 *
 * @param kind {@code CASH} (the collective's too; goods cannot be cut and are counted by none), {@code POINTS}, {@code SCORE}, or {@link #COUNT}
 * @param amount in the kind's smallest unit; how many awards
 * @param by the fact whose values are counted apart; null: none
 */
public record Cap(
        String code,
        CapScope scope,
        String kind,
        long amount,
        @Nullable String by) {

    /**
     * The kind of a cap on how often: each person whom a decision gives any amount or goods counts once for the hazard. An
     * honour is neither counted nor cut, and what tops up an earlier award for the hazard is no further one.
     */
    public static final String COUNT = "COUNT";

    boolean counts() {
        return kind.equals(COUNT);
    }

    boolean limits(String component) {
        return kind.equals(component) || (kind.equals("CASH") && component.equals("COLLECTIVE"));
    }

    /** Whether it may cut what a rule gives of this component: one of a person leaves the collective's alone. */
    boolean mayCut(String component) {
        return scope.ofPerson() ? kind.equals(component) : limits(component);
    }

    /** Whether it has a counter of its own for the person with these facts: he, or what he is, is counted apart. */
    public boolean isPersonal(Map<String, String> ownFacts) {
        return scope.ofPerson() || (by != null && ownFacts.containsKey(by));
    }
}
