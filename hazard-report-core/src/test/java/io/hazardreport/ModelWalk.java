package io.hazardreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Text;
import io.hazardreport.loop.Decided;
import io.hazardreport.loop.Loop;
import io.hazardreport.loop.Obligation;
import io.hazardreport.loop.Role;
import io.hazardreport.report.Acting;
import io.hazardreport.report.HazardReport;
import io.hazardreport.report.ReportAct;
import io.hazardreport.report.ReportAction;
import io.hazardreport.report.ReportContext;
import io.hazardreport.report.ReportEvent;
import io.hazardreport.report.ReportLoop;
import io.hazardreport.report.ReportRules;
import io.hazardreport.report.ReportState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Breadth first over what can become of a report: one report is kept for every abstract key, and whoever there is tries
 * every act of every row on it, a minute later, or when what is owed or paused has run out. It is the loop itself that
 * decides; only which reports count as the same is the model's.
 */
final class ModelWalk {

    /** A report and the hour it stands at. */
    record Spot(HazardReport report, Instant now) {}

    /**
     * What a walk goes by.
     *
     * @param complains whether the reports complain of somebody, who then tries everything too
     * @param other a report made earlier
     * @param key what is told apart, with whether the main duty is late
     * @param lapses whether it is told apart, and waited for, that protection runs out
     * @param holds the same of the time a cure must have held for
     * @param bounds how far it goes on; what is accepted beyond is held to the laws, and left there
     */
    record Frame(
            String name,
            ReportRules rules,
            List<Acting> actors,
            boolean complains,
            HazardReport other,
            BiFunction<HazardReport, Boolean, List<Object>> key,
            boolean lapses,
            boolean holds,
            Predicate<HazardReport> bounds) {}

    /** How a spot is left: by an act of somebody, or by waiting where the act is null. */
    private record Way(
            int to, @Nullable ReportAct act, @Nullable Acting actor) {}

    private static final Loop<ReportState, ReportAction, ReportContext> TABLE = ReportLoop.table();

    private final Frame frame;
    private final List<Spot> spots = new ArrayList<>();
    private final Map<List<Object>, Integer> seen = new HashMap<>();
    private final List<List<Way>> ways = new ArrayList<>();
    private final Set<String> rows = new HashSet<>();
    private final Set<String> duties = new HashSet<>();
    private final Set<String> sentences = new HashSet<>();
    private final Map<ModelLaw, Long> judged = new EnumMap<>(ModelLaw.class);
    private long transitions;
    private long refusals;

    ModelWalk(Frame frame) {
        this.frame = frame;
    }

    int states() {
        return spots.size();
    }

    long transitions() {
        return transitions;
    }

    long refusals() {
        return refusals;
    }

    /** Every row of the table somebody was accepted by. */
    Set<String> rows() {
        return rows;
    }

    /** Every duty that was owed somewhere. */
    Set<String> duties() {
        return duties;
    }

    /** Every code something was refused by. */
    Set<String> sentences() {
        return sentences;
    }

    /** How many acts each law spoke of. */
    Map<ModelLaw, Long> judged() {
        return judged;
    }

    ModelWalk from(List<HazardReport> starts) {
        starts.forEach(start -> reach(new Spot(start, minuteAfter(start))));
        for (int i = 0; i < spots.size(); i++) {
            leave(i);
        }
        return this;
    }

    @Override
    public String toString() {
        return frame.name() + " " + states() + " states, " + transitions + " transitions, " + refusals + " refusals";
    }

    private static Instant minuteAfter(HazardReport report) {
        return report.history().get(report.history().size() - 1).at().plus(Duration.ofMinutes(1));
    }

    private List<Object> key(Spot spot) {
        List<Object> key = new ArrayList<>(frame.key().apply(spot.report(), isLate(spot)));
        key.add(isPaused(spot));
        key.add(protectedUntil(spot.report()).filter(spot.now()::isBefore).isPresent());
        key.add(hasHeld(spot));
        return key;
    }

    private int reach(Spot spot) {
        List<Object> found = key(spot);
        Integer known = seen.get(found);
        if (known != null) {
            return known;
        }
        int index = spots.size();
        seen.put(found, index);
        spots.add(spot);
        ways.add(new ArrayList<>());
        spot.report().obligations().forEach(o -> duties.add(o.code()));
        ModelJournal.readsAsWritten(spot.report());
        if (index % 20 == 0) {
            ModelJournal.snapshotIsTheFold(spot.report());
        }
        return index;
    }

