package io.hazardreport.scheme;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Amount;
import io.hazardreport.reward.Cap;
import io.hazardreport.reward.CapScope;
import io.hazardreport.reward.Combine;
import io.hazardreport.reward.Component;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactType.Measure;
import io.hazardreport.reward.Group;
import io.hazardreport.reward.Otherwise;
import io.hazardreport.reward.PointsRule;
import io.hazardreport.reward.Remainder;
import io.hazardreport.reward.Rounding;
import io.hazardreport.reward.Rule;
import io.hazardreport.reward.Schedule;
import io.hazardreport.reward.Separate;
import io.hazardreport.reward.Sharing;
import io.hazardreport.reward.Together;
import io.hazardreport.scheme.AmountReader.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the reward schedule, format 1. */
final class ScheduleReader {

    private static final List<String> KINDS = List.of("cash", "points", "score", "honour", "goods", "collective");

    private final List<Problem> errors;
    private final Map<String, FactType> types;
    private final AmountReader amounts;
    private final TestReader tests;
    private final Map<String, Text> words;

    /**
     * @param standard facts a rule may ask for without declaring them
     * @param words what their values are called, by {@code fact.VALUE}
     */
    ScheduleReader(List<Problem> errors, Map<String, FactType> standard, Map<String, Text> words) {
        this.words = new HashMap<>(words);
        this.errors = errors;
        this.types = new HashMap<>(standard);
        this.tests = new TestReader(errors, types);
        this.amounts = new AmountReader(errors, tests);
    }

    /** Where each amount stands, by the very object. */
    IdentityHashMap<Amount, String> places() {
        return amounts.places();
    }

    Schedule read(Node node) {
        node.at("format").number(1, 1, 1);
        node.mayNameItsSchema();
        Map<String, FactType> declared = facts(node.at("facts"));
        types.putAll(declared);
        List<Group> groups = new ArrayList<>();
        for (Node group : node.at("groups").someItems()) {
            groups.add(group(group));
        }
        @Nullable
        Rounding rounding = node.at("rounding").isThere() ? amounts.rounding(node.at("rounding"), Unit.FEN) : null;
        Node later = node.at("later");
        boolean kinds = later.at("cash").isThere() || later.at("points").isThere();
        Node laterCash = kinds ? later.at("cash") : later;
        Schedule schedule = new Schedule(
                groups,
                together(node.at("together")),
                declared,
                node.at("sharing").constant(Sharing.class, Sharing.FIRST_ONLY),
                node.at("separate").constant(Separate.class, Separate.FIRST_ONLY),
                laterCash.isThere() ? amounts.amount(laterCash, Unit.FEN) : null,
                kinds && later.at("points").isThere() ? amounts.amount(later.at("points"), Unit.POINTS) : null,
                node.at("realNameFirst").flag(false),
                node.at("remainder").constant(Remainder.class, Remainder.ONE_FEN_EACH),
                node.at("divideScore").flag(false),
                caps(node.at("caps")),
                Optional.ofNullable(rounding),
                points(node.at("points"), rounding),
                node.at("taxIncluded").isThere()
                        ? Optional.of(node.at("taxIncluded").flag(false))
                        : Optional.empty(),
                words);
        if (kinds) {
            later.nothingElse();
        }
        node.nothingElse();
        return schedule;
    }

    /** What a company asks beside the standard facts. */
    private Map<String, FactType> facts(Node node) {
        Map<String, FactType> facts = new LinkedHashMap<>();
        for (String name : node.fields()) {
            Node fact = node.at(name);
            words.put(name, fact.text());
            String type = fact.at("type").required("");
            switch (type) {
                case "set" -> {
                    List<String> values = new ArrayList<>();
                    for (Node value : fact.at("values").someItems()) {
                        int before = errors.size();
                        String text = value.value("?");
                        if (errors.size() == before && values.contains(text)) {
                            errors.add(Problem.of("reward.code-twice", value.path(), text, "1 ×"));
                        }
                        values.add(text);
                    }
                    facts.put(
                            name,
                            new FactType.OneOf(name, values, fact.at("ordered").flag(false)));
                }
                case "flag" -> facts.put(name, FactType.OneOf.flag(name));
                case "number" -> facts.put(name, quantity(name, fact, Measure.NUMBER));
                case "money" -> facts.put(name, quantity(name, fact, Measure.MONEY));
                case "date" -> facts.put(name, quantity(name, fact, Measure.DAY));
                default ->
                    errors.add(Problem.of(
                            "scheme.not-one-of", fact.path() + ".type", type, "set | flag | number | money | date"));
            }
            fact.nothingElse();
        }
        return facts;
    }

    private FactType quantity(String name, Node fact, Measure measure) {
        Node min = fact.at("min");
        Node max = fact.at("max");
        long low = min.isThere() ? TestReader.value(measure, min) : measure == Measure.DAY ? -365_000 : 0;
        @Nullable Long high = max.isThere() ? (Long) TestReader.value(measure, max) : null;
        if (high != null && low > high) {
            errors.add(Problem.of(
                    "reward.range-inverted",
                    fact.path(),
                    measure.shown(low) + " - " + measure.shown(high),
                    "min ≤ max"));
        }
        return new FactType.Quantity(
                name, low, high, measure, fact.at("ordered").flag(false));
    }

