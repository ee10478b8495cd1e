package io.hazardreport.reward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a trial gave so far, by hazard and person, and which hazards lie within which. */
final class TrialHistory {

    private record Given(String person, Explanation.Grant grant) {}

    private final Map<String, List<Given>> given = new HashMap<>();
    private final Map<String, Set<String>> within = new HashMap<>();

    TrialHistory(List<Trial.Case> cases) {
        cases.stream()
                .filter(each -> !each.hazard().isEmpty())
                .forEach(each -> within.computeIfAbsent(each.hazard(), hazard -> new LinkedHashSet<>())
                        .addAll(each.contains()));
    }

    void add(Trial.Case each, List<String> persons, Explanation explanation) {
        if (!each.hazard().isEmpty()) {
            List<Given> all = given.computeIfAbsent(each.hazard(), hazard -> new ArrayList<>());
            explanation
                    .grants()
                    .forEach(grant ->
                            all.add(new Given(grant.ordinal() == 0 ? "" : persons.get(grant.ordinal() - 1), grant)));
        }
    }

    /** What was given before for this hazard and, of a related one, to these people and their collective. */
    List<Earlier> before(Trial.Case each, List<Trial.Person> people) {
        List<Earlier> earlier = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            int ordinal = i + 1;
            people.get(i)
                    .earlier()
                    .forEach((component, units) ->
                            earlier.add(new Earlier(ordinal, "", component, "", units, Earlier.Origin.SAME_HAZARD)));
        }
        if (!each.hazard().isEmpty()) {
            add(each.hazard(), people, Earlier.Origin.SAME_HAZARD, earlier);
            related(each.hazard()).forEach(other -> add(other, people, Earlier.Origin.RELATED, earlier));
        } else {
            each.contains().forEach(other -> add(other, people, Earlier.Origin.RELATED, earlier));
        }
        return earlier;
    }

    private void add(String hazard, List<Trial.Person> people, Earlier.Origin origin, List<Earlier> earlier) {
        for (Given each : given.getOrDefault(hazard, List.of())) {
            Explanation.Grant grant = each.grant();
            if (each.person().isEmpty()) {
                earlier.add(earlier(0, grant, origin));
            }
            for (int i = 0; i < people.size(); i++) {
                if (people.get(i).id().equals(each.person())) {
                    earlier.add(earlier(i + 1, grant, origin));
                }
            }
        }
    }

    private static Earlier earlier(int ordinal, Explanation.Grant grant, Earlier.Origin origin) {
        return new Earlier(ordinal, grant.rule(), grant.component(), grant.title(), grant.units(), origin);
    }

    /** Those within it, those it lies within that something was given for, and what else lies within these. */
    private Set<String> related(String hazard) {
        Set<String> related = new LinkedHashSet<>(inside(hazard));
        within.keySet().stream()
                .filter(other -> given.containsKey(other) && inside(other).contains(hazard))
                .sorted()
                .forEach(outer -> {
                    related.add(outer);
                    related.addAll(inside(outer));
                });
        related.remove(hazard);
        return related;
    }

    private Set<String> inside(String hazard) {
        Set<String> inside = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(within.getOrDefault(hazard, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (inside.add(next)) {
                open.addAll(within.getOrDefault(next, Set.of()));
            }
        }
        return inside;
    }
}
