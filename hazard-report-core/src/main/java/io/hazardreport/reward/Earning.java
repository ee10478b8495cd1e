package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Explanation.Shut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What one beneficiary's facts earn, before sharing and caps. */
final class Earning {

    /** Why a rule that fits gives nothing: another of its group gives more. */
    static final String OUTBID = "outbid";

    /** Why a rule that fits gives nothing: another comes before it. */
    static final String PRECEDENCE = "precedence";

    /** Why somebody has nothing where the amount was left to somebody, who set none. */
    static final String BY_HAND = "BY_HAND";

    private static final List<String> BY_HAND_KINDS = List.of("CASH", "POINTS");

    private final Schedule schedule;
    private final RewardCase theCase;
    private final Figuring figuring;
    private final List<Problem> problems;
    final List<Fired> fired = new ArrayList<>();
    final List<Refused> refused = new ArrayList<>();
    final List<Shut> shut = new ArrayList<>();
    final TreeSet<String> manual = new TreeSet<>();

    Earning(Schedule schedule, RewardCase theCase, Figuring figuring, List<Problem> problems) {
        this.schedule = schedule;
        this.theCase = theCase;
        this.figuring = figuring;
        this.problems = problems;
    }

    /** What one rule gives, and how those who signed share it. */
    record Earned(String group, String rule, Sharing sharing, List<Grant> grants, List<Fired> fired) {

        Worth worth() {
            return new Worth(sum("CASH") + sum("COLLECTIVE"), sum("POINTS"), sum("SCORE"));
        }

        private long sum(String component) {
            return grants.stream()
                    .filter(g -> g.component().equals(component))
                    .mapToLong(Grant::units)
                    .sum();
        }

        String shown() {
            return grants.stream()
                    .map(g -> g.component() + " "
                            + (g.component().equals("HONOUR") ? g.title() : Figuring.shown(g.component(), g.units())))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("0");
        }
    }

    /** Cash first, then points, then score. */
    record Worth(long cash, long points, long score) implements Comparable<Worth> {

        @Override
        public int compareTo(Worth other) {
            return Comparator.comparingLong(Worth::cash)
                    .thenComparingLong(Worth::points)
                    .thenComparingLong(Worth::score)
                    .compare(this, other);
        }

        static Worth of(String kind, long units) {
            return switch (kind) {
                case "CASH", "COLLECTIVE", "GOODS" -> new Worth(units, 0, 0);
                case "POINTS" -> new Worth(0, units, 0);
                case "SCORE" -> new Worth(0, 0, units);
                default -> new Worth(0, 0, 0);
            };
        }

        Worth plus(Worth other) {
            return new Worth(cash + other.cash, points + other.points, score + other.score);
        }

        /** What counts of it first. */
        String shown() {
            return cash > 0
                    ? "CASH " + Figuring.shown("CASH", cash)
                    : points > 0 ? "POINTS " + points : "SCORE " + Figuring.shown("SCORE", score);
        }
    }

    /** @param counts by how it is shared, what is looked at */
    List<Earned> of(Beneficiary beneficiary, Predicate<Sharing> counts) {
        UnaryOperator<String> facts = theCase.factsOf(beneficiary.ordinal());
        Map<String, List<Earned>> byGroup = new LinkedHashMap<>();
        for (Group group : schedule.groups()) {
            if (isLookedAt(group, counts)) {
                byGroup.put(group.code(), earned(group, beneficiary.ordinal(), facts));
            }
        }
        schedule.together().forEach(together -> oneOf(together, byGroup, beneficiary.ordinal()));
        List<Earned> all = new ArrayList<>();
        for (List<Earned> ofGroup : byGroup.values()) {
            for (Earned earned : ofGroup) {
                if (counts.test(earned.sharing())) {
                    all.add(earned);
                    fired.addAll(earned.fired());
                }
            }
        }
        return all;
    }

    private boolean isLookedAt(Group group, Predicate<Sharing> counts) {
        if (counts.test(schedule.sharing(group, null))) {
            return true;
        }
        for (Rule rule : group.rules()) {
            if (counts.test(schedule.sharing(group, rule))) {
                return true;
            }
        }
        return false;
    }

