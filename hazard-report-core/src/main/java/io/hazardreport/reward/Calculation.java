package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.loop.Decided;
import io.hazardreport.reward.Explanation.Capped;
import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Explanation.Shut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Applies a schedule to a case: pure, exact to the fen, the same answer every time. */
public final class Calculation {

    private final Schedule schedule;
    private final Map<String, String> facts;
    private final Map<String, Money> adjudicated;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Fired> fired = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Capped> capped = new ArrayList<>();
    private final List<Shut> shut = new ArrayList<>();
    private final TreeSet<String> manual = new TreeSet<>();

    private Calculation(Schedule schedule, Map<String, String> facts, Map<String, Money> adjudicated) {
        this.schedule = schedule;
        this.facts = facts;
        this.adjudicated = adjudicated;
    }

    /**
     * What each beneficiary is given.
     *
     * @param caseFacts by name; money facts in fen; what is not known is absent
     * @param inOrder the reporters, the first one first
     * @param adjudicated the amounts chosen within ranges, by rule code
     * @return refused when an amount is missing ({@code reward.amount-missing}) or outside its range
     *     ({@code reward.amount-outside-range})
     */
    public static Decided<Explanation> of(
            Schedule schedule,
            Map<String, String> caseFacts,
            List<Beneficiary> inOrder,
            Map<String, Money> adjudicated) {
        return new Calculation(schedule, caseFacts, adjudicated).run(inOrder);
    }

    private Decided<Explanation> run(List<Beneficiary> inOrder) {
        List<Beneficiary> entitled = new ArrayList<>();
        for (Beneficiary beneficiary : inOrder) {
            if (beneficiary.isEntitled()) {
                entitled.add(beneficiary);
            }
            beneficiary.refusals().forEach(r -> shut.add(new Shut(beneficiary.ordinal(), r.code(), r.source())));
        }
        List<Grant> grants = shared(entitled);
        grants = cutDecision(grants);
        grants = cutMonths(grants, entitled);
        return problems.isEmpty()
                ? Decided.accepted(new Explanation(
                        grants.stream()
                                .filter(g -> g.amount().isPositive()
                                        || !g.component().equals("CASH"))
                                .toList(),
                        fired,
                        refused,
                        capped,
                        shut,
                        List.copyOf(manual)))
                : Decided.refused(problems.stream().distinct().toList());
    }

    private List<Grant> shared(List<Beneficiary> entitled) {
        List<Grant> grants = new ArrayList<>();
        if (entitled.isEmpty()) {
            return grants;
        }
        switch (schedule.sharing()) {
            case FIRST_ONLY -> grants.addAll(earned(entitled.get(0)));
            case EACH_FULL -> entitled.forEach(beneficiary -> grants.addAll(earned(beneficiary)));
            case EQUAL_SPLIT -> earned(entitled.get(0)).forEach(whole -> grants.addAll(split(whole, entitled)));
        }
        return grants;
    }

