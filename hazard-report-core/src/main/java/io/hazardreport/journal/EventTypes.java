package io.hazardreport.journal;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The types of events a kind of stream knows, each with its versions. What is stored is never rewritten: an event of an
 * older version is brought up to the present one whenever it is read, step by step, by pure functions. Immutable.
 */
public final class EventTypes {

    /** By type: what makes a payload of version 2 of one of version 1, of version 3 of one of version 2, and so on. */
    private final SortedMap<String, List<UnaryOperator<Payload>>> upcasters;

    private EventTypes(SortedMap<String, List<UnaryOperator<Payload>>> upcasters) {
        this.upcasters = upcasters;
    }

    /** These types, each in its first version. */
    public static EventTypes of(String... names) {
        SortedMap<String, List<UnaryOperator<Payload>>> first = new TreeMap<>();
        for (String name : names) {
            first.put(name, List.of());
        }
        return new EventTypes(first);
    }

    /** One type for each action, by its name. */
    public static EventTypes of(Enum<?>... actions) {
        return of(Arrays.stream(actions).map(Enum::name).toArray(String[]::new));
    }

    /**
     * The same types with one more version of one of them; a version that was released stays as it is.
     *
     * @param upcaster makes a payload of the new version of one of the version before; pure
     */
    public EventTypes next(String type, UnaryOperator<Payload> upcaster) {
        List<UnaryOperator<Payload>> steps = new ArrayList<>(steps(type));
        steps.add(upcaster);
        SortedMap<String, List<UnaryOperator<Payload>>> more = new TreeMap<>(upcasters);
        more.put(type, List.copyOf(steps));
        return new EventTypes(more);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(upcasters.keySet());
    }

    /** The version in which events of this type are written. */
    public int version(String type) {
        return steps(type).size() + 1;
    }

    private List<UnaryOperator<Payload>> steps(String type) {
        List<UnaryOperator<Payload>> steps = upcasters.get(type);
        if (steps == null) {
            throw new IllegalArgumentException("no event type " + type + ", known: " + upcasters.keySet());
        }
        return steps;
    }

    /** The event's payload as the present version of its type has it. */
    Payload present(Event event) {
        List<UnaryOperator<Payload>> steps = upcasters.get(event.type());
        if (steps == null) {
            throw unknown(event, String.join(", ", upcasters.keySet()));
        }
        int from = event.typeVersion();
        int present = steps.size() + 1;
        if (from < 1 || from > present) {
            throw unknown(event, event.type() + (present == 1 ? " v1" : " v1 - v" + present));
        }
        Payload payload = event.payload();
        for (UnaryOperator<Payload> step : steps.subList(from - 1, steps.size())) {
            payload = step.apply(payload);
        }
        return payload;
    }

    private static InvalidInputException unknown(Event event, String known) {
        return new InvalidInputException(Problem.of(
                "journal.unknown-event",
                event.stream() + "#" + event.seq(),
                event.type() + " v" + event.typeVersion(),
                known));
    }
}
