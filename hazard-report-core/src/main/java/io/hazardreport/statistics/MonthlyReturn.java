package io.hazardreport.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.UnitId;
import java.time.LocalDate;
import java.util.List;

/**
 * The return of one unit for one period: the period's figures and those since the beginning of the year's first period.
 *
 * @param dueBy the last day on which it is handed in in time
 * @param before what was reported before the year of this return
 * @param after what was reported after its period; both stand outside and are only told
 */
public record MonthlyReturn(
        @JsonProperty("unit") UnitId unit,
        @JsonProperty("period") Period period,
        @JsonProperty("yearFrom") LocalDate yearFrom,
        @JsonProperty("dueBy") LocalDate dueBy,
        @JsonProperty("rows") List<Row> rows,
        @JsonProperty("reportedBefore") long before,
        @JsonProperty("reportedAfter") long after) {

    /** @param code of the column */
    public record Row(
            @JsonProperty("code") String code,
            @JsonProperty("period") Value period,
            @JsonProperty("cumulative") Value cumulative) {}

    public MonthlyReturn {
        rows = List.copyOf(rows);
    }

    /** @param dueBy by {@link PeriodRule#dueBy} */
    public static MonthlyReturn of(
            UnitId unit, Period period, PeriodRule rule, LocalDate dueBy, List<ReturnColumn> columns, Tally tally) {
        LocalDate yearFrom = rule.period(period.due().withMonth(1)).from();
        List<Row> rows = columns.stream()
                .map(column -> new Row(
                        column.code(),
                        column.value(tally, period.from(), period.to()),
                        column.cumulative(tally, yearFrom, period.to())))
                .toList();
        return new MonthlyReturn(
                unit,
                period,
                yearFrom,
                dueBy,
                rows,
                tally.flow(Figure.REPORTED, LocalDate.MIN, yearFrom.minusDays(1), cell -> true),
                tally.flow(Figure.REPORTED, period.to().plusDays(1), LocalDate.MAX, cell -> true));
    }

    /** A row by its column's code. */
    public Row row(String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
    }
}
