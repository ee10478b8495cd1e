package io.hazardreport;

import static io.hazardreport.loop.Role.ADJUDICATOR;
import static io.hazardreport.loop.Role.DUTY_HEAD;
import static io.hazardreport.loop.Role.PRINCIPAL;
import static io.hazardreport.loop.Role.RECEIVER;
import static io.hazardreport.loop.Role.RECHECKER;
import static io.hazardreport.loop.Role.RECTIFIER;
import static io.hazardreport.loop.Role.REPORTER;
import static io.hazardreport.loop.Role.SAFETY_HEAD;
import static io.hazardreport.loop.Role.SYSTEM;
import static io.hazardreport.loop.Role.UNION;
import static io.hazardreport.loop.Role.VERIFIER;
import static io.hazardreport.loop.Role.WORKER;
import static io.hazardreport.report.ReportState.RECTIFYING;

import io.hazardreport.base.ReportId;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.FreeText;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.StreamId;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Separation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects events of reports as the loop makes them. */
class GoldenReports {

    static final ReportId REPORT = ReportId.of(UUID.fromString("01923105-7a2e-7c31-9d4f-2b6c8e0a1f35"));
    static final ReportId OTHER = ReportId.of(UUID.fromString("019230ff-1b44-7e02-8a6d-5f3e9c7b2d18"));
    static final String PSEUDONYM = "P-3f9k2mq7";
    static final LocalDate DAY = LocalDate.parse("2024-10-15");
    static final List<Obligation> NOTHING = List.of();

    private final List<GoldenEvent> all = new ArrayList<>();

    /** One event of each action on a report, and one of each further form an action's event has. */
    static List<GoldenEvent> all() {
        GoldenReports reports = new GoldenReports();
        new GoldenLoop(reports).tell();
        new GoldenFollowUps(reports).tell();
        return reports.all;
    }

    void simple(Role role, ReportState state, ReportAction action, String... closes) {
        add("", role, state, state, new ReportAct.Simple(action, text(31)), NOTHING, closes);
    }

    void notice(ReportAction action, String reference, String... closes) {
        add("", PRINCIPAL, RECTIFYING, RECTIFYING, new ReportAct.Notice(action, reference), NOTHING, closes);
    }

    void move(Role role, ReportState from, ReportState to, ReportAct act, Obligation... opens) {
        add("", role, from, to, act, List.of(opens));
    }

    void add(
            String variant,
            Role role,
            ReportState from,
            ReportState to,
            ReportAct act,
            List<Obligation> opens,
            String... closes) {
        add(variant, event(role, from, to, act, opens, List.of(closes), List.of()));
    }

    void add(String variant, ReportEvent event) {
        all.add(golden(variant, event));
    }

    static GoldenEvent golden(String variant, ReportEvent event) {
        return GoldenEvent.of(
                new StreamId(HazardReport.KIND, REPORT.value()),
                event.action() == ReportAction.SUBMIT ? 1 : 7,
                event.action().name(),
                variant,
                event.actor(),
                event.role(),
                event.from().name(),
                event.to().name(),
                event.payload());
    }

    static ReportEvent event(ReportAct act) {
        ReportState state = ReportState.VERIFYING;
        return event(Role.SAFETY_HEAD, state, state, act, NOTHING, List.of(), List.of());
    }

    static ReportEvent event(
            Role role,
            ReportState from,
            ReportState to,
            ReportAct act,
            List<Obligation> opens,
            List<String> closes,
            List<Separation> waived) {
        return new ReportEvent(act, actor(role), role, GoldenEvent.AT, "2024-1", from, to, opens, closes, waived);
    }

    /** How an event calls somebody in this role. */
    static String actor(Role role) {
        return switch (role) {
            case REPORTER -> PSEUDONYM;
            case WORKER -> "W200";
            case RECEIVER -> "S001";
            case VERIFIER -> "V001";
            case RECTIFIER -> "R001";
            case RECHECKER -> "C001";
            case DUTY_HEAD -> "D001";
            case SAFETY_HEAD -> "H001";
            case PRINCIPAL -> "P001";
            case UNION -> "U001";
            case ADJUDICATOR -> "A001";
            case FINANCE -> "F001";
            case SYSTEM -> "system";
        };
    }

    static Obligation side(String code, Role owner) {
        return owed(code, owner, "", false);
    }

    static Obligation owed(String code, Role owner, String assignee, boolean main) {
        return new Obligation(code, owner, assignee, GoldenEvent.AT, Instant.parse("2024-10-08T16:00:00Z"), main);
    }

    static Evidence photo(Evidence.Stage stage, @Nullable Instant capturedAt) {
        return new Evidence(stage, "photo-" + stage.name().length(), "a1".repeat(32), 20_480, "image/jpeg", capturedAt);
    }

    /** Sealed words, as an event holds them. */
    static FreeText text(int ordinal) {
        return FreeText.from(Payload.builder()
                .put("text", ordinal)
                .put("digest", "7e".repeat(32))
                .build());
    }
}
