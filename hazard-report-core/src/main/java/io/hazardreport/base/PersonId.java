package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A person in the host's own terms, usually the staff number: 1 to 80 characters. Its {@code toString} hides it, so that
 * a log line cannot give a reporter away; {@link #value()} is for the vault and for handlers' entries.
 */
public record PersonId(String value) {

    public PersonId {
        if (value.isBlank() || value.length() > 80) {
            throw new InvalidInputException(
                    Problem.of("base.bad-person-id", "person", value.length() + " characters", "1-80"));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @JsonValue
    String json() {
        return value;
    }

    @Override
    public String toString() {
        return "PersonId[hidden]";
    }
}
