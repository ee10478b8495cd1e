package io.hazardreport.rectification;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The five items (五落实) of a hazard that is not fixed at once, and the sixth of a major one.
 *
 * @param responsible the named person, by the host's id
 * @param measures what will be done
 * @param funds how much it costs; nothing only with a reason
 * @param noFundsReason why it costs nothing
 * @param finishBy the last day
 * @param emergencyPlan reference to the emergency plan (应急预案)
 * @param target aim and tasks (目标和任务), for a major hazard
 */
public record RectificationPlan(
        @JsonProperty("responsible") @JsonSetter(nulls = AS_EMPTY)
        String responsible,

        @JsonProperty("measures") FreeText measures,
        @JsonProperty("funds") @Nullable Money funds,
        @JsonProperty("noFundsReason") FreeText noFundsReason,
        @JsonProperty("finishBy") @Nullable LocalDate finishBy,

        @JsonProperty("emergencyPlan") @JsonSetter(nulls = AS_EMPTY)
        String emergencyPlan,

        @JsonProperty("target") FreeText target) {

    public RectificationPlan {
        measures = FreeText.orNone(measures);
        noFundsReason = FreeText.orNone(noFundsReason);
        target = FreeText.orNone(target);
    }

    private static final Source FIVE = Source.of("工作方案（2024，街道）", "二（三）");
    private static final Source SIX = Source.of("安全生产事故隐患排查治理暂行规定（安监总局令第16号）", "15");

    /** Every item that is missing, each by its name; empty when the plan is whole. */
    public List<Problem> missing(boolean major) {
        List<Problem> problems = new ArrayList<>();
        need(problems, !responsible.isBlank(), "plan.responsible", FIVE);
        need(problems, !measures.isEmpty(), "plan.measures", FIVE);
        boolean funded = funds != null && (funds.isPositive() || (funds.isZero() && !noFundsReason.isEmpty()));
        need(problems, funded, "plan.funds", FIVE);
        need(problems, finishBy != null, "plan.finishBy", FIVE);
        need(problems, !emergencyPlan.isBlank(), "plan.emergencyPlan", FIVE);
        if (major) {
            need(problems, !target.isEmpty(), "plan.target", SIX);
        }
        return problems;
    }

    private void need(List<Problem> problems, boolean present, String path, Source source) {
        if (!present) {
            String given = path.equals("plan.funds") && funds != null ? funds.toString() : "-";
            String item = path.substring(path.indexOf('.') + 1);
            problems.add(Problem.of("rectification.missing-" + item, path, given, item)
                    .from(source));
        }
    }

    public RectificationPlan withTexts(UnaryOperator<FreeText> change) {
        return new RectificationPlan(
                responsible,
                change.apply(measures),
                funds,
                change.apply(noFundsReason),
                finishBy,
                emergencyPlan,
                change.apply(target));
    }

    public Payload payload() {
        Payload.Builder payload = Payload.builder()
                .put("responsible", responsible)
                .put("measures", measures.payload())
                .put("noFundsReason", noFundsReason.payload())
                .put("finishBy", finishBy == null ? null : finishBy.toString())
                .put("emergencyPlan", emergencyPlan)
                .put("target", target.payload());
        return (funds == null ? payload : payload.put("funds", funds)).build();
    }

    public static RectificationPlan from(Payload payload) {
        return new RectificationPlan(
                payload.string("responsible"),
                FreeText.from(payload.object("measures")),
                payload.has("funds") ? payload.money("funds") : null,
                FreeText.from(payload.object("noFundsReason")),
                payload.optional("finishBy").map(LocalDate::parse).orElse(null),
                payload.string("emergencyPlan"),
                FreeText.from(payload.object("target")));
    }
}
