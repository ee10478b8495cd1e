package io.hazardreport.statistics;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * One column of the return: a figure, perhaps of one class or grade only; a rate of two columns; or a column of the form
 * whose source does not exist yet.
 *
 * @param code stable; also finds its name
 */
public record ReturnColumn(String code, Source source) {

    /** Where its value comes from. */
    sealed interface Source {}

    /** A figure over the period, or at its end. */
    record Counted(Figure figure, Predicate<Cell> where) implements Source {}

    /** An amount in fen over the period. */
    record Paid(Figure figure) implements Source {}

    /** One counted column per another, in percent. */
    record Share(Counted numerator, Counted denominator) implements Source {}

    /** Nothing counts it yet. */
    record Missing() implements Source {}

    public Text displayName() {
        return Messages.text("statistics.column." + code);
    }

    /** Its value for the days {@code from} to {@code to}. */
    Value value(Tally tally, LocalDate from, LocalDate to) {
        if (source instanceof Counted counted) {
            return new Value.Count(count(counted, tally, from, to));
        }
        if (source instanceof Paid paid) {
            return new Value.Amount(Money.ofFen(tally.flow(paid.figure(), from, to, cell -> true)));
        }
        if (source instanceof Share share) {
            return new Value.Rate(
                    count(share.numerator(), tally, from, to), count(share.denominator(), tally, from, to));
        }
        return new Value.NotCounted();
    }

    /**
     * Its value since the beginning of the year. Persons first rewarded in a period do not add up; since the beginning of
     * the year it is the persons first rewarded in the year.
     */
    Value cumulative(Tally tally, LocalDate yearFrom, LocalDate to) {
        boolean inPeriod = source instanceof Counted counted && counted.figure().kind() == FigureKind.FIRST_IN_PERIOD;
        return inPeriod
                ? new Value.Count(tally.flow(Figure.PERSONS_IN_YEAR, yearFrom, to, cell -> true))
                : value(tally, yearFrom, to);
    }

    private static long count(Counted counted, Tally tally, LocalDate from, LocalDate to) {
        return counted.figure().kind() == FigureKind.STOCK
                ? tally.stock(counted.figure(), to, counted.where())
                : tally.flow(counted.figure(), from, to, counted.where());
    }

    /** The figure it rests on and how it adds up, in words. */
    public Text formula() {
        if (source instanceof Counted counted) {
            return counted.figure().formula();
        }
        if (source instanceof Paid paid) {
            return paid.figure().formula();
        }
        if (source instanceof Share share) {
            Text over = share.numerator().figure().displayName();
            Text under = share.denominator().figure().displayName();
            return Text.of(over.zh() + " ÷ " + under.zh() + " × 100", over.en() + " ÷ " + under.en() + " × 100");
        }
        return Messages.text("statistics.not-counted");
    }
}
