package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A hazard report, by a UUID that the library or the client made. */
public record ReportId(UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReportId of(String uuid) {
        return new ReportId(UUID.fromString(uuid));
    }

    public static ReportId of(UUID uuid) {
        return new ReportId(uuid);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
