package io.hazardreport.loop;

import java.util.function.Predicate;

/**
 * A duty whose clock a step starts.
 *
 * @param when in words, for the printed table; empty when always
 * @param main whether it is the state's main duty, whose clock starts anew
 */
public record Opening<C>(Duty duty, String when, Predicate<C> condition, boolean main) {

    /** A side duty. */
    public Opening(Duty duty, String when, Predicate<C> condition) {
        this(duty, when, condition, false);
    }

    public static <C> Opening<C> always(Duty duty) {
        return new Opening<>(duty, "", context -> true);
    }

    /** The main duty of the state the step stays in, with a clock of its own. */
    public static <C> Opening<C> anew(Duty main, String when) {
        return new Opening<>(main, when, context -> true, true);
    }
}
