package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.ReceiptNumber;
import io.hazardreport.base.ReportId;
import io.hazardreport.category.ReportKind;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.identity.Confidentiality;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.Branch;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.ReportState;
import io.hazardreport.report.Reporter;
import io.hazardreport.report.Separation;
import io.hazardreport.report.Submission;
import io.hazardreport.report.Submitted;
import io.hazardreport.scheme.ExampleScheme;
import io.hazardreport.scheme.SchemeReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All that can become of a report, walked through. The counters, the links and the clocks are crossed with each other in
 * one walk; what is owed beside the main duty, and who did what, would cross with them into more than any machine holds,
 * so each is crossed with itself in a walk of its own, in which everything else is tried as well and only not told apart.
 */
class ModelCheckTest {

    private static final ReportRules RULES =
            SchemeReader.read(ExampleScheme.json()).orThrow().rules();
    private static final Instant BEGIN = Instant.parse("2024-09-02T01:00:00Z");

    private static final Set<String> PROTECTION = Set.of(
            "DANGER_ACKNOWLEDGEMENT",
            "INTERIM_MEASURES",
            "INTERIM_END",
            "ACCIDENT_REPORT",
            "AUTHORITY_NOTICE",
            "CONGRESS_NOTICE",
            "SIX_ITEM_PLAN",
            "PLACE_GUARD");

    private static final Set<String> SUPERVISION = Set.of("PROGRESS_REPORT", "SUPERVISION_END");

    private static final Set<String> REPORTER =
            Set.of("TALK", "REPORTER_ANSWER", "APPEAL_DECISION", "PRESSURE_CHECK", "HIGHER_ANSWER");

    private static final Set<String> OUTCOME = Set.of(
            "REWARD_DECISION",
            "SUGGESTION_DECISION",
            "EFFECT_CHECK",
            "REOPENING",
            "RETURN_CORRECTION",
            "EXTENSION_DECISION");

    /** What a very small unit owes for the separations it waives. */
    private static final Set<String> MADE_GOOD = Set.of("REPORTER_CONFIRMATION", "OUTSIDE_REVIEW");

    /** Rows no walk can take, with the reason. */
    private static final Set<String> NOT_WALKED = Set.of(
            // an accident is admitted only after an appeal, which the walk over protection leaves there
            "ADMITTED NOTIFY_AUTHORITY",
            // the walk over protection, which alone goes on with a danger, has no mere suggestions
            "SETTLED ACKNOWLEDGE_DANGER",
            // settling a suggestion decides on it
            "SETTLED DECIDE_SUGGESTION");

    private static final List<ModelWalk> WALKS = new ArrayList<>();

    @BeforeAll
    static void walk() {
        Stream.<Supplier<ModelWalk>>of(
                        () -> walk("counters", ModelCheckTest::counters, ModelCheckTest::isWithinAll, List.of()),
                        () -> walk(
                                "protection",
                                (r, late) -> protection(r),
                                ModelCheckTest::isOnceAndDangerous,
                                List.of(ReportKind.ACCIDENT)),
                        () -> walk(
                                "supervision",
                                (r, late) -> supervision(r),
                                ModelCheckTest::isOnceOrSentAway,
                                List.of()),
                        () -> walk(
                                "reporter",
                                (r, late) -> duties(r, late, REPORTER),
                                ModelCheckTest::isOnce,
                                List.of(ReportKind.SUGGESTION)),
                        () -> walk(
                                "outcome",
                                (r, late) -> duties(r, false, OUTCOME),
                                ModelCheckTest::isOnce,
                                List.of(ReportKind.SUGGESTION)),
                        () -> walk(
                                "overturned",
                                (r, late) -> overturned(r),
                                ModelCheckTest::isOverturnedOnce,
                                List.of(ReportKind.SUGGESTION)),
                        () -> walk("people", (r, late) -> people(r), ModelCheckTest::isFew, List.of()),
                        () -> walk(
                                "small unit",
                                (r, late) -> duties(r, false, MADE_GOOD),
                                ModelCheckTest::isOnce,
                                List.of()))
                .parallel()
                .map(Supplier::get)
                .forEachOrdered(WALKS::add);
    }

