package io.hazardreport.loop;

import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One declared loop: its table of steps, and for every state that is not an end the main duty that moves it on. At most
 * one row per state and action. Immutable.
 *
 * @param <S> states
 * @param <A> actions
 * @param <C> what the guards look at
 */
public final class Loop<S extends Enum<S>, A extends Enum<A>, C> {

    private final String name;
    private final S initial;
    private final Map<S, Duty> mainDuties;
    private final List<Step<S, A, C>> steps;
    private final Map<S, Map<A, Step<S, A, C>>> table;

    public Loop(
            String name,
            S initial,
            Class<S> states,
            Class<A> actions,
            Map<S, Duty> mainDuties,
            List<Step<S, A, C>> steps) {
        this.name = name;
        this.initial = initial;
        this.mainDuties = Map.copyOf(mainDuties);
        this.steps = List.copyOf(steps);
        this.table = new EnumMap<>(states);
        for (S state : EnumSet.allOf(states)) {
            table.put(state, new EnumMap<>(actions));
        }
        for (Step<S, A, C> step : steps) {
            Step<S, A, C> twin = row(step.from()).put(step.action(), step);
            if (twin != null) {
                throw new IllegalArgumentException(
                        name + ": two rows for " + step.action() + " from " + step.from() + ", allowed: one");
            }
        }
    }

    private Map<A, Step<S, A, C>> row(S state) {
        return table.getOrDefault(state, Map.of());
    }

    public String name() {
        return name;
    }

    public S initial() {
        return initial;
    }

    public List<Step<S, A, C>> steps() {
        return steps;
    }

    public Optional<Step<S, A, C>> step(S from, A action) {
        return Optional.ofNullable(row(from).get(action));
    }

    /** The duty that moves the loop on from this state; empty exactly at an end. */
    public Optional<Duty> mainDuty(S state) {
        return Optional.ofNullable(mainDuties.get(state));
    }

    public boolean isEnd(S state) {
        return !mainDuties.containsKey(state);
    }

    /** What the table has for this state, whoever asks. */
    public Set<A> actions(S from) {
        return row(from).keySet();
    }

    /** What somebody with these roles may try in this state; the guards have the last word. */
    public Set<A> allowed(S from, Set<Role> roles) {
        return row(from).values().stream()
                .filter(step -> step.by().stream().anyMatch(roles::contains))
                .map(Step::action)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The row that answers the action, or every objection at once. */
    public Decided<Step<S, A, C>> decide(S from, A action, Set<Role> roles, C context) {
        Step<S, A, C> step = row(from).get(action);
        if (step == null) {
            return Decided.refused(
                    List.of(Problem.of("loop.not-from-here", action.name(), from, names(actions(from)))));
        }
        List<Problem> problems = new ArrayList<>();
        if (step.by().stream().noneMatch(roles::contains)) {
            problems.add(Problem.of("loop.role-missing", action.name(), names(roles), names(step.by())));
        }
        for (Guard<C> guard : step.requires()) {
            problems.addAll(guard.objections(context));
        }
        return problems.isEmpty() ? Decided.accepted(step) : Decided.refused(problems);
    }

    /** What taking this row means; the main clock starts anew whenever the state changes. */
    public Advance<S> advance(Step<S, A, C> step, C context, Clocks<C> clocks) {
        List<Obligation> opens = new ArrayList<>();
        if (step.from() != step.to()) {
            mainDuty(step.to()).ifPresent(duty -> opens.add(start(duty, true, context, clocks)));
        }
        opens.addAll(opened(step.opens(), context, clocks));
        Role role = step.by().stream()
                .filter(clocks.roles(context)::contains)
                .min(Comparator.comparing(Enum::name))
                .orElseThrow();
        return new Advance<>(step.from(), step.to(), role, opens, step.closes());
    }

    /** What beginning in the initial state means. */
    public Advance<S> begin(List<Opening<C>> openings, C context, Clocks<C> clocks) {
        List<Obligation> opens = new ArrayList<>();
        mainDuty(initial).ifPresent(duty -> opens.add(start(duty, true, context, clocks)));
        opens.addAll(opened(openings, context, clocks));
        Role role = clocks.roles(context).stream()
                .min(Comparator.comparing(Enum::name))
                .orElse(Role.SYSTEM);
        return new Advance<>(initial, initial, role, opens, List.of());
    }

    private List<Obligation> opened(List<Opening<C>> openings, C context, Clocks<C> clocks) {
        return openings.stream()
                .filter(opening -> opening.condition().test(context))
                .map(opening -> start(opening.duty(), opening.main(), context, clocks))
                .toList();
    }

    private static <C> Obligation start(Duty duty, boolean main, C context, Clocks<C> clocks) {
        return new Obligation(
                duty.code(),
                clocks.owner(duty, context),
                clocks.assignee(duty, context),
                clocks.at(context),
                clocks.due(duty, context),
                main);
    }

    private static String names(Set<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? "-"
                : String.join(", ", constants.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The loop as a Mermaid state diagram; steps that stay in their state are left to the printed table. */
    public String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> ")
                .append(initial)
                .append('\n');
        for (Step<S, A, C> step : steps) {
            if (step.from() != step.to()) {
                text.append("    ").append(step.from()).append(" --> ").append(step.to());
                text.append(": ").append(step.action()).append('\n');
            }
        }
        for (S state : table.keySet()) {
            if (isEnd(state)) {
                text.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return text.toString();
    }

    /** The whole table in Markdown: from, action, to, who may, what must hold, clocks started and stopped. */
    public String markdown() {
        StringBuilder text = new StringBuilder("| from | action | to | who | requires | starts | stops |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Step<S, A, C> step : steps) {
            text.append("| ").append(step.from());
            text.append(" | ").append(step.action());
            text.append(" | ").append(step.to());
            text.append(" | ").append(names(step.by()));
            text.append(" | ")
                    .append(joined(step.requires().stream().map(Guard::name).toList()));
            text.append(" | ")
                    .append(joined(step.opens().stream()
                            .map(o -> o.duty().code() + (o.when().isEmpty() ? "" : " (" + o.when() + ")"))
                            .toList()));
            text.append(" | ").append(joined(step.closes())).append(" |\n");
        }
        return text.toString();
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? " " : String.join(", ", words);
    }
}
