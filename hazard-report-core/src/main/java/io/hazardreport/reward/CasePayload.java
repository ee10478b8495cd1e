package io.hazardreport.reward;

import io.hazardreport.journal.Payload;
import io.hazardreport.loop.Role;
import io.hazardreport.worker.Circumstance;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A case as canonical payload and back; a map is a list of names and values in the order of names. */
final class CasePayload {

    private CasePayload() {}

    static Payload write(RewardCase theCase) {
        Payload.Builder payload = Payload.builder()
                .putList("reporters", theCase.reporters(), CasePayload::write)
                .putStrings("choosers", names(theCase.choosers()))
                .putList("earlier", theCase.earlier(), CasePayload::write);
        texts(payload, "facts", theCase.facts());
        numbers(payload, "chosen", theCase.chosen());
        texts(payload, "bases", theCase.bases());
        Map<String, Long> weights = new TreeMap<>();
        theCase.weights().forEach((ordinal, weight) -> weights.put(ordinal.toString(), (long) weight));
        numbers(payload, "weights", weights);
        numbers(payload, "used", theCase.used());
        return payload.build();
    }

    static RewardCase read(Payload payload) {
        Map<Integer, Integer> weights = new HashMap<>();
        numbers(payload, "weights")
                .forEach((ordinal, weight) -> weights.put(Integer.valueOf(ordinal), (int) (long) weight));
        return new RewardCase(
                texts(payload, "facts"),
                payload.list("reporters", CasePayload::beneficiary),
                numbers(payload, "chosen"),
                texts(payload, "bases"),
                constants(payload.strings("choosers"), Role::valueOf),
                weights,
                numbers(payload, "used"),
                payload.list("earlier", CasePayload::earlier));
    }

    private static Payload write(Beneficiary b) {
        Payload.Builder payload = Payload.builder()
                .put("ordinal", b.ordinal())
                .put("filing", b.filing())
                .put("registeredAt", b.registeredAt())
                .put("realName", b.realName())
                .putStrings("circumstances", names(b.circumstances()))
                .putList(
                        "refusals",
                        b.refusals(),
                        r -> Payload.builder()
                                .put("code", r.code())
                                .put("source", r.source())
                                .build());
        texts(payload, "facts", b.ownFacts());
        numbers(payload, "used", b.used());
        return payload.build();
    }

    private static Beneficiary beneficiary(Payload b) {
        return new Beneficiary(
                (int) b.number("ordinal"),
                (int) b.number("filing"),
                b.instant("registeredAt").orElse(Instant.EPOCH),
                b.flag("realName"),
                texts(b, "facts"),
                constants(b.strings("circumstances"), Circumstance::valueOf),
                b.list("refusals", r -> new Beneficiary.Reason(r.required("code"), r.string("source"))),
                numbers(b, "used"));
    }

    private static Payload write(Earlier e) {
        return Payload.builder()
                .put("ordinal", e.ordinal())
                .put("rule", e.rule())
                .put("component", e.component())
                .put("title", e.title())
                .put("units", e.units())
                .put("origin", e.origin())
                .build();
    }

    private static Earlier earlier(Payload e) {
        return new Earlier(
                (int) e.number("ordinal"),
                e.string("rule"),
                e.required("component"),
                e.string("title"),
                e.number("units"),
                e.constant("origin", Earlier.Origin.class).orElseThrow());
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(constant -> constant.name()).sorted().toList();
    }

    private static <E> Set<E> constants(List<String> names, Function<String, E> constant) {
        Set<E> constants = new HashSet<>();
        names.forEach(name -> constants.add(constant.apply(name)));
        return constants;
    }

    private static void texts(Payload.Builder payload, String key, Map<String, String> map) {
        payload.putList(
                key,
                new TreeMap<>(map).entrySet(),
                entry -> Payload.builder()
                        .put("name", entry.getKey())
                        .put("value", entry.getValue())
                        .build());
    }

    private static Map<String, String> texts(Payload payload, String key) {
        Map<String, String> map = new HashMap<>();
        payload.list(key, entry -> Map.entry(entry.required("name"), entry.string("value")))
                .forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static void numbers(Payload.Builder payload, String key, Map<String, Long> map) {
        payload.putList(
                key,
                new TreeMap<>(map).entrySet(),
                entry -> Payload.builder()
                        .put("name", entry.getKey())
                        .put("value", entry.getValue())
                        .build());
    }

    private static Map<String, Long> numbers(Payload payload, String key) {
        Map<String, Long> map = new HashMap<>();
        payload.list(key, entry -> Map.entry(entry.required("name"), entry.number("value")))
                .forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }
}
