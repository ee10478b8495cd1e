package io.hazardreport.scheme;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.reward.Cap;
import io.hazardreport.reward.Component;
import io.hazardreport.reward.FactTest;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.Facts;
import io.hazardreport.reward.Group;
import io.hazardreport.reward.Rule;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.AmountReader.Unit;
import io.hazardreport.worker.Circumstance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads cases for a trial from JSON: a list, or {@code {"cases": […]}}; the format is {@link #jsonSchema()}. */
public final class TrialReader {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RewardRule rule;
    private final List<RewardRule> beside;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> undecided = new ArrayList<>();

    private TrialReader(RewardRule rule, List<RewardRule> beside) {
        this.rule = rule;
        this.beside = beside;
    }

    /**
     * @param rule says what facts, rules and caps there are
     * @throws InvalidInputException with every problem, each with its path
     */
    public static List<Trial.Case> read(String json, RewardRule rule) {
        return read(json, rule, List.of());
    }

    /**
     * Cases for several rules, as the first takes them: what only one beside it asks for plays no part, and a value that
     * only one beside it knows leaves the case undecided, which then has the problem.
     *
     * @param beside rules that are tried on the same cases
     * @throws InvalidInputException with every problem that all of them have, each with its path
     */
    public static List<Trial.Case> read(String json, RewardRule rule, List<RewardRule> beside) {
        TrialReader reader = new TrialReader(rule, beside);
        return reader.read(Node.root(json, reader.problems));
    }

    /** Cases with the facts of another rule, as this one takes them: a value it does not know leaves one undecided. */
    public static List<Trial.Case> under(RewardRule rule, List<Trial.Case> cases) {
        return cases.stream().map(each -> under(rule, each)).toList();
    }

    private static Trial.Case under(RewardRule rule, Trial.Case each) {
        List<Problem> unknown = new ArrayList<>(each.problems());
        unknown(rule, "facts", each.facts(), unknown);
        for (int i = 0; i < each.reporters().size(); i++) {
            unknown(rule, "reporters[" + i + "].facts", each.reporters().get(i).facts(), unknown);
        }
        return new Trial.Case(
                each.id(),
                each.hazard(),
                each.contains(),
                each.facts(),
                each.reporters(),
                each.chosen(),
                each.bases(),
                each.used(),
                unknown);
    }

    private static void unknown(RewardRule rule, String path, Map<String, String> facts, List<Problem> unknown) {
        new TreeMap<>(facts).forEach((name, value) -> {
            if (rule.types().get(name) instanceof FactType.OneOf oneOf
                    && rule.schedule().asks(name)
                    && !value.isEmpty()
                    && !value.equals(FactTest.NO_HAZARD)
                    && !oneOf.values().contains(value)) {
                unknown.add(Problem.of("reward.bad-fact", path + "." + name, value, String.join(", ", oneOf.values())));
            }
        });
    }

    /** The JSON Schema of cases, for editors and other tools. */
    public static String jsonSchema() {
        return ExampleScheme.read("cases.schema.json");
    }

    private List<Trial.Case> read(Node root) {
        List<Node> nodes = root.isList() ? root.someItems() : root.at("cases").someItems();
        if (!root.isList()) {
            root.mayNameItsSchema();
            root.nothingElse();
        }
        List<Trial.Case> cases = new ArrayList<>();
        for (Node node : nodes) {
            cases.add(each(node, cases.size() + 1));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return cases;
    }

    private Trial.Case each(Node node, int number) {
        undecided.clear();
        String id = node.at("id").isThere() ? node.at("id").id("?") : Integer.toString(number);
        List<String> contains = new ArrayList<>();
        node.at("contains").items().forEach(hazard -> contains.add(hazard.id("?")));
        List<Node> people = node.at("reporters").items();
        boolean filed =
                people.stream().anyMatch(reporter -> reporter.at("filing").isThere());
        List<Instant> times =
                people.stream().map(r -> registered(r.at("registeredAt"))).toList();
        List<Trial.Person> reporters = new ArrayList<>();
        for (Node reporter : people) {
            int place = reporters.size();
            // who came at another time has not signed with the others
            int filing = filed ? 1 : 1 + times.indexOf(times.get(place));
            reporters.add(person(reporter, place + 1, filing, times.get(place)));
        }
        Trial.Case read = new Trial.Case(
                id,
                node.at("hazard").isThere() ? node.at("hazard").id("?") : "",
                contains,
                onItsDay(facts(node.at("facts")), times),
                reporters.isEmpty() ? List.of(nobodyInParticular()) : reporters,
                chosen(node.at("chosen")),
                bases(node.at("chosen")),
                used(node.at("used")),
                undecided);
        node.nothingElse();
        return read;
    }

    /** A case that does not say when it was reported was reported when the first of its reporters was registered. */
    private static Map<String, String> onItsDay(Map<String, String> facts, List<Instant> times) {
        Map<String, String> all = new HashMap<>(facts);
        times.stream()
                .filter(Instant.EPOCH::isBefore)
                .min(Instant::compareTo)
                .ifPresent(first -> all.putIfAbsent(
                        "submittedOn", LocalDate.ofInstant(first, ZONE).toString()));
        return all;
    }

    private static Trial.Person nobodyInParticular() {
        return new Trial.Person("1", 1, Instant.EPOCH, true, Map.of(), Set.of(), 0, Map.of(), Map.of(), true, false);
    }

    private Trial.Person person(Node node, int number, int filing, Instant registeredAt) {
        String id = node.at("id").isThere() ? node.at("id").id("?") : Integer.toString(number);
        Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
        node.at("circumstances")
                .items()
                .forEach(c -> c.oneOf(Circumstance.class).ifPresent(circumstances::add));
        Trial.Person person = new Trial.Person(
                id,
                node.at("filing").number(filing, 1, 10_000),
                registeredAt,
                node.at("realName").flag(true),
                facts(node.at("facts")),
                circumstances,
                weight(node.at("weight")),
                used(node.at("used")),
                earlier(node.at("earlier")),
                node.at("confirmed").flag(true),
                node.at("nameTakenBack").flag(false));
        node.nothingElse();
        return person;
    }

    /** Cash, or an object with {@code cash}, {@code points} and {@code score}. */
    private static Map<String, Long> earlier(Node node) {
        Map<String, Long> earlier = new HashMap<>();
        if (!node.isObject()) {
            if (node.isThere()) {
                earlier.put("CASH", units(node, "CASH"));
            }
            return earlier;
        }
        for (String kind : List.of("cash", "points", "score")) {
            if (node.at(kind).isThere()) {
                String component = kind.toUpperCase(Locale.ROOT);
                earlier.put(component, units(node.at(kind), component));
            }
        }
        node.nothingElse();
        return earlier;
    }

    private static Instant registered(Node node) {
        return node.isThere() ? node.parsed(Form.INSTANT, TrialReader::instant, Instant.EPOCH) : Instant.EPOCH;
    }

    private static Instant instant(String text) {
        String iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException noOffset) {
            return iso.length() == 10
                    ? LocalDate.parse(iso).atStartOfDay(ZONE).toInstant()
                    : LocalDateTime.parse(iso).atZone(ZONE).toInstant();
        }
    }

    /** {@code "60"} or {@code "60%"}; two decimals at most. */
    private static int weight(Node node) {
        return node.isThere() ? node.percent(Form.WEIGHT).movePointRight(2).intValueExact() : 0;
    }

    /** Nothing, {@code ""} and {@code null} are all the same: not known. */
    private Map<String, String> facts(Node node) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : node.fields()) {
            Node fact = node.at(name);
            String text = fact.loose();
            List<Problem> own = new ArrayList<>();
            Map<String, String> read = fact(name, text, fact, node, rule, own);
            boolean elsewhere = !own.isEmpty()
                    && beside.stream().anyMatch(other -> {
                        List<Problem> others = new ArrayList<>();
                        fact(name, text, fact, node, other, others);
                        return others.isEmpty();
                    });
            if (!elsewhere) {
                problems.addAll(own);
                facts.putAll(read);
            } else if (rule.schedule().asks(name)) {
                undecided.addAll(own);
            }
        }
        return facts;
    }

    private static Map<String, String> fact(
            String name, String text, Node fact, Node facts, RewardRule rule, List<Problem> problems) {
        Form form = rule.types().get(name) instanceof FactType.Quantity quantity
                ? TestReader.form(quantity.measure())
                : Form.TEXT;
        if (!text.equals(text.strip()) || (!text.isEmpty() && !form.matches(text))) {
            problems.add(Problem.of("reward.bad-fact", fact.path(), text, form.allowed()));
            return Map.of();
        }
        return Facts.canonical(Map.of(name, text), rule.types(), facts.path(), problems);
    }

    private Map<String, Long> chosen(Node node) {
        Map<String, Long> chosen = new HashMap<>();
        Map<String, String> own = kinds(rule);
        for (String name : node.fields()) {
            boolean later = name.startsWith("later.");
            String kind = later ? (name.endsWith(".POINTS") ? "POINTS" : "CASH") : own.getOrDefault(name, "");
            List<String> kinds = new ArrayList<>(kind.isEmpty() ? List.of() : List.of(kind));
            beside.stream()
                    .map(other -> kinds(other).getOrDefault(name, ""))
                    .filter(k -> !k.isEmpty() && !later)
                    .forEach(kinds::add);
            if (kinds.isEmpty()) {
                problems.add(Problem.of(
                        "reward.unknown-value",
                        node.path() + "." + name,
                        name,
                        String.join(", ", own.keySet().stream().sorted().toList())));
                continue;
            }
            Node amount = node.at(name);
            Node units = amount.isObject() ? amount.at("amount") : amount;
            units(units, kinds, !kind.isEmpty()).ifPresent(number -> chosen.put(name, number));
        }
        return chosen;
    }

    /** By the code under which an amount is chosen, its kind. */
    private static Map<String, String> kinds(RewardRule rule) {
        Map<String, String> kinds = new HashMap<>();
        for (Group group : rule.schedule().groups()) {
            kinds.put(group.code(), "CASH");
            kinds.put(group.code() + ".POINTS", "POINTS");
            for (Rule each : group.rules()) {
                for (int i = 0; i < each.then().size(); i++) {
                    Component component = each.then().get(i);
                    if (component.quantity().isPresent()) {
                        kinds.put(each.choice(i), component.kind());
                    }
                }
            }
        }
        return kinds;
    }

    /**
     * A number of units of the first kind, or, where it is none, of another that a rule beside this one means.
     *
     * @param own whether the first kind is this rule's; else the number plays no part
     */
    private Optional<Long> units(Node node, List<String> kinds, boolean own) {
        int before = problems.size();
        List<Problem> first = List.of();
        for (String kind : kinds) {
            long units = units(node, kind);
            if (problems.size() == before) {
                undecided.addAll(own ? first : List.of());
                return own && first.isEmpty() ? Optional.of(units) : Optional.empty();
            }
            List<Problem> wrong = List.copyOf(problems.subList(before, problems.size()));
            first = first.isEmpty() ? wrong : first;
            problems.subList(before, problems.size()).clear();
        }
        problems.addAll(first);
        return Optional.empty();
    }

    /** {@code { "amount": …, "basis": … }} where a group is decided by hand. */
    private static Map<String, String> bases(Node node) {
        Map<String, String> bases = new HashMap<>();
        for (String name : node.fields()) {
            Node amount = node.at(name);
            if (amount.isObject()) {
                amount.at("amount");
                Node basis = amount.at("basis");
                bases.put(name, basis.isThere() ? basis.required("") : "");
                amount.nothingElse();
            }
        }
        return bases;
    }

    private Map<String, Long> used(Node node) {
        Map<String, Long> used = new HashMap<>();
        for (String code : node.fields()) {
            List<String> own = capKinds(rule, code);
            List<String> kinds = new ArrayList<>(own);
            beside.forEach(other -> kinds.addAll(capKinds(other, code)));
            if (kinds.isEmpty()) {
                problems.add(Problem.of(
                        "reward.unknown-value",
                        node.path() + "." + code,
                        code,
                        String.join(
                                ", ",
                                rule.schedule().caps().stream().map(Cap::code).toList())));
            } else {
                units(node.at(code), kinds, !own.isEmpty()).ifPresent(units -> used.put(code, units));
            }
        }
        return used;
    }

    private static List<String> capKinds(RewardRule rule, String code) {
        return rule.schedule().caps().stream()
                .filter(cap -> cap.code().equals(code))
                .map(Cap::kind)
                .limit(1)
                .toList();
    }

    private static long units(Node node, String kind) {
        return AmountReader.units(
                node,
                switch (kind) {
                    case "CASH", "COLLECTIVE" -> Unit.FEN;
                    case "SCORE" -> Unit.HUNDREDTHS;
                    default -> Unit.POINTS;
                });
    }
}
