package io.hazardreport.reward;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit; what is above it is not given.
 *
 * @param kind {@code CASH} (the collective's too, and goods where it says so), {@code POINTS}, {@code SCORE}, or {@link #COUNT}
 * @param amount in the kind's smallest unit; how many awards
 * @param by the fact whose values are counted apart; null: none
 * @param goods whether one of money counts goods at their value, and what does not fit is not given, for goods cannot be cut;
 *     empty: the rule does not say, and it does not
 */
public record Cap(
        String code,
        CapScope scope,
        String kind,
        long amount,
        @Nullable String by,
        Optional<Boolean> goods) {

    /** One that does not say whether it counts goods. */
    public Cap(String code, CapScope scope, String kind, long amount, @Nullable String by) {
        this(code, scope, kind, amount, by, Optional.empty());
    }

    /**
     * The kind of a cap on how often: each person whom a decision gives any amount or goods counts once for the hazard. An
     * honour is neither counted nor cut, and what tops up an earlier award for the hazard is no further one.
     */
    public static final String COUNT = "COUNT";

    boolean counts() {
        return kind.equals(COUNT);
    }

    boolean limits(String component) {
        return kind.equals(component)
                || countsGoods(component)
                || (kind.equals("CASH") && component.equals("COLLECTIVE"));
    }

    private boolean countsGoods(String component) {
        return kind.equals("CASH") && component.equals("GOODS") && goods.orElse(false);
    }

    /** Whether it may cut what a rule gives of this component: one of a person leaves the collective's alone. */
    boolean mayCut(String component) {
        return scope.ofPerson() ? kind.equals(component) || countsGoods(component) : limits(component);
    }

    /** Whether what this gives counts against it. */
    boolean takes(Explanation.Grant grant) {
        return counts()
                ? grant.ordinal() != 0 && !grant.component().equals("HONOUR")
                : grant.units() > 0 && mayCut(grant.component());
    }

    /** Whether it matters to it which value its fact has. */
    boolean countsApart() {
        return by != null && (scope.isShared() || (counts() && !scope.ofPerson()));
    }

    /** Whether it has a counter of its own for the person with these facts: he, or what he is, is counted apart. */
    public boolean isPersonal(Map<String, String> ownFacts) {
        return scope.ofPerson() || (by != null && ownFacts.containsKey(by));
    }
}
