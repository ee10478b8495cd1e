package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.deadline.WorkingCalendar;
import io.hazardreport.fund.FundSource;
import io.hazardreport.journal.Column;
import io.hazardreport.journal.Event;
import io.hazardreport.journal.EventTypes;
import io.hazardreport.journal.Outcome;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.Snapshot;
import io.hazardreport.journal.StaleReportException;
import io.hazardreport.journal.StreamId;
import io.hazardreport.journal.StreamKind;
import io.hazardreport.journal.Write;
import io.hazardreport.loop.Role;
import io.hazardreport.report.ReportRules;
import io.hazardreport.scheme.ReadScheme;
import io.hazardreport.scheme.Scheme;
import io.hazardreport.scheme.SchemeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions of each unit's rule; the one in force at a report's submission judges that report to its end. */
public final class Schemes {

    /** How schemes are stored: one stream a unit, one event a version, the document whole in its payload. */
    public static final StreamKind KIND = new StreamKind(
            "scheme",
            "scheme",
            List.of(Column.code("version_code"), Column.instant("valid_from"), Column.instant("loaded_at")),
            EventTypes.of("LOADED"));

    private static final StreamId STREAM =
            new StreamId(KIND, UUID.nameUUIDFromBytes("scheme".getBytes(StandardCharsets.UTF_8)));

    private static final Logger LOG = LoggerFactory.getLogger(Schemes.class);

    private static final int SOON = 60;

    /**
     * What the event of a loading holds.
     *
     * @param validFrom from when it really is valid
     */
    record Loading(String version, Instant validFrom, String document) {

        Payload payload() {
            return Payload.builder()
                    .put("version", version)
                    .put("validFrom", validFrom)
                    .put("document", document)
                    .build();
        }

        static Loading from(Event event) {
            Payload payload = event.read();
            return new Loading(
                    payload.required("version"),
                    payload.instant("validFrom").orElseThrow(),
                    payload.required("document"));
        }
    }

    private final Core core;
    private final Map<String, Scheme> parsed = new ConcurrentHashMap<>();

    Schemes(Core core) {
        this.core = core;
    }

    /**
     * Loads a version. It is valid from the date it names, but never from before now. Loading the same document again
     * changes nothing. Where desks, people or channels differ from the version before, a warning
     * {@code scheme.notice-renewal} says so: the public notice must be renewed. Where the calendar ends within 60 days,
     * {@code scheme.calendar-ends} does.
     *
     * @throws InvalidInputException with every problem of the document, or when the version exists with other content
     */
    public ReadScheme load(UnitId unit, String json) {
        ReadScheme read = warned(unit, SchemeReader.read(json));
        Scheme scheme = read.orThrow();
        List<Event> earlier = core.journal().events(unit, STREAM);
        for (Event event : earlier) {
            Loading loading = Loading.from(event);
            if (loading.version().equals(scheme.version())) {
                if (loading.document().equals(json)) {
                    return read;
                }
                throw new InvalidInputException(
                        Problem.of("scheme.version-exists", "version", scheme.version(), "a new version"));
            }
        }
        List<Scheme> versions = versions(unit);
        Optional<Scheme> before =
                versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        Instant now = core.now();
        Instant from = scheme.validFrom().isBefore(now) ? now : scheme.validFrom();
        Event event = new Journaling(unit, "scheme:" + scheme.version(), now)
                .event(
                        STREAM,
                        earlier.size(),
                        earlier.isEmpty()
                                ? Event.NO_HASH
                                : earlier.get(earlier.size() - 1).hash(),
                        "LOADED",
                        now,
                        "system",
                        Role.SYSTEM,
                        scheme.version(),
                        "IN_FORCE",
                        "IN_FORCE",
                        new Loading(scheme.version(), from, json).payload());
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("version_code", scheme.version());
        columns.put("valid_from", from);
        columns.put("loaded_at", now);
        Snapshot snapshot = new Snapshot(STREAM, earlier.size() + 1L, event.hash(), "IN_FORCE", columns, Payload.EMPTY);
        Outcome outcome = core.journal()
                .commit(unit, List.of(new Write.Append(STREAM, earlier.size(), snapshot, List.of(event))));
        if (!(outcome instanceof Outcome.Saved)) {
            throw new StaleReportException("another scheme was loaded for " + unit + " at the same time", false);
        }
        LOG.info("unit {}: scheme {} loaded, valid from {}", unit, scheme.version(), from);
        return before.map(last -> read.with(NoticeRenewal.warnings(last, scheme)))
                .orElse(read);
    }

