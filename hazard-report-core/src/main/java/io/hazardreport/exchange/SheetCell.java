package io.hazardreport.exchange;

import io.hazardreport.base.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A cell of a sheet to be written, typed so that the spreadsheet can reckon with it. */
public sealed interface SheetCell {

    /** Text, always shown as text, never taken for a formula. */
    record Words(String text) implements SheetCell {}

    /** A figure that is already text, set right like a number: {@code 75.0%}, {@code /}, {@code 未统计}. */
    record Figure(String text) implements SheetCell {}

    /** A whole number. */
    record Whole(long value) implements SheetCell {}

    /** Yuan as a number with two decimals. */
    record Amount(Money value) implements SheetCell {}

    /** A share as a number shown in percent with one decimal: 0.75 is 75.0%. */
    record Percent(BigDecimal share) implements SheetCell {}

    /** A date. */
    record Day(LocalDate value) implements SheetCell {}

    /** A date with time of day, to the minute. */
    record Moment(LocalDateTime value) implements SheetCell {}

    static SheetCell of(String text) {
        return new Words(text);
    }

    static SheetCell of(long value) {
        return new Whole(value);
    }

    static SheetCell of(Money value) {
        return new Amount(value);
    }

    static SheetCell of(LocalDate value) {
        return new Day(value);
    }

    static SheetCell of(LocalDateTime value) {
        return new Moment(value);
    }

    static SheetCell figure(String text) {
        return new Figure(text);
    }

    static SheetCell percent(BigDecimal share) {
        return new Percent(share);
    }

    static SheetCell blank() {
        return new Words("");
    }
}