    private List<Grant> split(Grant whole, List<Beneficiary> entitled) {
        List<Money> parts = whole.component().equals("CASH")
                ? parts(whole.amount(), entitled.size())
                : entitled.stream().map(b -> whole.amount()).toList();
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            grants.add(
                    new Grant(entitled.get(i).ordinal(), whole.rule(), whole.component(), whole.title(), parts.get(i)));
        }
        return grants;
    }

    private List<Money> parts(Money whole, int count) {
        List<Money> parts = new ArrayList<>(whole.split(count));
        if (schedule.remainder() == Remainder.ALL_TO_FIRST) {
            Money least = parts.get(count - 1);
            parts.replaceAll(part -> least);
            parts.set(0, whole.minus(least.times(count - 1L)));
        }
        return parts;
    }

    /** What this beneficiary's facts earn before sharing and caps. */
    private List<Grant> earned(Beneficiary beneficiary) {
        List<Grant> grants = new ArrayList<>();
        for (Group group : schedule.groups()) {
            List<Grant> firing = new ArrayList<>();
            for (Rule rule : group.rules()) {
                if (fires(group, rule, beneficiary)) {
                    Grant grant = grant(rule, beneficiary.ordinal());
                    fired.add(new Fired(beneficiary.ordinal(), group.code(), rule.code(), grant.amount()));
                    firing.add(grant);
                }
            }
            if (firing.isEmpty() && group.otherwise() == Otherwise.MANUAL) {
                manual.add(group.code());
            }
            grants.addAll(together(group, firing));
        }
        return grants;
    }

    private static List<Grant> together(Group group, List<Grant> firing) {
        return switch (group.combine()) {
            case SUM -> firing;
            case EXCLUSIVE -> firing.stream().limit(1).toList();
            case BEST ->
                firing.stream()
                        .max(Comparator.comparing(Grant::amount)
                                .thenComparing(Comparator.comparing(Grant::rule).reversed()))
                        .stream()
                        .toList();
        };
    }

    private boolean fires(Group group, Rule rule, Beneficiary beneficiary) {
        for (FactTest test : rule.when()) {
            String value = beneficiary.ownFacts().getOrDefault(test.fact(), facts.getOrDefault(test.fact(), ""));
            if (!test.holds(value)) {
                refused.add(new Refused(
                        beneficiary.ordinal(), group.code(), rule.code(), test.fact(), value, test.allowed()));
                return false;
            }
        }
        return true;
    }

    private Grant grant(Rule rule, int ordinal) {
        if (rule.then() instanceof Component.Honour honour) {
            return new Grant(ordinal, rule.code(), honour.kind(), honour.code(), Money.ZERO);
        }
        Amount amount = ((Component.Cash) rule.then()).amount();
        return new Grant(ordinal, rule.code(), rule.then().kind(), "", money(rule, amount));
    }

    private Money money(Rule rule, Amount amount) {
        if (amount instanceof Amount.Fixed fixed) {
            return fixed.money();
        }
        String allowed = amount.min() + " - " + amount.max();
        Optional<Money> chosen = Optional.ofNullable(adjudicated.get(rule.code()));
        if (chosen.isEmpty()) {
            problems.add(Problem.of("reward.amount-missing", rule.code(), "-", allowed));
        } else if (chosen.get().compareTo(amount.min()) < 0 || chosen.get().compareTo(amount.max()) > 0) {
            problems.add(Problem.of("reward.amount-outside-range", rule.code(), chosen.get(), allowed));
        }
        return chosen.orElse(Money.ZERO);
    }

    private List<Grant> cutDecision(List<Grant> grants) {
        List<Grant> cut = new ArrayList<>(grants);
        for (Cap cap : schedule.caps()) {
            if (cap.scope() == CapScope.PER_DECISION) {
                cut(cut, cap, cap.amount(), g -> true);
            }
        }
        return cut;
    }

    private List<Grant> cutMonths(List<Grant> grants, List<Beneficiary> entitled) {
        List<Grant> cut = new ArrayList<>(grants);
        for (Cap cap : schedule.caps()) {
            if (cap.scope() == CapScope.PER_PERSON_MONTH) {
                for (Beneficiary beneficiary : entitled) {
                    Money left = cap.amount().minus(beneficiary.usedThisMonth()).max(Money.ZERO);
                    cut(cut, cap, left, g -> g.ordinal() == beneficiary.ordinal());
                }
            }
        }
        return cut;
    }

    /** Takes what is above {@code left} from the last of these grants backwards. */
    private void cut(List<Grant> grants, Cap cap, Money left, Predicate<Grant> of) {
        Money sum = grants.stream().filter(of).map(Grant::amount).reduce(Money.ZERO, Money::plus);
        Money excess = sum.minus(left).max(Money.ZERO);
        for (int i = grants.size() - 1; i >= 0 && excess.isPositive(); i--) {
            Grant grant = grants.get(i);
            if (of.test(grant) && grant.amount().isPositive()) {
                Money taken = grant.amount().min(excess);
                Money after = grant.amount().minus(taken);
                excess = excess.minus(taken);
                capped.add(new Capped(grant.ordinal(), cap.code(), grant.amount(), after));
                grants.set(i, new Grant(grant.ordinal(), grant.rule(), grant.component(), grant.title(), after));
            }
        }
    }
}