    @Test
    void whateverHappensInWhateverOrderTheInvariantsHold() {
        WALKS.forEach(walk -> System.out.println("model check: " + walk));
        assertThat(WALKS).allSatisfy(walk -> assertThat(walk.states()).isGreaterThan(200));
        assertThat(WALKS.get(0).states()).isGreaterThan(9000);
        assertThat(WALKS.get(0).transitions()).isGreaterThan(600_000);
    }

    @Test
    void everyRowOfTheTableIsTaken() {
        Set<String> untaken = new TreeSet<>();
        ReportLoop.table().steps().forEach(step -> untaken.add(step.from() + " " + step.action()));
        WALKS.forEach(walk -> untaken.removeAll(walk.rows()));
        assertThat(untaken).containsExactlyInAnyOrderElementsOf(NOT_WALKED);
    }

    @Test
    void everyDutyIsOwedSomewhere() {
        Set<String> owed = new HashSet<>();
        WALKS.forEach(walk -> owed.addAll(walk.duties()));
        for (ReportState state : ReportState.values()) {
            ReportLoop.table().mainDuty(state).ifPresent(duty -> owed.remove(duty.code()));
        }
        Set<String> crossed = Stream.of(PROTECTION, SUPERVISION, REPORTER, OUTCOME, MADE_GOOD)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(owed).isEqualTo(crossed);
    }

    @Test
    void everyLawHasSomethingToJudge() {
        for (ModelLaw law : ModelLaw.values()) {
            long judged = WALKS.stream()
                    .mapToLong(walk -> walk.judged().getOrDefault(law, 0L))
                    .sum();
            assertThat(judged).as(law.name()).isPositive();
        }
    }

    @Test
    void peopleFindOutOfEveryStateWithoutWaiting() {
        // the walk over people ends where a third one takes part, and so tells nothing of ways out
        // nor do those over supervision and over what was overturned, where the one first signature they go on with,
        // and
        // the few people left, leave no room for the second that what is grave takes
        Set<String> bounded = Set.of("people", "supervision", "overturned");
        WALKS.stream()
                .filter(walk -> bounded.stream().noneMatch(walk.toString()::startsWith))
                .forEach(ModelWalk::hasNoTrap);
        WALKS.get(0).isReallyLeft();
    }

    @Test
    void everyActionHasAnActToTry() {
        HazardReport report = starts(List.of()).get(0);
        for (ReportAction action : ReportAction.values()) {
            assertThat(ModelActs.of(action, report, BEGIN))
                    .as(action.name())
                    .hasSizeGreaterThanOrEqualTo(action == ReportAction.SUBMIT ? 0 : 1)
                    .allMatch(act -> act.action() == action);
        }
    }

    private static ModelWalk walk(
            String name,
            BiFunction<HazardReport, Boolean, List<Object>> key,
            Predicate<HazardReport> bounds,
            List<ReportKind> kinds) {
        HazardReport first =
                begin("00000000-0000-7000-8000-000000000001", Submission.of("x"), "", BEGIN.minusSeconds(60), false);
        ReportRules rules = name.equals("small unit") ? smallUnit() : RULES;
        boolean people = name.equals("people");
        List<Acting> actors = people ? ModelPeople.ALL : ModelPeople.FEW;
        boolean lapses = name.equals("protection");
        boolean holds = name.equals("outcome");
        return new ModelWalk(new ModelWalk.Frame(name, rules, actors, people, first, key, lapses, holds, bounds))
                .from(starts(kinds));
    }

    private static ReportRules smallUnit() {
        return new ReportRules(
                RULES.version(),
                RULES.zone(),
                RULES.calendar(),
                RULES.limits(),
                RULES.catalogue(),
                RULES.tiers(),
                RULES.notAdmittedReasons(),
                EnumSet.allOf(Separation.class),
                RULES.talk(),
                RULES.extensions(),
                RULES.industry(),
                RULES.majorHazards());
    }

    /** The whole range of what is counted; where nothing is, each is accepted and left there. */
    private static boolean isWithinAll(HazardReport report) {
        return report.recheckRounds() <= 3
                && report.extensions() <= 2
                && report.reopenings() <= 1
                && report.pauses().size() <= 1
                && report.overturned().isEmpty()
                && proposals(report).size() <= 1
                && !report.danger()
                && !isSentAway(report);
    }

