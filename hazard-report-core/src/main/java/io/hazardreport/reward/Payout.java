package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules that fire together give in one case, at least and at most, for comparing cases. */
final class Payout {

    private static final long ENDLESS = 1_000_000_000_000L;

    private final Combine combine;
    private final List<Group> others;
    private final IdentityHashMap<Rule, List<Earning.Worth>> settled = new IdentityHashMap<>();

    /** By the values of what its amounts are a part of. */
    private final IdentityHashMap<Rule, Map<String, Optional<Earning.Worth>>> varying = new IdentityHashMap<>();

    /** @param others groups that apply beside the one whose rules are compared */
    Payout(Combine combine, List<Group> others) {
        this.combine = combine;
        this.others = others;
    }

    /** What the groups beside give: whether it is known, and whether it makes up for what is missing. */
    enum Beside {
        NOTHING,
        MAKES_UP,
        UNKNOWN
    }

    /** How the other groups that look at the fact answer to a bigger value that is given less. */
    Beside beside(
            String fact,
            List<Rule> first,
            Map<String, String> firstFacts,
            List<Rule> second,
            Map<String, String> secondFacts) {
        List<Group> looking = others.stream()
                .filter(group -> group.rules().stream()
                        .flatMap(rule -> rule.when().stream())
                        .anyMatch(test -> test.fact().equals(fact)))
                .toList();
        if (looking.isEmpty()) {
            return Beside.NOTHING;
        }
        boolean less = false;
        for (boolean most : new boolean[] {false, true}) {
            Optional<Earning.Worth> a = all(looking, first, firstFacts, most);
            Optional<Earning.Worth> b = all(looking, second, secondFacts, most);
            if (a.isEmpty() || b.isEmpty()) {
                return Beside.UNKNOWN;
            }
            less |= a.get().compareTo(b.get()) < 0;
        }
        return less ? Beside.NOTHING : Beside.MAKES_UP;
    }

    private Optional<Earning.Worth> all(List<Group> looking, List<Rule> own, Map<String, String> facts, boolean most) {
        Optional<Earning.Worth> all = worth(own, facts, most);
        for (Group group : looking) {
            boolean asked = group.rules().stream()
                    .flatMap(rule -> rule.when().stream())
                    .allMatch(test -> facts.containsKey(test.fact()));
            List<Rule> firing = group.rules().stream()
                    .filter(rule ->
                            rule.when().stream().allMatch(test -> test.holds(facts.getOrDefault(test.fact(), ""))))
                    .toList();
            if (!asked || (firing.isEmpty() && !group.givesNothingElse())) {
                return Optional.empty();
            }
            Optional<Earning.Worth> more = new Payout(group.combine(), List.of()).worth(firing, facts, most);
            all = all.flatMap(sum -> more.map(sum::plus));
        }
        return all;
    }

    /** What the second is given, where the first is given less, whoever chooses; empty otherwise or where nobody knows. */
    Optional<String> less(
            List<Rule> first, Map<String, String> firstFacts, List<Rule> second, Map<String, String> secondFacts) {
        return hasUnknownGoods(first) ? Optional.empty() : lessBesideGoods(first, firstFacts, second, secondFacts);
    }

    /** Whether it hangs on goods of which nobody said what they cost that the first is given no less than the second. */
    boolean hangsOnGoods(
            List<Rule> first, Map<String, String> firstFacts, List<Rule> second, Map<String, String> secondFacts) {
        return hasUnknownGoods(first)
                && lessBesideGoods(first, firstFacts, second, secondFacts).isPresent();
    }

    private Optional<String> lessBesideGoods(
            List<Rule> first, Map<String, String> firstFacts, List<Rule> second, Map<String, String> secondFacts) {
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

    private Optional<Earning.Worth> worth(Rule rule, Map<String, String> facts, boolean most) {
        List<Earning.Worth> known = settled(rule);
        if (!known.isEmpty()) {
            return Optional.of(known.get(most ? 1 : 0));
        }
        if (rule.hasUplifts()) {
            return figured(rule, facts, most);
        }
        StringBuilder values = new StringBuilder(most ? "most" : "least");
        for (Component component : rule.then()) {
            values.append(' ').append(facts.getOrDefault(Earning.basis(component), ""));
        }
        return varying.computeIfAbsent(rule, each -> new HashMap<>())
                .computeIfAbsent(values.toString(), each -> figured(rule, facts, most));
    }

    /** The least and the most, where they are the same in every case. */
    private List<Earning.Worth> settled(Rule rule) {
        return settled.computeIfAbsent(rule, each -> {
            boolean varies = each.then().stream()
                    .flatMap(component -> component.quantity().stream())
                    .anyMatch(amount -> !Earning.basis(amount).isEmpty()
                            || !amount.uplifts().isEmpty());
            Optional<Earning.Worth> least = varies ? Optional.empty() : figured(each, Map.of(), false);
            Optional<Earning.Worth> most = varies ? Optional.empty() : figured(each, Map.of(), true);
            return least.isPresent() && most.isPresent() ? List.of(least.get(), most.get()) : List.of();
        });
    }

    /** Whether both give always the same, and the first not less. */
    boolean neverLess(Rule first, Rule second) {
        List<Earning.Worth> a = settled(first);
        List<Earning.Worth> b = settled(second);
        return !a.isEmpty()
                && !b.isEmpty()
                && a.get(0).compareTo(b.get(0)) >= 0
                && a.get(1).compareTo(b.get(1)) >= 0;
    }

    /** Whether the first gives more whoever chooses; not less will do where it comes earlier. */
    boolean outbids(Rule first, Rule second, boolean earlier) {
        List<Earning.Worth> a = settled(first);
        List<Earning.Worth> b = settled(second);
        return !a.isEmpty() && !b.isEmpty() && a.get(0).compareTo(b.get(1)) >= (earlier ? 0 : 1);
    }

    private static Optional<Earning.Worth> figured(Rule rule, Map<String, String> facts, boolean most) {
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
