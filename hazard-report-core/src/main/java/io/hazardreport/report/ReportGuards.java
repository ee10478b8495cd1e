package io.hazardreport.report;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.category.LegalGrade;
import io.hazardreport.category.ReportKind;
import io.hazardreport.evidence.EvidencePairs;
import io.hazardreport.identity.FreeText;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The named conditions of the report's loop. */
final class ReportGuards {

    private static final Source DUTIES = Source.of("hazard-report", "separation of duties 职责分离");
    private static final Source SIX_ITEMS = Source.of("安全生产事故隐患排查治理暂行规定（安监总局令第16号）", "15");

    private static final Set<ReportAction> NEED_TWO = Set.of(
            ReportAction.NOT_ADMIT,
            ReportAction.MARK_DUPLICATE,
            ReportAction.TRANSFER,
            ReportAction.CONFIRM,
            ReportAction.FIND_UNFOUNDED,
            ReportAction.FIND_UNVERIFIABLE,
            ReportAction.REGRADE);

    static final Guard<ReportContext> NOT_AN_ACCIDENT = guard(
            "not an accident",
            c -> c.report().submission().kind() != ReportKind.ACCIDENT,
            c -> Problem.of("report.accident", "kind", "ACCIDENT", "NOT_ADMIT (ACCIDENT)")
                    .from(Source.of("生产安全事故报告和调查处理条例（国务院令第493号）", "9")));

    static final Guard<ReportContext> NOT_THE_REPORTER = separation(Separation.REPORTER_NEVER_VERIFIES);
    static final Guard<ReportContext> NOT_THE_RECTIFIER = separation(Separation.RECTIFIER_NEVER_RECHECKS);
    static final Guard<ReportContext> NOT_THE_PROPOSER = separation(Separation.PROPOSER_NEVER_SIGNS);

    static final Guard<ReportContext> VERIFIER_NAMED = guard(
            "a verifier is named",
            c -> !c.act().persons().isEmpty() && c.act().persons().stream().noneMatch(String::isBlank),
            c -> Problem.of("report.person-missing", "verifiers", c.act().persons(), "≥ 1"));

    static final Guard<ReportContext> RESPONSIBLE_NAMED = guard(
            "a responsible person is named",
            c -> c.act().persons().stream().noneMatch(String::isBlank),
            c -> Problem.of("report.person-missing", "responsible", "", "1"));

    static final Guard<ReportContext> NOTE_GIVEN = guard(
            "in words",
            c -> !words(c.act()).isEmpty()
                    || (c.act() instanceof FollowUp.Message message
                            && !message.evidence().isEmpty()),
            c -> Problem.of("report.note-missing", "note", "", "1-4000"));

    static final Guard<ReportContext> REASON_GIVEN = guard(
            "a reason is given",
            c -> !(c.act() instanceof ReportAct.Reasoned reasoned)
                    || !reasoned.reason().isBlank(),
            c -> Problem.of("report.reason-missing", "reason", "", "1-40"));

    static final Guard<ReportContext> REASON_LISTED = guard(
            "reason from the closed list",
            c -> !(c.act() instanceof ReportAct.Reasoned reasoned)
                    || c.rules().notAdmittedReasons().containsKey(reasoned.reason()),
            c -> Problem.of(
                    "report.reason-not-listed",
                    "reason",
                    c.act() instanceof ReportAct.Reasoned reasoned ? reasoned.reason() : "-",
                    String.join(
                            ", ", new TreeSet<>(c.rules().notAdmittedReasons().keySet()))));

    static final Guard<ReportContext> SAME_REASON_PROPOSED = guard(
            "first signature for the same reason",
            c -> c.act() instanceof ReportAct.Reasoned reasoned
                    && c.report()
                            .proposal(c.act().action())
                            .filter(p -> p.reason().equals(reasoned.reason()))
                            .isPresent(),
            c -> Problem.of(
                    "report.second-signature",
                    c.act().action().name(),
                    c.report()
                            .proposal(c.act().action())
                            .map(HazardReport.Proposal::reason)
                            .orElse("-"),
                    "PROPOSE"));

    static final Guard<ReportContext> PROPOSABLE = guard(
            "a decision that needs two",
            c -> c.act() instanceof ReportAct.Propose propose && NEED_TWO.contains(propose.proposed()),
            c -> Problem.of(
                    "report.not-proposable",
                    "proposed",
                    c.act() instanceof ReportAct.Propose propose ? propose.proposed() : "-",
                    String.join(", ", NEED_TWO.stream().map(Enum::name).sorted().toList())));

    static final Guard<ReportContext> ITEM_KNOWN = new Guard<>(
            "item and attributes of the catalogue",
            c -> c.act() instanceof ReportAct.Grading grading
                    ? c.rules()
                            .catalogue()
                            .unknown(
                                    grading.assessment().item(),
                                    grading.assessment().attributes())
                    : List.of());

