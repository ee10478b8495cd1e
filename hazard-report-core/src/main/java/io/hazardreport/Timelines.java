package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.base.Text;
import io.hazardreport.base.UnitId;
import io.hazardreport.category.HazardItem;
import io.hazardreport.deadline.Due;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.Assessment;
import io.hazardreport.report.FollowUp;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Visibility;
import io.hazardreport.reward.Award;
import io.hazardreport.reward.AwardEvent;
import io.hazardreport.scheme.Scheme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What became of a report, in the words of the one who reported it: every step, what comes next and by when. */
public final class Timelines {

    /** Steps that are nobody's business but the office's. */
    private static final Set<ReportAction> INTERNAL = Set.of(
            ReportAction.PROPOSE,
            ReportAction.LINK,
            ReportAction.HEAR,
            ReportAction.REASSIGN,
            ReportAction.CORRECT_RETURN);

    /** Steps of the first report that those who reported the same hazard are told; none of them speaks of a person. */
    private static final Set<ReportAction> SHARED = EnumSet.of(
            ReportAction.CONFIRM,
            ReportAction.REGRADE,
            ReportAction.START_FIX,
            ReportAction.PLAN,
            ReportAction.COMPLETE_RECTIFICATION,
            ReportAction.ACCEPT_RECHECK,
            ReportAction.REJECT_RECHECK,
            ReportAction.REOPEN);

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
        Scheme scheme = schemes.version(unit, report.schemeVersion());
        Instant now = core.now();
        Words words = reports.words(unit, loaded, reporter);
        List<TimelineEntry> lines = new ArrayList<>();
        for (ReportEvent event : report.history()) {
            if (isFor(event, acting.reference())) {
                boolean own = event.action() == ReportAction.SUBMIT;
                lines.add(new TimelineEntry(
                        event.at(), text(scheme, report, event), own ? "" : words.said(event), false));
            }
        }
        Optional<Reporter> himself = report.reporters().stream()
                .filter(r -> r.pseudonym().equals(acting.reference()))
                .findFirst();
        himself.ifPresent(r -> lines.add(new TimelineEntry(
                report.submittedAt(), Messages.text("timeline.sees." + r.confidentiality()), "", false)));
        List<Award> his = awards.ofReport(unit, report.duplicateOf().orElse(id)).stream()
                .filter(award -> award.terms().pseudonym().equals(acting.reference()))
                .toList();
        for (Award award : his) {
            award.history().forEach(event -> lines.add(new TimelineEntry(event.at(), text(award, event), "", false)));
            award.obligations().stream()
                    .filter(o -> o.owner() == Role.REPORTER)
                    .forEach(o -> lines.add(new TimelineEntry(
                            o.due(), ahead("award", o, scheme.rules().zone(), now), "", true)));
        }
        report.duplicateOf().ifPresent(first -> lines.addAll(shared(unit, first, reporter)));
        lines.addAll(due(report, scheme, now));
        lines.sort(Comparator.comparing(TimelineEntry::ahead).thenComparing(TimelineEntry::at));
        if (report.decisions() == 0 && (report.mainObligation().isPresent() || report.state() == ReportState.CLOSED)) {
            himself.flatMap(r -> new Prospects(scheme).of(report, r))
                    .ifPresent(text -> lines.add(new TimelineEntry(now, text, "", true)));
        }
        if (mayAppeal(report, acting, scheme, now)) {
            lines.add(new TimelineEntry(now, Messages.text("timeline.appeal"), "", true));
        }
        List<Obligation> late = new ArrayList<>(report.obligations());
        report.duplicateOf()
                .flatMap(first -> reports.find(unit, first))
                .ifPresent(first -> late.addAll(first.obligations()));
        rights(late, his, scheme).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private static List<TimelineEntry> due(HazardReport report, Scheme scheme, Instant now) {
        return report.obligations().stream()
                .map(o -> new TimelineEntry(o.due(), ahead(o, scheme.rules().zone(), now), "", true))
                .toList();
    }

