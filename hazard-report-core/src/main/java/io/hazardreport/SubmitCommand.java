package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.ReportId;
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
 * @param occurredAt when it was handed in; null: now
 */
public record SubmitCommand(
        @NotNull(message = "report.field-missing") ReportId reportId,
        @NotNull(message = "report.field-missing") @Valid Submission submission,

        @Size(max = 50, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        List<@Valid Declaration> reporters,

        @Size(max = 20, message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        List<PersonId> concerned,

        @Nullable Instant occurredAt) {

    public SubmitCommand {
        reporters = List.copyOf(reporters);
        concerned = List.copyOf(concerned);
    }
}
