package io.hazardreport.loop;

import io.hazardreport.base.Problem;
import java.util.List;
import java.util.function.Function;

/** The answer to a command: accepted with what follows from it, or refused with every reason at once. */
public sealed interface Decided<T> {

    /** What the command brings about. */
    record Accepted<T>(T value) implements Decided<T> {}

    /** Why it cannot be; never empty. */
    record Refused<T>(List<Problem> problems) implements Decided<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <T> Decided<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Decided<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    default <R> R fold(Function<T, R> accepted, Function<List<Problem>, R> refused) {
        if (this instanceof Accepted<T> yes) {
            return accepted.apply(yes.value());
        }
        return refused.apply(((Refused<T>) this).problems());
    }

    /** Empty when accepted. */
    default List<Problem> problems() {
        return fold(value -> List.of(), problems -> problems);
    }
}
