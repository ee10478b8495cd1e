package io.hazardreport.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.journal.Payload;

/**
 * What a report keeps of a person that is not the person, as it was at the time of the report.
 *
 * @param department code, not a name
 * @param post what the person does; a code
 * @param serviceMonths whole months of service, 0 or more
 * @param agency who dispatched the person; empty for everybody else
 * @param employer who employs the person; empty: this unit
 * @param placeOwner who owns the place; empty: this unit
 * @param responsibleUnit who must put it right; empty: this unit
 * @param payer who pays the reward; empty: this unit, also for dispatched workers
 */
public record Standing(
        @JsonProperty("jobRole") JobRole jobRole,
        @JsonProperty("employment") Employment employment,
        @JsonProperty("department") String department,
        @JsonProperty("post") String post,
        @JsonProperty("safetyDuty") SafetyDuty safetyDuty,
        @JsonProperty("serviceMonths") int serviceMonths,
        @JsonProperty("agency") String agency,
        @JsonProperty("employer") String employer,
        @JsonProperty("placeOwner") String placeOwner,
        @JsonProperty("responsibleUnit") String responsibleUnit,
        @JsonProperty("payer") String payer) {

    public static Standing of(JobRole jobRole, Employment employment, String department) {
        return new Standing(jobRole, employment, department, "", SafetyDuty.NONE, 12, "", "", "", "", "");
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
                agencyName,
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
                payload.string("employer"),
                payload.string("placeOwner"),
                payload.string("responsibleUnit"),
                payload.string("payer"));
    }
}
