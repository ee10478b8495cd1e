package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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

    private static final int NOT_NAMED = -1;

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

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

    /** One fact and every test on it. */
    private static final class Column {

        private final String fact;
        private final List<Asked> tests = new ArrayList<>();
        private final Map<String, Answers> named = new HashMap<>();

        private Column(String fact) {
            this.fact = fact;
            name("");
        }

        private void name(String value) {
            named.computeIfAbsent(value, v -> new Answers(tests, v, named.size()));
        }

        private int add(Asked asked) {
            if (asked.test() instanceof FactTest.In in) {
                in.values().forEach(this::name);
            } else if (asked.test() instanceof FactTest.NotIn notIn) {
                notIn.values().forEach(this::name);
            }
            tests.add(asked);
            return tests.size() - 1;
        }

        private Answers of(String value) {
            Answers answers = named.get(value);
            return answers != null ? answers : new Answers(tests, value, NOT_NAMED);
        }
    }

    /** What the tests on one fact say of one value, each worked out when first asked. */
    private static final class Answers {

        private final List<Asked> tests;
        private final String value;
        private final int number;
        private @Nullable Refused[] answered = {};

        private Answers(List<Asked> tests, String value, int number) {
            this.tests = tests;
            this.value = value;
            this.number = number;
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

        private final Answers[] answers;

        private Screened(Answers[] answers) {
            this.answers = answers;
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

    /** Numbers the cases that differ to some tests. */
    static final class Numbering {

        private final int[] columns;
        private final int[] counts;
        private final int size;

        private Numbering(int[] columns, int[] counts, int size) {
            this.columns = columns;
            this.counts = counts;
            this.size = size;
        }

        /** How many numbers there are. */
        int size() {
            return size;
        }

        /** The case's number; negative where it has a value that no test names. */
        int of(Screened screened) {
            int number = 0;
            for (int i = 0; i < columns.length; i++) {
                int value = screened.answers[columns[i]].number;
                if (value == NOT_NAMED) {
                    return NOT_NAMED;
                }
                number = number * counts[i] + value;
            }
            return number;
        }
    }

    /** By the values these tests name; one that names too many has none at all. Asked for when all tests are added. */
    Numbering numbering(List<FactTest> tests, int most) {
        int[] used = tests.stream()
                .map(FactTest::fact)
                .distinct()
                .mapToInt(fact -> places.getOrDefault(fact, 0))
                .toArray();
        int[] counts = IntStream.of(used)
                .map(column -> columns.get(column).named.size())
                .toArray();
        long size = IntStream.of(counts).asLongStream().reduce(1, (a, b) -> Math.min(a * b, most + 1L));
        return new Numbering(used, counts, size > most ? 0 : (int) size);
    }

    Place[] add(Group group, Rule rule) {
        List<Place> added = new ArrayList<>();
        for (FactTest test : rule.when()) {
            int place = places.computeIfAbsent(test.fact(), fact -> {
                columns.add(new Column(fact));
                return columns.size() - 1;
            });
            added.add(new Place(place, columns.get(place).add(new Asked(group.code(), rule.code(), test))));
        }
        return added.toArray(Place[]::new);
    }

    Screened of(UnaryOperator<String> facts) {
        Answers[] answers = new Answers[columns.size()];
        for (int i = 0; i < answers.length; i++) {
            Column column = columns.get(i);
            answers[i] = column.of(facts.apply(column.fact));
        }
        return new Screened(answers);
    }
}
