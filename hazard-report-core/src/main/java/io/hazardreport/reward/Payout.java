package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules that fire together give in one case, at least and at most, for comparing cases. */
final class Payout {

    private static final long ENDLESS = 1_000_000_000_000L;

    private final Combine combine;

    Payout(Combine combine) {
        this.combine = combine;
    }

    /** What the second is given, where the first is given less, whoever chooses; empty otherwise or where nobody knows. */
    Optional<String> less(
            List<Rule> first, Map<String, String> firstFacts, List<Rule> second, Map<String, String> secondFacts) {
        if (hasUnknownGoods(first)) {
            return Optional.empty();
        }
        for (boolean most : new boolean[] {false, true}) {
            Optional<Earning.Worth> a = worth(first, firstFacts, most);
            Optional<Earning.Worth> b = worth(second, secondFacts, most);
            if (a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) < 0) {
                return Optional.of(b.get().shown());
            }
        }
        return Optional.empty();
    }

    private static boolean hasUnknownGoods(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.then().stream())
                .anyMatch(c ->
                        c instanceof Component.Goods goods && !goods.value().isPositive());
    }

    private Optional<Earning.Worth> worth(List<Rule> rules, Map<String, String> facts, boolean most) {
        Earning.Worth worth = new Earning.Worth(0, 0, 0);
        for (Rule rule : rules) {
            Optional<Earning.Worth> given = worth(rule, facts, most);
            if (given.isEmpty()) {
                return Optional.empty();
            }
            worth = combine == Combine.SUM
                    ? worth.plus(given.get())
                    : given.get().compareTo(worth) > 0 ? given.get() : worth;
        }
        return Optional.of(worth);
    }

    private static Optional<Earning.Worth> worth(Rule rule, Map<String, String> facts, boolean most) {
        Map<String, Long> chosen = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        Figuring figuring = new Figuring(null, chosen, Set.of(), problems);
        Earning.Worth worth = new Earning.Worth(0, 0, 0);
        for (Component component : rule.then()) {
            long units =
                    component instanceof Component.Goods goods ? goods.value().fen() : 0;
            Amount amount = component.quantity().orElse(null);
            if (amount != null) {
                if (amount.base() instanceof Amount.Chosen range) {
                    Long end = most ? range.max() : range.min();
                    chosen.put("", end != null ? end : most ? ENDLESS : 0L);
                }
                units = figuring.figure(amount, component.kind(), "", name -> facts.getOrDefault(name, ""))
                        .units();
            }
            worth = worth.plus(Earning.Worth.of(component.kind(), units));
        }
        return problems.isEmpty() ? Optional.of(worth) : Optional.empty();
    }
}
