package io.hazardreport.scheme;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.recognition.HonourRule;
import io.hazardreport.recognition.Quota;
import io.hazardreport.scheme.AmountReader.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the honours given at the end of a year. */
final class HonourReader {

    private static final Map<String, RoundingMode> MODES =
            Map.of("DOWN", RoundingMode.DOWN, "HALF_UP", RoundingMode.HALF_UP, "UP", RoundingMode.UP);

    private final List<Problem> errors;

    HonourReader(List<Problem> errors) {
        this.errors = errors;
    }

    List<HonourRule> read(Node node) {
        List<HonourRule> honours = new ArrayList<>();
        for (Node each : node.items()) {
            String code = each.at("code").required("?");
            Text name = each.text();
            Node score = each.at("minimumScore");
            honours.add(new HonourRule(
                    code,
                    name,
                    each.at("of").oneOf(HonourRule.Of.class).orElse(HonourRule.Of.PERSON),
                    quota(each.at("quota")),
                    score.isThere() ? AmountReader.units(score, Unit.HUNDREDTHS) : 0,
                    each.at("noAccident").flag(false)));
            each.nothingElse();
        }
        SchemeReader.unique(
                errors, node.path(), honours.stream().map(HonourRule::code).toList());
        return honours;
    }

    /** Places, or a percent with its rounding. */
    private Quota quota(Node node) {
        boolean byPercent = node.at("percent").isThere();
        if (byPercent == node.at("places").isThere()) {
            errors.add(Problem.of("scheme.not-one-of", node.path(), node.fields(), "places | percent, rounding"));
        }
        Node mode = node.at("rounding");
        String rounding = byPercent || mode.isThere() ? mode.required("DOWN") : "DOWN";
        if (!byPercent && mode.isThere()) {
            errors.add(Problem.of("scheme.not-one-of", mode.path(), rounding, "percent, rounding"));
        }
        if (!MODES.containsKey(rounding)) {
            errors.add(Problem.of("scheme.not-one-of", mode.path(), rounding, "DOWN | HALF_UP | UP"));
        }
        int before = errors.size();
        @Nullable BigDecimal percent = byPercent ? node.at("percent").percent(Form.PERCENT) : null;
        if (percent != null && percent.signum() == 0 && errors.size() == before) {
            errors.add(Problem.of("scheme.out-of-range", node.path() + ".percent", percent, "> 0"));
        }
        Quota quota = new Quota(
                byPercent ? null : (Integer) node.at("places").number(1, 1, 100_000),
                percent,
                MODES.getOrDefault(rounding, RoundingMode.DOWN),
                node.at("atLeast").number(0, 0, 100_000));
        node.nothingElse();
        return quota;
    }
}
