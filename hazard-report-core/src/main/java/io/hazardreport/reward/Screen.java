package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Refused;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a schedule, fact by fact: a case's value is looked up once, and what each test on the fact says of a value
 * the schedule names is worked out once for all cases. Grows only while the schedule is made ready; then it is used by many
 * threads.
 */
final class Screen {

    /** Reasons are kept as they are for the first reporter, who mostly is the only one. */
    static final int FIRST = 1;

    /** Belongs to nobody: the test holds. */
    private static final Refused HOLDS = new Refused(0, "", "", "", "", "");

    private static final int NO_NUMBER = -1;

    private final Map<String, FactType> types;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** @param types what facts can be, as far as it is known: only makes it quicker */
    Screen(Map<String, FactType> types) {
        this.types = types;
    }

    /** A test's place among all. */
    record Place(int column, int test) {}

    private record Asked(String group, String rule, FactTest test) {

        Refused of(String value) {
            return test.holds(value)
                    ? HOLDS
                    : new Refused(FIRST, group, rule, test.fact(), shown(value), test.allowed());
        }

        private String shown(String value) {
            return test instanceof FactTest.Between between && !value.isEmpty()
                    ? between.measure().shown(FactTest.number(value))
                    : value;
        }
    }

    /**
     * One fact and every test on it. Values that are named have a number each; of the others, those that lie between the same
     * ends of intervals have one, and so have all that are no quantity: no test tells them apart.
     */
    private static final class Column {

        private final String fact;
        private final List<Asked> tests = new ArrayList<>();
        private final Map<String, Answers> named = new HashMap<>();
        private boolean intervals;
        private long[] ends = {};

        private Column(String fact) {
            this.fact = fact;
            name("");
            name(FactTest.NO_HAZARD);
        }

        private void name(String value) {
            named.computeIfAbsent(value, v -> new Answers(tests, v, named.size(), false));
        }

        private int add(Asked asked) {
            if (asked.test() instanceof FactTest.In in) {
                in.values().forEach(this::name);
            } else if (asked.test() instanceof FactTest.NotIn notIn) {
                notIn.values().forEach(this::name);
            } else if (asked.test() instanceof FactTest.Between between) {
                intervals = true;
                end(between.from());
                end(between.below());
            }
            tests.add(asked);
            return tests.size() - 1;
        }

        private void end(@Nullable Long at) {
            if (at != null && Arrays.binarySearch(ends, at) < 0) {
                ends = Arrays.copyOf(ends, ends.length + 1);
                ends[ends.length - 1] = at;
                Arrays.sort(ends);
            }
        }

        /** How many numbers there are. */
        private int size() {
            return named.size() + ends.length + 2;
        }

        private Answers of(String value) {
            Answers answers = named.get(value);
            return answers != null ? answers : new Answers(tests, value, number(value), true);
        }

        private int number(String value) {
            if (!intervals || !FactTest.Between.isQuantity(value)) {
                return named.size();
            }
            try {
                int at = Arrays.binarySearch(ends, FactTest.number(value));
                return named.size() + 1 + (at < 0 ? -1 - at : at + 1);
            } catch (NumberFormatException | DateTimeException unreadable) {
                return NO_NUMBER;
            }
        }
    }

    /** What the tests on one fact say of one value, each worked out when first asked. */
    private static final class Answers {

        private final List<Asked> tests;
        private final String value;
        private final int number;
        private final boolean open;
        private @Nullable Refused[] answered = {};

        /** @param open whether other values have the same number */
        private Answers(List<Asked> tests, String value, int number, boolean open) {
            this.tests = tests;
            this.value = value;
            this.number = number;
            this.open = open;
        }

        private Refused of(int test) {
            // two threads may both work something out: what they write is equal and cannot change
            @Nullable Refused[] answered = this.answered;
            if (answered.length == 0) {
                answered = new Refused[tests.size()];
                this.answered = answered;
            }
            Refused answer = answered[test];
            if (answer == null) {
                answer = tests.get(test).of(value);
                answered[test] = answer;
            }
            return answer;
        }
    }

    /** One reporter's case under the screen. */
    static final class Screened {

        private final UnaryOperator<String> facts;
        private final Answers[] answers;
        private final long number;
        private final boolean open;

        private Screened(UnaryOperator<String> facts, Answers[] answers, long number, boolean open) {
            this.facts = facts;
            this.answers = answers;
            this.number = number;
            this.open = open;
        }

        /** By name; empty when not known. */
        UnaryOperator<String> facts() {
            return facts;
        }

        /** The same for all cases that no test tells apart; negative where there is none. */
        long number() {
            return number;
        }

        /** Why the first of these tests that fails does; null: all hold. */
        @Nullable
        Refused refusal(Place[] tests) {
            for (Place place : tests) {
                Refused answer = answers[place.column()].of(place.test());
                if (answer.ordinal() != HOLDS.ordinal()) {
                    return answer;
                }
            }
            return null;
        }
    }

    /** How many numbers cases have; empty where they cannot be counted, and no number means anything. */
    OptionalLong size() {
        long size = 1;
        for (Column column : columns) {
            if (size > Long.MAX_VALUE / column.size()) {
                return OptionalLong.empty();
            }
            size *= column.size();
        }
        return OptionalLong.of(size);
    }

    /** Whether cases of the same number may still differ in the value of this fact, which a reason shows. */
    boolean isOpen(Screened screened, String fact) {
        Integer place = screened.open ? places.get(fact) : null;
        return place != null && screened.answers[place].open;
    }

    Place[] add(Group group, Rule rule) {
        List<Place> added = new ArrayList<>();
        for (FactTest test : rule.when()) {
            int place = places.computeIfAbsent(test.fact(), fact -> {
                Column column = new Column(fact);
                if (types.get(fact) instanceof FactType.OneOf oneOf) {
                    oneOf.values().forEach(column::name);
                }
                columns.add(column);
                return columns.size() - 1;
            });
            added.add(new Place(place, columns.get(place).add(new Asked(group.code(), rule.code(), test))));
        }
        return added.toArray(Place[]::new);
    }

    Screened of(UnaryOperator<String> facts) {
        Answers[] answers = new Answers[columns.size()];
        long number = 0;
        boolean open = false;
        for (int i = 0; i < answers.length; i++) {
            Column column = columns.get(i);
            Answers answer = column.of(facts.apply(column.fact));
            answers[i] = answer;
            open |= answer.open;
            number = answer.number < 0 || number < 0 ? NO_NUMBER : number * column.size() + answer.number;
        }
        return new Screened(facts, answers, number, open);
    }
}
