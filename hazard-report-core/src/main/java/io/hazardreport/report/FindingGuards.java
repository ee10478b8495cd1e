package io.hazardreport.report;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.category.ReportKind;
import io.hazardreport.loop.Guard;
import io.hazardreport.loop.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named conditions of finding out what is true, and of people's safety meanwhile. */
final class FindingGuards {

    private static final Source PLAN_2024 = Source.of("工作方案（2024，街道）", "二（三）");
    private static final Source LAW = Source.of("安全生产法", "55");
    private static final Source DUTIES = Source.of("hazard-report", "separation of duties 职责分离");

    /** Who concludes was sent to look, or is a head who took part; the principal signs a downgrade he was brought. */
    static final Guard<ReportContext> NAMED_VERIFIER = ReportGuards.guard(
            "by a named verifier or his stand-in, or a head who took part",
            c -> c.actor().isOneOf(c.report().verifiers())
                    || c.standsIn()
                    || (has(c, Role.PRINCIPAL) && c.isDowngrade())
                    || ((has(c, Role.PRINCIPAL) || has(c, Role.SAFETY_HEAD)) && tookPart(c)),
            c -> Problem.of(
                    "report.not-a-verifier",
                    "actor",
                    c.actor().reference(),
                    String.join(", ", c.report().verifiers()) + ", SAFETY_HEAD / PRINCIPAL (TALK, PROPOSE)"));

    static final Guard<ReportContext> TWO_VERIFIERS = ReportGuards.guard(
            "two verifiers when (suspected) major",
            c -> !c.isGrave() || c.report().verifiers().stream().distinct().count() >= 2,
            c -> Problem.of("report.two-verifiers", "verifiers", c.report().verifiers(), "≥ 2"));

    /** Two people act, not only two names: one proposes, another concludes. */
    static final Guard<ReportContext> TWO_ACT = ReportGuards.guard(
            "proposed by one verifier, concluded by another, when (suspected) major",
            c -> !c.isGrave()
                    || c.isDowngrade()
                    || c.report()
                            .proposal(c.act().action())
                            .filter(p -> !c.actor().is(p.by()))
                            .filter(p ->
                                    c.report().verifiers().contains(p.by()) || ReportTable.VERIFY.contains(p.role()))
                            .isPresent(),
            c -> Problem.of(
                            "report.two-must-act",
                            c.act().action().name(),
                            c.report()
                                    .proposal(c.act().action())
                                    .map(HazardReport.Proposal::by)
                                    .orElse("-"),
                            "PROPOSE (VERIFIER) + ≠")
                    .from(DUTIES));

    /** Down from major, or from the suspicion of it, takes the principal and one person outside the line. */
    static final Guard<ReportContext> DOWNGRADE_BY_TWO = ReportGuards.guard(
            "down from (suspected) major: principal, and a proposal from outside the line",
            c -> !c.isDowngrade()
                    || (has(c, Role.PRINCIPAL)
                            && c.report()
                                    .proposal(c.act().action())
                                    .filter(p -> isOutside(p, c.report()))
                                    .isPresent()),
            c -> Problem.of(
                    "report.downgrade-by-two", "grade", c.gradeAfter(), "PROPOSE (UNION, RECEIVER) + PRINCIPAL"));

    /** He is asked for his side without being shown the report or told who made it. */
    static final Guard<ReportContext> HEARD = ReportGuards.guard(
            "everybody it complains of was heard since it was last taken up, without being shown the report",
            c -> c.report().heard() >= c.complainedOf(),
            c -> Problem.of(
                    "report.not-heard", c.act().action().name(), c.report().heard(), "HEAR × " + c.complainedOf()));

    /** The desk or whoever looks at it may suspect what the reporter did not say; nobody else's word takes it back. */
    static final Guard<ReportContext> SUSPICION_FOUNDED = new Guard<>(
            "an item of the catalogue, or none; a standard, or an item that has one here", FindingGuards::suspicion);

    static final Guard<ReportContext> NOT_OVERTURNED = ReportGuards.separation(Separation.OVERTURNED_NEVER_JUDGES);

    static final Guard<ReportContext> DANGER_UNDER_CONTROL = ReportGuards.guard(
            "danger acknowledged, and people protected now, or work stopped, or people sent away",
            c -> !c.report().danger()
                    || (!c.report().owes("DANGER_ACKNOWLEDGEMENT")
                            && (c.report().stopped() || c.report().isProtected(c.at()))),
            c -> Problem.of(
                            "report.danger-uncontrolled",
                            "danger",
                            c.report().owes("DANGER_ACKNOWLEDGEMENT") ? "DANGER_ACKNOWLEDGEMENT" : "-",
                            "ACKNOWLEDGE_DANGER + SET_INTERIM / STOP_WORK / EVACUATE")
                    .from(LAW));

    static final Guard<ReportContext> INTERIM_RECORDED = ReportGuards.guard(
            "interim measures on record since it was last taken up, and none owed, when not fixed at once",
            c -> !c.report().isPlanned()
                    || (c.report().protectedUntil().isPresent() && !c.report().owes("INTERIM_MEASURES")),
            FindingGuards::unprotected);

    /** Where people are in danger there is a hazard in it, whatever the form says. */
    static final Guard<ReportContext> SUGGESTION_ONLY = ReportGuards.guard(
            "a suggestion and no hazard",
            c -> c.report().submission().kind() == ReportKind.SUGGESTION
                    && !c.report().danger()
                    && !c.report().isMajorOrSuspected(),
            c -> Problem.of(
                    "report.not-a-mere-suggestion",
                    "kind",
                    c.report().submission().kind()
                            + (c.report().danger() || c.report().isMajorOrSuspected() ? " (danger / major)" : ""),
                    "SUGGESTION"));

    static final Guard<ReportContext> NOT_HIS_OWN = ReportGuards.guard(
            "not by whose suggestion it is",
            c -> !c.actor().isReporter(),
            c -> Problem.of("report.own-suggestion", "actor", c.actor().reference(), "≠ REPORTER")
                    .from(DUTIES));

    private static final Set<Role> OUTSIDE = Set.of(Role.UNION, Role.RECEIVER);

    private FindingGuards() {}

    private static List<Problem> suspicion(ReportContext c) {
        if (!(c.act() instanceof FollowUp.Suspect suspect)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        if (!suspect.item().isEmpty()) {
            problems.addAll(c.rules().catalogue().unknown(suspect.item(), Map.of()));
        }
        if (suspect.standard().isBlank()) {
            problems.add(Problem.of(
                    "report.no-standard", "standard", suspect.item().isEmpty() ? "-" : suspect.item(), "1-200"));
        }
        return problems;
    }

    static Problem unprotected(ReportContext c) {
        String ended = c.report().protectedUntil().map(Instant::toString).orElse("-");
        return Problem.of("report.unprotected", "interim", ended, "SET_INTERIM").from(PLAN_2024);
    }

    private static boolean has(ReportContext c, Role role) {
        return c.actor().roles().contains(role);
    }

    private static boolean tookPart(ReportContext c) {
        return c.report().history().stream()
                .anyMatch(e -> e.to() == ReportState.VERIFYING && c.actor().is(e.actor()));
    }

    /** He acts for the union or a desk, and neither verifies nor rectifies nor watches over this hazard. */
    private static boolean isOutside(HazardReport.Proposal proposal, HazardReport report) {
        return OUTSIDE.contains(proposal.role())
                && !report.verifiers().contains(proposal.by())
                && !report.rectifiers().contains(proposal.by())
                && !report.watcher().equals(proposal.by());
    }
}