    private List<Earned> earned(Group group, int ordinal, UnaryOperator<String> facts) {
        List<Rule> firing = new ArrayList<>();
        for (Rule rule : group.rules()) {
            if (fires(group, rule, ordinal, facts)) {
                firing.add(rule);
            }
        }
        if (firing.isEmpty()) {
            return nothing(group, ordinal, facts);
        }
        return switch (group.combine()) {
            case SUM -> {
                List<Earned> all = new ArrayList<>();
                for (Rule rule : firing) {
                    all.add(given(group, rule, ordinal, facts));
                }
                yield all;
            }
            case EXCLUSIVE -> {
                Earned first = given(group, firing.get(0), ordinal, facts);
                for (Rule rule : firing.subList(1, firing.size())) {
                    refused.add(new Refused(ordinal, group.code(), rule.code(), PRECEDENCE, "", first.rule()));
                }
                yield List.of(first);
            }
            case BEST ->
                List.of(best(
                        ordinal,
                        firing.stream()
                                .map(rule -> given(group, rule, ordinal, facts))
                                .toList()));
        };
    }

    private Earned best(int ordinal, List<Earned> of) {
        Earned best = of.stream()
                .reduce((a, b) -> b.worth().compareTo(a.worth()) > 0 ? b : a)
                .orElseThrow();
        of.stream()
                .filter(earned -> !earned.rule().equals(best.rule()))
                .forEach(earned -> outbid(ordinal, earned, best));
        return best;
    }

    private void outbid(int ordinal, Earned earned, Earned by) {
        refused.add(new Refused(
                ordinal, earned.group(), earned.rule(), OUTBID, earned.shown(), by.rule() + " (" + by.shown() + ")"));
    }

    private void oneOf(Together together, Map<String, List<Earned>> byGroup, int ordinal) {
        List<Earned> giving = together.of().stream()
                .map(code -> byGroup.getOrDefault(code, List.of()))
                .filter(earned -> !earned.isEmpty())
                .map(earned -> whole(earned))
                .toList();
        if (giving.size() < 2) {
            return;
        }
        Earned counts = together.choice() == Together.Choice.FIRST
                ? giving.get(0)
                : giving.stream()
                        .reduce((a, b) -> b.worth().compareTo(a.worth()) > 0 ? b : a)
                        .orElseThrow();
        for (Earned other : giving) {
            if (!other.group().equals(counts.group())) {
                for (Earned each : byGroup.getOrDefault(other.group(), List.of())) {
                    if (together.choice() == Together.Choice.FIRST) {
                        refused.add(new Refused(ordinal, each.group(), each.rule(), PRECEDENCE, "", counts.rule()));
                    } else {
                        outbid(ordinal, each, counts);
                    }
                }
                byGroup.put(other.group(), List.of());
            }
        }
    }

    private static Earned whole(List<Earned> of) {
        Earned first = of.get(0);
        return new Earned(
                first.group(),
                String.join(" + ", of.stream().map(Earned::rule).toList()),
                first.sharing(),
                of.stream().flatMap(earned -> earned.grants().stream()).toList(),
                List.of());
    }

    /**
     * No rule fires: an exclusive group that does not say what then lacks a fact, or is decided by hand; but where there
     * is no hazard, rules for hazards give nothing.
     */
    private List<Earned> nothing(Group group, int ordinal, UnaryOperator<String> facts) {
        if (facts.apply("grade").equals(FactTest.NO_HAZARD)) {
            return List.of();
        }
        boolean silent = group.combine() == Combine.EXCLUSIVE && group.otherwise() == null;
        Map<String, Set<String>> missing = silent ? missing(group, facts) : Map.of();
        missing.forEach((fact, allowed) ->
                problems.add(Problem.of("reward.fact-missing", "facts." + fact, ordinal, String.join(" / ", allowed))));
        boolean byHand = group.otherwise() == Otherwise.MANUAL || (silent && missing.isEmpty());
        return byHand ? byHand(group, ordinal) : List.of();
    }

