package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.channel.Channel;
import io.hazardreport.channel.ChannelTest;
import io.hazardreport.channel.Desk;
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
import io.hazardreport.scheme.Scheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When each channel to a desk was tried, by whom, and whether it worked. */
public final class ChannelTests {

    /** How tests are stored: one stream a unit, one event a test. */
    public static final StreamKind KIND = new StreamKind(
            "channel-test",
            "channel_test",
            List.of(Column.number("tests"), Column.instant("last_at")),
            EventTypes.of("TESTED"));

    private static final StreamId STREAM =
            new StreamId(KIND, UUID.nameUUIDFromBytes("channel-test".getBytes(StandardCharsets.UTF_8)));

    private final Core core;
    private final Schemes schemes;

    ChannelTests(Core core, Schemes schemes) {
        this.core = core;
        this.schemes = schemes;
    }

    /** A channel of a desk that has no successful test. */
    public record Untested(Desk desk, Channel channel) {}

    /**
     * Puts a test on record; the same one again changes nothing.
     *
     * @throws InvalidInputException when the rule in force has no such channel, or the day is still to come
     */
    public void record(UnitId unit, ChannelTest test) {
        Instant now = core.now();
        Scheme scheme = schemes.inForce(unit, now);
        List<String> known = scheme.desks().stream()
                .flatMap(desk -> desk.channels().stream().map(channel -> desk.code() + " " + channel))
                .toList();
        String named = test.desk() + " " + test.channel();
        if (!known.contains(named)) {
            throw new InvalidInputException(
                    Problem.of("channel.test-unknown", "channel", named, String.join(", ", known)));
        }
        LocalDate today = LocalDate.ofInstant(now, scheme.rules().zone());
        if (test.on().isAfter(today)) {
            throw new InvalidInputException(Problem.of("channel.test-future", named, test.on(), "≤ " + today));
        }
        List<Event> earlier = core.journal().events(unit, STREAM);
        if (earlier.stream().anyMatch(event -> ChannelTest.from(event.read()).equals(test))) {
            return;
        }
        Event event = new Journaling(unit, "channel-test:" + core.ids().next(now), now)
                .event(
                        STREAM,
                        earlier.size(),
                        earlier.isEmpty()
                                ? Event.NO_HASH
                                : earlier.get(earlier.size() - 1).hash(),
                        "TESTED",
                        now,
                        test.by().value(),
                        Role.RECEIVER,
                        scheme.version(),
                        "ON_RECORD",
                        "ON_RECORD",
                        test.payload());
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("tests", earlier.size() + 1L);
        columns.put("last_at", now);
        Snapshot snapshot =
                new Snapshot(STREAM, earlier.size() + 1L, event.hash(), "ON_RECORD", columns, Payload.EMPTY);
        Outcome outcome = core.journal()
                .commit(unit, List.of(new Write.Append(STREAM, earlier.size(), snapshot, List.of(event))));
        if (!(outcome instanceof Outcome.Saved)) {
            throw new StaleReportException("another test was recorded for " + unit + " at the same time", false);
        }
    }

    /** All tests on record, in the order they were recorded. */
    public List<ChannelTest> of(UnitId unit) {
        return core.journal().events(unit, STREAM).stream()
                .map(event -> ChannelTest.from(event.read()))
                .toList();
    }

    /** The channels of the rule in force that nobody found to work on or after this day; a changed number is one of them. */
    public List<Untested> untested(UnitId unit, LocalDate since) {
        List<ChannelTest> good = of(unit).stream()
                .filter(test -> test.worked() && !test.on().isBefore(since))
                .toList();
        List<Untested> untested = new ArrayList<>();
        for (Desk desk : schemes.inForce(unit, core.now()).desks()) {
            for (Channel channel : desk.channels()) {
                if (good.stream()
                        .noneMatch(test -> test.desk().equals(desk.code())
                                && test.channel().equals(channel))) {
                    untested.add(new Untested(desk, channel));
                }
            }
        }
        return untested;
    }
}
