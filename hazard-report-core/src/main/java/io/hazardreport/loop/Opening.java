package io.hazardreport.loop;

import java.util.function.Predicate;

/**
 * A side duty whose clock a step starts.
 *
 * @param when in words, for the printed table; empty when always
 */
public record Opening<C>(Duty duty, String when, Predicate<C> condition) {

    public static <C> Opening<C> always(Duty duty) {
        return new Opening<>(duty, "", context -> true);
    }
}