    private static boolean mayAppeal(HazardReport report, Acting acting, Scheme scheme, Instant now) {
        ReportAct appeal = ReportAct.of(ReportAction.APPEAL, "-");
        ReportContext context = ReportContext.of(report, appeal, acting, now, scheme.rules());
        return ReportLoop.decide(context).problems().isEmpty();
    }

    /** What became of the hazard under the report that was first; without any words, and not for whom that one complains of. */
    private List<TimelineEntry> shared(UnitId unit, ReportId first, Actor reporter) {
        Reports.Loaded loaded = reports.load(unit, first);
        if (core.acting(unit, reporter, loaded.rows()).concerned()) {
            return List.of();
        }
        HazardReport report = loaded.report();
        Scheme scheme = schemes.version(unit, report.schemeVersion());
        List<TimelineEntry> lines = new ArrayList<>();
        for (ReportEvent event : report.history()) {
            if (SHARED.contains(event.action())) {
                lines.add(new TimelineEntry(event.at(), first(text(scheme, report, event)), "", false));
            }
        }
        report.mainObligation()
                .ifPresent(o -> lines.add(
                        new TimelineEntry(o.due(), first(ahead(o, scheme.rules().zone(), core.now())), "", true)));
        return lines;
    }

    private static Text first(Text step) {
        return Text.of(
                Messages.text("timeline.first", Map.of("step", step.zh())).zh(),
                Messages.text("timeline.first", Map.of("step", step.en())).en());
    }

    /**
     * When a limit of the report, of its first or of his award has passed, the way over the head and to the authority is open, and he is
     * told so.
     */
    private Optional<TimelineEntry> rights(List<Obligation> owed, List<Award> awards, Scheme scheme) {
        Instant now = core.now();
        Comparator<Late> first = Comparator.comparing(Late::due);
        return Stream.concat(
                        owed.stream().map(o -> new Late(duty("report", o), o.due())),
                        awards.stream()
                                .flatMap(award -> award.obligations().stream())
                                .filter(o -> !Reminders.RUNS_OUT.contains(o.code()))
                                .map(o -> new Late(duty("award", o), o.due())))
                .filter(late -> !now.isBefore(late.due()))
                .min(first)
                .map(late -> new TimelineEntry(now, rights(late.duty(), scheme), "", true));
    }

    private record Late(Text duty, Instant due) {}

    private static Text duty(String loop, Obligation obligation) {
        return Messages.text(loop + ".duty." + obligation.code());
    }

    /** What a reporter is told when this is overdue. */
    static Text rights(Text duty, Scheme scheme) {
        Text line = scheme.outsideLines();
        return Text.of(
                Messages.text("timeline.rights", Map.of("duty", duty.zh(), "line", line.zh()))
                        .zh(),
                Messages.text("timeline.rights", Map.of("duty", duty.en(), "line", line.en()))
                        .en());
    }

    /**
     * Every step for those who handle the report, with who took it and in which role; the reporter by his pseudonym.
     *
     * @throws InvalidInputException {@code report.not-found}, also for a person complained of and for one whose business
     *     it is not
     */
    public List<TimelineEntry> handled(UnitId unit, ReportId id, Actor handler) {
        Reports.Loaded loaded = reports.load(unit, id);
        Words said = reports.words(unit, loaded, handler);
        if (!said.isHandler()) {
            throw new InvalidInputException(Problem.of("report.not-found", "reportId", id, "-"));
        }
        List<TimelineEntry> lines = new ArrayList<>();
        for (ReportEvent event : loaded.report().history()) {
            Text action = event.action().displayName();
            Text role = event.role().displayName();
            Text to = event.to().displayName();
            boolean moved = event.from() != event.to();
            Text words = Text.of(
                    action.zh() + "（" + role.zh() + " " + event.actor() + "）" + (moved ? " → " + to.zh() : ""),
                    action.en() + " (" + role.en() + " " + event.actor() + ")" + (moved ? " → " + to.en() : ""));
            lines.add(new TimelineEntry(event.at(), words, said.said(event), false));
        }
        lines.addAll(due(loaded.report(), schemes.version(unit, loaded.report().schemeVersion()), core.now()));
        lines.sort(Comparator.comparing(TimelineEntry::ahead).thenComparing(TimelineEntry::at));
        return List.copyOf(lines);
    }

