package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What points are worth and when they can be redeemed.
 *
 * @param per so many points
 * @param money are worth so much
 * @param batch only whole batches of so many points are redeemed; 1: any number
 * @param window when
 * @param windowDays the last so many days of the window's month, quarter or year; 1: the last day only
 * @param expireMonths after how many months they lapse; null: never
 * @param rounding of the money; whatever a batch is worth exactly needs none
 */
public record PointsRule(
        long per,
        Money money,
        long batch,
        Window window,
        int windowDays,
        @Nullable Integer expireMonths,
        @Nullable Rounding rounding) {

    /** When points can be redeemed. */
    public enum Window {
        @JsonProperty("ANY")
        ANY,
        @JsonProperty("MONTH_END")
        MONTH_END,
        @JsonProperty("QUARTER_END")
        QUARTER_END,
        @JsonProperty("YEAR_END")
        YEAR_END
    }

    /** How many of these points can be redeemed. */
    public long redeemable(long points) {
        return points - Math.floorMod(points, batch);
    }

    /** What the redeemable part of these points is worth. */
    public Money worth(long points) {
        BigDecimal exact = BigDecimal.valueOf(redeemable(points))
                .multiply(BigDecimal.valueOf(money.fen()))
                .divide(BigDecimal.valueOf(per), MathContext.DECIMAL128);
        return Money.ofFen(
                rounding == null
                        ? exact.setScale(0, java.math.RoundingMode.DOWN).longValueExact()
                        : rounding.apply(exact));
    }

    /** The first day on or after this one on which points can be redeemed. */
    public LocalDate redeemableOn(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        LocalDate last = switch (window) {
            case ANY -> day;
            case MONTH_END -> month.atEndOfMonth();
            case QUARTER_END ->
                YearMonth.of(day.getYear(), (month.getMonthValue() + 2) / 3 * 3).atEndOfMonth();
            case YEAR_END -> LocalDate.of(day.getYear(), 12, 31);
        };
        LocalDate first = last.minusDays(windowDays - 1L);
        return day.isBefore(first) ? first : day;
    }
}
