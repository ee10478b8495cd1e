package io.hazardreport.journal;

/**
 * A limit that spans reports: a cap per person and month, a budget, a quota, attempts at a claim code.
 *
 * @param limit the limit's code
 * @param period year {@code 2024}, month {@code 2024-10}, or empty
 * @param subject whom or what it is counted for; a person by key; empty when there is only one
 */
public record CounterKey(String limit, String period, String subject) implements Comparable<CounterKey> {

    @Override
    public int compareTo(CounterKey other) {
        int byLimit = limit.compareTo(other.limit);
        int byPeriod = byLimit != 0 ? byLimit : period.compareTo(other.period);
        return byPeriod != 0 ? byPeriod : subject.compareTo(other.subject);
    }
}
