package io.hazardreport;

import io.hazardreport.base.Messages;
import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.FactType;
import io.hazardreport.reward.FactTypes;
import io.hazardreport.reward.Trial;
import io.hazardreport.scheme.RewardRule;
import io.hazardreport.scheme.TrialReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What docs/reward-rules.md claims, computed. */
final class RewardRulesDocument {

    private RewardRulesDocument() {}

    /** The first four cells of every row of the tutorial's answers. */
    static List<String> answers(String scheme, String cases) {
        RewardRule rule = RewardRule.read(json(scheme));
        List<String> rows = new ArrayList<>();
        for (Trial.Result result :
                Trial.run(rule.schedule(), rule.eligibility(), TrialReader.read(json(cases), rule))) {
            Explanation explanation = result.answer().fold(e -> e, problems -> {
                throw new AssertionError(problems.toString());
            });
            for (int ordinal = 1; ordinal <= result.persons().size(); ordinal++) {
                rows.add("| " + result.of().id() + " | " + result.persons().get(ordinal - 1) + " | "
                        + Money.ofFen(explanation.units(ordinal, "CASH")) + " | "
                        + explanation.units(ordinal, "POINTS") + " |");
            }
        }
        return rows;
    }

    /** The JSON within a fenced block. */
    private static String json(String fenced) {
        return fenced.substring(fenced.indexOf('\n') + 1, fenced.lastIndexOf("```"));
    }

    /** One row for each standard fact. */
    static String facts() {
        StringBuilder rows = new StringBuilder();
        for (FactType type : FactTypes.standard(List.of(), List.of()).values()) {
            Text name = Messages.find("reward.fact." + type.name(), Map.of())
                    .orElseGet(() -> Text.of(type.name(), type.name()));
            rows.append("| `").append(type.name()).append('`').append(type.isLadder() ? " *" : "");
            rows.append(' ')
                    .append(name.zh())
                    .append(" | ")
                    .append(values(type))
                    .append(" |\n");
        }
        return rows.toString();
    }

    private static String values(FactType type) {
        if (type instanceof FactType.OneOf oneOf) {
            List<String> values =
                    oneOf.values().stream().filter(value -> !value.isEmpty()).toList();
            return values.isEmpty()
                    ? type.name().equals("item") ? "隐患条目代码 codes of the catalogue" : "本单位的等级 the enterprise's tiers"
                    : "`" + String.join("` `", values) + "`";
        }
        return switch (((FactType.Quantity) type).measure()) {
            case MONEY -> "金额（元） yuan";
            case NUMBER -> "整数 a whole number";
            case DAY -> "日期 a date, `2024-09-02`";
        };
    }
}
