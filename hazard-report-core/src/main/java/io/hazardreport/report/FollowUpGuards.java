package io.hazardreport.report;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** The named conditions of what happens beside the way round the loop. */
final class FollowUpGuards {

    private static final Source DUTIES = Source.of("hazard-report", "separation of duties 职责分离");
    private static final Source PLAN_2024 = Source.of("工作方案（2024，街道）", "二（三）");
    private static final Set<Role> HEADS = Set.of(Role.SAFETY_HEAD, Role.PRINCIPAL);

    static final Guard<ReportContext> NOT_PAUSED = ReportGuards.guard(
            "not paused",
            c -> !isPaused(c),
            c -> Problem.of(
                    "report.paused",
                    c.act().action().name(),
                    c.report().paused().map(p -> p.until().toString()).orElse("-"),
                    "RESUME"));

    static final Guard<ReportContext> PAUSED = ReportGuards.guard(
            "paused",
            FollowUpGuards::isPaused,
            c -> Problem.of("report.not-paused", "RESUME", c.report().state(), "PAUSE"));

    static final Guard<ReportContext> MAIN_NOT_OVERDUE = ReportGuards.guard(
            "not overdue",
            c -> c.report().mainObligation().filter(o -> o.isOverdue(c.at())).isEmpty(),
            c -> Problem.of("report.overdue", "occurredAt", c.at(), "< " + due(c)));

    static final Guard<ReportContext> PROTECTED = ReportGuards.guard(
            "people are protected now, where there is work to do, or danger, or a (suspected) major hazard",
            c -> (c.report().state() != ReportState.RECTIFYING
                            && !c.report().isMajorOrSuspected()
                            && !c.report().danger())
                    || c.report().isProtected(c.at()),
            c -> FindingGuards.unprotected(c));

    static final Guard<ReportContext> INTERIM_AHEAD = ReportGuards.guard(
            "interim measures end in the future, within a year",
            c -> !(c.act() instanceof ReportAct.SetInterim interim)
                    || (interim.until().isAfter(c.at()) && !interim.until().isAfter(longestInterim(c))),
            c -> Problem.of(
                    "report.interim-over",
                    "until",
                    c.act() instanceof ReportAct.SetInterim interim ? interim.until() : "-",
                    "> " + c.at() + ", ≤ " + longestInterim(c)));

    /** An authority that changes the day says so in a paper of its own. */
    static final Guard<ReportContext> LISTED_ANEW = ReportGuards.guard(
            "not listed by this paper already",
            c -> !(c.act() instanceof FollowUp.Until listed)
                    || !listed.reference().equals(c.report().listing()),
            c -> Problem.of(
                    "report.listed-already",
                    "reference",
                    c.report().listing(),
                    "≠ " + c.report().listing()));

    static final Guard<ReportContext> ASKED_IN_TIME = ReportGuards.guard(
            "asked in time before the end",
            c -> c.report()
                    .mainObligation()
                    .filter(o -> !c.rules()
                            .due("extensionNotice", step(c), c.report().grade(), c.at())
                            .isAfter(o.due()))
                    .isPresent(),
            c -> Problem.of(
                    "report.asked-too-late",
                    "occurredAt",
                    c.at(),
                    c.rules()
                                    .limit(
                                            "extensionNotice",
                                            step(c),
                                            c.report().grade())
                                    .displayName() + " → " + lastDay(c, due(c))));

    static final Guard<ReportContext> EXTENSION_BOUNDED = ReportGuards.guard(
            "later than the promise, within the bound",
            c -> c.rules().endOf(until(c)).isAfter(due(c)) && !until(c).isAfter(lastDay(c, longest(c))),
            c -> Problem.of(
                    "report.until-out-of-bounds",
                    "until",
                    until(c),
                    "> " + lastDay(c, due(c)) + ", ≤ " + lastDay(c, longest(c))));

    static final Guard<ReportContext> EXTENSIONS_LEFT = ReportGuards.guard(
            "not more extensions than the rule allows",
            c -> c.report().extensions() < c.rules().extensions(),
            c -> Problem.of(
                    "report.no-extension-left",
                    "extensions",
                    c.report().extensions(),
                    "< " + c.rules().extensions()));