    private void leave(int index) {
        Spot spot = spots.get(index);
        HazardReport report = spot.report();
        Object before = report.snapshot("");
        for (ReportAction action : TABLE.actions(report.state())) {
            boolean higher = false;
            for (ReportAct act : ModelActs.of(action, report, spot.now())) {
                for (Acting actor : frame.actors()) {
                    Optional<ModelStep> taken = attempt(spot, act, actor);
                    taken.ifPresent(step -> take(index, step, act, actor));
                    higher |= taken.isPresent();
                }
                if (frame.complains()) {
                    keptFrom(spot, act);
                }
            }
            if (action == ReportAction.GO_HIGHER) {
                goesHigherWhenLate(spot, higher);
            }
        }
        assertThat(report.snapshot("")).isEqualTo(before);
        waits(spot).forEach(later -> arrive(index, later, null, null));
    }

    private void take(int index, ModelStep step, ReportAct act, Acting actor) {
        transitions++;
        rows.add(step.from() + " " + step.action());
        for (ModelLaw law : ModelLaw.values()) {
            if (law.judges(step)) {
                judged.merge(law, 1L, Long::sum);
            }
        }
        if (frame.bounds().test(step.after())) {
            arrive(index, new Spot(step.after(), minuteAfter(step.after())), act, actor);
        }
    }

    /** Nobody complained of gets anything done or is given anything to do, whatever it is. */
    private void keptFrom(Spot spot, ReportAct act) {
        for (Decided<ReportEvent> decided : List.of(
                ReportLoop.decide(context(spot, act, ModelPeople.CONCERNED, false)),
                ReportLoop.decide(context(spot, act, ModelPeople.ALL.get(0), true)))) {
            if (decided.problems().isEmpty()) {
                throw new AssertionError("done by, or given to, a person complained of: " + act + " on " + spot);
            }
            refused(decided.problems());
        }
    }

    private static void goesHigherWhenLate(Spot spot, boolean accepted) {
        boolean late = spot.report().obligations().stream().anyMatch(o -> o.isOverdue(spot.now()));
        assertThat(accepted)
                .as("goes higher from %s", spot)
                .isEqualTo(late && !spot.report().owes("HIGHER_ANSWER"));
    }

    private void arrive(int from, Spot spot, @Nullable ReportAct act, @Nullable Acting actor) {
        int to = reach(spot);
        if (to != from) {
            ways.get(from).add(new Way(to, act, actor));
        }
    }

    private Optional<ModelStep> attempt(Spot spot, ReportAct act, Acting actor) {
        ReportContext context = context(spot, act, actor, false);
        return ReportLoop.decide(context)
                .fold(
                        event -> Optional.of(
                                new ModelStep(context, event, spot.report().apply(event))),
                        problems -> {
                            refused(problems);
                            return Optional.empty();
                        });
    }

    /** A refusal has a code with a sentence in both languages. */
    private void refused(List<Problem> problems) {
        refusals++;
        for (Problem problem : problems) {
            if (sentences.add(problem.code())) {
                Text text = problem.text();
                assertThat(text.zh()).as(problem.code()).isNotBlank().doesNotContain("{");
                assertThat(text.en()).as(problem.code()).isNotBlank().doesNotContain("{");
            }
        }
    }

    private ReportContext context(Spot spot, ReportAct act, Acting actor, boolean namesConcerned) {
        return new ReportContext(
                spot.report(),
                act,
                actor,
                spot.now(),
                frame.rules(),
                act.other() == null ? null : frame.other(),
                act.persons().stream().anyMatch(ModelPeople.REPORTER::is),
                namesConcerned,
                frame.complains() ? 1 : 0,
                spot.now(),
                false,
                true,
                false);
    }

    /**
     * When what moves the loop on, or at an end the first thing owed, is overdue; when the pause or the protection is over;
     * and when the cure has held long enough.
     */
    private Stream<Spot> waits(Spot spot) {
        HazardReport report = spot.report();
        Stream<Instant> pause = report.paused().map(p -> frame.rules().endOf(p.until())).stream();
        return Stream.of(due(report).stream(), pause, protectedUntil(report).stream(), heldFrom(report).stream())
                .flatMap(times -> times)
                .filter(at -> at.isAfter(spot.now()))
                .map(at -> new Spot(report, at.plus(Duration.ofMinutes(1))));
    }

