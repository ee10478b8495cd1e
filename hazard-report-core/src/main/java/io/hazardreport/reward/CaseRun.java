package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Decided;
import io.hazardreport.reward.Explanation.Capped;
import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Joint;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Explanation.Shut;
import io.hazardreport.reward.Screen.Screened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One case going through a schedule: earned, cut by what a decision may give, shared, cut by the other caps. */
final class CaseRun {

    private final Ready ready;
    private final Schedule schedule;
    private final RewardCase theCase;
    private final @Nullable Screened onlyFacts;
    private final Figuring figuring;
    private List<Fired> fired = List.of();
    private List<Refused> refused = List.of();
    private final List<Shut> byHand = new ArrayList<>();
    private final List<String> manual = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Capped> capped = new ArrayList<>();
    private final List<Shut> shut = new ArrayList<>();
    private final List<Joint> joint = new ArrayList<>();

    /** @param onlyFacts the case where nothing else enters into it; else null */
    CaseRun(Ready ready, RewardCase theCase, @Nullable Screened onlyFacts) {
        this.ready = ready;
        this.onlyFacts = onlyFacts;
        this.schedule = ready.schedule();
        this.theCase = theCase;
        this.figuring = Figuring.of(schedule, theCase, problems);
    }

    /** What somebody is given of one report before it is divided. */
    private record Part(List<Beneficiary> among, Sharing sharing, List<Grant> grants) {}

    Decided<Explanation> run() {
        for (Beneficiary b : theCase.reporters()) {
            b.refusals().forEach(r -> shut.add(new Shut(b.ordinal(), r.code(), r.source())));
        }
        List<Part> parts = new ArrayList<>(1);
        List<Part> later = new ArrayList<>(0);
        List<List<Beneficiary>> filings = filings();
        boolean first = true;
        for (List<Beneficiary> filing : filings) {
            if (first || schedule.separate() == Separate.EACH_FULL) {
                parts.addAll(signed(filing));
            } else if (schedule.separate() == Separate.FIRST_THEN_DISCRETIONARY) {
                later.addAll(later(filing, whyNotFirst(filing, filings.get(0))));
            } else {
                String why = whyNotFirst(filing, filings.get(0));
                filing.forEach(b -> shut.add(new Shut(b.ordinal(), why, "")));
            }
            first = false;
        }
        if (!schedule.caps().isEmpty()) {
            new DecisionCaps(schedule.remainder(), capped)
                    .apply(
                            schedule.caps(),
                            parts.stream().map(Part::grants).toList(),
                            later.stream().map(Part::grants).toList());
        }
        parts.addAll(later);
        List<Grant> shared = shared(parts);
        schedule.caps().forEach(cap -> countable(cap, shared));
        List<Grant> grants = something(cut(shared));
        capReached(shared, grants);
        shut.addAll(byHand);
        return problems.isEmpty()
                ? Decided.accepted(new Explanation(
                        grants,
                        fired,
                        refused,
                        capped,
                        shut.size() < 2 ? shut : List.copyOf(new LinkedHashSet<>(shut)),
                        joint,
                        manual(),
                        schedule.taxIncluded()))
                : Decided.refused(problems.stream().distinct().toList());
    }

    /** What the first of those who signed earns, for all of them. */
    private List<Earned> first(Beneficiary beneficiary) {
        Screened screened = onlyFacts != null ? onlyFacts : ready.screen().of(beneficiary.facts(theCase.facts()));
        long number = beneficiary.ordinal() == Screen.FIRST ? screened.number() : -1;
        Cell kept = ready.cells().at(number);
        if (kept != null && kept.holds(screened)) {
            List<Earned> earned = kept.earned(figuring, screened);
            for (Earned each : earned) {
                fired = joined(fired, each.fired());
            }
            refused = joined(refused, kept.refused(screened));
            return earned;
        }
        Earning earning = new Earning(ready, theCase, figuring, problems);
        List<Earned> earned = earned(earning, beneficiary, screened, sharing -> true);
        Cell cell = earning.cell(number, earned);
        if (cell != null) {
            ready.cells().keep(cell);
        }
        return earned;
    }

