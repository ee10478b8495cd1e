package io.hazardreport.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Money;
import io.hazardreport.journal.Payload;
import java.util.List;
import java.util.Optional;

/**
 * What a calculation came to, with every rule that fired and every one that refused.
 *
 * @param joint how those who signed together share, and by whose facts it was figured
 * @param manualGroups groups of which no rule fired and somebody has to decide
 * @param taxIncluded whether the amounts include tax; empty when the rule does not say
 */
public record Explanation(
        @JsonProperty("grants") List<Grant> grants,
        @JsonProperty("fired") List<Fired> fired,
        @JsonProperty("refused") List<Refused> refused,
        @JsonProperty("capped") List<Capped> capped,
        @JsonProperty("shut") List<Shut> shut,
        @JsonProperty("joint") List<Joint> joint,
        @JsonProperty("manualGroups") List<String> manualGroups,
        @JsonProperty("taxIncluded") Optional<Boolean> taxIncluded) {

    public Explanation {
        grants = copy(grants);
        fired = copy(fired);
        refused = copy(refused);
        capped = copy(capped);
        shut = copy(shut);
        joint = copy(joint);
        manualGroups = copy(manualGroups);
    }

    private static <T> List<T> copy(List<T> of) {
        return of.isEmpty() ? List.of() : List.copyOf(of);
    }

    /**
     * What one beneficiary is given by one rule, after sharing and caps.
     *
     * @param ordinal the reporter's number; 0 for the collective
     * @param title an honour's or the goods' code, or which collective; empty for an amount
     * @param amount in money, of goods what they cost; zero for what is none
     * @param units in the component's smallest unit: fen, points, hundredths of a score
     */
    public record Grant(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("rule") String rule,
            @JsonProperty("component") String component,
            @JsonProperty("title") String title,
            @JsonProperty("amount") Money amount,
            @JsonProperty("units") long units) {

        static Grant of(int ordinal, String rule, String component, String title, long units) {
            boolean money = component.equals("CASH") || component.equals("COLLECTIVE") || component.equals("GOODS");
            return new Grant(ordinal, rule, component, title, money ? Money.ofFen(units) : Money.ZERO, units);
        }

        Grant to(int beneficiary) {
            return of(beneficiary, rule, component, title, units);
        }

        Grant of(long changed) {
            return of(ordinal, rule, component, title, changed);
        }

        /** Whether anything is left of it; an honour and goods always are something. */
        boolean isSomething() {
            return units > 0 || component.equals("HONOUR") || component.equals("GOODS");
        }
    }

    /**
     * A rule that fired.
     *
     * @param units before sharing and caps
     * @param how with its numbers, e.g. {@code 15% × 20000.00 = 3000.00}
     */
    public record Fired(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("group") String group,
            @JsonProperty("rule") String rule,
            @JsonProperty("component") String component,
            @JsonProperty("title") String title,
            @JsonProperty("units") long units,
            @JsonProperty("how") String how) {}

    /**
     * A rule that gives nothing.
     *
     * @param fact of the first test that failed; {@code outbid} or {@code precedence} where it fits but another of the same
     *     group, or another group, counts instead
     * @param allowed what the test accepts; the rule that counts instead
     */
    public record Refused(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("group") String group,
            @JsonProperty("rule") String rule,
            @JsonProperty("fact") String fact,
            @JsonProperty("value") String value,
            @JsonProperty("allowed") String allowed) {

        Refused to(int reporter) {
            return reporter == ordinal ? this : new Refused(reporter, group, rule, fact, value, allowed);
        }
    }

    /**
     * A cap that cut an amount.
     *
     * @param cap its code; {@code EARLIER} for what was given for the same hazard before
     */
    public record Capped(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("cap") String cap,
            @JsonProperty("component") String component,
            @JsonProperty("before") long before,
            @JsonProperty("after") long after) {}

    /** A beneficiary who gets nothing. */
    public record Shut(
            @JsonProperty("ordinal") int ordinal,
            @JsonProperty("code") String code,
            @JsonProperty("source") String source) {}

    /**
     * Several signed one report.
     *
     * @param first whose facts figured what is divided or collected by one
     * @param among the entitled who signed, by number
     */
    public record Joint(
            @JsonProperty("first") int first,
            @JsonProperty("sharing") Sharing sharing,
            @JsonProperty("among") List<Integer> among) {

        public Joint {
            among = List.copyOf(among);
        }
    }

    /** All money of the decision, the collective's and what goods cost too. */
    public Money total() {
        return grants.stream().map(Grant::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What one reporter is given of a component, in its smallest unit. */
    public long units(int ordinal, String component) {
        return grants.stream()
                .filter(g -> g.ordinal() == ordinal && g.component().equals(component))
                .mapToLong(Grant::units)
                .sum();
    }

    public Payload toPayload() {
        return Payload.builder()
                .putList("grants", grants, Explanation::payload)
                .putList("fired", fired, Explanation::payload)
                .putList("refused", refused, Explanation::payload)
                .putList("capped", capped, Explanation::payload)
                .putList("shut", shut, Explanation::payload)
                .putList("joint", joint, Explanation::payload)
                .putStrings("manualGroups", manualGroups)
                .put("taxIncluded", taxIncluded.map(Object::toString).orElse(""))
                .build();
    }

    private static Payload payload(Grant g) {
        return Payload.builder()
                .put("ordinal", g.ordinal())
                .put("rule", g.rule())
                .put("component", g.component())
                .put("title", g.title())
                .put("units", g.units())
                .build();
    }

    private static Payload payload(Fired f) {
        return Payload.builder()
                .put("ordinal", f.ordinal())
                .put("group", f.group())
                .put("rule", f.rule())
                .put("component", f.component())
                .put("title", f.title())
                .put("units", f.units())
                .put("how", f.how())
                .build();
    }

    private static Payload payload(Refused r) {
        return Payload.builder()
                .put("ordinal", r.ordinal())
                .put("group", r.group())
                .put("rule", r.rule())
                .put("fact", r.fact())
                .put("value", r.value())
                .put("allowed", r.allowed())
                .build();
    }

    private static Payload payload(Capped c) {
        return Payload.builder()
                .put("ordinal", c.ordinal())
                .put("cap", c.cap())
                .put("component", c.component())
                .put("before", c.before())
                .put("after", c.after())
                .build();
    }

    private static Payload payload(Shut s) {
        return Payload.builder()
                .put("ordinal", s.ordinal())
                .put("code", s.code())
                .put("source", s.source())
                .build();
    }

    private static Payload payload(Joint j) {
        return Payload.builder()
                .put("first", j.first())
                .put("sharing", j.sharing())
                .putStrings("among", j.among().stream().map(Object::toString).toList())
                .build();
    }

    public static Explanation fromPayload(Payload payload) {
        return new Explanation(
                payload.list(
                        "grants",
                        g -> Grant.of(
                                (int) g.number("ordinal"),
                                g.string("rule"),
                                g.string("component"),
                                g.string("title"),
                                g.number("units"))),
                payload.list(
                        "fired",
                        f -> new Fired(
                                (int) f.number("ordinal"),
                                f.string("group"),
                                f.string("rule"),
                                f.string("component"),
                                f.string("title"),
                                f.number("units"),
                                f.string("how"))),
                payload.list(
                        "refused",
                        r -> new Refused(
                                (int) r.number("ordinal"),
                                r.string("group"),
                                r.string("rule"),
                                r.string("fact"),
                                r.string("value"),
                                r.string("allowed"))),
                payload.list(
                        "capped",
                        c -> new Capped(
                                (int) c.number("ordinal"),
                                c.string("cap"),
                                c.string("component"),
                                c.number("before"),
                                c.number("after"))),
                payload.list("shut", s -> new Shut((int) s.number("ordinal"), s.string("code"), s.string("source"))),
                payload.list(
                        "joint",
                        j -> new Joint(
                                (int) j.number("first"),
                                j.constant("sharing", Sharing.class).orElseThrow(),
                                j.strings("among").stream()
                                        .map(Integer::valueOf)
                                        .toList())),
                payload.strings("manualGroups"),
                payload.optional("taxIncluded").filter(t -> !t.isEmpty()).map(Boolean::valueOf));
    }
}
