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
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A schedule tried on cases, one after the other: what earlier ones gave counts against the caps of later ones, and what
 * was given for the same or a contained hazard against its award. Nothing is stored.
 */
public final class Trial {

    private static final int LONG_SERVICE = 1200;

    /**
     * A case.
     *
     * @param hazard cases with the same one are about the same hazard; empty: one of its own
     * @param contains hazards that lie within this one
     * @param facts canonical
     * @param chosen by rule code, in the component's smallest unit
     * @param used by cap code, of the unit, before all cases
     */
    public record Case(
            String id,
            String hazard,
            List<String> contains,
            Map<String, String> facts,
            List<Person> reporters,
            Map<String, Long> chosen,
            Map<String, Long> used) {

        public Case {
            contains = List.copyOf(contains);
            facts = Map.copyOf(facts);
            reporters = List.copyOf(reporters);
            chosen = Map.copyOf(chosen);
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
     * @param earlier cash for the same hazard before all cases, in fen
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
            long earlier) {

        public Person {
            facts = Map.copyOf(facts);
            circumstances = Set.copyOf(circumstances);
            used = Map.copyOf(used);
        }
    }

    /** @param persons ids by number on the case */
    public record Result(Case of, List<String> persons, Decided<Explanation> answer) {

        public List<Problem> problems() {
            return answer.problems();
        }
    }

    private final Schedule schedule;
    private final EligibilityRules eligibility;
    private final Map<String, Long> counters = new HashMap<>();
    private final Map<String, Long> given = new HashMap<>();

    private Trial(Schedule schedule, EligibilityRules eligibility) {
        this.schedule = schedule;
        this.eligibility = eligibility;
    }

    /** In the order given. */
    public static List<Result> run(Schedule schedule, EligibilityRules eligibility, List<Case> cases) {
        Trial trial = new Trial(schedule, eligibility);
        return cases.stream().map(trial::run).toList();
    }

    private Result run(Case each) {
        List<Beneficiary> beneficiaries = new ArrayList<>();
        Map<Integer, Integer> weights = new HashMap<>();
        for (Person person : each.reporters()) {
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
        RewardCase theCase = new RewardCase(each.facts(), beneficiaries, each.chosen(), weights, used);
        Decided<Explanation> answer = Calculation.of(schedule, theCase);
        if (answer instanceof Decided.Accepted<Explanation> accepted) {
            accepted.value().grants().forEach(grant -> count(each, grant));
        }
        return new Result(each, each.reporters().stream().map(Person::id).toList(), answer);
    }

    private List<CapCounter> counters(Case each, UnaryOperator<String> facts) {
        String day = each.facts().getOrDefault("submittedOn", "1970-01-01");
        return CapCounter.of(schedule, LocalDate.parse(day), facts);
    }

    private static UnaryOperator<String> facts(Case each, Person person) {
        return name -> person.facts().getOrDefault(name, each.facts().getOrDefault(name, ""));
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
        for (CapCounter counter : counters(each, facts(each, person))) {
            if (counter.cap().scope().ofPerson()) {
                used.merge(counter.cap().code(), counters.getOrDefault(person.id() + "|" + counter, 0L), Long::sum);
            }
        }
        return new Beneficiary(
                ordinal,
                person.filing(),
                person.registeredAt(),
                person.realName(),
                own,
                reasons.stream()
                        .filter(r -> r.effect() == Treatment.EXCLUDED)
                        .map(r -> new Beneficiary.Reason(r.code(), r.source().toString()))
                        .toList(),
                used,
                person.earlier() + earlier(each, person));
    }

    private long earlier(Case each, Person person) {
        long earlier = each.hazard().isEmpty() ? 0 : given.getOrDefault(each.hazard() + "|" + person.id(), 0L);
        for (String contained : each.contains()) {
            earlier += given.getOrDefault(contained + "|" + person.id(), 0L);
        }
        return earlier;
    }

    private EligibilityFacts eligibilityFacts(Case each, Person person) {
        UnaryOperator<String> fact = facts(each, person);
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
        return new EligibilityFacts(standing, self, person.realName(), true, false, true, person.circumstances());
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type, E fallback) {
        return name.isEmpty() ? fallback : Enum.valueOf(type, name);
    }

    private void count(Case each, Explanation.Grant grant) {
        boolean collective = grant.ordinal() == 0;
        Person person = each.reporters().get(collective ? 0 : grant.ordinal() - 1);
        for (CapCounter counter : counters(each, facts(each, person))) {
            boolean ofPerson = counter.cap().scope().ofPerson();
            boolean counts = ofPerson
                    ? counter.cap().kind().equals(grant.component())
                    : counter.cap().limits(grant.component());
            if (counts) {
                counters.merge(ofPerson ? person.id() + "|" + counter : counter.toString(), grant.units(), Long::sum);
            }
        }
        if (grant.component().equals("CASH") && !each.hazard().isEmpty()) {
            given.merge(each.hazard() + "|" + person.id(), grant.units(), Long::sum);
        }
    }
}
