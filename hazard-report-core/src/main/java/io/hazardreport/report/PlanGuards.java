package io.hazardreport.report;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.deadline.Deadline;
import io.hazardreport.deadline.Pause;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The named conditions of the dates of plans and pauses. */
final class PlanGuards {

    private static final Source PLAN_2024 = Source.of("工作方案（2024，街道）", "二（三）");
    private static final Set<Role> HEADS = Set.of(Role.SAFETY_HEAD, Role.PRINCIPAL);

    /** The days a plan may promise. */
    private record Range(LocalDate from, LocalDate to) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        @Override
        public String toString() {
            return "≥ " + from + ", ≤ " + to;
        }
    }

    /** A first plan promises a day from today to the farthest the rule allows. */
    static final Guard<ReportContext> DATE_ALLOWED = new Guard<>(
            "a date from today to the farthest allowed",
            c -> outside(c, newDates(c), "report.until-out-of-bounds", ""));

    /** A limit once promised moves by an extension, not by a new plan; the first plan of a round or grade promises anew. */
    static final Guard<ReportContext> PROMISE_STANDS = new Guard<>(
            "not later than promised, unless the first of its round or grade: then as a first plan",
            c -> mayPromise(c)
                    ? outside(c, newDates(c), "report.until-out-of-bounds", "")
                    : outside(c, keptDates(c), "report.promise-stands", ", ASK_EXTENSION"));

    /** After the work is done a plan is put in order; it gives nobody time. */
    static final Guard<ReportContext> NO_TIME_GIVEN = new Guard<>(
            "not later than the plan before, or than the farthest allowed",
            c -> outside(
                    c,
                    new Range(
                            LocalDate.MIN,
                            c.report()
                                    .plan()
                                    .flatMap(plan -> Optional.ofNullable(plan.finishBy()))
                                    .orElseGet(() -> farthest(c))),
                    "report.promise-stands",
                    ""));

    /** A fix at once becomes a plan, and a broken promise a new one, by a head only. */
    static final Guard<ReportContext> TIME_GIVEN_BY_HEAD = ReportGuards.guard(
            "a new date out of a fix at once, or once overdue, by a head",
            c -> !givesTime(c) || c.actor().roles().stream().anyMatch(HEADS::contains),
            c -> Problem.of("report.time-given-by-head", "actor", c.actor().roles(), "SAFETY_HEAD, PRINCIPAL"));

    static final Guard<ReportContext> NOT_TO_HIMSELF = ReportGuards.separation(Separation.RECTIFIER_NEVER_REPLANS);

    /** Not fixed at once: all five items. */
    static final Guard<ReportContext> NOT_OVERRUN = ReportGuards.guard(
            "fixed at once within its limit, else by a plan",
            c -> c.report().branch().filter(Branch.FIX_NOW::equals).isEmpty() || !isOverdue(c),
            c -> Problem.of(
                            "report.overrun-needs-plan",
                            "plan",
                            "-",
                            "responsible, measures, funds, finishBy, emergencyPlan")
                    .from(PLAN_2024));

    /** A pause has an end, and all pauses of one promise together have a bound. */
    static final Guard<ReportContext> PAUSE_BOUNDED = ReportGuards.guard(
            "until a day within the bound of all pauses together",
            c -> new Range(today(c), longestPause(c)).has(until(c)),
            c -> Problem.of(
                    "report.until-out-of-bounds", "until", until(c), new Range(today(c), longestPause(c)) + ""));

    private PlanGuards() {}

    private static List<Problem> outside(ReportContext c, Range range, String code, String hint) {
        LocalDate day = finishBy(c);
        return day == null || range.has(day)
                ? List.of()
                : List.of(Problem.of(
                        code,
                        "plan.finishBy",
                        day,
                        (range.from().equals(LocalDate.MIN) ? "≤ " + range.to() : range.toString()) + hint));
    }

    private static @Nullable LocalDate finishBy(ReportContext c) {
        return c.act() instanceof ReportAct.Planning planning ? planning.plan().finishBy() : null;
    }

    private static LocalDate today(ReportContext c) {
        return LocalDate.ofInstant(c.at(), c.rules().zone());
    }

    private static LocalDate until(ReportContext c) {
        return c.act() instanceof FollowUp.Until until ? until.until() : LocalDate.EPOCH;
    }

    /** Whether a new plan may promise a later day: the first of its round, the first of its grade, and out of a fix at once. */
    private static boolean mayPromise(ReportContext c) {
        HazardReport report = c.report();
        return !report.isPlanned()
                || !report.isPlannedThisRound()
                || report.plan()
                        .filter(plan ->
                                plan.missing(report.grade() == LegalGrade.MAJOR).isEmpty())
                        .isEmpty();
    }

    private static Range newDates(ReportContext c) {
        LocalDate farthest = farthest(c);
        LocalDate promised = promised(c);
        boolean later = c.report().isPlanned() && promised.isAfter(farthest);
        return new Range(today(c), later ? promised : farthest);
    }

    private static Range keptDates(ReportContext c) {
        LocalDate promised = promised(c);
        return new Range(promised.isBefore(today(c)) ? promised : today(c), promised);
    }

    /** Counted from when the round began; a plan that comes too late for that has as long as a rework. */
    private static LocalDate farthest(ReportContext c) {
        LegalGrade grade = c.report().grade();
        Instant bound = c.rules().due("rectification", grade, c.report().roundSince());
        return c.rules().lastDay(bound.isAfter(c.at()) ? bound : c.rules().due("rework", grade, c.at()));
    }

    private static LocalDate promised(ReportContext c) {
        return c.report()
                .mainObligation()
                .map(main -> c.rules().lastDay(main.due()))
                .orElse(LocalDate.MIN);
    }

    private static boolean isOverdue(ReportContext c) {
        return c.report().mainObligation().filter(o -> o.isOverdue(c.at())).isPresent();
    }

    private static boolean givesTime(ReportContext c) {
        return mayPromise(c) && (!c.report().isPlanned() || isOverdue(c));
    }

    /** Whether the act gives time to the one who does it: a new plan, a pause, an extension of what he has to do. */
    static boolean givesHimselfTime(ReportContext c) {
        if (c.act() instanceof FollowUp.Until) {
            return c.report().state() == ReportState.VERIFYING
                    ? c.actor().isOneOf(c.report().verifiers())
                    : c.report().state() == ReportState.RECTIFYING
                            && c.actor().isOneOf(c.report().rectifiers());
        }
        return givesTime(c)
                && (c.actor().isOneOf(c.report().rectifiers())
                        || c.actor().isOneOf(c.act().persons()));
    }

    /** Whether nobody is protected, and it is not owed as soon already as this act would make it. */
    static boolean isUnprotected(ReportContext c) {
        return !c.report().isProtected(c.at())
                && c.report()
                        .obligation("INTERIM_MEASURES")
                        .filter(owed -> !owed.due().isAfter(c.rules().due("interimMeasures", c.gradeAfter(), c.at())))
                        .isEmpty();
    }

    /** The last day of a pause that begins now: the bound counts from the first pause on, and not between them. */
    private static LocalDate longestPause(ReportContext c) {
        HazardReport report = c.report();
        String step = report.mainObligation().map(Obligation::code).orElse("");
        List<Pause> pauses = new ArrayList<>();
        report.pauses().forEach(paused -> pauses.add(paused.span(c.rules())));
        pauses.add(new Pause(c.at(), c.at()));
        List<Pause> between = new ArrayList<>();
        for (int i = 1; i < pauses.size(); i++) {
            Instant ended = pauses.get(i - 1).until();
            Instant begun = pauses.get(i).from();
            between.add(new Pause(ended, ended.isAfter(begun) ? ended : begun));
        }
        return c.rules()
                .lastDay(Deadline.of(
                                pauses.get(0).from(),
                                c.rules().limit("pause", step, report.grade()),
                                between,
                                c.rules().calendar(),
                                c.rules().zone())
                        .due());
    }
}
