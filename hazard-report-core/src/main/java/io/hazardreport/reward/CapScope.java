package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a cap limits; months and years are those of the report's submission. */
public enum CapScope {
    /** Everything one decision gives. */
    @JsonProperty("PER_DECISION")
    PER_DECISION,
    /** What one decision gives one person. */
    @JsonProperty("PER_PERSON")
    PER_PERSON,
    @JsonProperty("PER_PERSON_MONTH")
    PER_PERSON_MONTH,
    @JsonProperty("PER_PERSON_YEAR")
    PER_PERSON_YEAR,
    /** A pool of the whole unit. */
    @JsonProperty("PER_UNIT_MONTH")
    PER_UNIT_MONTH,
    @JsonProperty("PER_UNIT_YEAR")
    PER_UNIT_YEAR;

    /** Whether it counts each person apart. */
    public boolean ofPerson() {
        return this == PER_PERSON || this == PER_PERSON_MONTH || this == PER_PERSON_YEAR;
    }

    /** Whether it counts over several decisions. */
    public boolean isShared() {
        return this != PER_DECISION && this != PER_PERSON;
    }
}