    private List<Earned> earned(
            Earning earning, Beneficiary beneficiary, Screened screened, Predicate<Sharing> counts) {
        List<Earned> earned = earning.of(beneficiary.ordinal(), screened, counts);
        fired = joined(fired, earning.fired);
        refused = joined(refused, earning.refused);
        byHand.addAll(earning.shut);
        manual.addAll(earning.manual);
        return earned;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    /** A cap that counts the values of a fact apart cannot count where the fact is not known. */
    private void countable(Cap cap, List<Grant> shared) {
        String by = cap.by();
        if (by == null || !cap.countsApart()) {
            return;
        }
        TreeSet<Integer> unknown = new TreeSet<>();
        for (Grant grant : shared) {
            if (cap.takes(grant) && theCase.factsOf(grant.ordinal()).apply(by).isEmpty()) {
                unknown.add(grant.ordinal());
            }
        }
        // a fact of persons is none of their collective's
        if (theCase.reporters().stream().anyMatch(b -> b.ownFacts().containsKey(by))) {
            unknown.remove(0);
        }
        for (int ordinal : unknown) {
            String code = "reward.cap-fact-missing" + (ordinal == 0 ? "-collective" : "");
            problems.add(Problem.of(code, "facts." + by, ordinal, cap.code()));
        }
    }

    private static List<Grant> something(List<Grant> of) {
        for (Grant grant : of) {
            if (!grant.isSomething()) {
                return of.stream().filter(Grant::isSomething).toList();
            }
        }
        return of;
    }

    private List<String> manual() {
        return manual.size() < 2 ? manual : manual.stream().distinct().sorted().toList();
    }

    private List<Grant> shared(List<Part> parts) {
        if (parts.size() == 1 && parts.get(0).among().size() == 1) {
            return parts.get(0).grants();
        }
        Shares shares = new Shares(schedule, theCase.weights(), problems);
        List<Grant> shared = new ArrayList<>();
        for (Part part : parts) {
            shared.addAll(
                    part.among().size() == 1
                            ? part.grants()
                            : shares.divide(part.grants(), part.among(), part.sharing()));
        }
        return shared;
    }

    private List<Grant> cut(List<Grant> shared) {
        if (schedule.caps().isEmpty() && theCase.earlier().isEmpty()) {
            return shared;
        }
        CapCuts cuts = new CapCuts(shared, theCase, capped);
        cuts.apply(schedule.caps());
        return cuts.grants();
    }

    /** Who has nothing left only because of caps is told so. */
    private void capReached(List<Grant> before, List<Grant> after) {
        if (capped.isEmpty()) {
            return;
        }
        TreeSet<Integer> emptied = new TreeSet<>();
        before.stream().filter(Grant::isSomething).forEach(grant -> emptied.add(grant.ordinal()));
        after.forEach(grant -> emptied.remove(grant.ordinal()));
        emptied.remove(0);
        for (int ordinal : emptied) {
            List<String> caps = capped.stream()
                    .filter(c -> c.ordinal() == ordinal && !c.cap().equals(CapCuts.EARLIER))
                    .map(Capped::cap)
                    .distinct()
                    .toList();
            if (!caps.isEmpty()) {
                shut.add(new Shut(ordinal, Calculation.CAP_REACHED, String.join(", ", caps)));
            }
        }
    }

    /**
     * The entitled reporters by filing, in the order in which their reports count; where not everybody has his own, who
     * was given something for the hazard before stays first.
     */
    private List<List<Beneficiary>> filings() {
        if (theCase.reporters().size() == 1) {
            return theCase.reporters().get(0).isEntitled() ? List.of(theCase.reporters()) : List.of();
        }
        Map<Integer, List<Beneficiary>> byFiling = new LinkedHashMap<>();
        for (Beneficiary beneficiary : theCase.reporters()) {
            if (beneficiary.isEntitled()) {
                byFiling.computeIfAbsent(beneficiary.filing(), filing -> new ArrayList<>())
                        .add(beneficiary);
            }
        }
        Comparator<List<Beneficiary>> order = Comparator.comparing(CaseRun::registered);
        if (schedule.realNameFirst()) {
            Comparator<List<Beneficiary>> named =
                    Comparator.comparing(filing -> filing.stream().noneMatch(Beneficiary::realName));
            order = named.thenComparing(order);
        }
        Comparator<List<Beneficiary>> settled =
                Comparator.comparing(filing -> filing.stream().noneMatch(this::hasBefore));
        return byFiling.values().stream().sorted(settled.thenComparing(order)).toList();
    }

    private static Instant registered(List<Beneficiary> filing) {
        return filing.stream()
                .map(Beneficiary::registeredAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Who is told that another was first is told the truth: earlier, or only settled earlier, or by name. */
    private String whyNotFirst(List<Beneficiary> filing, List<Beneficiary> first) {
        if (!registered(filing).isBefore(registered(first))) {
            return Calculation.NOT_FIRST;
        }
        return first.stream().anyMatch(this::hasBefore) ? Calculation.SETTLED_FIRST : Calculation.NAMED_FIRST;
    }

    private boolean hasBefore(Beneficiary beneficiary) {
        return theCase.earlier().stream()
                .anyMatch(e -> e.ordinal() == beneficiary.ordinal() && e.origin() == Earlier.Origin.SAME_HAZARD);
    }

    /**
     * What those who signed one report are given: what is divided or collected by one is figured by the first one's facts,
     * what each has in full by his own. The collective's part comes once.
     */
    private List<Part> signed(List<Beneficiary> filing) {
        Beneficiary first = filing.get(0);
        if (filing.size() == 1) {
            List<Grant> alone = new ArrayList<>(4);
            for (Earned earned : first(first)) {
                alone.addAll(earned.grants());
            }
            return List.of(new Part(filing, Sharing.EACH_FULL, alone));
        }
        Map<Sharing, List<Grant>> bySharing = new EnumMap<>(Sharing.class);
        for (Earned earned : first(first)) {
            bySharing
                    .computeIfAbsent(earned.sharing(), sharing -> new ArrayList<>())
                    .addAll(earned.grants());
        }
        List<Part> parts = new ArrayList<>();
        bySharing.forEach((sharing, grants) -> {
            boolean divided = sharing == Sharing.EQUAL_SPLIT || sharing == Sharing.WEIGHTED;
            if (divided) {
                parts.addAll(divided(filing, sharing, grants));
            } else {
                parts.add(new Part(List.of(first), sharing, grants));
            }
        });
        for (Beneficiary other : filing.subList(1, filing.size())) {
            List<Grant> grants = new ArrayList<>();
            Screened his = ready.screen().of(other.facts(theCase.facts()));
            Earning earning = new Earning(ready, theCase, figuring, problems);
            earned(earning, other, his, sharing -> sharing == Sharing.EACH_FULL)
                    .forEach(earned -> earned.grants().stream()
                            .filter(grant -> grant.ordinal() != 0)
                            .forEach(grants::add));
            parts.add(new Part(List.of(other), Sharing.EACH_FULL, grants));
        }
        explain(filing, bySharing);
        return parts;
    }

    /** What cannot be divided each of them has in full; so a cap on the decision sees all of it. */
    private List<Part> divided(List<Beneficiary> filing, Sharing sharing, List<Grant> grants) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(filing, sharing, new ArrayList<>(grants)));
        parts.get(0).grants().removeIf(grant -> !Shares.divides(grant, schedule));
        for (Beneficiary each : filing) {
            List<Grant> whole = new ArrayList<>();
            for (Grant grant : grants) {
                if (!Shares.divides(grant, schedule)) {
                    whole.add(grant.to(each.ordinal()));
                }
            }
            parts.add(new Part(List.of(each), Sharing.EACH_FULL, whole));
        }
        return parts;
    }

    private void explain(List<Beneficiary> filing, Map<Sharing, List<Grant>> bySharing) {
        List<Integer> among = filing.stream().map(Beneficiary::ordinal).toList();
        bySharing.keySet().forEach(sharing -> joint.add(new Joint(among.get(0), sharing, among)));
        TreeSet<Sharing> applied = new TreeSet<>(bySharing.keySet());
        if (applied.isEmpty()) {
            applied.add(schedule.sharing());
        }
        boolean onlyFirst = applied.stream()
                .allMatch(sharing -> sharing == Sharing.FIRST_ONLY || sharing == Sharing.FIRST_SIGNATORY);
        if (onlyFirst) {
            String code = applied.contains(Sharing.FIRST_SIGNATORY)
                    ? Calculation.FIRST_SIGNATORY
                    : Calculation.FIRST_OF_SIGNED;
            filing.subList(1, filing.size()).forEach(b -> shut.add(new Shut(b.ordinal(), code, "")));
        }
    }

    private List<Part> later(List<Beneficiary> filing, String whyNotFirst) {
        List<Part> parts = new ArrayList<>();
        for (Beneficiary beneficiary : filing) {
            String choice = "later." + beneficiary.ordinal();
            List<Grant> grants = new ArrayList<>();
            later(beneficiary, "CASH", choice, schedule.later(), grants);
            later(beneficiary, "POINTS", choice + ".POINTS", schedule.laterPoints(), grants);
            if (grants.isEmpty()) {
                shut.add(new Shut(beneficiary.ordinal(), whyNotFirst, ""));
            } else {
                parts.add(new Part(List.of(beneficiary), Sharing.EACH_FULL, grants));
            }
        }
        return parts;
    }

    private void later(
            Beneficiary beneficiary, String kind, String choice, @Nullable Amount amount, List<Grant> grants) {
        if (amount != null && theCase.chosen().containsKey(choice)) {
            Figuring.Figured figured = figuring.figure(amount, kind, choice, theCase.factsOf(beneficiary.ordinal()));
            grants.add(Grant.of(beneficiary.ordinal(), "later", kind, "", figured.units()));
        }
    }
}
