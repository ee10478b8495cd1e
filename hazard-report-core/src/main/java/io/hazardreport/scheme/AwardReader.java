package io.hazardreport.scheme;

import io.hazardreport.base.Problem;
import io.hazardreport.fund.FundSource;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.AwardRules;
import io.hazardreport.reward.PaymentRules;
import io.hazardreport.reward.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads who approves an award, who gives one on the spot, how it is paid and from what. */
final class AwardReader {

    private final List<Problem> errors;

    AwardReader(List<Problem> errors) {
        this.errors = errors;
    }

    static Set<String> spotGivers(Node node) {
        Set<String> givers = new HashSet<>();
        node.at("persons").items().forEach(person -> givers.add(person.required("?")));
        node.at("upTo");
        node.nothingElse();
        return givers;
    }

    static PaymentRules payment(Node node) {
        PaymentRules standard = PaymentRules.standard();
        Node payItem = node.at("payItem");
        PaymentRules rules = new PaymentRules(
                node.at("dispatched").constant(Route.class, standard.dispatched()),
                payItem.isThere() ? payItem.textAlone() : standard.payItem(),
                node.at("taxPercent").isThere() ? node.at("taxPercent").percent(Form.TAX) : standard.taxPercent());
        node.nothingElse();
        return rules;
    }

    List<AwardRules.Level> approvals(Node node) {
        List<AwardRules.Level> levels = new ArrayList<>();
        for (Node level : node.someItems()) {
            levels.add(new AwardRules.Level(
                    level.at("upTo").optionalMoney(),
                    level.at("role").oneOf(Role.class).orElse(Role.PRINCIPAL)));
            level.nothingElse();
        }
        if (!levels.isEmpty() && levels.get(levels.size() - 1).upTo().isPresent()) {
            errors.add(Problem.of("scheme.approval-open-end", node.path(), levels.size(), "… , { \"role\": … }"));
        }
        for (int i = 1; i < levels.size(); i++) {
            boolean rises = levels.get(i - 1).upTo().isPresent()
                    && (levels.get(i).upTo().isEmpty()
                            || levels.get(i)
                                            .upTo()
                                            .get()
                                            .compareTo(levels.get(i - 1).upTo().get())
                                    > 0);
            if (!rises) {
                errors.add(Problem.of(
                        "scheme.approvals-not-rising",
                        node.path() + "[" + i + "].upTo",
                        levels.get(i).upTo().map(Object::toString).orElse("-"),
                        "> " + levels.get(i - 1).upTo().map(Object::toString).orElse("-")));
            }
        }
        return levels;
    }

    List<FundSource> sources(Node node) {
        List<FundSource> sources = new ArrayList<>();
        for (Node source : node.at("sources").someItems()) {
            String code = source.at("code").required("?");
            sources.add(new FundSource(
                    code, source.text(), source.at("yearlyBudget").optionalMoney()));
            source.nothingElse();
            if (code.toUpperCase(Locale.ROOT).contains("FINE")) {
                errors.add(Problem.of("scheme.fines-are-no-source", source.path() + ".code", code, "-"));
            }
        }
        node.at("use");
        node.nothingElse();
        SchemeReader.unique(
                errors,
                node.path() + ".sources",
                sources.stream().map(FundSource::code).toList());
        return sources;
    }
}
