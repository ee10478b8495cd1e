package io.hazardreport.exchange;

import io.hazardreport.base.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one row: taken, taken with remarks, or refused. */
public sealed interface LedgerEntry {

    /** The row's number in the file, from 1. */
    int number();

    /** What was wrong or doubtful; each with the cell, its value and what is allowed. */
    List<Problem> problems();

    /** The row, unless it was refused. */
    Optional<LedgerRow> accepted();

    /** The answer that fits. */
    <T> T fold(Function<Taken, T> taken, Function<Remarked, T> remarked, Function<Refused, T> refused);

    /** Taken as it stands. */
    record Taken(LedgerRow row) implements LedgerEntry {

        @Override
        public int number() {
            return row.number();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public Optional<LedgerRow> accepted() {
            return Optional.of(row);
        }

        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Remarked, T> remarked, Function<Refused, T> refused) {
            return taken.apply(this);
        }
    }

    /** Taken, with something a person should look at. */
    record Remarked(LedgerRow row, List<Problem> problems) implements LedgerEntry {

        public Remarked {
            problems = List.copyOf(problems);
        }

        @Override
        public int number() {
            return row.number();
        }

        @Override
        public Optional<LedgerRow> accepted() {
            return Optional.of(row);
        }

        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Remarked, T> remarked, Function<Refused, T> refused) {
            return remarked.apply(this);
        }
    }

    /**
     * Not taken.
     *
     * @param identity as {@link LedgerRow#identity()}
     */
    record Refused(int number, int line, String identity, List<Problem> problems) implements LedgerEntry {

        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public Optional<LedgerRow> accepted() {
            return Optional.empty();
        }

        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Remarked, T> remarked, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
