package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Decided;
import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Explanation.Shut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Applies a schedule to a case: pure, exact to the fen, the same answer every time. */
public final class Calculation {

    /** Why somebody who reported the same hazard after another has nothing. */
    public static final String NOT_FIRST = "NOT_FIRST";

    private final Schedule schedule;
    private final RewardCase theCase;
    private final Figuring figuring;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Fired> fired = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Shut> shut = new ArrayList<>();
    private final TreeSet<String> manual = new TreeSet<>();

    private Calculation(Schedule schedule, RewardCase theCase) {
        this.schedule = schedule;
        this.theCase = theCase;
        this.figuring = new Figuring(schedule.rounding().orElse(null), theCase.chosen(), problems);
    }

    /**
     * What each beneficiary is given.
     *
     * @return refused when an amount is missing ({@code reward.amount-missing}) or outside its range
     *     ({@code reward.amount-outside-range}), or weights do not add up ({@code reward.weights-not-whole})
     */
    public static Decided<Explanation> of(Schedule schedule, RewardCase theCase) {
        return new Calculation(schedule, theCase).run();
    }

    private Decided<Explanation> run() {
        theCase.reporters()
                .forEach(b -> b.refusals().forEach(r -> shut.add(new Shut(b.ordinal(), r.code(), r.source()))));
        List<Grant> grants = new ArrayList<>();
        boolean first = true;
        for (List<Beneficiary> filing : filings()) {
            if (first || schedule.separate() == Separate.EACH_FULL) {
                grants.addAll(shared(filing));
            } else if (schedule.separate() == Separate.FIRST_THEN_DISCRETIONARY) {
                grants.addAll(later(filing));
            } else {
                filing.forEach(b -> shut.add(new Shut(b.ordinal(), NOT_FIRST, "")));
            }
            first = false;
        }
        CapCuts cuts = new CapCuts(grants);
        cuts.apply(schedule.caps(), theCase.reporters(), theCase.used());
        return problems.isEmpty()
                ? Decided.accepted(new Explanation(
                        cuts.grants().stream().filter(Grant::isSomething).toList(),
                        fired,
                        refused,
                        cuts.capped(),
                        shut,
                        List.copyOf(manual),
                        schedule.taxIncluded()))
                : Decided.refused(problems.stream().distinct().toList());
    }

    /** The entitled reporters by filing, in the order in which their reports count. */
    private List<List<Beneficiary>> filings() {
        Map<Integer, List<Beneficiary>> byFiling = new LinkedHashMap<>();
        for (Beneficiary beneficiary : theCase.reporters()) {
            if (beneficiary.isEntitled()) {
                byFiling.computeIfAbsent(beneficiary.filing(), filing -> new ArrayList<>())
                        .add(beneficiary);
            }
        }
        Comparator<List<Beneficiary>> order = Comparator.comparing(filing -> filing.stream()
                .map(Beneficiary::registeredAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX));
        if (schedule.realNameFirst()) {
            Comparator<List<Beneficiary>> named =
                    Comparator.comparing(filing -> filing.stream().noneMatch(Beneficiary::realName));
            order = named.thenComparing(order);
        }
        return byFiling.values().stream().sorted(order).toList();
    }

    private List<Grant> shared(List<Beneficiary> filing) {
        Beneficiary first = filing.get(0);
        return switch (schedule.sharing()) {
            case FIRST_ONLY -> {
                filing.subList(1, filing.size()).forEach(b -> shut.add(new Shut(b.ordinal(), NOT_FIRST, "")));
                yield earned(first);
            }
            case FIRST_SIGNATORY -> earned(first);
            case EACH_FULL -> eachFull(filing);
            case EQUAL_SPLIT, WEIGHTED ->
                new Shares(schedule, theCase.weights(), problems).divide(earned(first), filing);
        };
    }

    /** The collective's part comes once. */
    private List<Grant> eachFull(List<Beneficiary> filing) {
        List<Grant> grants = new ArrayList<>();
        for (Beneficiary beneficiary : filing) {
            earned(beneficiary).stream()
                    .filter(grant -> grant.ordinal() != 0 || beneficiary.equals(filing.get(0)))
                    .forEach(grants::add);
        }
        return grants;
    }

    private List<Grant> later(List<Beneficiary> filing) {
        List<Grant> grants = new ArrayList<>();
        Amount amount = schedule.later();
        for (Beneficiary beneficiary : filing) {
            String choice = "later." + beneficiary.ordinal();
            if (amount == null || !theCase.chosen().containsKey(choice)) {
                shut.add(new Shut(beneficiary.ordinal(), NOT_FIRST, ""));
            } else {
                Figuring.Figured figured = figuring.figure(amount, "CASH", choice, fact(beneficiary));
                grants.add(Grant.of(beneficiary.ordinal(), "later", "CASH", "", figured.units()));
            }
        }
        return grants;
    }

