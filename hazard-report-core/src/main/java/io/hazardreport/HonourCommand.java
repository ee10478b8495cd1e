package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * Proposes one of the nominated for a year-end honour.
 *
 * @param requestId made by the client, 1 to 80 characters; a retry with the same id has the first outcome
 * @param actor the adjudicator; approval is another's
 * @param honour code of the scheme
 * @param subject a person by the host's id, or a department by its code
 * @param people everybody counted for the quota; for departments' honours, who works where does not matter
 * @param accidents departments with an accident in the year, as the host knows them
 */
public record HonourCommand(
        @NotNull(message = "report.field-missing") @Size(min = 1, max = 80, message = "report.bad-length")
        String requestId,

        @NotNull(message = "report.field-missing") Actor actor,
        @NotNull(message = "report.field-missing") String honour,

        @Positive(message = "report.bad-length") @JsonSetter(nulls = AS_EMPTY)
        int year,

        @NotNull(message = "report.field-missing") String subject,
        @JsonSetter(nulls = AS_EMPTY) List<Employee> people,
        @JsonSetter(nulls = AS_EMPTY) Set<String> accidents) {

    public HonourCommand {
        people = people == null ? List.of() : List.copyOf(people);
        accidents = accidents == null ? Set.of() : Set.copyOf(accidents);
    }
}
