package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One company (生产经营单位) in the host's own terms: 1 to 40 letters, digits, {@code - _ .}; leads every key in storage. */
public record UnitId(String value) implements Comparable<UnitId> {

    public UnitId {
        if (!value.matches("[A-Za-z0-9_.-]{1,40}")) {
            throw new InvalidInputException(Problem.of("base.bad-unit-id", "unit", value, "1-40 × A-Z a-z 0-9 _ . -"));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitId of(String value) {
        return new UnitId(value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
