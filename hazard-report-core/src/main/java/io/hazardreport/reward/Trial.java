package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Decided;
import io.hazardreport.worker.Circumstance;
import io.hazardreport.worker.Eligibility;
import io.hazardreport.worker.EligibilityFacts;
import io.hazardreport.worker.EligibilityRules;
import io.hazardreport.worker.Employment;
import io.hazardreport.worker.JobRole;
import io.hazardreport.worker.Reason;
import io.hazardreport.worker.SafetyDuty;
import io.hazardreport.worker.Standing;
import io.hazardreport.worker.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A schedule tried on cases, one after the other: what earlier ones gave counts against the caps of later ones, and what
 * was given for the same or a related hazard against its award. Who reported the same hazard in an earlier case still
 * counts as its reporter. Nothing is stored.
 */
public final class Trial {

    private static final int LONG_SERVICE = 1200;

    /** Further apart than the filings of one case. */
    private static final int FILINGS = 20_000;

    /**
     * A case.
     *
     * @param hazard cases with the same one are about the same hazard; empty: one of its own
     * @param contains hazards that lie within this one
     * @param facts canonical
     * @param chosen by rule code, or by group code where a group is decided by hand; in the component's smallest unit
     * @param bases what an amount set by hand rests on, by group code
     * @param used by cap code, of the unit, before all cases
     * @param problems why this schedule cannot decide it, for example with a value that only another one knows
     */
    public record Case(
            String id,
            String hazard,
            List<String> contains,
            Map<String, String> facts,
            List<Person> reporters,
            Map<String, Long> chosen,
            Map<String, String> bases,
            Map<String, Long> used,
            List<Problem> problems) {

        /** One that nothing speaks against. */
        public Case(
                String id,
                String hazard,
                List<String> contains,
                Map<String, String> facts,
                List<Person> reporters,
                Map<String, Long> chosen,
                Map<String, String> bases,
                Map<String, Long> used) {
            this(id, hazard, contains, facts, reporters, chosen, bases, used, List.of());
        }

        public Case {
            problems = List.copyOf(problems);
            contains = List.copyOf(contains);
            facts = Map.copyOf(facts);
            reporters = List.copyOf(reporters);
            chosen = Map.copyOf(chosen);
            bases = Map.copyOf(bases);
            used = Map.copyOf(used);
        }
    }

    /**
     * A reporter of a case.
     *
     * @param id tells persons apart over all cases
     * @param facts of his own, canonical
     * @param weight in hundredths of a percent; 0 where shares are not by weight
     * @param used by cap code, before all cases
     * @param earlier for the same hazard before all cases, by component in its smallest unit
     * @param confirmed whether he himself said he takes part
     * @param nameTakenBack whether he took back name and claim
     */
    public record Person(
            String id,
            int filing,
            Instant registeredAt,
            boolean realName,
            Map<String, String> facts,
            Set<Circumstance> circumstances,
            int weight,
            Map<String, Long> used,
            Map<String, Long> earlier,
            boolean confirmed,
            boolean nameTakenBack) {

        public Person {
            facts = Map.copyOf(facts);
            circumstances = Set.copyOf(circumstances);
            used = Map.copyOf(used);
            earlier = Map.copyOf(earlier);
        }

        Person inFiling(int other) {
            return new Person(
                    id,
                    other,
                    registeredAt,
                    realName,
                    facts,
                    circumstances,
                    weight,
                    used,
                    earlier,
                    confirmed,
                    nameTakenBack);
        }
    }

    /** @param persons ids by number on the case; behind them, who reported the same hazard in an earlier case */
    public record Result(Case of, List<String> persons, Decided<Explanation> answer) {

        public List<Problem> problems() {
            return answer.problems();
        }
    }

    private final Schedule schedule;
    private final EligibilityRules eligibility;
    private final Map<String, Long> counters = new HashMap<>();
    private final Calculation calculation;
    private final TrialHistory history;
    private final Map<String, List<Person>> reported = new HashMap<>();

    private Trial(Schedule schedule, EligibilityRules eligibility, List<Case> cases) {
        this.schedule = schedule;
        this.eligibility = eligibility;
        this.calculation = Calculation.by(schedule);
        this.history = new TrialHistory(cases);
    }

    /** In the order given. */
    public static List<Result> run(Schedule schedule, EligibilityRules eligibility, List<Case> cases) {
        Trial trial = new Trial(schedule, eligibility, cases);
        return cases.stream().map(trial::run).toList();
    }

    private Result run(Case each) {
        List<Person> people = people(each);
        if (!each.problems().isEmpty()) {
            return new Result(each, people.stream().map(Person::id).toList(), Decided.refused(each.problems()));
        }
        List<Beneficiary> beneficiaries = new ArrayList<>();
        Map<Integer, Integer> weights = new HashMap<>();
        for (Person person : people) {
            int ordinal = beneficiaries.size() + 1;
            weights.put(ordinal, person.weight());
            beneficiaries.add(beneficiary(each, person, ordinal));
        }
        Map<String, Long> used = new HashMap<>(each.used());
        for (CapCounter counter : counters(each, name -> each.facts().getOrDefault(name, ""))) {
            if (!counter.cap().scope().ofPerson()) {
                used.merge(counter.cap().code(), counters.getOrDefault(counter.toString(), 0L), Long::sum);
            }
        }
        List<String> ids = people.stream().map(Person::id).toList();
        RewardCase theCase = new RewardCase(
                each.facts(),
                beneficiaries,
                each.chosen(),
                each.bases(),
                Set.of(),
                weights,
                used,
                history.before(each, people));
        Decided<Explanation> answer = calculation.of(theCase);
        if (answer instanceof Decided.Accepted<Explanation> accepted) {
            if (day(each).isEmpty() && isCounted(each, theCase, accepted.value())) {
                Problem missing = Problem.of("reward.day-missing", "facts.submittedOn", "-", "2024-09-02");
                return new Result(each, ids, Decided.refused(List.of(missing)));
            }
            count(each, theCase, ids, accepted.value());
            history.add(each, ids, accepted.value());
        }
        return new Result(each, ids, answer);
    }

