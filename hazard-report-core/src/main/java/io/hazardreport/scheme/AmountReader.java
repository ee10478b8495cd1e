package io.hazardreport.scheme;

import io.hazardreport.base.Problem;
import io.hazardreport.loop.Role;
import io.hazardreport.reward.Amount;
import io.hazardreport.reward.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads amounts: in yuan for money, whole numbers for points, up to two decimals for a score. */
final class AmountReader {

    static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

    /** Whether floor and cap come before the uplift or after it. */
    enum Order {
        UPLIFT_THEN_CAP,
        CAP_THEN_UPLIFT
    }

    /** What an amount is counted in. */
    enum Unit {
        FEN(Form.MONEY, 2),
        POINTS(Form.WHOLE, 0),
        HUNDREDTHS(Form.MONEY, 2);

        private final Form form;
        private final int decimals;

        Unit(Form form, int decimals) {
            this.form = form;
            this.decimals = decimals;
        }
    }

    private final List<Problem> errors;
    private final TestReader tests;
    private final IdentityHashMap<Amount, String> places = new IdentityHashMap<>();

    AmountReader(List<Problem> errors, TestReader tests) {
        this.errors = errors;
        this.tests = tests;
    }

    /** Where each amount stands, by the very object. */
    IdentityHashMap<Amount, String> places() {
        return places;
    }

    Amount amount(Node node, Unit unit) {
        Amount amount = read(node, unit);
        places.put(amount, node.path());
        return amount;
    }

    private Amount read(Node node, Unit unit) {
        if (!node.isObject()) {
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
                bases.isEmpty() ? new Amount.Fixed(0) : base(node, bases.get(0), unit),
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
            errors.add(Problem.of(
                    "scheme.not-one-of",
                    order.path(),
                    "-",
                    List.of(Order.values()).toString()));
        }
        return order.constant(Order.class, Order.UPLIFT_THEN_CAP) == Order.CAP_THEN_UPLIFT;
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
                new Amount.Percent(
                        node.at("percent").percent(Form.PERCENT), node.at("of").required("?"));
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
                    uplift.at("code").required("?"),
                    tests.read(uplift.at("when")),
                    uplift.at("percent").percent(Form.PERCENT)));
            uplift.nothingElse();
        }
        return uplifts;
    }

    Rounding rounding(Node node, Unit unit) {
        int before = errors.size();
        long step = units(node.at("to"), unit);
        if (step < 1 && errors.size() == before) {
            errors.add(Problem.of("scheme.out-of-range", node.path() + ".to", step, "≥ 0.01"));
        }
        RoundingMode mode = node.at("mode").oneOf(MODES).orElse(RoundingMode.HALF_UP);
        node.nothingElse();
        return new Rounding(Math.max(1, step), mode);
    }

    private static @Nullable Long optional(Node node, Unit unit) {
        return node.isThere() ? (Long) units(node, unit) : null;
    }

    static long units(Node node, Unit unit) {
        return node.parsed(
                unit.form,
                text -> new BigDecimal(text).movePointRight(unit.decimals).longValueExact(),
                0L);
    }
}
