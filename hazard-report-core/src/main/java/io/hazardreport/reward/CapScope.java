package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;

/** What a cap limits; months, quarters and years are those of the report's submission. */
public enum CapScope {
    /** Everything one decision gives; cut before it is shared. */
    @JsonProperty("PER_DECISION")
    PER_DECISION,
    /** What one decision gives one person. */
    @JsonProperty("PER_PERSON")
    PER_PERSON,
    @JsonProperty("PER_PERSON_MONTH")
    PER_PERSON_MONTH,
    @JsonProperty("PER_PERSON_QUARTER")
    PER_PERSON_QUARTER,
    @JsonProperty("PER_PERSON_YEAR")
    PER_PERSON_YEAR,
    /** A pool of the whole unit. */
    @JsonProperty("PER_UNIT_MONTH")
    PER_UNIT_MONTH,
    @JsonProperty("PER_UNIT_QUARTER")
    PER_UNIT_QUARTER,
    @JsonProperty("PER_UNIT_YEAR")
    PER_UNIT_YEAR;

    /** Whether it counts each person apart. */
    public boolean ofPerson() {
        return this == PER_PERSON || this == PER_PERSON_MONTH || this == PER_PERSON_QUARTER || this == PER_PERSON_YEAR;
    }

    /** Whether it counts over several decisions. */
    public boolean isShared() {
        return this != PER_DECISION && this != PER_PERSON;
    }

    /** The period this day lies in: {@code 2024-09}, {@code 2024-Q3} or {@code 2024}. */
    String period(LocalDate day) {
        return switch (this) {
            case PER_DECISION, PER_PERSON -> "";
            case PER_PERSON_MONTH, PER_UNIT_MONTH -> YearMonth.from(day).toString();
            case PER_PERSON_QUARTER, PER_UNIT_QUARTER -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
            case PER_PERSON_YEAR, PER_UNIT_YEAR -> Integer.toString(day.getYear());
        };
    }
}
