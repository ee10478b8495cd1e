package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Explanation.Shut;
import io.hazardreport.reward.Screen.Screened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one beneficiary's facts earn, before sharing and caps. */
final class Earning {

    /** Why a rule that fits gives nothing: another of its group gives more. */
    static final String OUTBID = "outbid";

    /** Why a rule that fits gives nothing: another comes before it. */
    static final String PRECEDENCE = "precedence";

    /** Why somebody has nothing where the amount was left to somebody, who set none. */
    static final String BY_HAND = "BY_HAND";

    private static final List<String> BY_HAND_KINDS = List.of("CASH", "POINTS");

    private final Ready ready;
    private final RewardCase theCase;
    private final Figuring figuring;
    private final List<Problem> problems;
    final List<Fired> fired = new ArrayList<>();
    final List<Refused> refused;
    final List<Shut> shut = new ArrayList<>();
    final List<String> manual = new ArrayList<>();
    private final List<Cell.Open> open = new ArrayList<>();
    private final List<String> needed = new ArrayList<>();
    private boolean alike = true;

    Earning(Ready ready, RewardCase theCase, Figuring figuring, List<Problem> problems) {
        this.ready = ready;
        this.refused = new ArrayList<>(ready.rules());
        this.theCase = theCase;
        this.figuring = figuring;
        this.problems = problems;
    }

    /** Cash first, then points, then score. */
    record Worth(long cash, long points, long score) implements Comparable<Worth> {

        @Override
        public int compareTo(Worth other) {
            int byCash = Long.compare(cash, other.cash);
            int byPoints = byCash != 0 ? byCash : Long.compare(points, other.points);
            return byPoints != 0 ? byPoints : Long.compare(score, other.score);
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
    List<Earned> of(int ordinal, Screened screened, Predicate<Sharing> counts) {
        List<ReadyGroup> groups = ready.groups();
        List<List<Earned>> byGroup = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            ReadyGroup group = groups.get(i);
            byGroup.add(group.isLookedAt(counts) ? earned(group, ordinal, screened) : List.of());
        }
        for (Together together : ready.schedule().together()) {
            oneOf(together, byGroup, ordinal);
        }
        List<Earned> all = new ArrayList<>(groups.size() + 2);
        for (List<Earned> ofGroup : byGroup) {
            for (Earned earned : ofGroup) {
                if (counts.test(earned.sharing())) {
                    all.add(earned);
                    fired.addAll(earned.fired());
                }
            }
        }
        return all;
    }

    /** What was earned, for all cases that no test tells from this one; null where they may come to something else. */
    @Nullable
    Cell cell(long number, List<Earned> earned) {
        if (!alike || number < 0) {
            return null;
        }
        List<ReadyRule> giving = new ArrayList<>();
        for (Earned each : earned) {
            ReadyRule rule = ready.rule(each);
            if (rule == null) {
                return null;
            }
            giving.add(rule);
        }
        return new Cell(number, giving, refused, open, needed, null);
    }

    private List<Earned> earned(ReadyGroup group, int ordinal, Screened screened) {
        UnaryOperator<String> facts = screened.facts();
        List<ReadyRule> firing = new ArrayList<>();
        for (ReadyRule rule : group.rules()) {
            Refused why = rule.refusal(screened, ordinal);
            if (why != null && ready.screen().isOpen(screened, why.fact())) {
                open.add(new Cell.Open(refused.size(), rule));
            } else if (why == null) {
                why = rule.unknown(ordinal, facts);
                alike &= why == null
                        && (rule.isSettled() || ready.schedule().together().isEmpty());
                needed.addAll(rule.needed());
            }
            if (why == null) {
                firing.add(rule);
            } else {
                refused.add(why);
            }
        }
        if (firing.isEmpty()) {
            alike &= group.group().givesNothingElse();
            return nothing(group.group(), ordinal, facts);
        }
        return together(group.group(), firing, ordinal, facts);
    }

    private List<Earned> together(Group group, List<ReadyRule> firing, int ordinal, UnaryOperator<String> facts) {
        if (group.combine() == Combine.EXCLUSIVE) {
            ReadyRule first = firing.get(0);
            for (ReadyRule rule : firing.subList(1, firing.size())) {
                refused.add(new Refused(ordinal, group.code(), rule.code(), PRECEDENCE, "", first.code()));
            }
            return List.of(first.given(figuring, ordinal, facts));
        }
        List<Earned> all = new ArrayList<>();
        for (ReadyRule rule : firing) {
            all.add(rule.given(figuring, ordinal, facts));
        }
        if (group.combine() == Combine.SUM) {
            return all;
        }
        alike &= firing.size() == 1 || firing.stream().allMatch(ReadyRule::isSettled);
        return List.of(best(ordinal, all));
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

    private void oneOf(Together together, List<List<Earned>> byGroup, int ordinal) {
        List<Earned> giving = together.of().stream()
                .map(code -> byGroup.get(ready.place(code)))
                .filter(earned -> !earned.isEmpty())
                .map(Earning::whole)
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
                for (Earned each : byGroup.set(ready.place(other.group()), List.of())) {
                    if (together.choice() == Together.Choice.FIRST) {
                        refused.add(new Refused(ordinal, each.group(), each.rule(), PRECEDENCE, "", counts.rule()));
                    } else {
                        outbid(ordinal, each, counts);
                    }
                }
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
                : List.of(
                        new Earned(group.code(), group.code(), ready.schedule().sharing(group, null), grants, how));
    }

    /** The code under which an amount of this kind is set where the group leaves it to somebody. */
    static String choice(Group group, String kind) {
        return kind.equals("CASH") ? group.code() : group.code() + "." + kind;
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
}
