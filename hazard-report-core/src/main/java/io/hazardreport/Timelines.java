package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.Text;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a report, in the words of the one who reported it: every step, what comes next and by when. */
public final class Timelines {

    /** Steps that are nobody's business but the office's. */
    private static final Set<ReportAction> INTERNAL =
            Set.of(ReportAction.PROPOSE, ReportAction.LINK, ReportAction.HEAR, ReportAction.REASSIGN);

    /** Steps whose note was written to the reporter. */
    private static final Set<ReportAction> SAID = Set.of(
            ReportAction.ANSWER,
            ReportAction.NOT_ADMIT,
            ReportAction.FIND_UNFOUNDED,
            ReportAction.FIND_UNVERIFIABLE,
            ReportAction.DISMISS_APPEAL);

    private final Core core;
    private final Reports reports;
    private final Awards awards;
    private final Schemes schemes;

    Timelines(Core core, Reports reports, Awards awards, Schemes schemes) {
        this.core = core;
        this.reports = reports;
        this.awards = awards;
        this.schemes = schemes;
    }

    /**
     * For one of the report's reporters only; to anybody else the report is not there.
     *
     * @throws InvalidInputException {@code report.not-found}
     */
    public List<TimelineEntry> of(UnitId unit, ReportId id, Actor reporter) {
        Reports.Loaded loaded = reports.load(unit, id);
        var acting = core.acting(unit, reporter, loaded.rows());
        if (!acting.isReporter()) {
            throw new InvalidInputException(Problem.of("report.not-found", "reportId", id, "-"));
        }
        HazardReport report = loaded.report();
        ZoneId zone = schemes.version(unit, report.schemeVersion()).rules().zone();
        List<TimelineEntry> lines = new ArrayList<>();
        for (ReportEvent event : report.history()) {
            if (!INTERNAL.contains(event.action())) {
                lines.add(new TimelineEntry(event.at(), text(report, event), said(unit, id, event, reporter), false));
            }
        }
        for (Award award : awards.ofReport(unit, id)) {
            if (award.terms().pseudonym().equals(acting.reference())) {
                award.history()
                        .forEach(event -> lines.add(new TimelineEntry(event.at(), text(award, event), "", false)));
            }
        }
        for (Obligation obligation : report.obligations()) {
            lines.add(new TimelineEntry(obligation.due(), ahead(obligation, zone), "", true));
        }
        lines.sort(Comparator.comparing(TimelineEntry::ahead).thenComparing(TimelineEntry::at));
        return List.copyOf(lines);
    }

    private String said(UnitId unit, ReportId id, ReportEvent event, Actor reporter) {
        FreeText note = FreeText.NONE;
        if (SAID.contains(event.action())) {
            if (event.act() instanceof ReportAct.Simple simple) {
                note = simple.note();
            } else if (event.act() instanceof ReportAct.Reasoned reasoned) {
                note = reasoned.note();
            }
        }
        return reports.words(unit, id, note, reporter).orElse("");
    }

    private static Text text(HazardReport report, ReportEvent event) {
        String key = "timeline." + event.action();
        if (event.act() instanceof ReportAct.Grading grading) {
            Assessment found = grading.assessment();
            return Messages.text(
                    key + "." + found.grade(),
                    Map.of("item", found.item(), "basis", found.basis(), "tier", found.tier()));
        }
        return Messages.text(
                key,
                Map.of(
                        "receipt", report.receipt().value(),
                        "round", Long.toString(report.recheckRounds()),
                        "by",
                                event.role() == Role.REPORTER
                                        ? ""
                                        : event.role().displayName().zh()));
    }

    private static Text text(Award award, AwardEvent event) {
        if (award.terms().isRefusal()) {
            Text reason = Messages.text("worker.reason." + award.terms().title());
            String key = "timeline.award.refusal." + event.action();
            return Text.of(
                    Messages.text(key, Map.of("title", reason.zh())).zh(),
                    Messages.text(key, Map.of("title", reason.en())).en());
        }
        String form = award.terms().component();
        return Messages.find(
                        "timeline.award." + form + "." + event.action(),
                        Map.of(
                                "amount",
                                award.terms().amount().toString(),
                                "title",
                                award.terms().title()))
                .orElseGet(() -> Messages.text(
                        "timeline.award." + event.action(),
                        Map.of(
                                "amount",
                                award.terms().amount().toString(),
                                "title",
                                award.terms().title())));
    }

    private static Text ahead(Obligation obligation, ZoneId zone) {
        Text duty = Messages.text("report.duty." + obligation.code());
        Instant lastMoment = obligation.due().minusMillis(1);
        String day = LocalDate.ofInstant(lastMoment, zone).toString();
        return Text.of(
                Messages.text("timeline.ahead", Map.of("duty", duty.zh(), "day", day))
                        .zh(),
                Messages.text("timeline.ahead", Map.of("duty", duty.en(), "day", day))
                        .en());
    }
}
