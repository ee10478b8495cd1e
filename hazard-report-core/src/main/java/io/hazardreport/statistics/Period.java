package io.hazardreport.statistics;

import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * The days of one return, both ends included.
 *
 * @param due the month it is named after
 * @param running whether it ends before its cut-off, as of a date (截至)
 */
public record Period(
        @JsonProperty("due") YearMonth due,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("to") LocalDate to,
        @JsonProperty("running") @JsonSetter(nulls = FAIL) boolean running) {

    public Period(YearMonth due, LocalDate from, LocalDate to) {
        this(due, from, to, false);
    }

    /** The period a day lies in, no further than to this day. */
    public static Period asOf(LocalDate day, PeriodRule rule) {
        Period whole = rule.containing(day);
        return new Period(whole.due(), whole.from(), day, true);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** As a return prints it. */
    public Text displayName() {
        return Messages.text(
                running ? "statistics.as-of" : "statistics.period",
                Map.of("from", from.toString(), "to", to.toString()));
    }
}
