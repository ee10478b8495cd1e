package io.hazardreport.worker;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.journal.Payload;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report keeps of a person that is not the person, as it was at the time of the report.
 *
 * @param department code, not a name
 * @param post what the person does; a code
 * @param serviceMonths whole months of service, 0 or more
 * @param agency who dispatched the person; empty for everybody else
 * @param assignedFrom the first day of a dispatched person's assignment; null: not said
 * @param assignedUntil the last day of it; null: not said
 * @param employer who employs the person; empty: this unit
 * @param placeOwner who owns the place; empty: this unit
 * @param responsibleUnit who must put it right; empty: this unit
 * @param payer who pays the reward; empty: this unit, also for dispatched workers
 */
public record Standing(
        @JsonProperty("jobRole") @NotNull(message = "report.field-missing")
        JobRole jobRole,

        @JsonProperty("employment") @NotNull(message = "report.field-missing")
        Employment employment,

        @JsonProperty("department") @JsonSetter(nulls = AS_EMPTY)
        String department,

        @JsonProperty("post") @JsonSetter(nulls = AS_EMPTY) String post,

        @JsonProperty("safetyDuty") @NotNull(message = "report.field-missing")
        SafetyDuty safetyDuty,

        @JsonProperty("serviceMonths") @JsonSetter(nulls = AS_EMPTY)
        int serviceMonths,

        @JsonProperty("agency") @JsonSetter(nulls = AS_EMPTY)
        String agency,

        @JsonProperty("assignedFrom") @Nullable LocalDate assignedFrom,
        @JsonProperty("assignedUntil") @Nullable LocalDate assignedUntil,

        @JsonProperty("employer") @JsonSetter(nulls = AS_EMPTY)
        String employer,

        @JsonProperty("placeOwner") @JsonSetter(nulls = AS_EMPTY)
        String placeOwner,

        @JsonProperty("responsibleUnit") @JsonSetter(nulls = AS_EMPTY)
        String responsibleUnit,

        @JsonProperty("payer") @JsonSetter(nulls = AS_EMPTY) String payer) {

    public static Standing of(JobRole jobRole, Employment employment, String department) {
        return new Standing(jobRole, employment, department, "", SafetyDuty.NONE, 12, "", null, null, "", "", "", "");
    }

    public Standing withAgency(String agencyName) {
        return new Standing(
                jobRole,
                employment,
                department,
                post,
                safetyDuty,
                serviceMonths,
                agencyName,
                assignedFrom,
                assignedUntil,
                agencyName,
                placeOwner,
                responsibleUnit,
                payer);
    }

    public Standing withPost(String changed) {
        return new Standing(
                jobRole,
                employment,
                department,
                changed,
                safetyDuty,
                serviceMonths,
                agency,
                assignedFrom,
                assignedUntil,
                employer,
                placeOwner,
                responsibleUnit,
                payer);
    }

    /** The days of a dispatched person's assignment, both included. */
    public Standing assigned(LocalDate from, LocalDate until) {
        return new Standing(
                jobRole,
                employment,
                department,
                post,
                safetyDuty,
                serviceMonths,
                agency,
                from,
                until,
                employer,
                placeOwner,
                responsibleUnit,
                payer);
    }

    public Standing withSafetyDuty(SafetyDuty duty) {
        return new Standing(
                jobRole,
                employment,
                department,
                post,
                duty,
                serviceMonths,
                agency,
                assignedFrom,
                assignedUntil,
                employer,
                placeOwner,
                responsibleUnit,
                payer);
    }

    public Standing withServiceMonths(int months) {
        return new Standing(
                jobRole,
                employment,
                department,
                post,
                safetyDuty,
                months,
                agency,
                assignedFrom,
                assignedUntil,
                employer,
                placeOwner,
                responsibleUnit,
                payer);
    }

    public Payload toPayload() {
        return Payload.builder()
                .put("jobRole", jobRole)
                .put("employment", employment)
                .put("department", department)
                .put("post", post)
                .put("safetyDuty", safetyDuty)
                .put("serviceMonths", serviceMonths)
                .put("agency", agency)
                .put("assignedFrom", assignedFrom == null ? "" : assignedFrom.toString())
                .put("assignedUntil", assignedUntil == null ? "" : assignedUntil.toString())
                .put("employer", employer)
                .put("placeOwner", placeOwner)
                .put("responsibleUnit", responsibleUnit)
                .put("payer", payer)
                .build();
    }

    public static Standing fromPayload(Payload payload) {
        return new Standing(
                payload.constant("jobRole", JobRole.class).orElseThrow(),
                payload.constant("employment", Employment.class).orElseThrow(),
                payload.string("department"),
                payload.string("post"),
                payload.constant("safetyDuty", SafetyDuty.class).orElse(SafetyDuty.NONE),
                (int) payload.number("serviceMonths"),
                payload.string("agency"),
                payload.optional("assignedFrom").map(LocalDate::parse).orElse(null),
                payload.optional("assignedUntil").map(LocalDate::parse).orElse(null),
                payload.string("employer"),
                payload.string("placeOwner"),
                payload.string("responsibleUnit"),
                payload.string("payer"));
    }
}
