package io.hazardreport.examples.cli;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one rule comes to in given cases: what it decides, by the case's place, and what it leaves undecided. */
record Outcome(String name, Map<Integer, Decided> decided, List<Undecided> undecided) {

    /** Money in fen. */
    record Decided(String grade, long total, long points, Map<String, Long> byPerson) {}

    /** @param groups of which no rule fits, so that somebody must decide */
    record Undecided(String id, List<Problem> problems, List<String> groups) {}

    static Outcome of(String name, List<Trial.Result> results) {
        Map<Integer, Decided> decided = new TreeMap<>();
        List<Undecided> undecided = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Trial.Result result = results.get(i);
            int place = i;
            result.answer()
                    .fold(
                            explanation -> explanation.manualGroups().isEmpty()
                                    ? decided.put(place, decided(result, explanation))
                                    : undecided.add(
                                            new Undecided(result.of().id(), List.of(), explanation.manualGroups())),
                            problems -> undecided.add(new Undecided(result.of().id(), problems, List.of())));
        }
        return new Outcome(name, decided, undecided);
    }

    private static Decided decided(Trial.Result result, Explanation explanation) {
        Map<String, String> facts = result.of().facts();
        Map<String, Long> byPerson = new TreeMap<>();
        for (int ordinal = 1; ordinal <= result.persons().size(); ordinal++) {
            byPerson.merge(result.persons().get(ordinal - 1), explanation.units(ordinal, "CASH"), Long::sum);
        }
        long points = explanation.grants().stream()
                .filter(grant -> grant.component().equals("POINTS"))
                .mapToLong(Explanation.Grant::units)
                .sum();
        String grade = facts.getOrDefault("tier", facts.getOrDefault("grade", "-"));
        return new Decided(grade, explanation.total().fen(), points, byPerson);
    }

    /** The same of those cases only which the other decides too. */
    Outcome where(Outcome other) {
        Map<Integer, Decided> both = new TreeMap<>(decided);
        both.keySet().retainAll(other.decided().keySet());
        return new Outcome(name, both, undecided);
    }

    int size() {
        return decided.size();
    }

    long total() {
        return decided.values().stream().mapToLong(Decided::total).sum();
    }

    long points() {
        return decided.values().stream().mapToLong(Decided::points).sum();
    }

    Map<String, Long> byGrade() {
        Map<String, Long> byGrade = new TreeMap<>();
        decided.values().forEach(each -> byGrade.merge(each.grade(), each.total(), Long::sum));
        return byGrade;
    }

    Map<String, Long> byPerson() {
        Map<String, Long> byPerson = new TreeMap<>();
        decided.values().forEach(each -> each.byPerson().forEach((who, fen) -> byPerson.merge(who, fen, Long::sum)));
        return byPerson;
    }
}
