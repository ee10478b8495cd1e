package io.hazardreport.reward;

import io.hazardreport.loop.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that belong together.
 *
 * @param otherwise what happens where none fires; null: that must not happen
 * @param adjudicator who sets the amount where {@code otherwise} leaves it to somebody
 * @param sharing how those who signed share what its rules give; null: as the schedule says
 * @param monotone facts of which a bigger value never gives less, as the company declares
 */
public record Group(
        String code,
        Combine combine,
        List<Rule> rules,
        @Nullable Otherwise otherwise,
        Role adjudicator,
        @Nullable Sharing sharing,
        List<String> monotone) {

    public Group {
        rules = List.copyOf(rules);
        monotone = List.copyOf(monotone);
    }

    /** Whether a case in which none of its rules fires is given nothing; else somebody decides, or that must not happen. */
    boolean givesNothingElse() {
        return otherwise == Otherwise.NONE || (otherwise == null && combine != Combine.EXCLUSIVE);
    }
}
