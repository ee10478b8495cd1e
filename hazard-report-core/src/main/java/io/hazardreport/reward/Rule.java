package io.hazardreport.reward;

import io.hazardreport.base.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One rule: when all its tests hold, all its components are given.
 *
 * @param from the first day on which a report submitted falls under it; null: always
 * @param until the last such day; null: always
 * @param sharing how those who signed share what it gives; null: as the group says
 */
public record Rule(
        String code,
        Text name,
        List<FactTest> when,
        List<Component> then,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Sharing sharing) {

    public Rule {
        List<FactTest> all = new ArrayList<>(when);
        if (from != null || until != null) {
            all.add(new FactTest.Between(
                    "submittedOn",
                    from == null ? null : (Long) from.toEpochDay(),
                    until == null ? null : (Long) (until.toEpochDay() + 1),
                    FactType.Measure.DAY));
        }
        when = List.copyOf(all);
        then = List.copyOf(then);
    }

    /** Whether circumstances may raise what it gives. */
    boolean hasUplifts() {
        return then.stream()
                .flatMap(component -> component.quantity().stream())
                .anyMatch(amount -> !amount.uplifts().isEmpty());
    }

    /** The same with those of its tests only. */
    Rule withTests(Predicate<FactTest> which) {
        return new Rule(code, name, when.stream().filter(which).toList(), then, null, null, sharing);
    }

    /**
     * The code under which the amount of the component at this place is chosen: the rule's, with the kind where it has
     * several, and with a number from the second of a kind on.
     */
    public String choice(int index) {
        if (then.size() == 1
                || then.stream().filter(c -> c.quantity().isPresent()).count() <= 1) {
            return code;
        }
        String kind = then.get(index).kind();
        long before = then.subList(0, index).stream()
                .filter(c -> c.kind().equals(kind))
                .count();
        return code + "." + kind + (before == 0 ? "" : "." + (before + 1));
    }
}