    /** By fact that would let a rule fire which nothing known speaks against: what the rules accept. */
    private static Map<String, Set<String>> missing(Group group, UnaryOperator<String> facts) {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Rule rule : group.rules()) {
            boolean open = rule.when().stream()
                    .allMatch(test -> facts.apply(test.fact()).isEmpty() || test.holds(facts.apply(test.fact())));
            if (open) {
                rule.when().stream()
                        .filter(test -> facts.apply(test.fact()).isEmpty())
                        .forEach(test -> missing.computeIfAbsent(test.fact(), fact -> new TreeSet<>())
                                .add(test.allowed()));
                rule.then().stream()
                        .map(Earning::basis)
                        .filter(fact -> !fact.isEmpty() && facts.apply(fact).isEmpty())
                        .forEach(fact -> missing.computeIfAbsent(fact, f -> new TreeSet<>())
                                .add("≥ 0"));
            }
        }
        return missing;
    }

    private List<Earned> byHand(Group group, int ordinal) {
        List<Grant> grants = new ArrayList<>();
        List<Fired> how = new ArrayList<>();
        String basis = theCase.bases().getOrDefault(group.code(), "");
        boolean decided = false;
        for (String kind : BY_HAND_KINDS) {
            String choice = choice(group, kind);
            Long chosen = theCase.chosen().get(choice);
            if (chosen != null) {
                decided = true;
                figuring.mayChoose(choice, group.adjudicator());
                String shown = Figuring.shown(kind, chosen) + (basis.isEmpty() ? "" : " (" + basis + ")");
                if (chosen < 0) {
                    problems.add(Problem.of("reward.amount-outside-range", choice, shown, "≥ 0"));
                } else if (chosen > 0) {
                    how.add(new Fired(ordinal, group.code(), group.code(), kind, "", chosen, shown));
                    grants.add(Grant.of(ordinal, group.code(), kind, "", chosen));
                }
            }
        }
        if (!decided) {
            manual.add(group.code());
        } else if (grants.isEmpty()) {
            shut.add(new Shut(ordinal, BY_HAND, basis));
        }
        return grants.isEmpty()
                ? List.of()
                : List.of(new Earned(group.code(), group.code(), schedule.sharing(group, null), grants, how));
    }

    /** The code under which an amount of this kind is set where the group leaves it to somebody. */
    static String choice(Group group, String kind) {
        return kind.equals("CASH") ? group.code() : group.code() + "." + kind;
    }

    private boolean fires(Group group, Rule rule, int ordinal, UnaryOperator<String> facts) {
        for (FactTest test : rule.when()) {
            String value = facts.apply(test.fact());
            if (!test.holds(value)) {
                refused.add(new Refused(
                        ordinal, group.code(), rule.code(), test.fact(), shown(test, value), test.allowed()));
                return false;
            }
        }
        for (Component component : rule.then()) {
            String needed = basis(component);
            if (!needed.isEmpty() && facts.apply(needed).isEmpty()) {
                refused.add(new Refused(ordinal, group.code(), rule.code(), needed, "", "≥ 0"));
                return false;
            }
        }
        return true;
    }

    private static String shown(FactTest test, String value) {
        return test instanceof FactTest.Between between && !value.isEmpty()
                ? between.measure().shown(FactTest.number(value))
                : value;
    }

    static String basis(Component component) {
        return component.quantity().map(Earning::basis).orElse("");
    }

    static String basis(Amount amount) {
        if (amount.base() instanceof Amount.Percent percent) {
            return percent.of();
        }
        return amount.base() instanceof Amount.PerUnit perUnit ? perUnit.per() : "";
    }

    private Earned given(Group group, Rule rule, int ordinal, UnaryOperator<String> facts) {
        List<Grant> grants = new ArrayList<>();
        List<Fired> how = new ArrayList<>();
        for (int i = 0; i < rule.then().size(); i++) {
            Component component = rule.then().get(i);
            String kind = component.kind();
            String choice = rule.choice(i);
            Optional<Figuring.Figured> figured =
                    component.quantity().map(amount -> figuring.figure(amount, kind, choice, facts));
            long units = figured.map(Figuring.Figured::units)
                    .orElse(
                            component instanceof Component.Goods goods
                                    ? goods.value().fen()
                                    : 0L);
            String said = figured.map(Figuring.Figured::how).orElse(component.title());
            how.add(new Fired(ordinal, group.code(), rule.code(), kind, component.title(), units, said));
            int to = component instanceof Component.Collective ? 0 : ordinal;
            grants.add(Grant.of(to, rule.code(), kind, component.title(), units));
        }
        return new Earned(group.code(), rule.code(), schedule.sharing(group, rule), grants, how);
    }
}
