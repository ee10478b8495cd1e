package io.hazardreport.reward;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An explanation as sentences, with the names the schedule has for its rules. */
public final class ExplanationText {

    /** Where the values of a fact have their words, beside this room. */
    private static final Map<String, String> WORDS = Map.of(
            "grade", "category.grade.",
            "class", "category.class.",
            "kind", "category.kind.",
            "source", "category.source.",
            "role", "worker.jobRole.",
            "employment", "worker.employment.",
            "safetyDuty", "worker.safetyDuty.");

    private final Schedule schedule;
    private final Map<String, Text> names = new HashMap<>();

    private ExplanationText(Schedule schedule) {
        this.schedule = schedule;
        for (Group group : schedule.groups()) {
            for (Rule rule : group.rules()) {
                names.put(rule.code(), rule.name());
                for (Component component : rule.then()) {
                    if (component instanceof Component.Honour honour) {
                        names.put("title:" + honour.code(), honour.name());
                    } else if (component instanceof Component.Goods goods) {
                        names.put("title:" + goods.code(), goods.name());
                    }
                }
            }
        }
    }

    /** Every part as a sentence: fired, refused, cut, shut out, left to somebody, given. */
    public static List<Text> of(Explanation explanation, Schedule schedule) {
        return new ExplanationText(schedule).lines(explanation);
    }

    private List<Text> lines(Explanation explanation) {
        List<Text> lines = new ArrayList<>();
        explanation
                .fired()
                .forEach(f -> lines.add(line("fired", f.ordinal(), Map.of("rule", rule(f.rule()), "amount", how(f)))));
        explanation
                .refused()
                .forEach(r -> lines.add(line(
                        r.fact().equals(Earning.OUTBID) || r.fact().equals(Earning.PRECEDENCE) ? r.fact() : "refused",
                        r.ordinal(),
                        Map.of(
                                "rule", rule(r.rule()),
                                "fact", fact(r.fact()),
                                "value", r.value().isEmpty() ? plain("-") : value(r.fact(), r.value()),
                                "allowed", allowed(r)))));
        explanation
                .capped()
                .forEach(c -> lines.add(line(
                        (c.cap().equals(CapCuts.EARLIER) ? "earlier" : "capped")
                                + (c.ordinal() == 0 ? "-collective" : ""),
                        c.ordinal(),
                        Map.of(
                                "cap", plain(c.cap()),
                                "before", amount(c.component(), c.before()),
                                "after", amount(c.component(), c.after())))));
        explanation
                .shut()
                .forEach(s -> lines.add(line(
                        "shut",
                        s.ordinal(),
                        Map.of(
                                "reason",
                                Messages.text("worker.reason." + s.code()),
                                "source",
                                plain(s.source().isEmpty() ? "-" : s.source())))));
        explanation.manualGroups().forEach(g -> lines.add(Messages.text("reward.manual", Map.of("group", g))));
        explanation
                .grants()
                .forEach(g -> lines.add(line(
                        g.ordinal() == 0 ? "granted-collective" : "grant",
                        g.ordinal(),
                        Map.of("rule", rule(g.rule()), "amount", given(g.component(), g.title(), g.units())))));
        if (!explanation.grants().isEmpty()) {
            explanation.joint().forEach(j -> lines.add(joint(j)));
        }
        explanation
                .taxIncluded()
                .ifPresent(
                        included -> lines.add(Messages.text(included ? "reward.tax-included" : "reward.tax-excluded")));
        return lines;
    }

    private static Text joint(Explanation.Joint joint) {
        Text among = plain(
                String.join(", ", joint.among().stream().map(Object::toString).toList()));
        return line("joint." + joint.sharing(), joint.first(), Map.of("among", among));
    }

    private static Text plain(String text) {
        return Text.of(text, text);
    }

    private Text rule(String code) {
        return names.getOrDefault(
                code, Messages.find("reward.rule." + code, Map.of()).orElse(plain(code)));
    }

    private Text fact(String name) {
        Text own = schedule.words().get(name);
        return own != null
                ? own
                : Messages.find("reward.fact." + name, Map.of()).orElse(plain(name));
    }

    /** A value in words, the company's first; one that has none, and a number, as it is. */
    private Text value(String fact, String value) {
        Text own = schedule.words().get(fact + "." + value);
        return own != null
                ? own
                : Messages.find("reward.value." + fact + "." + value, Map.of())
                        .or(() -> Messages.find("reward.value." + value, Map.of()))
                        .or(() -> Optional.ofNullable(WORDS.get(fact))
                                .flatMap(room -> Messages.find(room + value, Map.of())))
                        .orElse(plain(value));
    }

    /** What the test that failed accepts; what a test of another version accepted, and another rule, as it was told. */
    private Text allowed(Explanation.Refused refused) {
        if (refused.fact().equals(Earning.PRECEDENCE)) {
            return rule(refused.allowed());
        }
        return schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.code().equals(refused.rule()))
                .flatMap(rule -> rule.when().stream())
                .filter(test ->
                        test.fact().equals(refused.fact()) && test.allowed().equals(refused.allowed()))
                .findFirst()
                .map(this::accepted)
                .orElse(plain(refused.allowed()));
    }

    private Text accepted(FactTest test) {
        if (test instanceof FactTest.In in) {
            return together("", " | ", test.fact(), in.values());
        }
        return test instanceof FactTest.NotIn not
                ? together("≠ ", ", ", test.fact(), not.values())
                : plain(test.allowed());
    }

    private Text together(String before, String between, String fact, Set<String> values) {
        List<Text> words =
                values.stream().sorted().map(each -> value(fact, each)).toList();
        return Text.of(
                before + words.stream().map(Text::zh).collect(Collectors.joining(between)),
                before + words.stream().map(Text::en).collect(Collectors.joining(between)));
    }

    private Text how(Explanation.Fired fired) {
        return fired.title().isEmpty() || fired.component().equals("COLLECTIVE")
                ? unit(fired.component(), fired.how())
                : given(fired.component(), fired.title(), fired.units());
    }

    private Text given(String component, String title, long units) {
        return component.equals("HONOUR") || component.equals("GOODS")
                ? names.getOrDefault("title:" + title, plain(title))
                : amount(component, units);
    }

    private static Text amount(String component, long units) {
        return unit(component, Figuring.shown(component, units));
    }

    private static Text unit(String component, String number) {
        return Messages.text("reward.unit." + component, Map.of("amount", number));
    }

    private static Text line(String code, int ordinal, Map<String, Text> arguments) {
        return Text.of(
                Messages.text("reward." + code, in(Text::zh, ordinal, arguments))
                        .zh(),
                Messages.text("reward." + code, in(Text::en, ordinal, arguments))
                        .en());
    }

    private static Map<String, String> in(Function<Text, String> language, int ordinal, Map<String, Text> arguments) {
        Map<String, String> values = new HashMap<>();
        arguments.forEach((name, text) -> values.put(name, language.apply(text)));
        values.put("ordinal", Integer.toString(ordinal));
        return values;
    }
}
