package io.hazardreport.report;

import io.hazardreport.base.Problem;
import io.hazardreport.base.ReportId;
import io.hazardreport.deadline.MissingCalendarYearException;
import io.hazardreport.deadline.Pause;
import io.hazardreport.loop.Advance;
import io.hazardreport.loop.Clocks;
import io.hazardreport.loop.Decided;
import io.hazardreport.loop.Duty;
import io.hazardreport.loop.Loop;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.loop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The closed loop of a hazard report, as one table. Everything else derives from it: decisions, what is allowed, the
 * obligations, the printed table and the diagram.
 */
public final class ReportLoop {

    private static final Loop<ReportState, ReportAction, ReportContext> LOOP = ReportTable.LOOP;

    private ReportLoop() {}

    /** The table. */
    public static Loop<ReportState, ReportAction, ReportContext> table() {
        return LOOP;
    }

    /** Whether reports that hang on one in this state must revive. */
    public static boolean hasFallen(ReportState state) {
        return ReportTable.hasFallen(state);
    }

    /** What the submission brings: the first event of a new report. Never refused for form. */
    public static ReportEvent submit(ReportId id, Submitted submitted, Acting actor, Instant at, ReportRules rules) {
        ReportEvent bare = new ReportEvent(
                submitted,
                actor.reference(),
                Role.SYSTEM,
                at,
                rules.version(),
                ReportState.SUBMITTED,
                ReportState.SUBMITTED,
                List.of(),
                List.of(),
                List.of());
        ReportContext context = ReportContext.of(HazardReport.begin(id, bare), submitted, actor, at, rules);
        return event(LOOP.begin(ReportTable.ENTRY, context, CLOCKS), List.of(), context);
    }

    /** Answers one command; pure. */
    public static Decided<ReportEvent> decide(ReportContext context) {
        HazardReport report = context.report();
        ReportAction action = context.act().action();
        if (context.actor().concerned() || context.namesConcerned()) {
            return Decided.refused(List.of(Problem.of("report.not-routed-here", "id", report.id(), "-")));
        }
        Instant last = report.history().get(report.history().size() - 1).at();
        if (context.at().isBefore(last)) {
            return Decided.refused(
                    List.of(Problem.of("report.before-last-event", "occurredAt", context.at(), "≥ " + last)));
        }
        if (!action.act().isInstance(context.act())) {
            return Decided.refused(List.of(Problem.of(
                    "report.wrong-act",
                    action.name(),
                    context.act().getClass().getSimpleName(),
                    action.act().getSimpleName())));
        }
        try {
            return LOOP.decide(report.state(), action, context.actor().roles(), context)
                    .fold(step -> Decided.accepted(event(step, context)), Decided::refused);
        } catch (MissingCalendarYearException ends) {
            return Decided.refused(ends.problems());
        }
    }

    private static ReportEvent event(Step<ReportState, ReportAction, ReportContext> step, ReportContext context) {
        Advance<ReportState> advance = LOOP.advance(step, context, CLOCKS);
        List<Separation> waived = Arrays.stream(Separation.values())
                .filter(s -> step.requires().stream().anyMatch(g -> g.name().equals(s.name())))
                .filter(s -> s.isViolated(context))
                .toList();
        return event(advance, waived, context);
    }

    private static ReportEvent event(Advance<ReportState> advance, List<Separation> waived, ReportContext context) {
        return new ReportEvent(
                context.act(),
                context.actor().reference(),
                advance.role(),
                context.at(),
                context.rules().version(),
                advance.from(),
                advance.to(),
                advance.opens(),
                advance.closes(),
                waived);
    }

    private static final Clocks<ReportContext> CLOCKS = new Clocks<>() {

        @Override
        public Instant at(ReportContext context) {
            return context.at();
        }

        @Override
        public Set<Role> roles(ReportContext context) {
            return context.actor().roles();
        }

        @Override
        public Instant due(Duty duty, ReportContext context) {
            return ReportLoop.due(duty, context);
        }

        @Override
        public String assignee(Duty duty, ReportContext context) {
            return ReportLoop.assignee(duty, context);
        }
    };

    /** A date somebody set is a promise of its own; all else is due by the company's limits. */
    private static Instant due(Duty duty, ReportContext context) {
        ReportRules rules = context.rules();
        ReportAct act = context.act();
        if (act instanceof Submitted) {
            return rules.known(duty.limit(), context.gradeAfter(), context.at());
        }
        if (ReportTable.isMain(duty)) {
            return Promise.of(context.report(), act, context.at(), context.gradeAfter(), duty)
                    .due(pauses(context), rules);
        }
        if (act instanceof ReportAct.SetInterim interim) {
            return interim.until();
        }
        if (duty.code().equals("SUPERVISION_END") && act instanceof FollowUp.Until listed) {
            return rules.endOf(listed.until());
        }
        String step = context.report().mainObligation().map(Obligation::code).orElse("");
        Instant start =
                duty.after().isEmpty() ? context.at() : rules.due(duty.after(), context.gradeAfter(), context.at());
        return rules.due(duty.limit(), step, context.gradeAfter(), start);
    }

    /** The pauses the main due is counted with after the act. */
    private static List<Pause> pauses(ReportContext context) {
        HazardReport report = context.report();
        List<HazardReport.Paused> pauses = new ArrayList<>(report.pauses());
        if (context.act().action() == ReportAction.RESUME) {
            pauses = report.resumed(context.at());
        } else if (context.act() instanceof FollowUp.Until pause && pause.action() == ReportAction.PAUSE) {
            pauses.add(new HazardReport.Paused(context.at(), pause.until(), null));
        } else {
            pauses.clear();
        }
        return pauses.stream().map(pause -> pause.span(context.rules())).toList();
    }

    private static String assignee(Duty duty, ReportContext context) {
        Optional<Obligation> main = context.report().mainObligation();
        if (context.act() instanceof FollowUp.Until || context.act().action() == ReportAction.RESUME) {
            return main.filter(o -> o.code().equals(duty.code()))
                    .map(Obligation::assignee)
                    .orElse("");
        }
        List<String> named = context.act().persons();
        return switch (duty.owner()) {
            case RECEIVER -> context.report().submitted().desk();
            case VERIFIER, RECTIFIER -> named.isEmpty() ? lastRectifier(duty, context.report()) : named.get(0);
            default -> "";
        };
    }

    private static String lastRectifier(Duty duty, HazardReport report) {
        List<String> people = duty.owner() == Role.RECTIFIER ? report.rectifiers() : report.verifiers();
        return people.isEmpty() ? "" : people.get(people.size() - 1);
    }
}
