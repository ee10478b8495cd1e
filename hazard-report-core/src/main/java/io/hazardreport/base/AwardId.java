package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One beneficiary's one component of a reward, by a UUID that the library or the client made. */
public record AwardId(UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AwardId of(String uuid) {
        return new AwardId(UUID.fromString(uuid));
    }

    public static AwardId of(UUID uuid) {
        return new AwardId(uuid);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
