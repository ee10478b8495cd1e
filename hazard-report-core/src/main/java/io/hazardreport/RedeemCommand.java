package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A person redeems points of his own.
 *
 * @param requestId made by the client, 1 to 80 characters; a retry with the same id has the first outcome
 * @param owner whose points they are; also an anonymous reporter with his claim code
 * @param points how many; whole batches of the rule
 */
public record RedeemCommand(
        @NotNull(message = "report.field-missing") @Size(min = 1, max = 80, message = "report.bad-length")
        String requestId,

        @NotNull(message = "report.field-missing") Actor owner,

        @Positive(message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        long points) {}