    static final Guard<ReportContext> EXTENSION_WITHIN_ASKED = ReportGuards.guard(
            "later than the promise and than now, not later than asked",
            c -> c.rules().endOf(until(c)).isAfter(due(c))
                    && c.rules().endOf(until(c)).isAfter(c.at())
                    && c.report()
                            .extensionAsked()
                            .filter(asked -> !until(c).isAfter(asked.until()))
                            .isPresent(),
            c -> Problem.of(
                    "report.until-out-of-bounds",
                    "until",
                    until(c),
                    "> " + lastDay(c, due(c)) + ", ≤ "
                            + c.report()
                                    .extensionAsked()
                                    .map(asked -> asked.until().toString())
                                    .orElse("-")));

    static final Guard<ReportContext> NOT_THE_ASKER = ReportGuards.guard(
            "not by who asked",
            c -> c.report()
                    .extensionAsked()
                    .filter(asked -> c.actor().is(asked.by()))
                    .isEmpty(),
            c -> Problem.of(
                            "report.asker-never-grants",
                            "actor",
                            c.actor().reference(),
                            "≠ " + c.actor().reference())
                    .from(DUTIES));

    static final Guard<ReportContext> GRANTED_BY_PRINCIPAL_WHEN_MAJOR = ReportGuards.guard(
            "a major hazard's by the principal",
            c -> !c.report().isMajorOrSuspected() || c.actor().roles().contains(Role.PRINCIPAL),
            c -> Problem.of("report.principal-only", "actor", c.actor().roles(), "PRINCIPAL"));

    static final Guard<ReportContext> TALKED = ReportGuards.guard(
            "the reporter was talked to",
            c -> !mustTalk(c) || c.report().talked(),
            c -> Problem.of("report.talk-missing", c.act().action().name(), "-", "TALK")
                    .from(PLAN_2024));

    static final Guard<ReportContext> MANDATED = ReportGuards.guard(
            "by the head, or by written order",
            c -> c.actor().roles().stream().anyMatch(HEADS::contains)
                    || (c.act() instanceof FollowUp.Talk talk && !talk.mandate().isBlank()),
            c -> Problem.of("report.mandate-missing", "mandate", "", "1-80").from(PLAN_2024));

    static final Guard<ReportContext> SOMETHING_OVERDUE = ReportGuards.guard(
            "something is overdue, on the report, on its first, or on his award",
            c -> c.lateElsewhere() || c.report().obligations().stream().anyMatch(o -> o.isOverdue(c.at())),
            c -> Problem.of(
                    "report.nothing-overdue",
                    "occurredAt",
                    c.at(),
                    "≥ "
                            + c.report().obligations().stream()
                                    .map(Obligation::due)
                                    .min(Instant::compareTo)
                                    .map(Instant::toString)
                                    .orElse("-")));

    static final Guard<ReportContext> MAJOR_ONLY = ReportGuards.guard(
            "major",
            c -> c.report().grade() == LegalGrade.MAJOR,
            c -> Problem.of(
                    "report.major-only", c.act().action().name(), c.report().grade(), "MAJOR"));

    static final Guard<ReportContext> LISTED = ReportGuards.guard(
            "listed for supervision",
            c -> !c.report().listing().isEmpty(),
            c -> Problem.of("report.not-listed", c.act().action().name(), "-", "LIST_SUPERVISION"));

    static final Guard<ReportContext> RESUMPTION_APPLIED = ReportGuards.guard(
            "applied for",
            c -> c.report().count(ReportAction.APPLY_RESUMPTION) > c.report().count(ReportAction.RECORD_RESUMPTION),
            c -> Problem.of("report.not-applied-for", "RECORD_RESUMPTION", "-", "APPLY_RESUMPTION"));

    static final Guard<ReportContext> UNTIL_AHEAD = ReportGuards.guard(
            "until a day to come",
            c -> c.rules().endOf(until(c)).isAfter(c.at()),
            c -> Problem.of("report.until-out-of-bounds", "until", until(c), "> " + c.at()));

    static final Guard<ReportContext> REFERENCE_GIVEN = ReportGuards.guard(
            "the number of the paper",
            c -> !reference(c.act()).isBlank(),
            c -> Problem.of("report.reference-missing", "reference", "", "1-80"));

    static final Guard<ReportContext> REOPENED_IN_TIME = ReportGuards.guard(
            "within the time for reopening, or its cure has failed",
            c -> c.report().owes("REOPENING")
                    || c.report()
                            .endedAt()
                            .filter(closed -> c.at().isBefore(c.rules()
                                    .due("reopening", c.report().grade(), closed)))
                            .isPresent(),
            c -> Problem.of(
                    "report.reopening-over",
                    "occurredAt",
                    c.at(),
                    c.rules()
                            .limit("reopening", c.report().grade())
                            .displayName()
                            .toString()));

