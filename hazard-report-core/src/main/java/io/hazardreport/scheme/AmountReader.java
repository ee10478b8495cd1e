package io.hazardreport.scheme;

import io.hazardreport.base.Money;
import io.hazardreport.base.Problem;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Amount;
import io.hazardreport.reward.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads amounts: in yuan for money, whole numbers for points, up to two decimals for a score. */
final class AmountReader {

    private static final Map<String, RoundingMode> MODES = Map.of(
            "HALF_UP", RoundingMode.HALF_UP,
            "HALF_EVEN", RoundingMode.HALF_EVEN,
            "DOWN", RoundingMode.DOWN,
            "UP", RoundingMode.UP);

    /** What an amount is counted in. */
    enum Unit {
        FEN(2),
        POINTS(0),
        HUNDREDTHS(2);

        private final int decimals;

        Unit(int decimals) {
            this.decimals = decimals;
        }
    }

    private final List<Problem> errors;
    private final TestReader tests;

    AmountReader(List<Problem> errors, TestReader tests) {
        this.errors = errors;
        this.tests = tests;
    }

    Amount amount(Node node, Unit unit) {
        if (node.fields().isEmpty()) {
            return new Amount(new Amount.Fixed(units(node, unit)), null, null, List.of(), false, null);
        }
        List<String> bases = new ArrayList<>();
        for (String base : List.of("fixed", "from", "atLeast", "atMost", "percent", "each")) {
            if (node.at(base).isThere()) {
                bases.add(base);
            }
        }
        if (bases.isEmpty() && node.at("to").isThere()) {
            bases.add("from");
        }
        if (bases.size() != 1) {
            errors.add(Problem.of(
                    "scheme.not-one-of",
                    node.path(),
                    bases,
                    "fixed | from, to | atLeast | atMost | percent, of | each, per"));
        }
        List<Amount.Uplift> uplifts = uplifts(node.at("uplifts"));
        Amount amount = new Amount(
                base(node, bases.isEmpty() ? "fixed" : bases.get(0), unit),
                optional(node.at("floor"), unit),
                optional(node.at("cap"), unit),
                uplifts,
                capFirst(node, uplifts),
                node.at("rounding").isThere() ? rounding(node.at("rounding"), unit) : null);
        node.nothingElse();
        return amount;
    }

    private boolean capFirst(Node node, List<Amount.Uplift> uplifts) {
        Node order = node.at("order");
        if (!uplifts.isEmpty() && node.at("cap").isThere() && !order.isThere()) {
            errors.add(Problem.of("scheme.not-one-of", order.path(), "-", "UPLIFT_THEN_CAP | CAP_THEN_UPLIFT"));
        }
        String text = order.optional();
        if (!text.isEmpty() && !text.equals("UPLIFT_THEN_CAP") && !text.equals("CAP_THEN_UPLIFT")) {
            errors.add(Problem.of("scheme.not-one-of", order.path(), text, "UPLIFT_THEN_CAP | CAP_THEN_UPLIFT"));
        }
        return text.equals("CAP_THEN_UPLIFT");
    }

    private Amount.Base base(Node node, String base, Unit unit) {
        return switch (base) {
            case "from" ->
                // a range that names nobody is left to the adjudicator, as it always was
                new Amount.Chosen(
                        units(node.at("from"), unit),
                        units(node.at("to"), unit),
                        node.at("adjudicator").constant(Role.class, Role.ADJUDICATOR));
            case "atLeast" -> new Amount.Chosen(units(node.at("atLeast"), unit), null, adjudicator(node));
            case "atMost" -> new Amount.Chosen(null, units(node.at("atMost"), unit), adjudicator(node));
            case "percent" ->
                new Amount.Percent(percent(node.at("percent")), node.at("of").required("?"));
            case "each" ->
                new Amount.PerUnit(units(node.at("each"), unit), node.at("per").required("?"));
            default -> new Amount.Fixed(units(node.at("fixed"), unit));
        };
    }

    private static @Nullable Role adjudicator(Node node) {
        Node adjudicator = node.at("adjudicator");
        return adjudicator.isThere() ? adjudicator.oneOf(Role.class).orElse(null) : null;
    }

    private List<Amount.Uplift> uplifts(Node node) {
        List<Amount.Uplift> uplifts = new ArrayList<>();
        for (Node uplift : node.items()) {
            uplifts.add(new Amount.Uplift(
                    uplift.at("code").required("?"), tests.read(uplift.at("when")), percent(uplift.at("percent"))));
            uplift.nothingElse();
        }
        return uplifts;
    }

    private BigDecimal percent(Node node) {
        return node.parsed(
                text -> new BigDecimal(text.endsWith("%") ? text.substring(0, text.length() - 1) : text),
                BigDecimal.ZERO);
    }

    Rounding rounding(Node node, Unit unit) {
        long step = units(node.at("to"), unit);
        String mode = node.at("mode").required("HALF_UP").toUpperCase(Locale.ROOT);
        if (!MODES.containsKey(mode)) {
            errors.add(
                    Problem.of("scheme.not-one-of", node.path() + ".mode", mode, String.join(" | ", MODES.keySet())));
        }
        if (step < 1) {
            errors.add(Problem.of("scheme.out-of-range", node.path() + ".to", step, "≥ 0.01"));
        }
        node.nothingElse();
        return new Rounding(Math.max(1, step), MODES.getOrDefault(mode, RoundingMode.HALF_UP));
    }

    private @Nullable Long optional(Node node, Unit unit) {
        return node.isThere() ? (Long) units(node, unit) : null;
    }

    long units(Node node, Unit unit) {
        if (unit == Unit.FEN) {
            Money money = node.money();
            return money.fen();
        }
        return node.parsed(
                text -> new BigDecimal(text).movePointRight(unit.decimals).longValueExact(), 0L);
    }
}