    private static boolean isOnce(HazardReport report) {
        return isOverturnedOnce(report) && report.overturned().isEmpty();
    }

    /** Going on after an appeal, by those who may. */
    private static boolean isOverturnedOnce(HazardReport report) {
        return isBounded(report) && !isSentAway(report) && !report.danger();
    }

    /** The guards look at danger too, which the walk over protection tells apart. */
    private static boolean isOnceAndDangerous(HazardReport report) {
        return isBounded(report) && report.overturned().isEmpty() && !isSentAway(report);
    }

    private static boolean isOnceOrSentAway(HazardReport report) {
        return isBounded(report) && report.overturned().isEmpty();
    }

    /** Whether somebody has signed first that it be merged or transferred. */
    private static boolean isSentAway(HazardReport report) {
        return Stream.of(ReportAction.MARK_DUPLICATE, ReportAction.TRANSFER)
                .anyMatch(action -> report.proposal(action).isPresent());
    }

    private static boolean isBounded(HazardReport report) {
        return report.recheckRounds() <= 1
                && report.extensions() == 0
                && report.pauses().isEmpty()
                && report.overturned().size() <= 1
                && proposals(report).size() <= 1;
    }

    private static boolean isFew(HazardReport report) {
        return isOnce(report) && report.rectifiers().size() <= 2;
    }

    /** Everything that counts, links or stands still. */
    private static List<Object> counters(HazardReport report, boolean late) {
        List<Object> key = new ArrayList<>(way(report, late));
        key.add(links(report));
        key.add(report.extensions());
        key.add(report.extensionAsked().isPresent());
        key.add(report.recheckRounds());
        key.add(report.reopenings());
        return key;
    }

    private static String links(HazardReport report) {
        if (report.duplicateOf().isPresent()) {
            return "duplicate";
        }
        return report.duplicates().isEmpty() ? report.parts().isEmpty() ? "" : "parts" : "duplicates";
    }

    /** What protects people, and what the law asks of a major hazard. */
    private static List<Object> protection(HazardReport report) {
        List<Object> key = new ArrayList<>(way(report, false));
        key.add(report.danger());
        key.add(report.count(ReportAction.STOP_WORK) + report.count(ReportAction.EVACUATE) > 0);
        key.add(owed(report, PROTECTION));
        return key;
    }

    /** What an authority ordered. */
    private static List<Object> supervision(HazardReport report) {
        List<Object> key = new ArrayList<>(duties(report, false, SUPERVISION));
        key.add(report.listing().isEmpty());
        key.add(report.count(ReportAction.APPLY_RESUMPTION) > report.count(ReportAction.RECORD_RESUMPTION));
        return key;
    }

    /** What is owed of these. */
    private static List<Object> duties(HazardReport report, boolean late, Set<String> told) {
        boolean graded = isGraded(report);
        return List.of(
                report.state(),
                report.grade(),
                late,
                report.plan().isPresent(),
                report.isMajorOrSuspected(),
                report.submission().kind(),
                !graded && report.talked(),
                graded ? 0 : report.verifiers().size(),
                tookPart(report),
                isGuardedByPlan(report),
                proposals(report),
                owed(report, told));
    }

    /** Whose decision an appeal overturned. */
    private static List<Object> overturned(HazardReport report) {
        List<Object> key = new ArrayList<>(duties(report, false, Set.of("APPEAL_DECISION")));
        key.add(Set.copyOf(report.overturned()));
        return key;
    }

    /** Who did what a separation of duties looks at. */
    private static List<Object> people(HazardReport report) {
        ReportState state = report.state();
        return List.of(
                state,
                report.grade(),
                report.branch(),
                isGuardedByPlan(report),
                report.isMajorOrSuspected(),
                !isGraded(report) && report.talked(),
                !isGraded(report) && report.heard() > 0,
                state == ReportState.VERIFYING ? report.verifiers() : List.of(),
                Set.copyOf(report.rectifiers()),
                report.extensionAsked().map(HazardReport.ExtensionAsked::by),
                state == ReportState.CLOSED ? report.closedBy() : "",
                ReportLoop.table().isEnd(state) ? report.deciders() : List.of(),
                signers(report),
                report.owes("APPEAL_DECISION"));
    }