    /** Warns when the calendar, the years of earlier versions included, ends soon: working days cannot be counted after it. */
    private ReadScheme warned(UnitId unit, ReadScheme read) {
        if (read.scheme().isEmpty()) {
            return read;
        }
        ReportRules rules = read.scheme().get().rules();
        WorkingCalendar calendar = rules.calendar();
        for (Scheme earlier : versions(unit)) {
            calendar = calendar.and(earlier.rules().calendar());
        }
        LocalDate last = calendar.lastDay();
        if (last.isAfter(LocalDate.ofInstant(core.now(), rules.zone()).plusDays(SOON))) {
            return read;
        }
        return read.with(
                List.of(Problem.of("scheme.calendar-ends", "calendar", last, Integer.toString(last.getYear() + 1))));
    }

    /**
     * All versions, oldest first, each valid from when it really is. The calendar is one for all of them, each year by the
     * latest version that has it, so that a report taken in under an older one can go on.
     */
    public List<Scheme> versions(UnitId unit) {
        List<Scheme> versions = new ArrayList<>();
        WorkingCalendar known = WorkingCalendar.china();
        for (Event event : core.journal().events(unit, STREAM)) {
            Loading loading = Loading.from(event);
            Scheme scheme = parsed.computeIfAbsent(
                    event.hash(), hash -> SchemeReader.read(loading.document()).orThrow());
            versions.add(scheme.from(loading.validFrom()));
            known = scheme.rules().calendar().and(known);
        }
        WorkingCalendar all = known;
        return versions.stream().map(scheme -> scheme.by(all)).toList();
    }

    /** @throws InvalidInputException when the unit has no such version */
    public Scheme version(UnitId unit, String version) {
        return versions(unit).stream()
                .filter(scheme -> scheme.version().equals(version))
                .findFirst()
                .orElseThrow(() -> none(unit, version));
    }

    /** The version in force at an instant: the latest valid by then. */
    public Scheme inForce(UnitId unit, Instant at) {
        return find(versions(unit), at).orElseThrow(() -> none(unit, at.toString()));
    }

    /**
     * The fund sources of a budget year, with the budgets of the versions in force in it, the later one's where several
     * were; where none was, those of the version in force now.
     */
    List<FundSource> sourcesIn(UnitId unit, int year) {
        Map<String, FundSource> sources = new LinkedHashMap<>();
        List<Scheme> versions = versions(unit).stream()
                .sorted(Comparator.comparing(Scheme::validFrom))
                .toList();
        for (int i = 0; i < versions.size(); i++) {
            Scheme scheme = versions.get(i);
            boolean begun = yearOf(scheme) <= year;
            boolean endedBefore = i + 1 < versions.size() && yearOf(versions.get(i + 1)) < year;
            if (begun && !endedBefore) {
                scheme.sources().forEach(source -> sources.put(source.code(), source));
            }
        }
        return sources.isEmpty() ? inForce(unit, core.now()).sources() : List.copyOf(sources.values());
    }

    private static int yearOf(Scheme scheme) {
        return LocalDate.ofInstant(scheme.validFrom(), scheme.rules().zone()).getYear();
    }

    /** The version in force when a report was handed in; where there was none yet, when it was recorded. */
    Scheme forSubmission(UnitId unit, Instant handedIn, Instant recorded) {
        List<Scheme> versions = versions(unit);
        return find(versions, handedIn)
                .or(() -> find(versions, recorded))
                .orElseThrow(() -> none(unit, recorded.toString()));
    }

    static Optional<Scheme> find(List<Scheme> versions, Instant at) {
        return versions.stream()
                .filter(scheme -> !scheme.validFrom().isAfter(at))
                .reduce((earlier, later) -> later.validFrom().isBefore(earlier.validFrom()) ? earlier : later);
    }

    private static InvalidInputException none(UnitId unit, String what) {
        return new InvalidInputException(
                Problem.of("scheme.none-in-force", "scheme", what, "schemes().load(" + unit + ", …)"));
    }
}
