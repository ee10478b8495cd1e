package io.hazardreport;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.identity.ClaimCode;
import io.hazardreport.loop.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts: a person of the host with the roles the host vouches for, an anonymous reporter with his claim code, or the
 * host's own timer. Whether the person is the reporter the vault finds out by itself.
 */
public record Actor(
        Optional<PersonId> person,
        Optional<ClaimCode> claimCode,
        @JsonSetter(nulls = AS_EMPTY) Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor person(String person, Role... roles) {
        return new Actor(Optional.of(PersonId.of(person)), Optional.empty(), Set.of(roles));
    }

    public static Actor anonymous(ClaimCode code) {
        return new Actor(Optional.empty(), Optional.of(code), Set.of());
    }

    public static Actor system() {
        return new Actor(Optional.empty(), Optional.empty(), Set.of(Role.SYSTEM));
    }
}