    private static Set<String> signers(HazardReport report) {
        return ReportLoop.table().actions(report.state()).stream()
                .flatMap(action -> report.proposal(action).map(p -> action + " " + p.by()).stream())
                .collect(Collectors.toSet());
    }

    /** How many of the heads may conclude, having taken part in the check. */
    private static long tookPart(HazardReport report) {
        return report.state() != ReportState.VERIFYING
                ? 0
                : report.history().stream()
                        .filter(e -> e.to() == ReportState.VERIFYING)
                        .map(ReportEvent::actor)
                        .filter(List.of("N001", "N002")::contains)
                        .distinct()
                        .count();
    }

    private static boolean isGraded(HazardReport report) {
        return report.branch().isPresent() || report.state() == ReportState.CONFIRMED;
    }

    /** What a rectification by plan is not done without. */
    private static boolean isGuardedByPlan(HazardReport report) {
        return report.branch().filter(Branch.PLANNED::equals).isPresent() && isGuarded(report);
    }

    private static boolean isGuarded(HazardReport report) {
        return report.protectedUntil().isPresent() && !report.owes("INTERIM_MEASURES");
    }

    private static Set<String> owed(HazardReport report, Set<String> told) {
        return report.obligations().stream()
                .map(Obligation::code)
                .filter(told::contains)
                .collect(Collectors.toSet());
    }

    /** Where it is on its way round, and what its next guards look at. */
    private static List<Object> way(HazardReport report, boolean late) {
        ReportState state = report.state();
        boolean open = !ReportLoop.table().isEnd(state);
        boolean graded = isGraded(report);
        return List.of(
                state,
                report.grade(),
                report.branch(),
                report.plan().map(plan -> plan.missing(true).isEmpty()),
                late,
                report.submission().kind(),
                report.branch().isEmpty() && report.submission().fixedOnTheSpot(),
                report.isMajorOrSuspected(),
                !graded && report.talked(),
                open && isGuarded(report),
                state == ReportState.VERIFYING ? report.verifiers().size() : 0,
                tookPart(report),
                proposals(report));
    }

    /** The first signatures that can still become decisions from here, with whether they are from outside the line. */
    private static Set<String> proposals(HazardReport report) {
        return ReportLoop.table().actions(report.state()).stream()
                .flatMap(action -> report
                        .proposal(action)
                        .map(p -> action + " " + (p.role() == Role.UNION || p.role() == Role.RECEIVER))
                        .stream())
                .collect(Collectors.toSet());
    }

    private static List<HazardReport> starts(List<ReportKind> kinds) {
        Submission plain = Submission.of("x").withSuggestion("x");
        Evidence[] pair = {Plant.before(), Plant.after()};
        List<HazardReport> starts = new ArrayList<>();
        starts.add(start(plain, "", false));
        if (!kinds.contains(ReportKind.SUGGESTION)) {
            starts.add(start(plain, "GB 12345", false));
        }
        starts.add(start(plain.fixed(pair[0], pair[1]), "", true));
        kinds.forEach(kind -> starts.add(start(plain.withKind(kind), "", true)));
        return starts;
    }

    private static HazardReport start(Submission submission, String suspected, boolean joint) {
        return begin("00000000-0000-7000-8000-000000000009", submission, suspected, BEGIN, joint);
    }

    private static HazardReport begin(String id, Submission submission, String suspected, Instant at, boolean joint) {
        List<Reporter> reporters = new ArrayList<>();
        if (joint) {
            reporters.add(reporter(1, "reporter-0", true));
        }
        reporters.add(reporter(joint ? 2 : 1, ModelPeople.REPORTER.reference(), !joint));
        ReportId report = ReportId.of(id);
        Submitted submitted = Submitted.here(
                submission,
                ReceiptNumber.of(LocalDate.parse("2024-09-02"), new byte[6]),
                reporters,
                "safety",
                suspected,
                "");
        Submitted sealed = submitted.withTexts(text -> text.isEmpty() ? text : ModelActs.WORDS);
        return HazardReport.begin(report, ReportLoop.submit(report, sealed, Acting.system(), at, RULES));
    }

    private static Reporter reporter(int ordinal, String pseudonym, boolean confirmed) {
        return new Reporter(ordinal, pseudonym, Confidentiality.RECEIVER_ONLY, Plant.OPERATIVE, confirmed, false);
    }
}
