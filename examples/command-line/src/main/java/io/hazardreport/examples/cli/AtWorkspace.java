package io.hazardreport.examples.cli;

import io.hazardreport.Owed;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.deadline.Due;
import io.hazardreport.report.HazardReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command on the database in a folder. */
abstract class AtWorkspace extends Localised {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(names = "--folder", defaultValue = ".", description = "where the database lies (default: here)")
    private Path folder = Path.of(".");

    @Option(
            names = "--database",
            defaultValue = "hazard-report",
            description = "hazard-report | hazard-report-demo (default: ${DEFAULT-VALUE})")
    private String database = "hazard-report";

    Path folder() {
        return folder;
    }

    Workspace open() {
        return Workspace.open(folder, database, Clock.systemUTC());
    }

    /** A local time; now when it is empty. */
    static Instant instant(String option, String text) {
        if (text.isEmpty()) {
            return Instant.now();
        }
        try {
            String full = text.length() == 10 ? text + "T00:00" : text.replace(' ', 'T');
            return LocalDateTime.parse(full).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(Problem.of("cli.bad-value", option, text, "2024-09-27T16:30"));
        }
    }

    static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE).toString().replace('T', ' ').substring(0, 16);
    }

    /** By receipt number or id. */
    static HazardReport report(Workspace workspace, String named) {
        Optional<HazardReport> found;
        try {
            found = named.length() == 36
                    ? workspace.reporting().reports().find(Workspace.UNIT, ReportId.of(named))
                    : workspace.reporting().reports().find(Workspace.UNIT, new ReceiptNumber(named));
        } catch (IllegalArgumentException unreadable) {
            found = Optional.empty();
        }
        return found.orElseThrow(() ->
                new InvalidInputException(Problem.of("cli.no-such-report", "REPORT", named, "20240902-… | UUID")));
    }

    Columns owed(List<Owed> owed) {
        Columns columns = new Columns().row(say("due-by"), say("status"), say("receipt"), say("what"), say("who"));
        owed.forEach(o -> columns.row(
                Due.shown(o.obligation().due(), ZONE), in(o.status().displayName()), o.label(), in(o.text()), who(o)));
        return columns;
    }

    /** The role, who it lies with by name, and behind an arrow who answers where that is somebody else. */
    String who(Owed owed) {
        List<String> answering = owed.answering().stream().map(PersonId::value).toList();
        String named = owed.named().isEmpty() ? "" : " " + String.join(", ", owed.named());
        boolean others = !answering.isEmpty() && !answering.equals(owed.named());
        return in(owed.obligation().owner().displayName())
                + named
                + (others ? (named.isEmpty() ? " " : " → ") + String.join(", ", answering) : "");
    }

    /** How long something is late: whole days and hours. */
    String late(Instant due, Instant at) {
        Duration late = Duration.between(due, at);
        return say(
                "late-by", Map.of("days", Long.toString(late.toDays()), "hours", Integer.toString(late.toHoursPart())));
    }
}
