package io.hazardreport.fund;

import io.hazardreport.base.Source;
import io.hazardreport.category.Rows;
import java.util.List;
import java.util.Optional;

/**
 * In which industries rewards may come from safety production expense (安全生产费用): a small table of the sectors the
 * measure names, industry by industry. It is advice about the choice of a source, not a judgement.
 */
public final class SafetyExpense {

    /** The code of the fund source this is about. */
    public static final String CODE = "SAFETY_EXPENSE";

    /** The measure that lets rewards for found and reported hazards be paid from it; its articles differ by sector. */
    public static final Source MEASURE = new Source("企业安全生产费用提取和使用管理办法（财资〔2022〕136号）", "", "2022-11-21");

    /** Whether the measure names an industry. */
    public enum Applies {
        YES,
        /** Some sectors of the industry; the company knows whether it is one. */
        PARTLY,
        NO
    }

    /**
     * One row.
     *
     * @param sector in the words of the measure, or why there is none
     * @param certainty {@code read} where the sector was read in a published copy, else {@code reading of ours}
     */
    public record Row(String industry, Applies applies, String sector, String certainty) {}

    private static final List<Row> ROWS = Rows.of(SafetyExpense.class, "safety-expense.csv").stream()
            .map(cells -> new Row(cells[0], Applies.valueOf(cells[1]), cells[2], cells[3]))
            .toList();

    private SafetyExpense() {}

    public static List<Row> rows() {
        return ROWS;
    }

    public static Optional<Row> of(String industry) {
        return ROWS.stream().filter(row -> row.industry().equals(industry)).findFirst();
    }
}