    /** A tier stands for one legal grade; what it pays by and what it is in law cannot fall apart. */
    static final Guard<ReportContext> TIER_KNOWN = guard(
            "tier of the ladder, of its grade",
            c -> !(c.act() instanceof ReportAct.Grading grading)
                    || grading.assessment().tier().isEmpty()
                    || grading.assessment()
                            .grade()
                            .equals(c.rules().tiers().get(grading.assessment().tier())),
            c -> c.act() instanceof ReportAct.Grading grading
                    ? Problem.of(
                            c.rules().tiers().containsKey(grading.assessment().tier())
                                    ? "report.tier-of-other-grade"
                                    : "report.unknown-tier",
                            "tier",
                            grading.assessment().tier(),
                            String.join(
                                    ", ", c.rules().tiersOf(grading.assessment().grade())))
                    : Problem.of("report.unknown-tier", "tier", "-", "-"));

    static final Guard<ReportContext> GENERAL_ONLY = guard(
            "not major",
            c -> c.report().grade() != LegalGrade.MAJOR,
            c -> Problem.of("report.major-needs-plan", "grade", "MAJOR", "PLAN").from(SIX_ITEMS));

    static final Guard<ReportContext> FIXED_ALREADY = guard(
            "fixed on the spot with both pictures, or gone",
            c -> c.report().assessment().filter(Assessment::gone).isPresent()
                    || (c.report().submission().fixedOnTheSpot() && hasPair(c.report())),
            c -> Problem.of("report.no-evidence-pair", "evidence", stages(c.report()), "BEFORE, AFTER"));

    /** The plan the act brings. */
    static final Guard<ReportContext> PLAN_WHOLE = new Guard<>(
            "five items; six when major",
            c -> c.act() instanceof ReportAct.Planning planning
                    ? planning.plan().missing(c.report().grade() == LegalGrade.MAJOR)
                    : List.of());

    static final Guard<ReportContext> MAJOR_PLAN_BY_PRINCIPAL = guard(
            "a major plan by the principal",
            c -> c.report().grade() != LegalGrade.MAJOR || c.actor().roles().contains(Role.PRINCIPAL),
            c -> Problem.of("report.major-plan-by-principal", "actor", c.actor().roles(), "PRINCIPAL")
                    .from(SIX_ITEMS));

    /** The plan the report has: needed when planned, when major, and when a fix at once did not hold. */
    static final Guard<ReportContext> PLAN_HELD = new Guard<>("plan whole for the present grade", c -> {
        HazardReport report = c.report();
        boolean major = report.grade() == LegalGrade.MAJOR;
        boolean needed =
                major || report.branch().filter(Branch.PLANNED::equals).isPresent() || report.recheckRounds() > 0;
        if (!needed) {
            return List.of();
        }
        return report.plan()
                .map(plan -> plan.missing(major))
                .orElse(List.of(Problem.of("report.plan-missing", "plan", "-", major ? "6" : "5")));
    });

    /** What a very small unit gives instead of the separation it cannot keep. */
    static final Guard<ReportContext> PAIR_WHEN_WAIVED = guard(
            "both pictures when the separation is waived",
            c -> !Separation.RECTIFIER_NEVER_RECHECKS.isViolated(c) || hasPair(c.report()),
            c -> Problem.of("report.no-evidence-pair", "evidence", stages(c.report()), "BEFORE, AFTER"));

    static final Guard<ReportContext> FIRST_IS_LIVE = guard(
            "the first report is earlier, no duplicate itself, and was open when this one came",
            c -> isFit(c.report(), c.other()),
            c -> Problem.of(
                    "report.not-a-first-report",
                    "first",
                    c.other() == null ? "-" : c.other().id() + " " + c.other().state(),
                    "SUBMITTED … AWAITING_RECHECK, CLOSED / SETTLED (> "
                            + c.report().submittedAt() + "); RELATE (FOLLOWS)"));

    /** What one report says must not be lost under another: its danger, its kind, whom it complains of. */
    static final Guard<ReportContext> NOTHING_LOST = guard(
            "the first report is of its kind, as grave, as dangerous, and complains of the same people too",
            c -> c.other() == null
                    || (c.report().submission().kind() == c.other().submission().kind()
                            && (!c.report().isMajorOrSuspected() || c.other().isMajorOrSuspected())
                            && (!c.report().danger() || c.other().danger())
                            && c.coversComplaints()),
            c -> Problem.of(
                    "report.more-than-the-first",
                    "first",
                    c.other() == null ? "-" : c.other().id(),
                    "RAISE_DANGER / SUSPECT; RELATE (SAME_CAUSE)"));

    /** Whoever sends it out of sight does not do so alone. */
    static final Guard<ReportContext> GRAVE_BY_TWO = guard(
            "proposed by another when (suspected) major or dangerous",
            c -> !(c.report().isMajorOrSuspected() || c.report().danger())
                    || c.report()
                            .proposal(c.act().action())
                            .filter(p -> !c.actor().is(p.by()))
                            .isPresent(),
            c -> Problem.of("report.sent-away-by-two", c.act().action().name(), "-", "PROPOSE + ≠")
                    .from(DUTIES));

