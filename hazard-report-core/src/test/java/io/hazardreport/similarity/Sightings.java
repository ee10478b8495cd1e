package io.hazardreport.similarity;

import io.hazardreport.base.ReportId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What people saw of a leaking bottom valve. */
final class Sightings {

    static final Instant MORNING = Instant.parse("2024-09-02T01:00:00Z");

    static final Sighting LEAK = seen("leak", "合成车间二号反应釜", "E03", 0, "反应釜底阀泄漏，地面有物料");

    private Sightings() {}

    static Sighting seen(String name, String place, String item, long hoursLater, String text) {
        return new Sighting(id(name), "", place, item, MORNING.plusSeconds(hoursLater * 3600), text);
    }

    static ReportId id(String name) {
        return ReportId.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
