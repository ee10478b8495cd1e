package io.hazardreport.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that belong together.
 *
 * @param otherwise what happens where none fires; null: that must not happen
 */
public record Group(
        String code,
        Combine combine,
        List<Rule> rules,
        @Nullable Otherwise otherwise) {

    public Group {
        rules = List.copyOf(rules);
    }
}
