package io.hazardreport.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Money;
import java.util.Comparator;

/**
 * What a person or a department earned in a span of time, as an appraisal counts it (考核). What was taken back in the span
 * is off, whenever it was given; so the figures of awards may be below zero.
 *
 * @param subject a person by the host's id, or a department by its code
 * @param department of the person; the department itself
 * @param trueReports reports found true
 * @param rewardedReports reports for which a first award arrived, less those of which the last one was taken back
 * @param score in hundredths
 * @param points earned, redeemed or not
 * @param honours received
 * @param money received
 */
public record Merit(
        @JsonProperty("subject") String subject,
        @JsonProperty("department") String department,
        @JsonProperty("trueReports") long trueReports,
        @JsonProperty("rewardedReports") long rewardedReports,
        @JsonProperty("score") long score,
        @JsonProperty("points") long points,
        @JsonProperty("honours") long honours,
        @JsonProperty("money") Money money) {

    /** The greater first: by score, then points, then rewarded, then true reports; money does not rank anybody. */
    public static final Comparator<Merit> GREATER_FIRST = Comparator.comparingLong(Merit::score)
            .thenComparingLong(Merit::points)
            .thenComparingLong(Merit::rewardedReports)
            .thenComparingLong(Merit::trueReports)
            .reversed();

    public static Merit none(String subject, String department) {
        return new Merit(subject, department, 0, 0, 0, 0, 0, Money.ZERO);
    }

    /** Both together, under this one's name; adding is commutative in all figures and has {@link #none} as its zero. */
    public Merit plus(Merit other) {
        return new Merit(
                subject,
                department,
                trueReports + other.trueReports,
                rewardedReports + other.rewardedReports,
                score + other.score,
                points + other.points,
                honours + other.honours,
                money.plus(other.money));
    }

    /** Whether there is anything to honour. */
    boolean isSomething() {
        return trueReports > 0 || rewardedReports > 0 || score > 0 || points > 0;
    }
}