    /** The case's own reporters, and behind them who reported the same hazard in an earlier case. */
    private List<Person> people(Case each) {
        List<Person> people = new ArrayList<>(each.reporters());
        if (each.hazard().isEmpty()) {
            return people;
        }
        Set<String> own =
                new TreeSet<>(each.reporters().stream().map(Person::id).toList());
        List<Person> before = reported.computeIfAbsent(each.hazard(), hazard -> new ArrayList<>());
        before.stream().filter(person -> !own.contains(person.id())).forEach(people::add);
        before.removeIf(person -> own.contains(person.id()));
        int apart = (before.stream().mapToInt(Person::filing).max().orElse(0) / FILINGS + 1) * FILINGS;
        each.reporters().forEach(person -> before.add(person.inFiling(apart + person.filing() % FILINGS)));
        return people;
    }

    private List<CapCounter> counters(Case each, UnaryOperator<String> facts) {
        return CapCounter.of(schedule, day(each).map(LocalDate::parse).orElse(LocalDate.EPOCH), facts);
    }

    private static Optional<String> day(Case each) {
        return Optional.ofNullable(each.facts().get("submittedOn")).filter(day -> !day.isEmpty());
    }

    /** Whether anything it gives, or would give, counts in some month, quarter or year. */
    private boolean isCounted(Case each, RewardCase theCase, Explanation explanation) {
        Set<String> shared = schedule.caps().stream()
                .filter(cap -> cap.scope().isShared())
                .map(Cap::code)
                .collect(Collectors.toSet());
        return explanation.capped().stream().anyMatch(capped -> shared.contains(capped.cap()))
                || CapCounter.counted(explanation.grants(), theCase, facts -> counters(each, facts)).stream()
                        .anyMatch(counters -> !counters.isEmpty());
    }

    private static UnaryOperator<String> facts(Case each, Map<String, String> own) {
        return name -> own.getOrDefault(name, each.facts().getOrDefault(name, ""));
    }

    private Beneficiary beneficiary(Case each, Person person, int ordinal) {
        List<Reason> reasons = Eligibility.forReward(eligibilityFacts(each, person), eligibility);
        Map<String, String> own = new LinkedHashMap<>();
        own.put("duty", reasons.stream().anyMatch(r -> r.effect() == Treatment.LOWER_TIER) ? "LOWER" : "NORMAL");
        own.put("ownDuty", person.circumstances().contains(Circumstance.OWN_DUTY) ? "INSIDE" : "OUTSIDE");
        own.put("realName", Boolean.toString(person.realName()));
        each.facts().keySet().forEach(own::remove);
        own.putAll(person.facts());
        Map<String, Long> used = new HashMap<>(person.used());
        for (CapCounter counter : counters(each, facts(each, own))) {
            if (counter.cap().isPersonal(own)) {
                used.merge(counter.cap().code(), counters.getOrDefault(key(counter, person.id()), 0L), Long::sum);
            }
        }
        return new Beneficiary(
                ordinal,
                person.filing(),
                person.registeredAt(),
                person.realName(),
                own,
                person.circumstances(),
                reasons.stream()
                        .filter(r -> r.effect() == Treatment.EXCLUDED)
                        .map(r -> new Beneficiary.Reason(r.code(), r.source().toString()))
                        .toList(),
                used);
    }

    private static String key(CapCounter counter, String person) {
        return counter.cap().scope().ofPerson() ? person + "|" + counter : counter.toString();
    }

    private EligibilityFacts eligibilityFacts(Case each, Person person) {
        UnaryOperator<String> fact = facts(each, person.facts());
        Standing standing = Standing.of(
                        constant(fact.apply("role"), JobRole.class, JobRole.OPERATIVE),
                        constant(fact.apply("employment"), Employment.class, Employment.REGULAR),
                        "")
                .withSafetyDuty(constant(fact.apply("safetyDuty"), SafetyDuty.class, SafetyDuty.NONE))
                .withServiceMonths(
                        fact.apply("serviceMonths").isEmpty()
                                ? LONG_SERVICE
                                : Integer.parseInt(fact.apply("serviceMonths")));
        String source = fact.apply("source");
        boolean self = source.isEmpty() || source.equals("SELF_REPORT") || schedule.namesSource(source);
        return new EligibilityFacts(
                standing,
                self,
                person.realName(),
                person.confirmed(),
                person.nameTakenBack(),
                true,
                person.circumstances());
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type, E fallback) {
        return name.isEmpty() ? fallback : Enum.valueOf(type, name);
    }

    private void count(Case each, RewardCase theCase, List<String> ids, Explanation explanation) {
        List<List<CapCounter>> counted =
                CapCounter.counted(explanation.grants(), theCase, facts -> counters(each, facts));
        for (int i = 0; i < counted.size(); i++) {
            Explanation.Grant grant = explanation.grants().get(i);
            String person = grant.ordinal() == 0 ? "" : ids.get(grant.ordinal() - 1);
            for (CapCounter counter : counted.get(i)) {
                counters.merge(key(counter, person), CapCounter.counted(counter.toString(), grant.units()), Long::sum);
            }
        }
    }
}
