package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.report.Submission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is handed in.
 *
 * @param reportId made by the client, so that a retry is harmless
 * @param reporters in their order; for a self-report at least one, and at most 50
 * @param concerned persons complained of; sealed, never shown to them or anybody
 * @param occurredAt when it was handed in; null: now. A client's clock that is ahead is taken for now
 * @param claimCode made by the client for an anonymous reporter, 128 random bits, so that a lost answer loses nothing;
 *     null: made here and shown in the first receipt only, which a retry cannot show again
 * @param handedInBy who hands it in for the reporters and is none of them, by the host's id; null: they do it themselves
 */
public record SubmitCommand(
        @NotNull(message = "report.field-missing") ReportId reportId,
        @NotNull(message = "report.field-missing") @Valid Submission submission,

        @Size(max = 50, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        List<@Valid Declaration> reporters,

        @Size(max = 20, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        List<PersonId> concerned,

        @Nullable Instant occurredAt,
        @Nullable ClaimCode claimCode,
        @Nullable PersonId handedInBy) {

    public SubmitCommand {
        reporters = List.copyOf(reporters);
        concerned = List.copyOf(concerned);
    }

    /** By the reporters themselves; an anonymous one gets his claim code with the receipt. */
    public SubmitCommand(
            ReportId reportId,
            Submission submission,
            List<Declaration> reporters,
            List<PersonId> concerned,
            @Nullable Instant occurredAt) {
        this(reportId, submission, reporters, concerned, occurredAt, null, null);
    }

    /** With a claim code the client keeps already; see {@link ClaimCode#of(byte[])}. */
    public SubmitCommand withClaimCode(ClaimCode code) {
        return new SubmitCommand(reportId, submission, reporters, concerned, occurredAt, code, handedInBy);
    }

    /** Handed in by a helper; ignored where he is one of the reporters. */
    public SubmitCommand handedInBy(PersonId helper) {
        return new SubmitCommand(reportId, submission, reporters, concerned, occurredAt, claimCode, helper);
    }
}
