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
import io.hazardreport.reward.FactTest;
import io.hazardreport.reward.Group;
import io.hazardreport.reward.Otherwise;
import io.hazardreport.reward.Remainder;
import io.hazardreport.reward.Rule;
import io.hazardreport.reward.Schedule;
import io.hazardreport.reward.Sharing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the reward schedule, format 1. */
final class ScheduleReader {

    private static final Set<String> MONEY_FACTS = Set.of("potentialLoss");

    private final List<Problem> errors;

    ScheduleReader(List<Problem> errors) {
        this.errors = errors;
    }

    Schedule read(Node node) {
        node.at("format").number(1, 1, 1);
        List<Group> groups = new ArrayList<>();
        for (Node group : node.at("groups").items()) {
            groups.add(group(group));
        }
        if (groups.isEmpty()) {
            errors.add(Problem.of("scheme.blank", node.path() + ".groups", "[]", "≥ 1"));
        }
        List<Cap> caps = new ArrayList<>();
        for (Node cap : node.at("caps").items()) {
            caps.add(new Cap(
                    cap.at("code").required("?"),
                    cap.at("per").oneOf(CapScope.class).orElse(CapScope.PER_DECISION),
                    cap.at("amount").money()));
            cap.nothingElse();
        }
        Schedule schedule = new Schedule(
                groups,
                node.at("sharing").constant(Sharing.class, Sharing.FIRST_ONLY),
                node.at("remainder").constant(Remainder.class, Remainder.ONE_FEN_EACH),
                caps);
        node.nothingElse();
        return schedule;
    }

    private Group group(Node node) {
        List<Rule> rules = new ArrayList<>();
        for (Node rule : node.at("rules").items()) {
            rules.add(new Rule(
                    rule.at("code").required("?"),
                    Text.of(rule.at("zh").required("?"), rule.at("en").required("?")),
                    tests(rule.at("when")),
                    component(rule.at("then"))));
            rule.nothingElse();
        }
        Node otherwise = node.at("otherwise");
        @Nullable
        Otherwise other = otherwise.isThere() ? otherwise.oneOf(Otherwise.class).orElse(null) : null;
        Group group = new Group(
                node.at("code").required("?"),
                node.at("combine").oneOf(Combine.class).orElse(Combine.EXCLUSIVE),
                rules,
                other);
        node.nothingElse();
        return group;
    }

    /** {@code {"grade": ["MAJOR"], "potentialLoss": {"from": "100000.00", "below": "500000.00"}}}. */
    private List<FactTest> tests(Node when) {
        List<FactTest> tests = new ArrayList<>();
        for (String fact : when.fields()) {
            Node test = when.at(fact);
            if (test.fields().isEmpty()) {
                Set<String> values = new LinkedHashSet<>();
                test.items().forEach(value -> values.add(value.required("?")));
                if (values.isEmpty()) {
                    errors.add(Problem.of("scheme.blank", test.path(), "[]", "[ … ] | { from, below }"));
                }
                tests.add(new FactTest.In(fact, values));
            } else {
                tests.add(new FactTest.Between(fact, bound(fact, test.at("from")), bound(fact, test.at("below"))));
                test.nothingElse();
            }
        }
        return tests;
    }

    private static @Nullable Long bound(String fact, Node node) {
        if (!node.isThere()) {
            return null;
        }
        return MONEY_FACTS.contains(fact) ? node.money().fen() : (Long) (long) node.number(0, 0, Integer.MAX_VALUE);
    }

    private Component component(Node then) {
        Node cash = then.at("cash");
        Node honour = then.at("honour");
        if (cash.isThere() == honour.isThere()) {
            errors.add(Problem.of("scheme.not-one-of", then.path(), then.fields(), "cash | honour"));
        }
        then.nothingElse();
        if (honour.isThere()) {
            Component read = new Component.Honour(
                    honour.at("code").required("?"),
                    Text.of(honour.at("zh").required("?"), honour.at("en").required("?")));
            honour.nothingElse();
            return read;
        }
        return new Component.Cash(amount(cash));
    }

    private Amount amount(Node cash) {
        if (cash.fields().isEmpty()) {
            return new Amount.Fixed(cash.isThere() ? cash.money() : Money.ZERO);
        }
        Amount range = new Amount.Range(
                cash.at("from").money(),
                cash.at("to").money(),
                cash.at("adjudicator").oneOf(Role.class).orElse(Role.ADJUDICATOR));
        cash.nothingElse();
        return range;
    }
}
