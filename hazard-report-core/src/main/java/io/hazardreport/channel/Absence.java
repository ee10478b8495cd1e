package io.hazardreport.channel;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which somebody is away, whatever the duty roster says of him.
 *
 * @param from inclusive
 * @param until exclusive
 * @param coveredBy who stands in for him; empty: whoever is on duty in the role
 * @param back whether it takes back an absence told before: he is there after all (销假)
 */
public record Absence(
        Instant from,
        Instant until,
        PersonId person,
        Optional<PersonId> coveredBy,
        @JsonSetter(nulls = AS_EMPTY) boolean back) {

    boolean covers(Instant at) {
        return !back && !at.isBefore(from) && at.isBefore(until);
    }

    Absence between(Instant start, Instant end) {
        return new Absence(start, end, person, coveredBy, back);
    }
}
