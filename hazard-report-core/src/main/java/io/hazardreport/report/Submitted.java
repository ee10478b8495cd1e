package io.hazardreport.report;

import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A submission as it was taken in.
 *
 * @param reporters in the order declared; at least one unless the source is no person
 * @param desk where it was routed; empty when no independent desk is left
 * @param suspectedStandard the judgement standard under which it may be a major hazard; empty when there is none
 * @param shift the shift in force when it was handed in, by the duty roster; empty when the roster knows none
 * @param partOf the report it was split off from
 */
public record Submitted(
        Submission submission,
        ReceiptNumber receipt,
        List<Reporter> reporters,
        String desk,
        String suspectedStandard,
        String shift,
        Optional<ReportId> partOf)
        implements ReportAct {

    public Submitted {
        reporters = List.copyOf(reporters);
    }

    @Override
    public ReportAction action() {
        return ReportAction.SUBMIT;
    }

    @Override
    public Submitted withTexts(UnaryOperator<FreeText> change) {
        return new Submitted(submission.withTexts(change), receipt, reporters, desk, suspectedStandard, shift, partOf);
    }

    @Override
    public Payload payload() {
        return Payload.builder()
                .putAll(submission.payload())
                .put("receipt", receipt.value())
                .putList("reporters", reporters, Reporter::payload)
                .put("desk", desk)
                .put("suspectedStandard", suspectedStandard)
                .put("shift", shift)
                .put("partOf", partOf.map(ReportId::toString).orElse(""))
                .build();
    }

    static Submitted from(Payload payload) {
        return new Submitted(
                Submission.from(payload),
                new ReceiptNumber(payload.required("receipt")),
                payload.list("reporters", Reporter::from),
                payload.string("desk"),
                payload.string("suspectedStandard"),
                payload.string("shift"),
                payload.optional("partOf").map(ReportId::of));
    }
}
