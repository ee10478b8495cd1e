package io.hazardreport.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that belong together.
 *
 * @param otherwise what happens where none fires; null: that must not happen
 * @param monotone facts of which a bigger value never gives less, as the company declares
 */
public record Group(
        String code,
        Combine combine,
        List<Rule> rules,
        @Nullable Otherwise otherwise,
        List<String> monotone) {

    public Group {
        rules = List.copyOf(rules);
        monotone = List.copyOf(monotone);
    }
}
