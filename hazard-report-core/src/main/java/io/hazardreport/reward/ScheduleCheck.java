package io.hazardreport.reward;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks a schedule as a whole before it is used: everything at once, each with its path and, where facts play a part, a concrete example. */
public final class ScheduleCheck {

    private static final Pattern QUOTA = Pattern.compile("(?i).*(quota|reportsPer|reportCount|reportsMade).*");

    private final Schedule schedule;
    private final Map<String, FactType> types;
    private final String at;
    private final Unreadable unreadable;
    private final List<Finding> findings = new ArrayList<>();

    private ScheduleCheck(Schedule schedule, Map<String, FactType> types, String at, Unreadable unreadable) {
        this.schedule = schedule;
        this.types = types;
        this.at = at;
        this.unreadable = unreadable;
    }

    /** @param standard every fact a rule may ask for without declaring it, by name */
    public static List<Finding> check(Schedule schedule, Map<String, FactType> standard) {
        return check(schedule, standard, "", List.of());
    }

    /**
     * The same where the reader had to guess: what is known all the same is told now and not one fault at a time.
     *
     * @param at where the schedule stands in its document; every path begins with it; empty: it is the document
     * @param unreadable paths of its fields that could not be read
     */
    public static List<Finding> check(
            Schedule schedule, Map<String, FactType> standard, String at, Collection<String> unreadable) {
        Map<String, FactType> types = new HashMap<>(standard);
        types.putAll(schedule.facts());
        return new ScheduleCheck(schedule, types, at, new Unreadable(unreadable)).run(standard);
    }

    private List<Finding> run(Map<String, FactType> standard) {
        for (String declared : schedule.facts().keySet()) {
            if (standard.containsKey(declared)) {
                error("reward.code-twice", path("facts." + declared), declared, "1 ×");
            }
            if (QUOTA.matcher(declared).matches()) {
                warn("reward.quota-fact", path("facts." + declared), declared, "-");
            }
        }
        Set<String> codes = new HashSet<>();
        for (int g = 0; g < schedule.groups().size(); g++) {
            Group group = schedule.groups().get(g);
            String path = path("groups[" + g + "]");
            once(codes, "group " + group.code(), path + ".code", group.code());
            for (int r = 0; r < group.rules().size(); r++) {
                Rule rule = group.rules().get(r);
                once(codes, rule.code(), path + ".rules[" + r + "].code", rule.code());
                rule(path + ".rules[" + r + "]", rule);
            }
            for (String fact : group.monotone()) {
                known(path + ".monotone", fact);
            }
        }
        caps(codes);
        together(codes);
        if (schedule.separate() == Separate.FIRST_THEN_DISCRETIONARY
                && schedule.later() == null
                && schedule.laterPoints() == null) {
            error("reward.later-missing", path("later"), "-", "{ atMost | from, to, adjudicator }");
        }
        Amount later = schedule.later();
        if (later != null) {
            amount(path("later"), "CASH", later);
        }
        Amount laterPoints = schedule.laterPoints();
        if (laterPoints != null) {
            amount(path("later.points"), "POINTS", laterPoints);
        }
        points();
        groups();
        whole();
        return List.copyOf(findings);
    }

    private String path(String field) {
        return at.isEmpty() ? field : at + "." + field;
    }

