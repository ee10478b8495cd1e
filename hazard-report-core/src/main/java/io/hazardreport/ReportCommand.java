package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.ReportId;
import io.hazardreport.report.ReportAct;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action on a report.
 *
 * @param expectedVersion the version the actor saw
 * @param requestId made by the client, 1 to 80 characters; a retry with the same id has the first outcome
 * @param occurredAt when it happened; null: now. Not in the future, not before the report's last event
 */
public record ReportCommand(
        @NotNull(message = "report.field-missing") ReportId reportId,

        @Positive(message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        long expectedVersion,

        @NotNull(message = "report.field-missing") @Size(min = 1, max = 80, message = "report.bad-length")
        String requestId,

        @NotNull(message = "report.field-missing") Actor actor,
        @NotNull(message = "report.field-missing") @Valid ReportAct act,
        @Nullable Instant occurredAt) {}
