package io.hazardreport.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time that does not count towards a limit. Hours stand still inside it; of limits in days only those days
 * do not count that lie wholly inside.
 *
 * @param from inclusive
 * @param until exclusive; not before {@code from}
 */
public record Pause(Instant from, Instant until) {

    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a pause until " + until + " cannot begin at " + from);
        }
    }

    /** The same time without overlaps, in order; pauses that touch become one. */
    static List<Pause> merged(List<Pause> pauses) {
        List<Pause> merged = new ArrayList<>();
        pauses.stream()
                .filter(pause -> pause.from().isBefore(pause.until()))
                .sorted(Comparator.comparing(Pause::from))
                .forEach(pause -> {
                    Pause last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                    if (last != null && !pause.from().isAfter(last.until())) {
                        Instant until = pause.until().isAfter(last.until()) ? pause.until() : last.until();
                        merged.set(merged.size() - 1, new Pause(last.from(), until));
                    } else {
                        merged.add(pause);
                    }
                });
        return merged;
    }

    boolean covers(LocalDate day, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return !from.isAfter(start) && !until.isBefore(end);
    }
}