    /** What this beneficiary's facts earn before sharing and caps. */
    private List<Grant> earned(Beneficiary beneficiary) {
        UnaryOperator<String> fact = fact(beneficiary);
        Map<String, List<Grant>> byGroup = new LinkedHashMap<>();
        for (Group group : schedule.groups()) {
            List<List<Grant>> firing = new ArrayList<>();
            for (Rule rule : group.rules()) {
                if (fires(group, rule, beneficiary.ordinal(), fact)) {
                    firing.add(given(group, rule, beneficiary.ordinal(), fact));
                }
            }
            if (firing.isEmpty() && group.otherwise() == Otherwise.MANUAL) {
                manual.add(group.code());
            }
            byGroup.put(group.code(), together(group, firing));
        }
        schedule.together().forEach(together -> oneOf(together, byGroup));
        return byGroup.values().stream().flatMap(List::stream).toList();
    }

    private static void oneOf(Together together, Map<String, List<Grant>> byGroup) {
        List<String> giving = together.of().stream()
                .filter(code -> !byGroup.getOrDefault(code, List.of()).isEmpty())
                .toList();
        Optional<String> counts = together.choice() == Together.Choice.FIRST
                ? giving.stream().findFirst()
                : giving.stream()
                        .reduce((a, b) -> worth(byGroup.getOrDefault(b, List.of()))
                                                .compareTo(worth(byGroup.getOrDefault(a, List.of())))
                                        > 0
                                ? b
                                : a);
        giving.stream().filter(code -> !code.equals(counts.orElse(""))).forEach(code -> byGroup.put(code, List.of()));
    }

    private static List<Grant> together(Group group, List<List<Grant>> firing) {
        return switch (group.combine()) {
            case SUM -> firing.stream().flatMap(List::stream).toList();
            case EXCLUSIVE -> firing.isEmpty() ? List.of() : firing.get(0);
            case BEST ->
                firing.stream()
                        .reduce((a, b) -> worth(b).compareTo(worth(a)) > 0 ? b : a)
                        .orElse(List.of());
        };
    }

    /** Cash first, then points, then score. */
    private static Worth worth(List<Grant> grants) {
        return new Worth(sum(grants, "CASH") + sum(grants, "COLLECTIVE"), sum(grants, "POINTS"), sum(grants, "SCORE"));
    }

    private record Worth(long cash, long points, long score) implements Comparable<Worth> {

        @Override
        public int compareTo(Worth other) {
            return Comparator.comparingLong(Worth::cash)
                    .thenComparingLong(Worth::points)
                    .thenComparingLong(Worth::score)
                    .compare(this, other);
        }
    }

    private static long sum(List<Grant> grants, String component) {
        return grants.stream()
                .filter(g -> g.component().equals(component))
                .mapToLong(Grant::units)
                .sum();
    }

    private UnaryOperator<String> fact(Beneficiary beneficiary) {
        return name -> {
            String own = beneficiary.ownFacts().get(name);
            return own != null ? own : theCase.facts().getOrDefault(name, "");
        };
    }

    private boolean fires(Group group, Rule rule, int ordinal, UnaryOperator<String> fact) {
        for (FactTest test : rule.when()) {
            String value = fact.apply(test.fact());
            if (!test.holds(value)) {
                refused.add(new Refused(
                        ordinal, group.code(), rule.code(), test.fact(), shown(test, value), test.allowed()));
                return false;
            }
        }
        for (Component component : rule.then()) {
            String needed = component.quantity().map(Calculation::basis).orElse("");
            if (!needed.isEmpty() && fact.apply(needed).isEmpty()) {
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

    private static String basis(Amount amount) {
        if (amount.base() instanceof Amount.Percent percent) {
            return percent.of();
        }
        return amount.base() instanceof Amount.PerUnit perUnit ? perUnit.per() : "";
    }

    private List<Grant> given(Group group, Rule rule, int ordinal, UnaryOperator<String> fact) {
        List<Grant> given = new ArrayList<>();
        for (Component component : rule.then()) {
            String kind = component.kind();
            Optional<Figuring.Figured> figured =
                    component.quantity().map(amount -> figuring.figure(amount, kind, rule.choice(component), fact));
            long units = figured.map(Figuring.Figured::units)
                    .orElse(
                            component instanceof Component.Goods goods
                                    ? goods.value().fen()
                                    : 0L);
            String how = figured.map(Figuring.Figured::how).orElse(component.title());
            fired.add(new Fired(ordinal, group.code(), rule.code(), kind, component.title(), units, how));
            int to = component instanceof Component.Collective ? 0 : ordinal;
            given.add(Grant.of(to, rule.code(), kind, component.title(), units));
        }
        return given;
    }
}
