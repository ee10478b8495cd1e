package io.hazardreport.report;

import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.UnitId;
import io.hazardreport.evidence.Evidence;
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
 * @param origin the report of another unit it was transferred from
 * @param handedInBy who handed it in for the reporters, by the host's id; empty when they did it themselves
 */
public record Submitted(
        Submission submission,
        ReceiptNumber receipt,
        List<Reporter> reporters,
        String desk,
        String suspectedStandard,
        String shift,
        Optional<ReportId> partOf,
        Optional<Origin> origin,
        String handedInBy)
        implements ReportAct {

    public Submitted {
        reporters = List.copyOf(reporters);
    }

    /** Handed in here, whole, by the reporters themselves. */
    public static Submitted here(
            Submission submission,
            ReceiptNumber receipt,
            List<Reporter> reporters,
            String desk,
            String suspectedStandard,
            String shift) {
        return new Submitted(
                submission, receipt, reporters, desk, suspectedStandard, shift, Optional.empty(), Optional.empty(), "");
    }

    public Submitted asPartOf(ReportId whole) {
        return new Submitted(
                submission, receipt, reporters, desk, suspectedStandard, shift, Optional.of(whole), origin, handedInBy);
    }

    public Submitted from(Origin elsewhere) {
        return new Submitted(
                submission,
                receipt,
                reporters,
                desk,
                suspectedStandard,
                shift,
                partOf,
                Optional.of(elsewhere),
                handedInBy);
    }

    public Submitted by(String helper) {
        return new Submitted(submission, receipt, reporters, desk, suspectedStandard, shift, partOf, origin, helper);
    }

    @Override
    public ReportAction action() {
        return ReportAction.SUBMIT;
    }

    @Override
    public List<Evidence> evidence() {
        return submission.evidence();
    }

    @Override
    public Submitted withTexts(UnaryOperator<FreeText> change) {
        return new Submitted(
                submission.withTexts(change),
                receipt,
                reporters,
                desk,
                suspectedStandard,
                shift,
                partOf,
                origin,
                handedInBy);
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
                .put("origin", origin.map(Submitted::payload).orElse(null))
                .put("handedInBy", handedInBy)
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
                payload.optional("partOf").map(ReportId::of),
                payload.has("origin") ? Optional.of(origin(payload.object("origin"))) : Optional.empty(),
                payload.string("handedInBy"));
    }

    private static Payload payload(Origin origin) {
        return Payload.builder()
                .put("unit", origin.unit().value())
                .put("report", origin.report().toString())
                .put("receipt", origin.receipt().value())
                .build();
    }

    private static Origin origin(Payload payload) {
        return new Origin(
                UnitId.of(payload.required("unit")),
                ReportId.of(payload.required("report")),
                new ReceiptNumber(payload.required("receipt")));
    }
}