    /** Time is asked for, given and stopped by the library's clock, not by what somebody says the hour was. */
    static final Guard<ReportContext> NOT_BACKDATED = guard(
            "put on record within the hour",
            c -> !c.at().isBefore(c.recordedAt().minus(Duration.ofHours(1))),
            c -> Problem.of(
                    "report.backdated",
                    "occurredAt",
                    c.at(),
                    "≥ " + c.recordedAt().minus(Duration.ofHours(1))));

    static final Guard<ReportContext> UNIT_NAMED = guard(
            "who controls the place is named",
            c -> !(c.act() instanceof ReportAct.Transfer transfer)
                    || !transfer.unit().isBlank(),
            c -> Problem.of("report.field-missing", "unit", "", "1-80"));

    static final Guard<ReportContext> HAS_NO_DUPLICATES = guard(
            "no report hangs on this one",
            c -> c.report().duplicates().isEmpty(),
            c -> Problem.of("report.has-duplicates", "id", c.report().id(), "0"));

    static final Guard<ReportContext> NOT_A_DECIDER = guard(
            "not by who decided before, nor by a reporter",
            c -> !c.actor().isReporter() && !c.actor().isOneOf(c.report().deciders()),
            c -> Problem.of(
                            "report.appeal-by-another",
                            "actor",
                            c.actor().reference(),
                            "≠ REPORTER, " + String.join(", ", c.report().deciders()))
                    .from(DUTIES));

    static final Guard<ReportContext> JOINT_NOT_YET_CONFIRMED = guard(
            "not yet confirmed",
            c -> c.act() instanceof ReportAct.ConfirmJoint joint
                    && c.report().reporters().stream()
                            .anyMatch(r -> r.ordinal() == joint.ordinal()
                                    && !r.confirmed()
                                    && r.pseudonym().equals(c.actor().reference())),
            c -> Problem.of("report.nothing-to-confirm", "reporter", c.actor().reference(), "-"));

    private ReportGuards() {}

    private static FreeText words(ReportAct act) {
        if (act instanceof ReportAct.Simple simple) {
            return simple.note();
        } else if (act instanceof ReportAct.Reasoned reasoned) {
            return reasoned.note();
        } else if (act instanceof ReportAct.Transfer transfer) {
            return transfer.note();
        } else if (act instanceof FollowUp.Until until) {
            return until.note();
        } else if (act instanceof FollowUp.Talk talk) {
            return talk.note();
        } else if (act instanceof FollowUp.Message message) {
            return message.text();
        } else if (act instanceof FollowUp.Verdict verdict) {
            return verdict.note();
        } else if (act instanceof ReportAct.SetInterim interim) {
            return interim.measures();
        }
        return FreeText.NONE;
    }

    /** The duty is owed just now. */
    static Guard<ReportContext> owed(String duty) {
        return guard(
                "owed: " + duty,
                c -> c.report().owes(duty),
                c -> Problem.of(
                        "report.not-owed", c.act().action().name(), c.report().state(), duty));
    }

    static Guard<ReportContext> notOwed(String duty) {
        return guard(
                "not owed: " + duty,
                c -> !c.report().owes(duty),
                c -> Problem.of("report.already-owed", c.act().action().name(), duty, "-"));
    }

    private static boolean isFit(HazardReport report, @Nullable HazardReport first) {
        return first != null
                && !first.id().equals(report.id())
                && !first.registeredAt().isAfter(report.registeredAt())
                && switch (first.state()) {
                    case SUBMITTED, ADMITTED, VERIFYING, CONFIRMED, RECTIFYING, AWAITING_RECHECK -> true;
                    case CLOSED, SETTLED ->
                        first.endedAt().filter(report.submittedAt()::isBefore).isPresent();
                    case NOT_ADMITTED, UNFOUNDED, UNVERIFIABLE, DUPLICATE, TRANSFERRED -> false;
                };
    }

    /** Two different pictures, the later one not taken first by what it says itself. */
    static boolean hasPair(HazardReport report) {
        return EvidencePairs.of(report.evidence()).pairs().stream()
                .anyMatch(pair -> !pair.isSamePicture() && !pair.isOutOfOrder());
    }

    private static Set<String> stages(HazardReport report) {
        Set<String> stages = new TreeSet<>();
        report.evidence().forEach(e -> stages.add(e.stage().name()));
        return stages;
    }

    static Guard<ReportContext> guard(
            String name, Predicate<ReportContext> holds, Function<ReportContext, Problem> problem) {
        return new Guard<>(name, c -> holds.test(c) ? List.of() : List.of(problem.apply(c)));
    }

    static Guard<ReportContext> separation(Separation separation) {
        return guard(
                separation.name(),
                c -> !separation.isViolated(c) || separation.isWaived(c),
                c -> Problem.of(
                                "report." + separation.name(),
                                "actor",
                                c.actor().reference(),
                                "≠ " + c.actor().reference())
                        .from(DUTIES));
    }
}
