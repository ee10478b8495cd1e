package io.hazardreport.reward;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts as people write them, made what a calculation looks at. */
public final class Facts {

    private Facts() {}

    /**
     * Amounts of money in yuan become fen; everything is checked against what the fact can be.
     *
     * @param path where the facts were given
     * @param problems takes {@code reward.unknown-fact} and {@code reward.bad-fact}
     */
    public static Map<String, String> canonical(
            Map<String, String> given, Map<String, FactType> types, String path, List<Problem> problems) {
        Map<String, String> facts = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            FactType type = types.get(name);
            if (type == null) {
                problems.add(Problem.of(
                        "reward.unknown-fact",
                        path + "." + name,
                        name,
                        String.join(", ", types.keySet().stream().sorted().toList())));
            } else if (!value.isBlank()) {
                try {
                    facts.put(name, canonical(value.strip(), type));
                } catch (InvalidInputException | DateTimeException | IllegalArgumentException unreadable) {
                    problems.add(Problem.of("reward.bad-fact", path + "." + name, value, allowed(type)));
                }
            }
        });
        return facts;
    }

    private static String canonical(String value, FactType type) {
        if (type instanceof FactType.OneOf oneOf) {
            if (!oneOf.values().contains(value)) {
                throw new IllegalArgumentException(value);
            }
            return value;
        }
        FactType.Quantity quantity = (FactType.Quantity) type;
        long number = switch (quantity.measure()) {
            case MONEY -> Money.parse(value).fen();
            case NUMBER -> Long.parseLong(value);
            case DAY -> LocalDate.parse(value).toEpochDay();
        };
        Long max = quantity.max();
        if (number < quantity.min() || (max != null && number > max)) {
            throw new IllegalArgumentException(value);
        }
        return quantity.measure() == FactType.Measure.DAY ? value : Long.toString(number);
    }

    private static String allowed(FactType type) {
        if (type instanceof FactType.OneOf oneOf) {
            return String.join(", ", oneOf.values());
        }
        FactType.Quantity quantity = (FactType.Quantity) type;
        Long max = quantity.max();
        return switch (quantity.measure()) {
            case DAY -> "2024-09-02";
            case MONEY, NUMBER ->
                quantity.measure().shown(quantity.min()) + " - "
                        + (max == null ? "∞" : quantity.measure().shown(max));
        };
    }
}
