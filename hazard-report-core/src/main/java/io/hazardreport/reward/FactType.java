package io.hazardreport.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fact can be. */
public sealed interface FactType {

    String name();

    /** @param ordered whether the values go from small to big, so that a bigger one should never pay less */
    record OneOf(String name, List<String> values, boolean ordered) implements FactType {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * A whole number.
     *
     * @param max inclusive; null: no upper bound
     * @param money whether it is an amount in fen
     */
    record Quantity(String name, long min, @Nullable Long max, boolean money) implements FactType {}
}
