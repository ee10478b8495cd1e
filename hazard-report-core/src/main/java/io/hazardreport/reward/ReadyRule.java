package io.hazardreport.reward;

import io.hazardreport.reward.Explanation.Fired;
import io.hazardreport.reward.Explanation.Grant;
import io.hazardreport.reward.Explanation.Refused;
import io.hazardreport.reward.Screen.Screened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A rule made ready to be applied to many cases: what does not depend on the case is worked out once. */
final class ReadyRule {

    private final Group group;
    private final Rule rule;
    private final Sharing sharing;
    private final Screen.Place[] tests;
    private final List<String> needed;
    private final List<String> choices;
    private final @Nullable Earned settled;

    ReadyRule(Schedule schedule, Group group, Rule rule, Screen screen) {
        this.group = group;
        this.rule = rule;
        this.sharing = schedule.sharing(group, rule);
        this.tests = screen.add(group, rule);
        this.needed = rule.then().stream()
                .map(Earning::basis)
                .filter(fact -> !fact.isEmpty())
                .toList();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < rule.then().size(); i++) {
            codes.add(rule.choice(i));
        }
        this.choices = List.copyOf(codes);
        boolean varies = rule.then().stream()
                .flatMap(component -> component.quantity().stream())
                .anyMatch(amount -> !(amount.base() instanceof Amount.Fixed) || !amount.isPlain());
        this.settled = varies
                ? null
                : earned(new Figuring(null, Map.of(), Set.of(), new ArrayList<>()), Screen.FIRST, fact -> "");
    }

    String code() {
        return rule.code();
    }

    /** The facts it gives a part of. */
    List<String> needed() {
        return needed;
    }

    /** Whether what it gives the first reporter depends on nothing. */
    boolean isSettled() {
        return settled != null;
    }

    /** Why it does not fire: of its tests, the first that fails; null: all hold. */
    @Nullable
    Refused refusal(Screened screened, int ordinal) {
        Refused refused = screened.refusal(tests);
        return refused == null ? null : refused.to(ordinal);
    }

    /** Why it cannot fire though its tests hold: what it gives a part of is not known. */
    @Nullable
    Refused unknown(int ordinal, UnaryOperator<String> facts) {
        for (String fact : needed) {
            if (facts.apply(fact).isEmpty()) {
                return new Refused(ordinal, group.code(), rule.code(), fact, "", "≥ 0");
            }
        }
        return null;
    }

    /** What it gives to whom it fires for. */
    Earned given(Figuring figuring, int ordinal, UnaryOperator<String> facts) {
        return settled != null && ordinal == Screen.FIRST ? settled : earned(figuring, ordinal, facts);
    }

    private Earned earned(Figuring figuring, int ordinal, UnaryOperator<String> facts) {
        Grant[] grants = new Grant[choices.size()];
        Fired[] how = new Fired[choices.size()];
        for (int i = 0; i < grants.length; i++) {
            Component component = rule.then().get(i);
            String kind = component.kind();
            String title = component.title();
            Amount amount = component.quantity().orElse(null);
            long units =
                    component instanceof Component.Goods goods ? goods.value().fen() : 0;
            String said = title;
            if (amount != null) {
                Figuring.Figured figured = figuring.figure(amount, kind, choices.get(i), facts);
                units = figured.units();
                said = figured.how();
            }
            how[i] = new Fired(ordinal, group.code(), rule.code(), kind, title, units, said);
            int to = component instanceof Component.Collective ? 0 : ordinal;
            grants[i] = Grant.of(to, rule.code(), kind, title, units);
        }
        return new Earned(group.code(), rule.code(), sharing, List.of(grants), List.of(how));
    }
}
