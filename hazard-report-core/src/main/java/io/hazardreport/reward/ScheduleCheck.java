package io.hazardreport.reward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks a schedule as a whole before it is used: everything at once, each with its path and, where facts play a part, a concrete example. */
public final class ScheduleCheck {

    private static final Pattern QUOTA = Pattern.compile("(?i).*(quota|reportsPer|reportCount|reportsMade).*");

    /** What explanations and choices call what is no rule and no cap. */
    private static final List<String> RESERVED = List.of(CapCuts.EARLIER, "later");

    private final Schedule schedule;
    private final Map<String, FactType> types;
    private final String at;
    private final IdentityHashMap<Amount, String> places;
    private final Unreadable unreadable;
    private final Findings found;
    private final TestCheck tests;
    private final AmountCheck amounts;

    private ScheduleCheck(
            Schedule schedule,
            Map<String, FactType> types,
            String at,
            IdentityHashMap<Amount, String> places,
            Unreadable unreadable) {
        this.schedule = schedule;
        this.types = types;
        this.at = at;
        this.places = places;
        this.unreadable = unreadable;
        this.found = new Findings(unreadable);
        this.tests = new TestCheck(types, found);
        this.amounts = new AmountCheck(types, schedule.rounding().isPresent(), tests, found);
    }

    /** @param standard every fact a rule may ask for without declaring it, by name */
    public static List<Finding> check(Schedule schedule, Map<String, FactType> standard) {
        return check(schedule, standard, "", new IdentityHashMap<>(), List.of());
    }

    /**
     * The same where the reader had to guess: what is known all the same is told now and not one fault at a time.
     *
     * @param at where the schedule stands in its document; every path begins with it; empty: it is the document
     * @param places where each amount was read, by the very object; one that is not there is named by its rule
     * @param unreadable paths of its fields that could not be read
     */
    public static List<Finding> check(
            Schedule schedule,
            Map<String, FactType> standard,
            String at,
            IdentityHashMap<Amount, String> places,
            Collection<String> unreadable) {
        Map<String, FactType> types = new HashMap<>(standard);
        types.putAll(schedule.facts());
        return new ScheduleCheck(schedule, types, at, places, new Unreadable(unreadable)).run(standard);
    }

    private List<Finding> run(Map<String, FactType> standard) {
        for (String declared : schedule.facts().keySet()) {
            if (standard.containsKey(declared)) {
                found.error("reward.code-twice", path("facts." + declared), declared, "1 ×");
            }
            if (QUOTA.matcher(declared).matches()) {
                found.warn("reward.quota-fact", path("facts." + declared), declared, "-");
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
            for (int m = 0; m < group.monotone().size(); m++) {
                tests.known(path + ".monotone[" + m + "]", group.monotone().get(m));
            }
        }
        ofOtherGroups();
        caps(codes);
        together(codes);
        if (schedule.separate() == Separate.FIRST_THEN_DISCRETIONARY
                && schedule.later() == null
                && schedule.laterPoints() == null) {
            found.error("reward.later-missing", path("later"), "-", "{ atMost | from, to, adjudicator }");
        }
        Amount later = schedule.later();
        if (later != null) {
            amounts.check(place(later, path("later")), "CASH", later);
        }
        Amount laterPoints = schedule.laterPoints();
        if (laterPoints != null) {
            amounts.check(place(laterPoints, path("later.points")), "POINTS", laterPoints);
        }
        points();
        groups();
        whole();
        return List.copyOf(found.all());
    }

    private String path(String field) {
        return at.isEmpty() ? field : at + "." + field;
    }

    private String place(Amount amount, String otherwise) {
        return places.getOrDefault(amount, otherwise);
    }

    /** Gaps, overlaps, ladders: of each group as far as its tests and amounts are known. */
    private void groups() {
        List<String> wrong = found.all().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.problem().path())
                .toList();
        Unreadable doubtful = unreadable.and(wrong);
        boolean usable = wrong.isEmpty() && unreadable.isEmpty();
        for (int g = 0; g < schedule.groups().size(); g++) {
            Group group = schedule.groups().get(g);
            String path = path("groups[" + g + "]");
            if (!doubtful.within(path + ".combine") && !doubtful.within(path + ".otherwise")) {
                found.all().addAll(GroupCheck.check(group, path, types, doubtful, schedule, usable));
            }
        }
    }