    private Group group(Node node) {
        List<Rule> rules = new ArrayList<>();
        for (Node rule : node.at("rules").someItems()) {
            rules.add(rule(rule));
        }
        Node otherwise = node.at("otherwise");
        @Nullable
        Otherwise other = otherwise.isThere() ? otherwise.oneOf(Otherwise.class).orElse(null) : null;
        List<String> monotone = new ArrayList<>();
        node.at("monotone").items().forEach(fact -> monotone.add(fact.required("?")));
        Group group = new Group(
                node.at("code").required("?"),
                node.at("combine").oneOf(Combine.class).orElse(Combine.EXCLUSIVE),
                rules,
                other,
                node.at("adjudicator").constant(Role.class, Role.ADJUDICATOR),
                sharing(node.at("sharing")),
                monotone);
        node.nothingElse();
        return group;
    }

    private Rule rule(Node node) {
        Rule rule = new Rule(
                node.at("code").required("?"),
                node.text(),
                tests.read(node.at("when")),
                components(node.at("then")),
                day(node.at("from")),
                day(node.at("until")),
                sharing(node.at("sharing")));
        node.nothingElse();
        return rule;
    }

    private static @Nullable Sharing sharing(Node node) {
        return node.isThere() ? node.oneOf(Sharing.class).orElse(null) : null;
    }

    private static @Nullable LocalDate day(Node node) {
        return node.isThere() ? node.day() : null;
    }

    /** One object, which may give several kinds, or a list of them. */
    private List<Component> components(Node then) {
        List<Component> components = new ArrayList<>();
        List<Node> parts = then.isList() ? then.items() : List.of(then);
        for (Node part : parts) {
            int before = components.size();
            for (String kind : KINDS) {
                Node component = part.at(kind);
                if (component.isThere()) {
                    components.add(component(kind, component));
                }
            }
            part.nothingElse();
            if (components.size() == before) {
                errors.add(Problem.of("scheme.not-one-of", part.path(), part.fields(), String.join(" | ", KINDS)));
            }
        }
        return components;
    }

    private Component component(String kind, Node node) {
        return switch (kind) {
            case "cash" -> new Component.Cash(amounts.amount(node, Unit.FEN));
            case "points" -> new Component.Points(amounts.amount(node, Unit.POINTS));
            case "score" -> new Component.Score(amounts.amount(node, Unit.HUNDREDTHS));
            case "collective" -> {
                String to = node.at("to").required("TEAM");
                Amount amount = amounts.amount(node.at("cash"), Unit.FEN);
                node.nothingElse();
                yield new Component.Collective(to, amount);
            }
            case "goods" -> {
                String code = node.at("code").required("?");
                Text name = node.text();
                Money value = node.at("value").isThere() ? node.at("value").money() : Money.ZERO;
                node.nothingElse();
                yield new Component.Goods(code, name, value);
            }
            default -> {
                String code = node.at("code").required("?");
                Text name = node.text();
                node.nothingElse();
                yield new Component.Honour(code, name);
            }
        };
    }

    private List<Together> together(Node node) {
        List<Together> together = new ArrayList<>();
        for (Node each : node.items()) {
            List<String> of = new ArrayList<>();
            each.at("of").someItems().forEach(group -> of.add(group.required("?")));
            together.add(new Together(
                    each.at("code").required("?"),
                    each.at("combine").oneOf(Together.Choice.class).orElse(Together.Choice.FIRST),
                    of));
            each.nothingElse();
        }
        return together;
    }

    private List<Cap> caps(Node node) {
        List<Cap> caps = new ArrayList<>();
        for (Node cap : node.items()) {
            List<String> kinds = List.of("amount", "points", "score", "count").stream()
                    .filter(kind -> cap.at(kind).isThere())
                    .toList();
            if (kinds.size() != 1) {
                errors.add(
                        Problem.of("scheme.not-one-of", cap.path(), cap.fields(), "amount | points | score | count"));
            }
            String kind = kinds.isEmpty() ? "amount" : kinds.get(0);
            Node by = cap.at("by");
            caps.add(new Cap(
                    cap.at("code").required("?"),
                    cap.at("per").oneOf(CapScope.class).orElse(CapScope.PER_DECISION),
                    capKind(kind),
                    kinds.isEmpty() ? 0 : AmountReader.units(cap.at(kind), capUnit(kind)),
                    by.isThere() ? by.required("?") : null,
                    kind.equals("amount") && cap.at("goods").isThere()
                            ? Optional.of(cap.at("goods").flag(false))
                            : Optional.empty()));
            cap.nothingElse();
        }
        return caps;
    }

    private static String capKind(String kind) {
        return kind.equals("amount") ? "CASH" : kind.toUpperCase(Locale.ROOT);
    }

    private static Unit capUnit(String kind) {
        return switch (kind) {
            case "amount" -> Unit.FEN;
            case "score" -> Unit.HUNDREDTHS;
            default -> Unit.POINTS;
        };
    }

    private Optional<PointsRule> points(Node node, @Nullable Rounding usual) {
        if (!node.isThere()) {
            return Optional.empty();
        }
        PointsRule rule = new PointsRule(
                node.at("per").number(1, 1, 1_000_000),
                node.at("money").money(),
                node.at("batch").number(1, 1, 1_000_000),
                node.at("window").constant(PointsRule.Window.class, PointsRule.Window.ANY),
                node.at("windowDays").number(1, 1, 31),
                node.at("expireMonths").isThere()
                        ? (Integer) node.at("expireMonths").number(12, 1, 600)
                        : null,
                node.at("rounding").isThere() ? amounts.rounding(node.at("rounding"), Unit.FEN) : usual);
        node.nothingElse();
        return Optional.of(rule);
    }
}