    private static Optional<Instant> due(HazardReport report) {
        return report.mainObligation()
                .map(Obligation::due)
                .or(() -> report.obligations().stream().map(Obligation::due).min(Comparator.naturalOrder()));
    }

    private static boolean isLate(Spot spot) {
        return due(spot.report()).filter(due -> !spot.now().isBefore(due)).isPresent();
    }

    /** Nobody asks after it at an end. */
    private Optional<Instant> protectedUntil(HazardReport report) {
        return report.protectedUntil().filter(until -> frame.lapses() && !TABLE.isEnd(report.state()));
    }

    private Optional<Instant> heldFrom(HazardReport report) {
        return report.endedAt()
                .filter(closed -> frame.holds() && report.owes("EFFECT_CHECK"))
                .map(closed -> frame.rules().due("effectCheck", report.grade(), closed));
    }

    private boolean hasHeld(Spot spot) {
        return heldFrom(spot.report())
                .filter(held -> !spot.now().isBefore(held))
                .isPresent();
    }

    private boolean isPaused(Spot spot) {
        return spot.report()
                .paused()
                .filter(p -> spot.now().isBefore(frame.rules().endOf(p.until())))
                .isPresent();
    }

    /** From every spot that is no end there is a way to one by people, without waiting. */
    void hasNoTrap() {
        Way[] out = waysOut();
        for (int i = 0; i < spots.size(); i++) {
            HazardReport report = spots.get(i).report();
            if (!TABLE.isEnd(report.state()) && out[i] == null) {
                throw new AssertionError(frame.name() + ": no way out for people after "
                        + report.history().stream().map(ReportEvent::action).toList());
            }
        }
    }

    /** Every report is really taken there; for a walk whose key holds all that the guards on the way look at. */
    void isReallyLeft() {
        Way[] out = waysOut();
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            int at = i;
            for (int steps = 0; !TABLE.isEnd(spot.report().state()); steps++) {
                assertThat(steps).as("steps out of %s", spots.get(i).report()).isLessThan(40);
                spot = go(spot, out[at]);
                at = seen.getOrDefault(key(spot), out[at].to());
            }
        }
    }

    /** By who went this way, or by another like him: the key counts the heads who may, and not which of them. */
    private Spot go(Spot spot, Way way) {
        if (way.act() == null || way.actor() == null) {
            throw new AssertionError("nobody can do anything but wait: " + spot);
        }
        HazardReport after = ModelActs.of(way.act().action(), spot.report(), spot.now()).stream()
                .sorted(Comparator.comparing(act -> !act.equals(way.act())))
                .flatMap(act -> Stream.concat(Stream.of(way.actor()), frame.actors().stream())
                        .filter(actor -> !actor.roles().contains(Role.SYSTEM))
                        .flatMap(actor -> attempt(spot, act, actor).stream()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(way + " fails from " + spot))
                .after();
        return new Spot(after, minuteAfter(after));
    }

    /** The first step of a shortest way to an end by people, for every spot. */
    private Way[] waysOut() {
        List<List<Integer>> back = new ArrayList<>();
        spots.forEach(spot -> back.add(new ArrayList<>()));
        for (int i = 0; i < spots.size(); i++) {
            for (Way way : ways.get(i)) {
                back.get(way.to()).add(i);
            }
        }
        Way[] out = new Way[spots.size()];
        boolean[] done = new boolean[spots.size()];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < spots.size(); i++) {
            if (TABLE.isEnd(spots.get(i).report().state())) {
                done[i] = true;
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int to = open.remove();
            for (int from : back.get(to)) {
                Optional<Way> way = ways.get(from).stream()
                        .filter(w -> w.to() == to && w.actor() != null)
                        .filter(w -> !w.actor().roles().contains(Role.SYSTEM))
                        .findFirst();
                if (!done[from] && way.isPresent()) {
                    done[from] = true;
                    out[from] = way.get();
                    open.add(from);
                }
            }
        }
        return out;
    }
}