    /**
     * A sheet the reporter may take to the authority's line: what was reported when, how it was graded, what was done and
     * what is overdue. Without his name, which is his to add, and without the names of those who handled it.
     *
     * @throws InvalidInputException {@code report.not-found} for anybody but a reporter of it
     */
    public Text sheet(UnitId unit, ReportId id, Actor reporter) {
        Reports.Loaded loaded = reports.load(unit, id);
        if (!core.acting(unit, reporter, loaded.rows()).isReporter()) {
            throw new InvalidInputException(Problem.of("report.not-found", "reportId", id, "-"));
        }
        return Sheet.of(
                unit,
                loaded.report(),
                awards.ofReport(unit, id),
                schemes.version(unit, loaded.report().schemeVersion()),
                core.now(),
                text -> reports.words(unit, id, text, reporter).orElse("-"));
    }

    private static boolean isFor(ReportEvent event, String reporter) {
        boolean hidden = event.act() instanceof FollowUp.Message message
                && message.visibility() == Visibility.HANDLERS
                && !event.actor().equals(reporter);
        return !hidden && !INTERNAL.contains(event.action());
    }

    private static Text text(Scheme scheme, HazardReport report, ReportEvent event) {
        String key = "timeline." + event.action();
        if (event.act() instanceof ReportAct.Grading grading) {
            Assessment found = grading.assessment();
            Text item = scheme.rules()
                    .catalogue()
                    .item(found.item())
                    .map(HazardItem::name)
                    .orElse(Text.of(found.item(), found.item()));
            String of = key + "." + found.grade();
            return Text.of(
                    Messages.text(of, Map.of("item", found.item() + " " + item.zh(), "basis", found.basis()))
                            .zh(),
                    Messages.text(of, Map.of("item", found.item() + " " + item.en(), "basis", found.basis()))
                            .en());
        }
        if (event.act() instanceof FollowUp.Talk talk) {
            return Messages.text(key + "." + talk.kind());
        }
        if (event.action() == ReportAction.NOT_ADMIT && event.act() instanceof ReportAct.Reasoned reasoned) {
            Text reason = scheme.rules()
                    .notAdmittedReasons()
                    .getOrDefault(reasoned.reason(), Text.of(reasoned.reason(), reasoned.reason()));
            return Text.of(
                    Messages.text(key, Map.of("reason", reason.zh())).zh(),
                    Messages.text(key, Map.of("reason", reason.en())).en());
        }
        if (event.act() instanceof FollowUp.Verdict verdict) {
            return Messages.text(key + (verdict.yes() ? ".yes" : ".no"));
        }
        return Messages.text(key, Map.of("receipt", report.receipt().value()));
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

    private static Text ahead(Obligation obligation, ZoneId zone, Instant now) {
        return ahead("report", obligation, zone, now);
    }

    private static Text ahead(String loop, Obligation obligation, ZoneId zone, Instant now) {
        Text duty = Messages.text(loop + ".duty." + obligation.code());
        String key = obligation.isOverdue(now) ? "timeline.late" : "timeline.ahead";
        String end = Due.shown(obligation.due(), zone);
        return Text.of(
                Messages.text(key, Map.of("duty", duty.zh(), "end", end)).zh(),
                Messages.text(key, Map.of("duty", duty.en(), "end", end)).en());
    }
}