    private void once(Set<String> codes, String key, String path, String code) {
        if (RESERVED.contains(code) || code.startsWith("later.")) {
            found.error("reward.reserved-code", path, code, "≠ " + String.join(", ", RESERVED) + ", later.*");
        }
        if (!codes.add(key)) {
            found.error("reward.code-twice", path, code, "1 ×");
        }
    }

    /** What is decided by hand goes under the group's code, as what a rule gives does under the rule's. */
    private void ofOtherGroups() {
        List<Group> groups = schedule.groups();
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            boolean elsewhere = groups.stream()
                    .filter(other -> !other.code().equals(group.code()))
                    .flatMap(other -> other.rules().stream())
                    .anyMatch(rule -> rule.code().equals(group.code()));
            if (elsewhere && !group.givesNothingElse()) {
                found.error("reward.code-twice", path("groups[" + g + "].code"), group.code(), "1 ×");
            }
        }
    }

    private void caps(Set<String> codes) {
        for (int c = 0; c < schedule.caps().size(); c++) {
            Cap cap = schedule.caps().get(c);
            String path = path("caps[" + c + "]");
            once(codes, "cap " + cap.code(), path + ".code", cap.code());
            if (cap.amount() <= 0) {
                found.error(
                        "reward.amount-not-positive",
                        path + "." + key(cap),
                        Figuring.shown(cap.kind(), cap.amount()),
                        "> 0");
            }
            String by = cap.by();
            if (by != null) {
                tests.known(path + ".by", by);
            }
            if (cap.amount() > 0 && !unreadable.touches(path)) {
                tooLow(cap, path + "." + key(cap));
                goods(cap, path);
            }
        }
    }

    /** What is given at least, and more than the cap lets anybody have. */
    private void tooLow(Cap cap, String path) {
        List<String> above = new ArrayList<>();
        given().forEach(given -> given.amount()
                .least()
                .filter(least -> least > cap.amount() && cap.mayCut(given.kind()))
                .ifPresent(least -> above.add("≥ " + Figuring.shown(cap.kind(), least) + " (" + given.path() + ")")));
        if (!above.isEmpty()) {
            found.warn(
                    "reward.cap-below-amount",
                    path,
                    Figuring.shown(cap.kind(), cap.amount()),
                    String.join(", ", above));
        }
    }

    /** Goods are worth money: a cap of money says whether it counts them, and one that does wants to know their value. */
    private void goods(Cap cap, String path) {
        List<String> giving = new ArrayList<>();
        for (int g = 0; g < schedule.groups().size(); g++) {
            List<Rule> rules = schedule.groups().get(g).rules();
            for (int r = 0; r < rules.size(); r++) {
                for (Component each : rules.get(r).then()) {
                    String at = path("groups[" + g + "].rules[" + r + "].then.goods");
                    if (each instanceof Component.Goods goods) {
                        giving.add(at);
                        if (cap.limits(each.kind()) && !goods.value().isPositive()) {
                            found.warn("reward.goods-without-value", at, "-", cap.code());
                        } else if (cap.limits(each.kind()) && goods.value().fen() > cap.amount()) {
                            found.warn(
                                    "reward.cap-below-amount",
                                    path + "." + key(cap),
                                    Figuring.shown(cap.kind(), cap.amount()),
                                    "≥ " + goods.value() + " (" + at + ")");
                        }
                    }
                }
            }
        }
        if (cap.kind().equals("CASH") && cap.goods().isEmpty() && !giving.isEmpty()) {
            found.warn("reward.goods-uncapped", path + ".goods", "-", String.join(", ", giving));
        }
    }

    /** An amount, of what, and where it stands. */
    private record Given(String kind, String path, Amount amount) {}

    private List<Given> given() {
        List<Given> all = new ArrayList<>();
        for (int g = 0; g < schedule.groups().size(); g++) {
            List<Rule> rules = schedule.groups().get(g).rules();
            for (int r = 0; r < rules.size(); r++) {
                String rule = path("groups[" + g + "].rules[" + r + "]");
                for (Component each : rules.get(r).then()) {
                    each.quantity()
                            .ifPresent(amount ->
                                    all.add(new Given(each.kind(), place(amount, given(rule, each)), amount)));
                }
            }
        }
        Amount later = schedule.later();
        if (later != null) {
            all.add(new Given("CASH", place(later, path("later")), later));
        }
        Amount laterPoints = schedule.laterPoints();
        if (laterPoints != null) {
            all.add(new Given("POINTS", place(laterPoints, path("later.points")), laterPoints));
        }
        return all;
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
            for (int o = 0; o < together.of().size(); o++) {
                String code = together.of().get(o);
                if (schedule.groups().stream().noneMatch(group -> group.code().equals(code))) {
                    found.error(
                            "reward.unknown-value",
                            path + ".of[" + o + "]",
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
            found.warn("reward.points-worth-nothing", path("points"), "-", "{ per, money }");
        }
        schedule.points().ifPresent(rule -> {
            if (rule.per() < 1 || rule.batch() < 1 || !rule.money().isPositive()) {
                found.error("reward.amount-not-positive", path("points"), rule.per() + " = " + rule.money(), "> 0");
            } else if (rule.rounding() == null
                    && schedule.rounding().isEmpty()
                    && rule.batch() * rule.money().fen() % rule.per() != 0) {
                found.error("reward.no-rounding", path("points"), rule.per() + " = " + rule.money(), "{ to, mode }");
            }
        });
    }

    private void rule(String path, Rule rule) {
        boolean days = rule.from() != null || rule.until() != null;
        tests.tests(path + ".when", rule.when().subList(0, rule.when().size() - (days ? 1 : 0)));
        LocalDate from = rule.from();
        LocalDate until = rule.until();
        if (from != null && until != null && until.isBefore(from)) {
            found.error("reward.empty-interval", path + ".until", from + " - " + until, "from ≤ until");
        }
        if (rule.then().isEmpty()) {
            found.error(
                    "reward.gives-nothing", path + ".then", "-", "cash | points | score | honour | goods | collective");
        }
        for (Component component : rule.then()) {
            component
                    .quantity()
                    .ifPresent(
                            amount -> amounts.check(place(amount, given(path, component)), component.kind(), amount));
        }
    }

    private static String given(String rule, Component component) {
        return rule + ".then." + component.kind().toLowerCase(Locale.ROOT);
    }

    /** What a careful reader asks of the whole. */
    private void whole() {
        if (components().noneMatch(c -> c.quantity().isPresent() || c instanceof Component.Goods)) {
            found.warn("reward.no-material", path("groups"), "-", "cash | points | goods");
        }
        if (components().noneMatch(c -> c instanceof Component.Honour || c instanceof Component.Score)) {
            found.warn("reward.no-honour", path("groups"), "-", "honour");
        }
        boolean topTier = schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.then().stream().anyMatch(c -> c.quantity().isPresent()))
                .anyMatch(rule -> rule.when().stream()
                        .allMatch(test -> !test.fact().equals("grade")
                                || test instanceof FactTest.Between
                                || test.holds("MAJOR")));
        if (!topTier) {
            found.warn("reward.no-top-tier", path("groups"), "-", "grade: [MAJOR]");
        }
        FlatCheck.flat(schedule, types)
                .ifPresent(amount -> found.warn("reward.flat", path("groups"), amount, "grade | tier | rewardTier"));
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
