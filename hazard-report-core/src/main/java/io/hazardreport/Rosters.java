package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.Absence;
import io.hazardreport.channel.Roster;
import io.hazardreport.channel.Shift;
import io.hazardreport.exchange.Table;
import io.hazardreport.exchange.TableReader;
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
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each unit's duty roster and absences, imported stretch by stretch; a newer stretch replaces what lay in it. */
public final class Rosters {

    /** How rosters are stored: one stream a unit, one event an import. */
    public static final StreamKind KIND = new StreamKind(
            "roster", "roster", List.of(Column.number("shifts"), Column.instant("until_at")), EventTypes.of("LOADED"));

    private static final StreamId STREAM =
            new StreamId(KIND, UUID.nameUUIDFromBytes("roster".getBytes(StandardCharsets.UTF_8)));
    private static final String ALLOWED = "from,until,role,person[,shift,coveredBy]";
    private static final Set<String> AWAY = Set.of("AWAY", "请假", "休假", "离岗");
    private static final Set<String> BACK = Set.of("BACK", "销假");

    private final Core core;
    private final Schemes schemes;
    private final Map<UnitId, Known> known = new ConcurrentHashMap<>();

    /** The fold up to a hash; the chain makes it the roster's name. */
    private record Known(String headHash, Roster roster) {}

    Rosters(Core core, Schemes schemes) {
        this.core = core;
        this.schemes = schemes;
    }

    /**
     * Takes in a CSV or Excel file with the columns {@code from, until, role, person} and, if wanted, {@code shift} (the
     * shift's name, 白班) and {@code coveredBy} (who stands in): local times as {@code 2024-09-02T20:00} or
     * {@code 2024-09-02 20:00}, a role's code, {@code AWAY} (请假) for absence, or {@code BACK} (销假) where an absence
     * told before is taken back. The shifts of each role in it replace those of the same role between its first and last
     * instant, its absences those of the same person; all else stays.
     *
     * @return the roster as it now is
     * @throws InvalidInputException with every wrong row; then nothing is taken
     */
    public Roster load(UnitId unit, byte[] file) {
        ZoneId zone = schemes.inForce(unit, core.now()).rules().zone();
        return load(unit, read(TableReader.read(file), zone));
    }

    /** Takes in shifts made elsewhere. */
    public Roster load(UnitId unit, Roster newer) {
        List<Event> earlier = core.journal().events(unit, STREAM);
        Roster roster = fold(earlier).replaced(newer);
        Instant now = core.now();
        Event event = new Journaling(unit, "roster:" + core.ids().next(now), now)
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
                        "",
                        "IN_FORCE",
                        "IN_FORCE",
                        newer.payload());
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("shifts", (long) roster.shifts().size());
        columns.put(
                "until_at",
                roster.shifts().stream()
                        .map(Shift::until)
                        .max(Instant::compareTo)
                        .orElse(null));
        Snapshot snapshot = new Snapshot(STREAM, earlier.size() + 1L, event.hash(), "IN_FORCE", columns, Payload.EMPTY);
        Outcome outcome = core.journal()
                .commit(unit, List.of(new Write.Append(STREAM, earlier.size(), snapshot, List.of(event))));
        if (!(outcome instanceof Outcome.Saved)) {
            throw new StaleReportException("another roster was loaded for " + unit + " at the same time", false);
        }
        return roster;
    }

    /** The roster as it is known now; empty when none was loaded. */
    public Roster of(UnitId unit) {
        return core.journal()
                .snapshot(unit, STREAM)
                .map(head -> known.compute(
                                unit,
                                (of, last) ->
                                        last != null && last.headHash().equals(head.headHash()) ? last : read(unit))
                        .roster())
                .orElse(Roster.EMPTY);
    }

    private Known read(UnitId unit) {
        List<Event> events = core.journal().events(unit, STREAM);
        return new Known(events.get(events.size() - 1).hash(), fold(events));
    }

    private static Roster fold(List<Event> events) {
        Roster roster = Roster.EMPTY;
        for (Event event : events) {
            roster = roster.replaced(Roster.from(event.read()));
        }
        return roster;
    }

    private static Roster read(Table table, ZoneId zone) {
        List<String> header = table.header().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<Problem> problems = new ArrayList<>();
        for (String column : List.of("from", "until", "role", "person")) {
            if (!header.contains(column)) {
                problems.add(Problem.of("channel.roster-column", column, header, ALLOWED));
            }
        }
        List<Shift> shifts = new ArrayList<>();
        List<Absence> absences = new ArrayList<>();
        if (problems.isEmpty()) {
            for (Table.Row row : table.rows()) {
                row(row, header, zone, shifts, absences, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new Roster(shifts, absences);
    }

    private static void row(
            Table.Row row,
            List<String> header,
            ZoneId zone,
            List<Shift> shifts,
            List<Absence> absences,
            List<Problem> problems) {
        int before = problems.size();
        String at = "row[" + row.number() + "].";
        Instant from = instant(cell(row, header, "from"), at + "from", zone, problems);
        Instant until = instant(cell(row, header, "until"), at + "until", zone, problems);
        String role = cell(row, header, "role").toUpperCase(Locale.ROOT);
        boolean back = BACK.contains(role);
        boolean away = AWAY.contains(role) || back;
        Optional<Role> onDuty = Arrays.stream(Role.values())
                .filter(r -> r.name().equals(role) || r.displayName().zh().equals(role))
                .findFirst();
        if (!away && onDuty.isEmpty()) {
            String roles = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.joining(", "));
            problems.add(Problem.of("channel.roster-value", at + "role", role, "AWAY, BACK, " + roles));
        }
        if (problems.size() == before && !from.isBefore(until)) {
            problems.add(Problem.of("channel.roster-value", at + "until", until, "> " + from));
        }
        String person = cell(row, header, "person");
        if (person.isEmpty()) {
            problems.add(Problem.of("channel.roster-value", at + "person", "", "1-40"));
        }
        String cover = header.contains("coveredby") ? cell(row, header, "coveredby") : "";
        if (!cover.isEmpty() && (!away || cover.equals(person))) {
            problems.add(Problem.of("channel.roster-value", at + "coveredBy", cover, away ? "≠ " + person : "AWAY"));
        }
        if (problems.size() > before) {
            return;
        }
        if (away) {
            Optional<PersonId> coveredBy = cover.isEmpty() ? Optional.empty() : Optional.of(PersonId.of(cover));
            absences.add(new Absence(from, until, PersonId.of(person), coveredBy, back));
        } else {
            String name = header.contains("shift") ? cell(row, header, "shift") : "";
            shifts.add(new Shift(from, until, onDuty.orElseThrow(), PersonId.of(person), name));
        }
    }

    private static String cell(Table.Row row, List<String> header, String column) {
        return row.cell(header.indexOf(column)).strip();
    }

    private static Instant instant(String text, String path, ZoneId zone, List<Problem> problems) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            problems.add(Problem.of("channel.roster-value", path, text, "2024-09-02T20:00"));
            return Instant.EPOCH;
        }
    }
}