    /** That a cure fails shows at any time; that it has held only after a while. */
    static final Guard<ReportContext> HELD_LONG_ENOUGH = ReportGuards.guard(
            "held: not before the time it must have held for",
            c -> hasNotHeld(c) || !c.at().isBefore(heldFrom(c)),
            c -> Problem.of("report.effect-too-early", "occurredAt", c.at(), "≥ " + heldFrom(c)));

    static final Guard<ReportContext> NOT_THE_RECHECKER = ReportGuards.guard(
            "not by who closed it",
            c -> !c.actor().is(c.report().closedBy()),
            c -> Problem.of(
                            "report.closer-never-reopens",
                            "actor",
                            c.actor().reference(),
                            "≠ " + c.actor().reference())
                    .from(DUTIES));

    static final Guard<ReportContext> RELATED_KNOWN = ReportGuards.guard(
            "another report of the unit, by a kind made by hand",
            c -> c.act() instanceof FollowUp.Relate relate
                    && LinkKind.byHand().contains(relate.kind())
                    && c.other() != null
                    && !c.other().id().equals(c.report().id()),
            c -> Problem.of(
                    "report.not-relatable",
                    "other",
                    c.act() instanceof FollowUp.Relate relate ? relate.kind() + " " + relate.other() : "-",
                    LinkKind.byHand().stream().map(Enum::name).collect(Collectors.joining(", "))));

    static final Guard<ReportContext> HOLDS_SOMETHING = ReportGuards.guard(
            "has something on his hands",
            c -> c.act() instanceof FollowUp.Reassign reassign
                    && !reassign.to().isBlank()
                    && !reassign.to().equals(reassign.from())
                    && c.report().holds(reassign.from()),
            c -> Problem.of(
                    "report.holds-nothing",
                    "from",
                    c.act() instanceof FollowUp.Reassign reassign ? reassign.from() : "-",
                    String.join(", ", c.report().holders())));

    private FollowUpGuards() {}

    private static Instant longestInterim(ReportContext c) {
        return c.at().plus(Duration.ofDays(366));
    }

    private static boolean isPaused(ReportContext c) {
        return c.report()
                .paused()
                .filter(p -> c.at().isBefore(c.rules().endOf(p.until())))
                .isPresent();
    }

    static boolean mustTalk(ReportContext c) {
        boolean asked = switch (c.rules().talk()) {
            case ALL -> true;
            case MAJOR -> c.isGrave();
            case NONE -> false;
        };
        return asked && c.report().reporters().stream().anyMatch(r -> !r.nameTakenBack());
    }

    static boolean hasNotHeld(ReportContext c) {
        return c.act() instanceof FollowUp.Verdict verdict && !verdict.yes();
    }

    private static Instant heldFrom(ReportContext c) {
        boolean own = !c.report().isPlanned() && c.rules().limits().containsKey(ReportRules.HELD_FIXED);
        String held = own ? ReportRules.HELD_FIXED : ReportRules.HELD;
        return c.report()
                .endedAt()
                .map(closed -> c.rules().due(held, c.report().grade(), closed))
                .orElse(Instant.MAX);
    }

    private static LocalDate until(ReportContext c) {
        return c.act() instanceof FollowUp.Until until ? until.until() : LocalDate.EPOCH;
    }

    private static String reference(ReportAct act) {
        if (act instanceof ReportAct.Notice notice) {
            return notice.reference();
        }
        return act instanceof FollowUp.Until until ? until.reference() : "";
    }

    private static Instant due(ReportContext c) {
        return c.report().mainObligation().map(Obligation::due).orElse(Instant.EPOCH);
    }

    /** The farthest end an extension may have: the bound, counted on from the promise. */
    private static Instant longest(ReportContext c) {
        return c.rules().due("extension", step(c), c.report().grade(), due(c).minusMillis(1));
    }

    private static String step(ReportContext c) {
        return c.report().mainObligation().map(Obligation::code).orElse("");
    }

    private static LocalDate lastDay(ReportContext c, Instant due) {
        return LocalDate.ofInstant(due.minusMillis(1), c.rules().zone());
    }
}
