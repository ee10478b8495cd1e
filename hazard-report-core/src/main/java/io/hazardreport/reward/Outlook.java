package io.hazardreport.reward;

import io.hazardreport.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a schedule may give for a case of which not everything is known yet; before sharing, earlier awards and caps. */
public final class Outlook {

    /**
     * One component of a rule that may fire.
     *
     * @param kind of the component
     * @param title what an honour or goods are called; empty for an amount
     * @param least in the component's smallest unit; empty where it cannot be told beforehand
     * @param most likewise
     */
    public record Line(Text rule, String kind, Optional<Text> title, Optional<Long> least, Optional<Long> most) {}

    private Outlook() {}

    /** @param known what is known of the case; the empty string where it is not known yet */
    public static List<Line> of(Schedule schedule, UnaryOperator<String> known) {
        List<Line> lines = new ArrayList<>();
        schedule.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> mayFire(rule, known))
                .forEach(rule -> rule.then().forEach(component -> lines.add(line(rule, component))));
        return List.copyOf(lines);
    }

    private static boolean mayFire(Rule rule, UnaryOperator<String> known) {
        return rule.when().stream().allMatch(test -> {
            String value = known.apply(test.fact());
            return value.isEmpty() || test.holds(value);
        });
    }

    private static Line line(Rule rule, Component component) {
        Optional<Amount> amount = component.quantity();
        return new Line(
                rule.name(),
                component.kind(),
                title(component),
                amount.flatMap(Amount::least),
                amount.flatMap(Amount::most));
    }

    private static Optional<Text> title(Component component) {
        if (component instanceof Component.Honour honour) {
            return Optional.of(honour.name());
        }
        return component instanceof Component.Goods goods ? Optional.of(goods.name()) : Optional.empty();
    }
}