    /** Gaps, overlaps, ladders: of each group as far as its tests and amounts are known. */
    private void groups() {
        List<String> wrong = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.problem().path())
                .toList();
        Unreadable doubtful = unreadable.and(wrong);
        for (int g = 0; g < schedule.groups().size(); g++) {
            Group group = schedule.groups().get(g);
            String path = path("groups[" + g + "]");
            if (!doubtful.within(path + ".combine") && !doubtful.within(path + ".otherwise")) {
                findings.addAll(GroupCheck.check(
                        group,
                        path,
                        types,
                        doubtful,
                        schedule.groups().stream()
                                .filter(other -> !other.code().equals(group.code()))
                                .toList()));
            }
        }
    }

    private void once(Set<String> codes, String key, String path, String code) {
        if (!codes.add(key)) {
            error("reward.code-twice", path, code, "1 ×");
        }
    }

    private void caps(Set<String> codes) {
        for (int c = 0; c < schedule.caps().size(); c++) {
            Cap cap = schedule.caps().get(c);
            String path = path("caps[" + c + "]");
            once(codes, "cap " + cap.code(), path + ".code", cap.code());
            if (cap.amount() <= 0) {
                error(
                        "reward.amount-not-positive",
                        path + "." + key(cap),
                        Figuring.shown(cap.kind(), cap.amount()),
                        "> 0");
            }
            String by = cap.by();
            if (by != null) {
                known(path + ".by", by);
            }
            Optional<Long> smallest = components()
                    .filter(component -> cap.limits(component.kind()))
                    .flatMap(component -> component.quantity().stream())
                    .flatMap(amount -> amount.least().stream())
                    .min(Long::compare);
            if (smallest.isPresent() && cap.amount() > 0 && cap.amount() < smallest.get()) {
                warn(
                        "reward.cap-below-smallest",
                        path + "." + key(cap),
                        Figuring.shown(cap.kind(), cap.amount()),
                        "≥ " + Figuring.shown(cap.kind(), smallest.get()));
            }
        }
    }

    /** The key under which a cap of this kind stands. */
    private static String key(Cap cap) {
        return cap.counts()
                ? "count"
                : switch (cap.kind()) {
                    case "POINTS" -> "points";
                    case "SCORE" -> "score";
                    default -> "amount";
                };
    }

    private Stream<Component> components() {
        return schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .flatMap(rule -> rule.then().stream());
    }

    private void together(Set<String> codes) {
        for (int t = 0; t < schedule.together().size(); t++) {
            Together together = schedule.together().get(t);
            String path = path("together[" + t + "]");
            once(codes, "together " + together.code(), path + ".code", together.code());
            for (String code : together.of()) {
                if (schedule.groups().stream().noneMatch(group -> group.code().equals(code))) {
                    error(
                            "reward.unknown-value",
                            path + ".of",
                            code,
                            String.join(
                                    ", ",
                                    schedule.groups().stream().map(Group::code).toList()));
                }
            }
        }
    }

    private void points() {
        boolean given = components().anyMatch(Component.Points.class::isInstance);
        if (given && schedule.points().isEmpty()) {
            warn("reward.points-worth-nothing", path("points"), "-", "{ per, money }");
        }
        schedule.points().ifPresent(rule -> {
            if (rule.per() < 1 || rule.batch() < 1 || !rule.money().isPositive()) {
                error("reward.amount-not-positive", path("points"), rule.per() + " = " + rule.money(), "> 0");
            } else if (rule.rounding() == null
                    && schedule.rounding().isEmpty()
                    && rule.batch() * rule.money().fen() % rule.per() != 0) {
                error("reward.no-rounding", path("points"), rule.per() + " = " + rule.money(), "{ to, mode }");
            }
        });
    }

    private boolean known(String path, String fact) {
        if (types.containsKey(fact)) {
            return true;
        }
        error(
                "reward.unknown-fact",
                path,
                fact,
                String.join(", ", types.keySet().stream().sorted().toList()));
        return false;
    }

    private void rule(String path, Rule rule) {
        tests(path + ".when", rule.when());
        if (rule.then().isEmpty()) {
            error("reward.gives-nothing", path + ".then", "-", "cash | points | score | honour | goods | collective");
        }
        for (Component component : rule.then()) {
            component
                    .quantity()
                    .ifPresent(amount -> amount(
                            path + ".then." + component.kind().toLowerCase(Locale.ROOT), component.kind(), amount));
        }
    }

    private void tests(String path, List<FactTest> tests) {
        Set<String> seen = new HashSet<>();
        for (FactTest test : tests) {
            String at = path + "." + test.fact();
            if (known(at, test.fact())) {
                if (!seen.add(test.fact()) && !test.fact().equals("submittedOn")) {
                    error("reward.code-twice", at, test.fact(), "1 ×");
                }
                FactType type = types.get(test.fact());
                if (type != null) {
                    test(at, test, type);
                }
            }
        }
    }

    private void test(String path, FactTest test, FactType type) {
        if (test instanceof FactTest.Between between) {
            interval(path, between, type);
            return;
        }
        Set<String> values = test instanceof FactTest.In in ? in.values() : ((FactTest.NotIn) test).values();
        if (!(type instanceof FactType.OneOf oneOf)) {
            error("reward.wrong-test", path, test.allowed(), "{ from, below }");
            return;
        }
        values.stream()
                .filter(value -> !oneOf.values().contains(value))
                .sorted()
                .forEach(value -> error("reward.unknown-value", path, value, String.join(", ", oneOf.values())));
    }

    private void interval(String path, FactTest.Between between, FactType type) {
        if (!(type instanceof FactType.Quantity number)) {
            error("reward.wrong-test", path, between.allowed(), "[ … ]");
            return;
        }
        Long from = between.from();
        Long below = between.below();
        Long max = number.max();
        long low = from == null ? number.min() : from;
        boolean outside = low < number.min() || (max != null && (low > max || (below != null && below > max + 1)));
        if (outside || (below != null && below <= low)) {
            String range = number.measure().shown(number.min())
                    + " - "
                    + (max == null ? "∞" : number.measure().shown(max));
            error("reward.empty-interval", path, between.allowed(), "from < below, " + range);
        }
    }

    private void amount(String path, String kind, Amount amount) {
        if (amount.base() instanceof Amount.Fixed fixed && fixed.value() <= 0) {
            error("reward.amount-not-positive", path, Figuring.shown(kind, fixed.value()), "> 0");
        } else if (amount.base() instanceof Amount.Chosen chosen) {
            chosen(path, kind, chosen);
        } else if (amount.base() instanceof Amount.Percent percent) {
            basis(path + ".of", percent.of(), FactType.Measure.MONEY);
            if (percent.percent().signum() <= 0) {
                error("reward.amount-not-positive", path + ".percent", percent.percent(), "> 0");
            }
        } else if (amount.base() instanceof Amount.PerUnit perUnit) {
            basis(path + ".per", perUnit.per(), FactType.Measure.NUMBER);
            if (perUnit.each() <= 0) {
                error("reward.amount-not-positive", path + ".each", Figuring.shown(kind, perUnit.each()), "> 0");
            }
        }
        Long floor = amount.floor();
        Long cap = amount.cap();
        if (floor != null && cap != null && floor > cap) {
            error("reward.range-inverted", path, range(kind, floor, cap), "floor ≤ cap");
        }
        if (amount.needsRounding()
                && amount.rounding() == null
                && schedule.rounding().isEmpty()) {
            error("reward.no-rounding", path, "-", "rounding: { to, mode }");
        }
        for (int u = 0; u < amount.uplifts().size(); u++) {
            Amount.Uplift uplift = amount.uplifts().get(u);
            String at = path + ".uplifts[" + u + "]";
            tests(at + ".when", uplift.when());
            if (uplift.percent().signum() <= 0) {
                error("reward.amount-not-positive", at + ".percent", uplift.percent(), "> 0");
            }
        }
    }

    private static String range(String kind, Long min, Long max) {
        return Figuring.shown(kind, min) + " - " + Figuring.shown(kind, max);
    }

    private void chosen(String path, String kind, Amount.Chosen chosen) {
        Long min = chosen.min();
        Long max = chosen.max();
        if (chosen.adjudicator() == null) {
            String shown = max == null
                    ? "≥ " + Figuring.shown(kind, min == null ? 0 : min)
                    : range(kind, min == null ? 0 : min, max);
            error("reward.no-adjudicator", path, shown, "adjudicator: ROLE");
        }
        if (max != null && max <= 0) {
            error("reward.amount-not-positive", path, Figuring.shown(kind, max), "> 0");
        }
        if (min != null && max != null && min > max) {
            error("reward.range-inverted", path, range(kind, min, max), "from ≤ to");
        }
    }

    private void basis(String path, String fact, FactType.Measure measure) {
        if (known(path, fact)
                && !(types.get(fact) instanceof FactType.Quantity quantity && quantity.measure() == measure)) {
            error("reward.wrong-test", path, fact, measure.name());
        }
    }

    /** What a careful reader asks of the whole. */
    private void whole() {
        if (components().noneMatch(c -> c.quantity().isPresent() || c instanceof Component.Goods)) {
            warn("reward.no-material", path("groups"), "-", "cash | points | goods");
        }
        if (components().noneMatch(c -> c instanceof Component.Honour || c instanceof Component.Score)) {
            warn("reward.no-honour", path("groups"), "-", "honour");
        }
        boolean topTier = schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.then().stream().anyMatch(c -> c.quantity().isPresent()))
                .anyMatch(rule -> rule.when().stream()
                        .allMatch(test -> !test.fact().equals("grade")
                                || test instanceof FactTest.Between
                                || test.holds("MAJOR")));
        if (!topTier) {
            warn("reward.no-top-tier", path("groups"), "-", "grade: [MAJOR]");
        }
        FlatCheck.flat(schedule, types)
                .ifPresent(amount -> warn("reward.flat", path("groups"), amount, "grade | tier | rewardTier"));
    }

    /** What stands where nothing could be read is the reader's guess and no fault of the schedule. */
    private void error(String code, String path, Object value, String allowed) {
        if (unreadable.touches(path)) {
            return;
        }
        findings.add(new Finding(Severity.ERROR, Problem.of(code, path, value, allowed)));
    }

    private void warn(String code, String path, Object value, String allowed) {
        findings.add(new Finding(Severity.WARNING, Problem.of(code, path, value, allowed)));
    }

    /** An example of a case, as people write it. */
    static String shown(Map<String, FactType> types, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((fact, value) -> {
            FactType type = types.get(fact);
            parts.add(fact + "=" + (type == null ? value : shown(type, value)));
        });
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    /** For examples: a value as people write it. */
    static String shown(FactType type, String value) {
        return type instanceof FactType.Quantity number && !value.isEmpty()
                ? number.measure().shown(FactTest.number(value))
                : value;
    }
}
