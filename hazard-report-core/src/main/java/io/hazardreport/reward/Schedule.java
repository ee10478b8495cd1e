package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company's reward rule as data. Amounts first come from the rules, go together within each group and over the groups,
 * are cut by what one decision may give, are shared among those who signed, lose what was given for the same hazard
 * before, and are cut by the other caps in their order.
 *
 * <p>Of those who signed one report, the facts of the first who is entitled (who declared it) figure what is divided or
 * collected by one; only where each has the full amount do his own facts count. Who is shut out himself has no part, and
 * the parts of the others grow.
 *
 * @param facts those the company declares beside the standard ones
 * @param separate who has anything when several reported apart from each other
 * @param later what those who came later may be given; null unless the rule says so
 * @param laterPoints the same in points
 * @param realNameFirst whether who gave his name comes before who did not, whenever they reported
 * @param divideScore whether a score is divided when cash is
 * @param rounding where an amount has none of its own
 * @param taxIncluded whether the amounts include tax (含税); empty: the rule does not say
 * @param words what the company calls its facts, by their name, and their values, by {@code fact.VALUE}
 */
public record Schedule(
        List<Group> groups,
        List<Together> together,
        Map<String, FactType> facts,
        Sharing sharing,
        Separate separate,
        @Nullable Amount later,
        @Nullable Amount laterPoints,
        boolean realNameFirst,
        Remainder remainder,
        boolean divideScore,
        List<Cap> caps,
        Optional<Rounding> rounding,
        Optional<PointsRule> points,
        Optional<Boolean> taxIncluded,
        Map<String, Text> words) {

    /** One that calls facts and values what everybody calls them. */
    public Schedule(
            List<Group> groups,
            List<Together> together,
            Map<String, FactType> facts,
            Sharing sharing,
            Separate separate,
            @Nullable Amount later,
            @Nullable Amount laterPoints,
            boolean realNameFirst,
            Remainder remainder,
            boolean divideScore,
            List<Cap> caps,
            Optional<Rounding> rounding,
            Optional<PointsRule> points,
            Optional<Boolean> taxIncluded) {
        this(
                groups,
                together,
                facts,
                sharing,
                separate,
                later,
                laterPoints,
                realNameFirst,
                remainder,
                divideScore,
                caps,
                rounding,
                points,
                taxIncluded,
                Map.of());
    }

    public Schedule {
        words = Map.copyOf(words);
        groups = List.copyOf(groups);
        together = List.copyOf(together);
        facts = Map.copyOf(facts);
        caps = List.copyOf(caps);
    }

    /** What a decision is worth: its money and goods, and its points by what they are exchanged for, rounded up. */
    public Money worth(Explanation decided) {
        long given = decided.grants().stream()
                .filter(grant -> grant.component().equals("POINTS"))
                .mapToLong(Explanation.Grant::units)
                .sum();
        return decided.total()
                .plus(points.map(rule -> rule.money().fraction(given, rule.per(), RoundingMode.CEILING))
                        .orElse(Money.ZERO));
    }

    /** How those who signed share what this rule gives. */
    Sharing sharing(Group group, @Nullable Rule rule) {
        Sharing own = rule == null ? null : rule.sharing();
        Sharing common = group.sharing();
        return own != null ? own : common != null ? common : sharing;
    }

    /** Whether those who signed may have to divide something, so that it matters whose the odd fen are. */
    public boolean splits() {
        return groups.stream()
                .anyMatch(group -> (!group.givesNothingElse() && isDivided(sharing(group, null)))
                        || group.rules().stream()
                                .anyMatch(rule -> isDivided(sharing(group, rule))
                                        && rule.then().stream().anyMatch(this::isDivisible)));
    }

    private static boolean isDivided(Sharing sharing) {
        return sharing == Sharing.EQUAL_SPLIT || sharing == Sharing.WEIGHTED;
    }

    private boolean isDivisible(Component component) {
        return component instanceof Component.Cash
                || component instanceof Component.Points
                || (component instanceof Component.Score && divideScore);
    }

    /** Whether what it gives may hang on this fact. */
    public boolean asks(String fact) {
        return caps.stream().anyMatch(cap -> fact.equals(cap.by()))
                || groups.stream()
                        .flatMap(group -> group.rules().stream())
                        .anyMatch(rule -> isAsked(fact, rule.when())
                                || rule.then().stream()
                                        .flatMap(component -> component.quantity().stream())
                                        .anyMatch(amount ->
                                                Earning.basis(amount).equals(fact)
                                                        || amount.uplifts().stream()
                                                                .anyMatch(uplift -> isAsked(fact, uplift.when()))));
    }

    private static boolean isAsked(String fact, List<FactTest> tests) {
        return tests.stream().anyMatch(test -> test.fact().equals(fact));
    }

    /** Whether a rule names this source; then it, and not the general rule, says whether other than self-reports earn. */
    public boolean namesSource(String source) {
        return groups.stream()
                .flatMap(group -> group.rules().stream())
                .flatMap(rule -> rule.when().stream())
                .anyMatch(test -> test.fact().equals("source") && test.holds(source));
    }
}
